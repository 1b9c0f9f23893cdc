/** Every screen in every state that looks different: how its record is made and what is pressed to reach it. */
import { texts as check } from '#delivery/check/texts.ts';
import { expect, type Page } from '@playwright/test';
import type { Block } from '../../../src/lib/course/schema.ts';
import type { Happened } from '../../../src/lib/record/events.ts';
import { actions, app } from '../../../src/lib/ui/messages.ts';
import { texts as delivery } from '../../../src/lib/delivery/texts.ts';
import { rememberTexts } from '../../../src/lib/learn/texts-remember.ts';
import { texts } from '../../../src/lib/learn/texts.ts';
import {
	answer,
	boards,
	caseAnswered,
	casesOf,
	chooseFile,
	course,
	filledBoard,
	finalItems,
	finishedRun,
	given,
	pageAsking,
	pages,
	pagesDone,
	questionOf,
	runStarted,
	TYPES
} from './support.ts';
import { lmsScreens } from './lms.ts';
import { paperScreens } from './paper.ts';
import { press, type Screen } from './screen.ts';
import { peopleScreens } from './people.ts';
import { trainingScreens } from './training.ts';
import { workScreens } from './work.ts';
import { workshopScreens } from './workshop.ts';

const checkEmpty = async (page: Page) => {
	await page.getByRole('button', { name: actions.check }).click();
};

/** Pages that together show every kind of block and figure, fewest first. */
function pagesOfEveryKind(): typeof pages {
	const kindOf = (b: Block) => (b.kind === 'figure' ? `${b.kind} ${b.figure}` : b.kind);
	const left = new Set(pages.flatMap((page) => page.blocks.map(kindOf)));
	left.delete('question');
	const chosen: typeof pages = [];
	while (left.size > 0) {
		const gain = (page: (typeof pages)[number]) =>
			new Set(page.blocks.map(kindOf).filter((k) => left.has(k))).size;
		const best = given([...pages].sort((a, b) => gain(b) - gain(a))[0]);
		best.blocks.forEach((b) => left.delete(kindOf(b)));
		chosen.push(best);
	}
	return chosen;
}
const kinds = pagesOfEveryKind();
const figured = given(pages.find((p) => p.blocks.some((b) => b.kind === 'figure' && b.figure === 'axis')));
const withTerm = given(pages.find((p) => JSON.stringify(p.blocks).includes('"t":"term"')));
const board = given([...boards].sort((a, b) => a.cards.length - b.cards.length)[0]);
const bigBoard = given([...boards].sort((a, b) => b.cards.length - a.cards.length)[0]);

const home: Screen[] = [
	{ name: 'home, nothing done', path: '' },
	{
		name: 'home, underway',
		path: '',
		record: [
			...pagesDone.slice(0, 7),
			answer(pageAsking('single').question, false, { page: pageAsking('single').page })
		]
	},
	{ name: 'home, test next', path: '', record: pagesDone, like: true },
	{
		name: 'home, done',
		path: '',
		record: [...pagesDone, ...finishedRun('r1', 'final', finalItems, () => true)]
	}
];

const lessons: Screen[] = [
	...kinds.map((page) => ({ name: `lesson page ${page.id}`, path: `learn/${page.id}` })),
	{
		name: 'lesson page, a term opened',
		path: `learn/${withTerm.id}`,
		act: async (page: Page) => {
			const text = JSON.stringify(withTerm.blocks);
			const term = given(/"t":"term".*?"v":"([^"]+)"/u.exec(text)?.[1]);
			await page.getByRole('button', { name: term, exact: true }).first().click();
			await page.getByRole('group', { name: '用語' }).getByRole('button', { name: app.close }).waitFor();
		}
	},
	{
		name: 'lesson page, a source opened',
		path: `learn/${figured.id}`,
		act: async (page: Page) => {
			await page
				.getByRole('button', { name: new RegExp(`^${course.source.kind} D-`, 'u') })
				.first()
				.click();
			await page.getByRole('group', { name: /^出典/u }).getByRole('button', { name: app.close }).waitFor();
		}
	},
	{
		name: 'lesson page, a column of the figure opened',
		path: `learn/${figured.id}`,
		act: (page: Page) => press(given(course.map.domains[2]).name)(page)
	},
	{ name: 'lesson page, figure as table', path: `learn/${figured.id}`, act: press(actions.asTable) }
];

