/**
 * What a released revision of a course was, frozen: for every id what it means and a digest of its words, and the layout that states
 * in an LMS were written under. The checker compares the next revision with it.
 */
import { splitCourse } from '#course/parts.ts';
import { hash } from '#course/random.ts';
import type { Board, Case, Casework, Course, Page, Unit } from '#course/schema.ts';
import { spaceOf, rightResponse, type Question } from '#questions/registry.ts';
import { differenceOf, earlierLayouts } from '#tracking/earlier.ts';
import { extendLayout, layoutOf, type Layout } from '#tracking/layout.ts';

/** One thing with an id. */
export type Thing = {
	kind: string;
	/** What an answer that was kept under this id stands for; empty where none is kept. May never change. */
	meaning: string;
	/** Digest of all the rest. May change when the change is listed. */
	words: string;
	/** Ids of what stands in it, in order. */
	parts?: string[];
	/** Texts that may be reworded, but not replaced: a question, its options. By the id they have within it. */
	says?: Record<string, string>;
};

export type Frozen = {
	version: 1;
	course: string;
	revision: number;
	/** By id; parts of the map and of the rule as `map:…` and `rule:…`. */
	things: Record<string, Thing>;
	/** With what earlier layouts had: states are written under this one. */
	layout: Layout;
};

/** Where a revision's frozen form stands in the course's folder. */
export const frozenFile = (revision: number): string => `revisions/${revision}.json`;

/** Every frozen revision in a course's files that can be read, by its number. */
export function readFrozen(files: ReadonlyMap<string, string>): Map<number, Frozen> {
	const found = new Map<number, Frozen>();
	for (const [file, text] of files) {
		const number = Number(/^revisions\/(\d+)\.json$/u.exec(file)?.[1]);
		if (!number) continue;
		try {
			const value = JSON.parse(text) as Frozen;
			if (value.version === 1 && value.revision === number) found.set(number, value);
		} catch {
			// As good as not there: freeze-missing says so.
		}
	}
	return found;
}

/** The course with the layouts of its earlier revisions, which go into packages. */
export function withEarlier(course: Course<Question>, frozen: ReadonlyMap<number, Frozen>): Course<Question> {
	const { index, units } = splitCourse(course);
	const today = layoutOf({ index, units });
	const earlier = [...frozen]
		.filter(([revision]) => revision < course.revision)
		.sort(([a], [b]) => b - a)
		.map(([, { layout }]) => differenceOf(today, layout));
	return earlier.length > 0 ? { ...course, earlier } : course;
}

/** @param course with its earlier layouts */
export function freeze(course: Course<Question>): Frozen {
	const { index, units } = splitCourse(course);
	return {
		version: 1,
		course: course.id,
		revision: course.revision,
		things: thingsOf(course),
		layout: extendLayout(layoutOf({ index, units }), earlierLayouts({ index, units }))
	};
}

/** Everything with an id, as it is frozen. */
export function thingsOf(course: Course<Question>): Record<string, Thing> {
	const { units, passages, glossary, pretest, map, rule } = course;
	const { id, title, lead, source, serves, disclaimer, nobreak, test } = course;
	const list: [string, Thing][] = [
		[id, thing('course', '', { title, lead, source, serves, disclaimer, nobreak, test }, units.map(idOf))],
		...units.flatMap((unit) => unitThings(unit, course)),
		...passages.map((one): [string, Thing] => {
			const { keys: _authorsOnly, ...words } = one;
			return [one.id, thing('passage', '', words)];
		}),
		...glossary.map((one): [string, Thing] => [
			one.id,
			{ ...thing('term', '', one), says: { term: one.term } }
		]),
		...pretest.map((one): [string, Thing] => [
			one.id,
			{
				...thing('pretest', `${one.unit} ${one.right}`, one),
				says: { before: one.before, after: one.after }
			}
		])
	];
	const { domains, rows, spans, ...head } = map;
	list.push(['map', thing('map', '', head, [...domains, ...spans, ...rows].map(idOf))]);
	for (const one of [...domains, ...spans]) list.push([`map:${one.id}`, thing('domain', '', one)]);
	for (const { entries, ...row } of rows) {
		list.push([`map:${row.id}`, thing('row', '', row, entries.map(idOf))]);
		for (const one of entries)
			list.push([`map:${one.id}`, { ...thing('entry', one.domain, one), says: { text: one.text } }]);
	}
	if (rule) {
		const { switches, steps, ...words } = rule;
		list.push(['rule', thing('rule', '', words, [...switches, ...steps].map(idOf))]);
		for (const one of [...switches, ...steps]) list.push([`rule:${one.id}`, thing('rule', '', one)]);
	}
	return Object.fromEntries(list);
}

const idOf = ({ id }: { id: string }) => id;

function thing(kind: string, meaning: string, words: unknown, parts?: string[]): Thing {
	return { kind, meaning, words: digest(words), ...(parts && parts.length > 0 ? { parts } : {}) };
}

