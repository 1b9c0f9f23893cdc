/** A learner at work on a small invented course, without an app around: what happens is kept in memory. */
import type { CourseSource } from '#course/parts.ts';
import { Casework, PretestItem } from '#course/schema.ts';
import { Session } from '#learn/session.svelte.ts';
import { createMemoryStore } from '#stores/memory/store.ts';
import type { Happened } from '#record/events.ts';
import * as v from 'valibot';
import { reader, reference } from './course.ts';

const option = (id: string, band: string, go: unknown, more: object = {}) => ({
	id,
	text: `${id}を選ぶ`,
	band,
	reason: `${id}の理由です。`,
	cite: ['X-01'],
	consequence: `${id}の後のことです。`,
	go,
	...more
});

/** Three steps at most; the second remembers the first, and the way of `late` ends elsewhere. */
export const work = v.parse(Casework, {
	id: 'w_books',
	unit: 'u1',
	title: '戻ってきた本',
	scene: '返却された本が積んであります。',
	page: 'p1',
	longest: 3,
	first: 'first',
	steps: [
		{
			id: 'first',
			kind: 'notice',
			title: '朝の机',
			text: '本が10冊あります。',
			ask: 'まず、何をしますか。',
			options: [
				option('sort', 'best', 'place'),
				option('wait', 'hard', 'place'),
				option('drop', 'impossible', 'place')
			]
		},
		{
			id: 'place',
			kind: 'domain',
			title: '棚を考える',
			text: '昔話の本が残りました。',
			recalls: [{ if: { first: 'wait' }, text: 'もう昼です。' }],
			ask: 'どの棚ですか。',
			options: [
				option('shelf_f', 'hard', 'last', { domain: 'f' }),
				option('shelf_a', 'best', 'last', { domain: 'a' })
			]
		},
		{
			id: 'last',
			kind: 'evaluate',
			title: '夕方',
			text: '片づきました。',
			ask: '最後に、何をしますか。',
			options: [
				option('note', 'best', [{ if: { first: 'wait' }, go: 'late' }, { go: 'tidy' }]),
				option('leave', 'defensible', 'late')
			]
		}
	],
	ends: [
		{ id: 'tidy', title: '片づいた棚', text: '次の人が見つけます。', cite: ['X-02'] },
		{ id: 'late', title: '遅い片づけ', text: '明日に残りました。', from: 'general' }
	]
});

export const pretest = v.parse(
	v.array(PretestItem),
	[
		['t_a', 'u1', true],
		['t_b', 'u1', false],
		['t_c', 'u2', true]
	].map(([id, unit, right]) => ({
		id,
		unit,
		before: `${String(id)}の前の文です。`,
		after: `${String(id)}の後の文です。`,
		right,
		reason: `${String(id)}の理由です。`,
		cite: ['X-03']
	}))
);

const unit = (id: string, title: string, casework: Casework[]) => ({
	id,
	title,
	summary: '',
	goal: '',
	minutes: 1,
	pages: [{ id: id === 'u1' ? 'p1' : 'p2', title: `${title}のページ`, questions: [], boards: [] }],
	questions: [],
	boards: [],
	cases: [],
	casework
});
const source: CourseSource = {
	index: {
		...reader.index,
		units: [unit('u1', '棚の章', [work]), unit('u2', '係の章', [])],
		pretest: pretest.map((item) => ({ id: item.id, unit: item.unit, right: item.right }))
	},
	unit: async (id) => ({
		id,
		pages: [],
		questions: [],
		boards: [],
		cases: [],
		casework: id === 'u1' ? [work] : []
	}),
	reference: async () => ({ ...reference, pretest })
};

/** A session in which some things have happened already. */
export async function session(...happened: Happened[]): Promise<Session> {
	let now = Date.UTC(2026, 3, 1);
	const store = createMemoryStore({ course: 'books', learner: { id: 'local' }, now: () => now });
	const open = await Session.open(source, store, {
		now: () => (now += 1_000),
		tag: () => 'tag',
		go: () => {},
		rescore: async (events) => events
	});
	for (const one of happened) open.happened(one);
	return open;
}