const asked: Screen[] = TYPES.flatMap((type) => {
	const { page, question } = pageAsking(type);
	const path = `learn/${page}`;
	return [
		{ name: `lesson question (${type}), not answered`, path, like: true as const },
		{ name: `lesson question (${type}), error`, path, act: checkEmpty, like: true as const },
		{ name: `lesson question (${type}), right`, path, record: [answer(question, true, { page })] },
		{ name: `lesson question (${type}), wrong`, path, record: [answer(question, false, { page })] }
	];
});

const runs: Screen[] = TYPES.flatMap((type) => {
	const question = questionOf(type);
	const path = 'run/r1';
	const begun = runStarted('r1', 'practice', [question, questionOf('single')]);
	return [
		{ name: `practice question (${type}), not answered`, path, record: [begun] },
		{ name: `practice question (${type}), error`, path, record: [begun], act: checkEmpty },
		{
			name: `practice question (${type}), right`,
			path,
			record: [begun, answer(question, true, { run: 'r1' })]
		},
		{
			name: `practice question (${type}), wrong`,
			path,
			record: [begun, answer(question, false, { run: 'r1' })]
		},
		{
			name: `test question (${type})`,
			path,
			record: [runStarted('r1', 'final', [questionOf(type, 'final'), questionOf('single', 'final')])],
			like: true as const
		}
	];
});

const on = (id: string) => `board/${id}`;
const cards = (page: Page) => page.getByRole('list', { name: 'まだ置いていないカード' }).getByRole('button');
const boardScreens: Screen[] = [
	{ name: 'board, nothing placed', path: on(bigBoard.id) },
	{ name: 'board, a card selected', path: on(board.id), act: (page) => cards(page).first().click() },
	{ name: 'board, some placed', path: on(board.id), record: filledBoard(board, 0, false).slice(0, 3) },
	{ name: 'board, all placed', path: on(bigBoard.id), record: filledBoard(bigBoard, 3, false) },
	{ name: 'board, error', path: on(board.id), act: checkEmpty, like: true },
	{ name: 'board, checked and wrong', path: on(board.id), record: filledBoard(board, 2, true) },
	{ name: 'board, checked and right', path: on(board.id), record: filledBoard(board, 0, true) },
	{ name: 'board as table', path: on(board.id), act: press(actions.asChoices) },
	{
		name: 'board as table, checked',
		path: on(board.id),
		record: filledBoard(board, 2, true),
		act: press(actions.asChoices)
	}
];

const worked = given(casesOf('domain', 'worked')[0]);
const own = given(casesOf('domain', 'own')[0]);
const conduct = given(casesOf('conduct')[0]);
const turnedOnce = async (page: Page) => {
	// The radio lies invisible over its label.
	await page.locator('main .switches input:not(:checked)').first().check({ force: true });
	await expect(page.locator('main .said').getByRole('heading')).toBeVisible();
};
const cases: Screen[] = [
	{ name: 'cases, nothing done', path: 'cases' },
	{
		name: 'cases, some done and some to be left out',
		path: 'cases',
		record: [
			...casesOf('domain', 'own')
				.slice(0, 3)
				.map((it) => caseAnswered(it, 'best')),
			caseAnswered(worked, 'hard'),
			caseAnswered(conduct, 'defensible')
		]
	},
	{ name: 'case, its reasoning shown', path: `case/${worked.id}` },
	{ name: 'case, error', path: `case/${own.id}`, act: press(texts.cases.check) },
	{
		name: 'case, answered best, a thought kept',
		path: `case/${worked.id}`,
		record: [
			caseAnswered(worked, 'best'),
			{ type: 'commented', item: worked.id, text: '主導する側を先に見ます。' }
		]
	},
	{
		name: 'case, answered hard, all reasons opened',
		path: `case/${own.id}`,
		record: [caseAnswered(own, 'hard')],
		act: (page) => page.locator('main summary').click()
	},
	{
		name: 'case about what to do, not answered',
		path: `case/${conduct.id}`
	},
	{
		name: 'case about what to do, answered',
		path: `case/${conduct.id}`,
		record: [caseAnswered(conduct, 'best')]
	},
	{ name: 'what if, the scene as told', path: 'what-if', like: true },
	{ name: 'what if, a circumstance turned', path: 'what-if', act: turnedOnce }
];

