import { rooms } from './rooms.js';

const escape = (text) => text.replaceAll('/', '\\/');
const folders = (names) => names.map((name) => `${rooms[name].folder}/`);

/** Two rules a room: which rooms it may enter, and which packages it may use. */
function rulesOf([name, room]) {
	const from = { path: `^${room.folder}/` };
	const views = '(\\.svelte|/views\\.ts|\\.svelte\\.ts)$';
	const allowed = [room.folder + '/', ...folders(room.rooms)];
	const own = (list) => `^(${list.map(escape).join('|')})`;
	const packages = (list) => `^node_modules/(${[...list, '@types'].map(escape).join('|')})(/|$)`;
	const core = { ...from, ...(room.views ? { pathNot: views } : {}) };
	const rules = [
		{
			name: `${name}-rooms`,
			comment: room.why,
			severity: 'error',
			from: core,
			to: { path: '^src/(lib|cli|routes)/', pathNot: own(allowed) }
		},
		{
			name: `${name}-packages`,
			comment: room.why,
			severity: 'error',
			from: core,
			to: { path: '^node_modules/', pathNot: packages(room.packages) }
		}
	];
	if (room.views) {
		const viewer = { path: `^${room.folder}/.*${views}` };
		rules.push(
			{
				name: `${name}-views-rooms`,
				comment: room.why,
				severity: 'error',
				from: viewer,
				to: { path: '^src/(lib|cli|routes)/', pathNot: own([...allowed, ...folders(room.views)]) }
			},
			{
				name: `${name}-views-packages`,
				comment: room.why,
				severity: 'error',
				from: viewer,
				to: { path: '^node_modules/', pathNot: packages([...room.packages, 'svelte']) }
			}
		);
	}
	return rules;
}

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
	forbidden: [
		...Object.entries(rooms).flatMap(rulesOf),
		{
			name: 'no-circles',
			severity: 'error',
			from: { path: '^src/' },
			to: { circular: true }
		},
		{
			name: 'found',
			comment: 'Every import leads somewhere.',
			severity: 'error',
			from: { path: '^src/' },
			to: { couldNotResolve: true, pathNot: '^(virtual:|\\$app/|svelte$|svelte/)' }
		}
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		tsPreCompilationDeps: true,
		enhancedResolveOptions: {
			exportsFields: ['exports'],
			conditionNames: ['svelte', 'import', 'browser', 'types', 'default'],
			extensions: ['.ts', '.js', '.svelte', '.mjs', '.d.ts']
		}
	}
};
