/**
 * The rooms of the house and what each may import: the one table that dependency-cruiser, ESLint and
 * ARCHITECTURE.md are checked against.
 *
 * rooms: other rooms; packages: from npm; core: no DOM, no clock, no chance, no Svelte (time and seed are arguments);
 * views: what the room's .svelte files (and views.ts) may import besides.
 *
 * @typedef {{ folder: string, rooms: string[], packages: string[], core?: boolean, views?: string[], why: string }} Room
 */

/** @type {Record<string, Room>} */
export const rooms = {
	course: {
		folder: 'src/lib/course',
		rooms: [],
		packages: [
			'valibot',
			'yaml',
			'unified',
			'remark-parse',
			'remark-directive',
			'unist-util-visit',
			'mdast',
			'mdast-util-directive'
		],
		core: true,
		why: 'A course is data: it knows nobody.'
	},
	questions: {
		folder: 'src/lib/questions',
		rooms: ['course'],
		packages: ['valibot'],
		core: true,
		views: ['ui'],
		why: 'A question scores and shows itself; it never learns where an answer is kept.'
	},
	scenario: {
		folder: 'src/lib/scenario',
		rooms: ['course'],
		packages: ['xstate'],
		core: true,
		why: 'Flows are pure machines over ids.'
	},
	record: {
		folder: 'src/lib/record',
		rooms: ['course'],
		packages: ['valibot', 'ts-fsrs'],
		core: true,
		why: 'The record is a fold of its events; the store is a port.'
	},
	tracking: {
		folder: 'src/lib/tracking',
		rooms: ['course', 'questions', 'scenario', 'record'],
		packages: [],
		core: true,
		why: 'What an LMS is told of a record, in words of no version.'
	},
	stores: {
		folder: 'src/lib/stores',
		rooms: ['record', 'workshop'],
		packages: ['dexie'],
		why: 'A store keeps events; it never learns what a question is.'
	},
	ui: {
		folder: 'src/lib/ui',
		rooms: ['course'],
		packages: ['svelte'],
		why: 'Components know the course only by its types and the reader they are given.'
	},
	learn: {
		folder: 'src/lib/learn',
		rooms: ['course', 'questions', 'scenario', 'record', 'tracking', 'ui'],
		packages: ['svelte', 'xstate'],
		why: 'One learner at work receives a store; it never opens one.'
	},
	authoring: {
		folder: 'src/lib/authoring',
		rooms: ['course', 'questions', 'scenario', 'tracking'],
		packages: ['valibot'],
		why: 'Checking a course needs the course, its questions, and how long its state gets.'
	},
	packages: {
		folder: 'src/lib/packages',
		rooms: ['course', 'questions', 'scenario', 'record'],
		packages: ['valibot', 'fflate', '@rgrove/parse-xml'],
		core: true,
		why: 'Delivery is packaging: the same course and player, packed for a standard.'
	},
	delivery: {
		folder: 'src/lib/delivery',
		rooms: ['course', 'questions', 'record', 'packages', 'lmscheck', 'ui'],
		packages: ['svelte', 'fflate'],
		why: 'Handing a course out is staff work: it needs the course and its packaging, and knows no session.'
	},
	workshop: {
		folder: 'src/lib/workshop',
		rooms: ['course', 'questions', 'scenario', 'record', 'ui'],
		packages: ['svelte', 'valibot', 'xstate'],
		why: 'A room full of people has no learner and no record: it needs the course, and what to ask of it.'
	},
	lmscheck: {
		folder: 'src/lib/lmscheck',
		rooms: ['packages', 'record'],
		packages: ['scorm-again'],
		why: 'The LMS double and the strict recorder, for the check page and the tests.'
	},
	cli: {
		folder: 'src/cli',
		rooms: ['course', 'questions', 'record', 'authoring', 'tracking', 'packages'],
		packages: ['vite', 'playwright', 'fflate'],
		why: 'Command-line tools are thin.'
	},
	routes: {
		folder: 'src/routes',
		rooms: [
			'course',
			'questions',
			'scenario',
			'record',
			'tracking',
			'stores',
			'ui',
			'learn',
			'authoring',
			'packages',
			'delivery',
			'workshop',
			'lmscheck'
		],
		packages: ['svelte', '@sveltejs/kit'],
		why: 'Pages put rooms together; nobody imports them.'
	}
};

/** Names a core room may not use: each would make the same input give another result, or need a browser. */
export const IMPURE = [
	'Date',
	'document',
	'window',
	'navigator',
	'location',
	'localStorage',
	'sessionStorage',
	'indexedDB',
	'crypto',
	'performance',
	'fetch',
	'setTimeout',
	'setInterval',
	'requestAnimationFrame',
	'process'
];