const half = finalItems.map((q, i) => answer(q, i % 2 === 0, { run: 'r1' })).slice(0, 12);
const flag: Happened = { type: 'runMoved', run: 'r1', move: { type: 'FLAG', item: given(finalItems[3]).id } };
const review: Happened = { type: 'runMoved', run: 'r1', move: { type: 'REVIEW' } };
const tests: Screen[] = [
	{ name: 'practice, nothing done', path: 'practice' },
	{
		name: 'practice, one open',
		path: 'practice',
		record: [runStarted('r1', 'practice', [questionOf('single')])],
		like: true
	},
	{ name: 'test, before', path: 'test' },
	{
		name: 'test, taken before',
		path: 'test',
		record: [...pagesDone, ...finishedRun('r1', 'final', finalItems, (i) => i < 18)],
		like: true
	},
	{
		name: 'test, answers reviewed with some open',
		path: 'run/r1',
		record: [runStarted('r1', 'final', finalItems), ...half, flag, review],
		act: press(actions.finish)
	},
	{
		name: 'result of the test, failed',
		path: 'run/r1',
		record: finishedRun('r1', 'final', finalItems, (i) => i % 2 === 0)
	},
	{
		name: 'result of the test, passed',
		path: 'run/r1',
		record: finishedRun('r1', 'final', finalItems, () => true)
	},
	{
		name: 'result of a practice',
		path: 'run/r1',
		record: finishedRun(
			'r1',
			'practice',
			TYPES.map((type) => questionOf(type)),
			(i) => i < 2
		)
	}
];

