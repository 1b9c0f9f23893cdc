/**
 * Gives the checked courses to the app as `virtual:courses`: the index, each unit and the reference are modules of their own,
 * so a split build sends them one by one and an inlined build carries them all. A build with a broken course fails and says why.
 */
import { join, resolve, sep } from 'node:path';
import type { Plugin } from 'vite';
import { checkFiles } from '#authoring/check.ts';
import { stateLine } from '#authoring/check/state.ts';
import { splitCourse } from '#course/parts.ts';
import { describe } from '#course/problem.ts';
import { courseFolders, readCourse } from './read-course.ts';

const ENTRY = 'virtual:courses';
const RESOLVED = '\0';

type Built = {
	/** Source code by module id. */
	modules: Map<string, string>;
	/** One line per problem; no module is of use unless it is empty. */
	problems: string[];
	/** Files the modules were made from. */
	files: string[];
	/** What to tell who builds: one line a course. */
	notes: string[];
};

/**
 * For the player in a package: the course is not built in, but read from the page (#learn/payload.ts).
 */
export function courseOfPage(): Plugin {
	return {
		name: 'courses',
		resolveId: (id) => (id === ENTRY ? RESOLVED + ENTRY : undefined),
		load: (id) =>
			id === RESOLVED + ENTRY
				? `import { payload } from '#learn/payload.ts';
					const course = payload()?.course;
					const source = (index, units, reference) => ({
						index,
						unit: async (id) => units.find((unit) => unit.id === id) ?? Promise.reject(new Error('unknown unit ' + id)),
						reference: async () => reference
					});
					export const list = course ? [{ folder: course.index.id, id: course.index.id, title: course.index.title }] : [];
					export default course ? { [course.index.id]: async () => source(course.index, course.units, course.reference) } : {};`
				: undefined
	};
}

/**
 * @param options.dir folder whose sub-folders are courses, relative to the working directory
 */
export function courses(options: { dir: string }): Plugin {
	const dir = resolve(options.dir);
	let built: Built | undefined;
	const current = () => (built ??= build(dir));

	return {
		name: 'courses',
		/** A build stops before it begins; the dev server shows the problems where the module is wanted. */
		buildStart() {
			if (this.meta.watchMode || this.environment.mode === 'dev') return;
			const { problems, notes } = current();
			if (problems.length > 0) this.error(problems.join('\n'));
			// Kit builds for the server too, which no edition has.
			if (this.environment.name === 'client') for (const note of notes) console.log(note);
		},
		resolveId(id) {
			return id === ENTRY || id.startsWith(`${ENTRY}/`) ? RESOLVED + id : undefined;
		},
		load(id) {
			if (!id.startsWith(RESOLVED + ENTRY)) return undefined;
			const { modules, problems, files } = current();
			for (const file of files) this.addWatchFile(file);
			if (problems.length > 0) this.error(problems.join('\n'));
			return modules.get(id.slice(RESOLVED.length)) ?? this.error(`${id} は課程にありません。`);
		},
		watchChange(file) {
			if (file.startsWith(dir + sep)) built = undefined;
		},
		configureServer(server) {
			server.watcher.add(dir);
			server.watcher.on('all', (_event, file) => {
				if (!resolve(file).startsWith(dir + sep)) return;
				built = undefined;
				for (const environment of Object.values(server.environments)) environment.moduleGraph.invalidateAll();
				server.ws.send({ type: 'full-reload' });
			});
		}
	};
}

function build(dir: string): Built {
	const modules = new Map<string, string>();
	const problems: string[] = [];
	const files: string[] = [];
	const notes: string[] = [];
	const heads: { folder: string; id: string; title: string; units: string[] }[] = [];
	for (const folder of courseFolders(dir)) {
		const texts = readCourse(join(dir, folder));
		files.push(...[...texts.keys()].map((file) => join(dir, folder, file)));
		const checked = checkFiles(texts);
		problems.push(...checked.problems.map((p) => `${folder}/${describe(p)}`));
		if (!checked.course) continue;
		const { index, units, reference } = splitCourse(checked.course);
		notes.push(`${folder}: ${stateLine(checked.course)}`);
		heads.push({ folder, id: index.id, title: index.title, units: units.map((unit) => unit.id) });
		modules.set(`${ENTRY}/${folder}/index`, json(index));
		modules.set(`${ENTRY}/${folder}/reference`, json(reference));
		for (const unit of units) modules.set(`${ENTRY}/${folder}/unit/${unit.id}`, json(unit));
	}
	if (heads.length === 0 && problems.length === 0) problems.push(`「${dir}」に課程がありません。`);
	modules.set(ENTRY, entry(heads));
	return { modules, problems, files, notes };
}

/** JSON is read several times faster than the same object written as code; `<\/` keeps it safe inside an HTML script. */
function json(value: unknown): string {
	return `export default JSON.parse(${JSON.stringify(JSON.stringify(value).replaceAll('</', '<\\/'))});`;
}

function entry(heads: { folder: string; id: string; title: string; units: string[] }[]): string {
	const load = (path: string) => `import(${JSON.stringify(`${ENTRY}/${path}`)}).then((m) => m.default)`;
	// The index of an only course is wanted in any case: it comes with the code that asks for it.
	const only = heads.length === 1 ? heads[0] : undefined;
	const open = heads.map(({ folder, units }) => {
		const loaders = units.map((id) => `${JSON.stringify(id)}: () => ${load(`${folder}/unit/${id}`)}`);
		const index = only ? 'only' : load(`${folder}/index`);
		return `${JSON.stringify(folder)}: () => open(() => ${index}, { ${loaders.join(', ')} }, () => ${load(`${folder}/reference`)})`;
	});
	return `
		${only ? `import only from ${JSON.stringify(`${ENTRY}/${only.folder}/index`)};` : ''}
		const open = async (index, units, reference) => ({
			index: await index(),
			unit: (id) => Object.hasOwn(units, id) ? units[id]() : Promise.reject(new Error('unknown unit ' + id)),
			reference
		});
		export const list = ${JSON.stringify(heads.map(({ folder, id, title }) => ({ folder, id, title })))};
		export default { ${open.join(', ')} };
	`;
}
