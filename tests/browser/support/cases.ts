/** Invented cases on the invented map, a session that keeps nothing, and one record of what it was told. */
import type { CourseIndex, CourseSource, Reference } from '#course/parts.ts';
import { Case, DomainRule, type ConductCase, type DomainCase } from '#course/schema.ts';
import { Session } from '#learn/session.svelte.ts';
import type { LmsSide } from '#record/lms.ts';
import { createMemoryStore } from '#stores/memory/store.ts';
import * as v from 'valibot';
import { map, reader, reference } from './course.ts';

const because = (text: string, cite: string) => ({ because: text, cite: [cite] });
export const rule = v.parse(DomainRule, {
	title: '棚の見分け方',
	note: '問いの順に並べたものです。',
	reading: 'この教材の読み方',
	undecided: { name: '手引きからは決まらない', text: '手引きに説明がありません。' },
	switches: [
		{
			id: 'who',
			ask: 'だれが選ぶか',
			options: [
				{ id: 'reader', label: '読む人' },
				{ id: 'staff', label: '係' },
				{ id: 'nobody', label: '決まっていない' }
			]
		},
		{
			id: 'help',
			ask: 'もう一方は助けるか',
			options: [
				{ id: 'no', label: '助けない' },
				{ id: 'yes', label: '助ける' }
			]
		},
		{
			id: 'price',
			ask: '本の値段は',
			options: [
				{ id: 'low', label: '安い' },
				{ id: 'high', label: '高い' }
			],
			unmoved: { because: '手引きは値段で分けていません。', from: 'general' }
		}
	],
	first: 's_who',
	steps: [
		{
			id: 's_who',
			switch: 'who',
			to: {
				reader: { go: 's_reader', ...because('読む人が選ぶので、次に助けを見ます。', 'X-01') },
				staff: { domain: 'f', ...because('係が決めるので、係主体です。', 'X-06') },
				nobody: { undecided: true, because: '選ぶ人が決まっていません。', from: 'general' }
			}
		},
		{
			id: 's_reader',
			switch: 'help',
			to: {
				no: { domain: 'a', ...because('助けがないので、読書主体です。', 'X-01') },
				yes: { domain: 'b', ...because('係が助けるので、読書優先です。', 'X-02') }
			}
		}
	]
});

const bands = { a: 'best', b: 'defensible', c: 'defensible', d: 'hard', e: 'impossible', f: 'impossible' };
const base = { unit: 'u1', takeaway: '選ぶ人を見ます。', page: 'p1' };
export const domainCase = v.parse(Case, {
	...base,
	id: 'k_hon',
	type: 'domain',
	title: '一人で選んだ本',
	scene: '読む人が、本を一人で選びました。',
	question: 'この本は、どの棚に当たりますか。',
	card: '選んだ本',
	teach: 'half',
	set: { who: 'reader', help: 'no', price: 'low' },
	turn: ['who', 'help', 'price'],
	words: { help: { ask: '係は助けるか', options: { yes: '本を探す' } } },
	reads: { who: '「一人で選びました」とあるので、読む人です。', help: '係は出てきません。' },
	cells: Object.fromEntries(
		Object.entries(bands).map(([id, band]) => [
			id,
			{ band, reason: `${id}の理由です。`, cite: ['X-01'], consequence: `${id}のその後です。` }
		])
	),
	undecided: { band: 'hard', reason: '決まっています。', cite: ['X-01'] }
}) as DomainCase;
export const conductCase = v.parse(Case, {
	...base,
	id: 'k_koe',
	type: 'conduct',
	title: '大きな声',
	scene: '大きな声で読む人がいます。',
	question: '何をしますか。',
	options: [
		{ id: 'a', text: '場所を案内する', band: 'best' },
		{ id: 'b', text: '静かに頼む', band: 'defensible' },
		{ id: 'c', text: '知らないふりをする', band: 'impossible' }
	].map((one) => ({
		...one,
		reason: `${one.text}理由です。`,
		cite: ['X-03'],
		consequence: '静かになりました。'
	}))
}) as ConductCase;

const cases = [domainCase, conductCase];
const unit = { id: 'u1', title: '棚', goal: '分かる', summary: '棚の話', minutes: 1 };
const index = {
	...reader.index,
	units: [
		{
			...unit,
			pages: [{ id: 'p1', title: '棚のページ', questions: [], boards: [] }],
			questions: [],
			boards: [],
			casework: [],
			cases: [
				{ id: 'k_hon', type: 'domain', title: domainCase.title, teach: 'half' },
				{ id: 'k_koe', type: 'conduct', title: conductCase.title }
			]
		}
	]
} as unknown as CourseIndex;
export const known: Reference = { ...reference, rule };
export const source: CourseSource = {
	index,
	unit: async () => ({ id: 'u1', pages: [], questions: [], boards: [], cases, casework: [] }),
	reference: async () => known
};

/** A session with an empty record; `lms`: as in a package. Time stands still at one second. */
export async function newSession(lms?: Partial<LmsSide>): Promise<Session> {
	const store = createMemoryStore({ course: index.id, learner: { id: 'local' }, now: () => 1_000 });
	const inLms = lms ? Object.assign(store, { lms }) : store;
	return Session.open(source, inLms, {
		now: () => 1_000,
		tag: () => 'abcd1234',
		go: () => undefined,
		rescore: async (events) => events
	});
}
export { map };
