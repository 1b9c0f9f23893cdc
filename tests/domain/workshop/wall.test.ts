/** What the wall decides without a screen: which key does what, what the first slide lists, how long the clock is proposed to run. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { agendaOf } from '#workshop/screens/agenda.ts';
import {
	actionOf,
	digitOf,
	KEYS,
	letterOf,
	type Action,
	type Entry,
	type Place
} from '#workshop/screens/keys.ts';
import { minutesFor } from '#workshop/screens/live.ts';
import { namesOf, show } from '#workshop/screens/texts.ts';
import { someCards } from '#workshop/words.ts';
import { room } from './room.ts';

const key = (
	key: string,
	code = '',
	held: Partial<Record<'ctrlKey' | 'altKey' | 'metaKey', boolean>> = {}
) => ({
	key,
	code,
	ctrlKey: false,
	altKey: false,
	metaKey: false,
	...held
});
const on = (
	pressed: ReturnType<typeof key>,
	{ place = 'free', entry, black = false }: { place?: Place; entry?: Entry; black?: boolean } = {}
) => actionOf(pressed, { place, entry, black });

describe('keys', () => {
	test.each<[string, Action | undefined]>([
		['PageDown', 'next'],
		['ArrowRight', 'next'],
		['PageUp', 'back'],
		['ArrowLeft', 'back'],
		['g', 'go'],
		['G', 'go'],
		['n', 'note'],
		['t', 'timer'],
		['z', 'undo'],
		['b', 'blank'],
		['.', 'blank'],
		['x', undefined],
		['Enter', undefined],
		['Escape', undefined],
		['5', undefined],
		['ArrowDown', undefined],
		['Delete', undefined]
	])('%s with the focus nowhere', (name, action) => {
		expect(on(key(name))).toBe(action);
	});

	test.each<[string, Action | undefined, Action | undefined]>([
		['5', 'digit', 'digit'],
		['５', 'digit', 'digit'],
		['+', 'step', undefined],
		['＋', 'step', undefined],
		['-', 'step', undefined],
		['－', 'step', undefined],
		['−', 'step', undefined],
		['ArrowUp', 'move', 'move'],
		['ArrowDown', 'move', 'move'],
		['Backspace', undefined, 'remove'],
		['Delete', undefined, 'remove']
	])('%s where hands are counted, and where tables place cards', (name, hands, tables) => {
		expect(on(key(name), { entry: 'hands' })).toBe(hands);
		expect(on(key(name), { entry: 'tables' })).toBe(tables);
	});

	test('every key of the table does what the table says', () => {
		for (const row of KEYS)
			for (const name of row.keys) {
				const held = name.startsWith('Ctrl+') ? { ctrlKey: true } : {};
				const entry = 'entry' in row ? row.entry[0] : undefined;
				expect(on(key(name.replace('Ctrl+', ''), '', held), entry ? { entry } : {}), name).toBe(row.action);
			}
	});

	test('a clicker works whatever has the focus; other keys are left to whoever writes', () => {
		for (const place of ['busy', 'choice'] as const) {
			expect(on(key('PageDown'), { place })).toBe('next');
			expect(on(key('PageUp'), { place })).toBe('back');
			expect(on(key('ArrowRight'), { place })).toBeUndefined();
		}
		for (const name of ['b', '.', 'g', 'z', '3', 'ArrowDown'])
			expect(on(key(name), { place: 'busy', entry: 'hands' }), name).toBeUndefined();
		expect(on(key('z', '', { ctrlKey: true }), { place: 'busy' })).toBeUndefined();
		// A radio that was pressed keeps its arrows, and nothing else.
		expect(on(key('b'), { place: 'choice' })).toBe('blank');
	});

	test('keys held together with others belong to the browser, but for one', () => {
		for (const held of [{ ctrlKey: true }, { altKey: true }, { metaKey: true }])
			for (const name of ['PageDown', 'ArrowLeft', 'b', 'g', '1'])
				expect(on(key(name, '', held), { entry: 'hands' }), name).toBeUndefined();
		expect(on(key('z', '', { ctrlKey: true }))).toBe('undo');
		expect(on(key('z', '', { ctrlKey: true, altKey: true }))).toBeUndefined();
	});

	test('a black screen is brought back by whatever is pressed to go on, and takes nothing in', () => {
		for (const name of ['b', '.', 'Enter', ' ', 'Escape'])
			expect(on(key(name), { black: true }), name).toBe('blank');
		// Whoever presses on sees the next slide.
		expect(on(key('PageDown'), { black: true })).toBe('next');
		expect(on(key('ArrowLeft'), { black: true })).toBe('back');
		for (const name of ['3', '+', 'ArrowDown', 'Delete', 'z', 'g', 'n', 't'])
			for (const entry of ['hands', 'tables'] as const)
				expect(on(key(name), { black: true, entry }), name).toBeUndefined();
	});

	test('digits and letters are known while Japanese is written, and no other key is taken for one', () => {
		expect(digitOf(key('Process', 'Digit4'))).toBe(4);
		expect(digitOf(key('ぬ', 'Digit1'))).toBe(1);
		expect(digitOf(key('7', 'Numpad7'))).toBe(7);
		expect(letterOf(key('Process', 'KeyB'))).toBe('b');
		expect(letterOf(key('こ', 'KeyB'))).toBe('b');
		// The number block without its lock, and a digit's key that writes a sign.
		expect(digitOf(key('PageUp', 'Numpad9'))).toBeUndefined();
		expect(on(key('PageUp', 'Numpad9'), { entry: 'hands' })).toBe('back');
		expect(digitOf(key('!', 'Digit1'))).toBeUndefined();
		expect(letterOf(key('.', 'KeyE'))).toBeUndefined();
	});

	test('the trainer’s page lists the keys as the wall does', () => {
		const rows = KEYS.map(({ action, keys }) => `| ${namesOf(keys)} | ${show.keyList[action]} |`);
		const page = readFileSync('docs/ja/training.md', 'utf8');
		const table = page.slice(page.indexOf('| キー |')).split('\n\n')[0]?.split('\n').slice(2);
		expect(table).toEqual(rows);
		expect(rows[0]).toBe('| PageDown・→ | 次へ進みます |');
		expect(rows).toContain('| 数字 | 数を入れます。仕分けでは、列の番号を選びます |');
	});
});

describe('the first slide', () => {
	const parts = (...steps: [Parameters<typeof agendaOf>[0][number]['kind'], number][]) =>
		agendaOf(steps.map(([kind, minutes]) => ({ kind, minutes })));

	test('neighbouring steps of a kind are one line, and the opening is none', () => {
		expect(
			parts(['opening', 5], ['question', 5], ['question', 6], ['board', 15], ['question', 4], ['closing', 5])
		).toEqual([
			{ kind: 'question', minutes: 11 },
			{ kind: 'board', minutes: 15 },
			{ kind: 'question', minutes: 4 },
			{ kind: 'closing', minutes: 5 }
		]);
	});
	test('too many lines become one for every kind', () => {
		const steps = Array.from(
			{ length: 10 },
			(_, i) => [i % 2 ? 'talk' : 'case', i] as ['talk' | 'case', number]
		);
		expect(parts(...steps)).toEqual([
			{ kind: 'case', minutes: 20 },
			{ kind: 'talk', minutes: 25 }
		]);
		expect(parts(...steps.slice(0, 8))).toHaveLength(8);
	});
	test('no minute of a session is lost', () => {
		const steps = room().shapes.map(({ step }) => step);
		const sum = (all: { minutes: number }[]) => all.reduce((total, { minutes }) => total + minutes, 0);
		expect(sum(agendaOf(steps))).toBe(sum(steps.filter(({ kind }) => kind !== 'opening')));
	});
});

test('the clock is proposed for what a slide is for, never for a whole step of many slides', () => {
	for (const phase of ['vote1', 'vote2', 'compare', 'answer', 'reason', 'hold', 'card'] as const)
		expect(minutesFor(phase, 13), phase).toBe(1);
	expect(minutesFor('talk', 13)).toBe(3);
	expect(minutesFor('talk', 5)).toBe(2);
	expect(minutesFor('what', 10)).toBe(3);
	expect(minutesFor('heat', 15)).toBe(2);
	expect(minutesFor('place', 15)).toBe(8);
	expect(minutesFor('text', 12)).toBe(12);
	// A step without minutes has a clock all the same.
	for (const phase of ['text', 'place', 'talk', 'what'] as const) expect(minutesFor(phase, 0)).toBe(1);
});

test('a board of which some cards are placed says so', () => {
	expect(someCards('13の事業を置く', 8)).toBe('13の事業を置く（うち8枚）');
});
