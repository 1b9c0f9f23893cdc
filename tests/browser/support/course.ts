/** A small invented course for component tests: six columns, one of them aside, names that must not be broken. */
import type { Reference } from '#course/parts.ts';
import { DomainMap, GlossaryEntry, Passage } from '#course/schema.ts';
import type { Reader } from '#ui/reader.ts';
import * as v from 'valibot';

export const map = v.parse(DomainMap, {
	title: '本の置き方',
	column: '棚',
	caption: 'この試験の図です。',
	legend: '斜線は読む人、ぬりは係',
	start: '読む人',
	end: '係',
	domains: [
		{
			id: 'a',
			name: '読書主体',
			definition: '読む人が自分で選ぶ棚',
			short: '読む人が選ぶ',
			share: 100,
			cite: ['X-01']
		},
		{
			id: 'b',
			name: '読書優先',
			definition: '読む人が選び、係が助ける棚',
			short: '係が助ける',
			share: 70,
			cite: ['X-02']
		},
		{
			id: 'c',
			name: '共同',
			definition: '両方で相談して決める棚',
			short: '両方で決める',
			share: 50,
			cite: ['X-03']
		},
		{
			id: 'd',
			name: '係優先',
			definition: '係が選び、読む人が助ける棚',
			short: '読む人が助ける',
			share: 30,
			cite: ['X-04']
		},
		{
			id: 'e',
			name: '（意見）',
			definition: '意見だけを聞く棚',
			short: '意見を聞く',
			share: 0,
			aside: true,
			cite: ['X-05']
		},
		{
			id: 'f',
			name: '係主体',
			definition: '係が自分で決める棚',
			short: '係が決める',
			share: 0,
			cite: ['X-06']
		}
	],
	spans: [{ id: 's', name: '狭い共同', note: '三つの棚', first: 'b', last: 'd', cite: ['X-03'] }],
	rows: [
		{
			id: 'r',
			name: '本の例',
			instead: { f: '例' },
			entries: [
				{ id: 'e1', text: '昔話の本', domain: 'a', cite: ['X-01'] },
				{ id: 'e2', text: '地図とかるた', breaks: ['地図と', 'かるた'], domain: 'c', cite: ['X-03'] }
			]
		}
	]
});

export const reference: Reference = {
	passages: v.parse(
		v.array(Passage),
		Array.from({ length: 20 }, (_, i) => ({
			id: `X-${String(i + 1).padStart(2, '0')}`,
			section: `${i + 1}段落`,
			printed: `${i + 1}番目の原文`,
			statement: '文です。',
			keys: ['文']
		}))
	),
	glossary: v.parse(v.array(GlossaryEntry), [
		{ id: 'g_tana', term: '棚', reading: 'たな', gloss: '本を置く台のこと。', from: 'general' }
	]),
	pretest: []
};

export const reader: Reader = {
	index: {
		id: 'books',
		revision: 1,
		title: '本の置き方を学ぶ',
		lead: '試験用の課程です。',
		source: { title: '置き方の手引き', kind: '手引き', issued: '令和1年', owner: '図書係' },
		serves: { text: '手引き', cite: [] },
		disclaimer: '試験用です。',
		nobreak: ['読書主体', '昔話の本'],
		test: { unit: 'u2', draw: 1, pass: 0.8 },
		map,
		units: [],
		pretest: []
	},
	reference: async () => reference,
	ruby: true
};
