/** A session as full as ninety minutes hold, with everything that can be entered. */
import { resultsOf } from '#workshop/session/results.ts';
import { MAX_TABLES, type Move, type Step } from '#workshop/session/prepared.ts';
import type { Taught } from './course.ts';
import { eventsOf, itemsOfCourse, opened, preparedWith } from './session.ts';

/** 9:02 in Japan. */
export const MORNING = Date.UTC(2027, 3, 5, 0, 2);
export const NAME =
	'令和9年度新規採用職員前期研修（基礎編）協働のまちづくりと市民参加の進め方を考える集合研修（第3回、産業振興課と合同）';
export const PLACE =
	'香美市役所本庁舎3階大会議室（午後からは土佐山田町プラザ八王子の2階研修室に移り、班ごとに分かれて続きを行います）';
export const NOTE = '補助金の様式と提出の時期について、担当の課に確かめてから答えることにした問いです。'
	.repeat(5)
	.slice(0, 200);

/** As much as ninety minutes hold: three questions and two cases with the most to choose, sixteen cards, eight tables. */
export function fullest(course: Taught) {
	const items = itemsOfCourse(course);
	const most = <T>(all: Iterable<T>, count: number, size: (one: T) => number) =>
		[...all].sort((a, b) => size(b) - size(a)).slice(0, count);
	const questions = most(
		items.questions.values(),
		3,
		({ options, stem }) =>
			options.length * 1000 + options.reduce((sum, { text }) => sum + text.length, stem.length)
	);
	const domain = [...items.cases.values()].filter(({ type }) => type === 'domain');
	const cases = [
		...most(domain, 1, (one) => (one.type === 'domain' && one.undecided ? 1 : 0)),
		...most(
			[...items.cases.values()].filter(({ type }) => type === 'conduct'),
			1,
			(one) => (one.type === 'conduct' ? one.options.reduce((sum, { text }) => sum + text.length, 0) : 0)
		)
	];
	const [board] = most(items.boards.values(), 1, ({ cards }) => cards.length);
	if (!board) throw new Error('the course has no board');
	const step = (kind: Step['kind'], item: string, i: number): Step => ({
		id: `${kind}${i}`,
		kind,
		minutes: 10,
		item
	});
	const steps: Step[] = [
		...questions.map(({ id }, i) => step('question', id, i)),
		{ ...step('board', board.id, 0), cards: board.cards.slice(0, 16).map(({ id }) => id) },
		...cases.map(({ id }, i) => step('case', id, i))
	];
	const prepared = preparedWith(items, {
		name: NAME,
		place: PLACE,
		minutes: 90,
		people: 137,
		tables: MAX_TABLES,
		steps
	});
	const session = opened(items, prepared);
	const entries = session.shapes.flatMap(({ step: { id }, options, cards, columns }, at): Move[] => [
		...options.flatMap((option, i): Move[] => [
			{ type: 'COUNT', step: id, round: 1, option, count: 100 + at * 10 + i },
			{ type: 'COUNT', step: id, round: 2, option, count: 200 + at * 10 + i }
		]),
		...cards.flatMap((card, i) =>
			Array.from(
				{ length: MAX_TABLES },
				// Some cards all tables agree on.
				(_, table): Move => ({
					type: 'PLACE',
					step: id,
					card,
					table: table + 1,
					column: columns[(i + (i % 3) * table) % columns.length] ?? ''
				})
			)
		)
	]);
	const events = eventsOf(
		[
			{ type: 'NEXT' },
			...entries,
			...session.shapes.slice(2, 4).map(({ step: { id } }): Move => ({ type: 'NOTE', step: id, text: NOTE }))
		],
		MORNING
	).map((event, i) => ({ ...event, at: MORNING + i * 20_000 }));
	return { items, prepared, events, results: resultsOf(items, session, session.stand(events)) };
}