const wrongOnes = TYPES.map((type) => answer(questionOf(type), false, {}));
const full: Happened[] = [
	...pagesDone.slice(0, 9),
	...wrongOnes,
	...filledBoard(board, 2, true),
	...finishedRun('r1', 'final', finalItems, (i) => i < 18)
];
const exports: Screen[] = [
	{ name: 'export, nothing chosen', path: 'export' },
	{
		name: 'export, choices that contradict each other',
		path: 'export',
		act: (page) => page.getByRole('radio', { name: 'すべての章を終える', exact: true }).check()
	},
	{
		name: 'export, with a record',
		path: 'export',
		record: full,
		act: (page) => page.getByRole('checkbox', { name: delivery.record.include }).check()
	},
	{
		name: 'export, written out',
		path: 'export',
		act: async (page) => {
			await press(delivery.make)(page);
			await page.getByRole('link', { name: delivery.made.again }).waitFor();
		}
	},
	{ name: 'check of a package, not opened', path: 'lms-check' },
	{
		name: 'check of a package, left again',
		path: 'lms-check',
		act: async (page) => {
			// The course in the frame is a page of its own, looked at as such; here it is the log and the buttons.
			await press(check.open)(page);
			await page.frameLocator('iframe').locator('html[data-ready]').waitFor();
			await page.getByText('LMSCommit').first().waitFor();
			await press(check.leave)(page);
			await page.getByText('LMSFinish').waitFor();
		}
	}
];
/** Learned long ago: the records of these tests begin in spring. */
const known = [answer(questionOf('single'), true, {})];
const startRemembering = press(rememberTexts.start);
const answerAgain = async (page: Page) => {
	await startRemembering(page);
	// The radio lies invisible over its label.
	await page.locator('main .view input').first().check({ force: true });
	await press(actions.check)(page);
	await page.getByRole('button', { name: rememberTexts.finish }).waitFor();
};
const remember: Screen[] = [
	{ name: 'asked again, nothing yet', path: 'remember' },
	{ name: 'asked again, more than a few', path: 'remember', record: wrongOnes },
	{ name: 'asked again, a question', path: 'remember', record: known, act: startRemembering, like: true },
	{ name: 'asked again, a question answered', path: 'remember', record: known, act: answerAgain },
	{
		name: 'asked again, a case',
		path: 'remember',
		record: [caseAnswered(worked, 'best')],
		act: startRemembering
	},
	{
		name: 'asked again, the end',
		path: 'remember',
		record: known,
		act: async (page) => {
			await answerAgain(page);
			await press(rememberTexts.finish)(page);
			await page.getByRole('heading', { name: rememberTexts.done }).waitFor();
		}
	}
];
const rest: Screen[] = [
	{ name: 'review, empty', path: 'review' },
	{ name: 'review, filled', path: 'review', record: wrongOnes },
	{ name: 'record, empty', path: 'record' },
	{ name: 'record, filled', path: 'record', record: full },
	{
		name: 'record, a file refused',
		path: 'record',
		act: async (page) => {
			await chooseFile(page, 'no record');
			await expect(page.locator('main').getByRole('alert')).not.toBeEmpty();
		}
	},
	{ name: 'record, asked whether to delete', path: 'record', record: full, act: press(texts.record.remove) },
	{ name: 'settings', path: 'settings' },
	{ name: 'how to use', path: 'about' },
	{ name: 'list of keys', path: 'practice', act: (page) => page.keyboard.press('?') },
	{ name: 'glossary', path: 'glossary' },
	{
		name: 'glossary, nothing found',
		path: 'glossary',
		act: (page) => page.getByRole('searchbox').fill('ぬ？')
	},
	{ name: 'map as figure', path: 'map' },
	{ name: 'map, a column opened', path: 'map', act: press(given(course.map.domains[1]).name) },
	{ name: 'map as table', path: 'map', act: press(actions.asTable) },
	{ name: 'storage refused', path: '', refused: true },
	{ name: 'no such page', path: 'learn/nowhere' },
	{ name: 'no such screen', path: 'nowhere', bare: true }
];

/** Somebody who began under the first revision; the earliest start counts. */
const before: Happened[] = [
	{ type: 'started', revision: 1, seed: 'before' },
	...pagesDone,
	...finishedRun('r1', 'final', finalItems, () => true)
];
const changes = course.revisions.flatMap((one) => one.changes);
const learntAll: Happened[] = [
	...before,
	...changes.map(({ id }): Happened => ({ type: 'revised', change: id }))
];
const revised: Screen[] = [
	{ name: 'home, the course was revised', path: '', record: before },
	{ name: 'home, the revision was learnt', path: '', record: learntAll, like: true },
	{ name: 'home, underway when the course was revised', path: '', record: before.slice(0, 6), like: true },
	{ name: 'revisions, left to learn', path: 'revisions', record: before },
	{ name: 'revisions, learnt', path: 'revisions', record: learntAll },
	{ name: 'revisions, none', path: 'revisions', like: true },
	...changes.map(({ id }) => ({ name: `change ${id}`, path: `revisions/${id}`, record: before })),
	{ name: 'record, the revision was learnt', path: 'record', record: learntAll, like: true }
];

export const screens: Screen[] = [
	...home,
	...lessons,
	...asked,
	...runs,
	...boardScreens,
	...cases,
	...tests,
	...workScreens,
	...exports,
	...lmsScreens,
	...rest,
	...peopleScreens,
	...remember,
	...paperScreens,
	...trainingScreens,
	...workshopScreens,
	...revised
];