function unitThings(unit: Unit<Question>, course: Course<Question>): [string, Thing][] {
	const { pages, questions, boards, cases, casework, ...head } = unit;
	const parts = [...pages, ...questions, ...boards, ...cases, ...casework].map(idOf);
	return [
		[unit.id, thing('unit', unit.id === course.test.unit ? 'test' : '', head, parts)],
		...pages.flatMap((page) => pageThings(page, unit.id)),
		...questions.map((it): [string, Thing] => [it.id, questionThing(it)]),
		...boards.map((it): [string, Thing] => [it.id, boardThing(it, course)]),
		...cases.map((it): [string, Thing] => [it.id, caseThing(it)]),
		...casework.map((it): [string, Thing] => [it.id, workThing(it)])
	];
}

function pageThings(page: Page, unit: string): [string, Thing][] {
	const shown = page.blocks.filter(({ kind }) => kind === 'question' || kind === 'board');
	const written = page.blocks.filter((block) => !shown.includes(block));
	// Finished pages count for their chapter: a page in another chapter is another page.
	return [
		[page.id, thing('page', unit, [page.title, shown], page.blocks.map(idOf))],
		...written.map((block): [string, Thing] => [block.id, thing('block', '', [page.id, block])])
	];
}

/** What can be answered, by places that an LMS was told, and what is right. */
function questionThing(it: Question): Thing {
	const space = spaceOf(it);
	const answers = space.kind === 'each' ? [...space.of, '|', ...space.to] : space.of;
	const right =
		it.type === 'placement'
			? it.cards.map(({ column }) => [column].flat().join('+'))
			: flat(rightResponse(it));
	const texts = (list: readonly { id: string; text: string }[]) => list.map(({ id, text }) => [id, text]);
	const said: Record<Question['type'], () => string[][]> = {
		single: () => ('options' in it ? texts(it.options) : []),
		multiple: () => ('options' in it ? texts(it.options) : []),
		matching: () => ('pairs' in it ? texts([...it.pairs, ...it.answers]) : []),
		ordering: () => ('items' in it ? texts(it.items) : []),
		placement: () => ('cards' in it ? texts(it.cards) : [])
	};
	return {
		...thing('question', `${it.unit} ${it.use} ${it.type}: ${answers.join(' ')} → ${right.join(' ')}`, it),
		says: { stem: it.stem, ...(Object.fromEntries(said[it.type]()) as Record<string, string>) }
	};
}

const flat = (response: string | string[] | Record<string, string>): string[] =>
	typeof response === 'object' ? Object.values(response) : [response];

function boardThing(it: Board, { map }: Course): Thing {
	const columnOf = new Map(map.rows.flatMap((row) => row.entries).map(({ id, domain }) => [id, domain]));
	const cards = it.cards.map(({ id, entry }) => `${id}=${columnOf.get(entry) ?? ''}`);
	return thing('board', `${it.unit}: ${cards.join(' ')}`, it);
}

function caseThing(it: Case): Thing {
	const cells: [string, { band: string }][] =
		it.type === 'conduct'
			? it.options.map((one) => [one.id, one])
			: [
					...Object.entries(it.cells).sort(([a], [b]) => (a < b ? -1 : 1)),
					...(it.undecided ? [['undecided', it.undecided] as [string, { band: string }]] : [])
				];
	const options = it.type === 'conduct' ? it.options.map(({ id, text }) => [id, text]) : [];
	return {
		...thing(
			'case',
			`${it.unit} ${it.type}: ${cells.map(([id, { band }]) => `${id}=${band}`).join(' ')}`,
			it
		),
		says: { scene: it.scene, ...(Object.fromEntries(options) as Record<string, string>) }
	};
}

function workThing(it: Casework): Thing {
	const steps = it.steps.map(({ id, options }) =>
		[id, ...options.map((one) => `${one.id}=${one.band}:${JSON.stringify(one.go)}`)].join(' ')
	);
	return {
		...thing('casework', `${it.unit} ${it.first}: ${steps.join('; ')}`, it),
		says: { scene: it.scene }
	};
}

/** The same for the same content. What is empty counts as absent, so that a field that the format gets later changes no digest. */
export function digest(value: unknown): string {
	return hash(JSON.stringify(canonical(value)) ?? '').toString(36);
}

function canonical(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(canonical);
	if (typeof value !== 'object' || value === null) return value;
	const fields = Object.entries(value).flatMap(([key, inner]): [string, unknown][] => {
		const one = canonical(inner);
		const empty =
			one === undefined ||
			one === false ||
			(typeof one === 'object' && one !== null && Object.keys(one).length === 0);
		return empty ? [] : [[key, one]];
	});
	return Object.fromEntries(fields.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The file's text, one thing a line, so that a difference between two revisions can be read. */
export function writeFrozen({ things, layout, ...head }: Frozen): string {
	const lines = (list: [string, unknown][]) =>
		list.map(([key, value]) => `    ${JSON.stringify(key)}: ${JSON.stringify(value)}`).join(',\n');
	const top = JSON.stringify(head, null, 2).slice(0, -2);
	return `${top},\n  "things": {\n${lines(Object.entries(things))}\n  },\n  "layout": {\n${lines(Object.entries(layout))}\n  }\n}\n`;
}
