/** Several people at one computer: names, records, and what deleting takes along. */
import { describe, expect, it } from 'vitest';
import { personFrom, readPerson, type Person } from '#record/people.ts';
import { openIndexedDbStore } from '#stores/indexeddb/store.ts';
import { openPeople } from '#stores/people/people.ts';
import { answers, eventsOf, saveAll } from './contract.ts';
import { bench, type Bench } from './surroundings.ts';

const person = (id: string, name: string): Person => ({ id, name });
const people = (here: Bench) => openPeople(here, ['one', 'two']);
async function store(here: Bench, course: string, { id, name }: { id: string; name?: string }) {
	const learner = { id, ...(name === undefined ? {} : { name }) };
	const opened = await openIndexedDbStore({ ...here, course, learner });
	if (!opened.ok) throw new Error(opened.error);
	return opened.value;
}
async function answered(here: Bench, course: string, who: { id: string; name?: string }, count: number) {
	const kept = await store(here, course, who);
	await saveAll(kept, answers(count));
	await kept.close('suspend');
}
async function countOf(here: Bench, course: string, id: string): Promise<number> {
	const kept = await store(here, course, { id });
	const { length } = await eventsOf(kept);
	await kept.close('suspend');
	return length;
}
const names = async (here: Bench) => {
	const listed = await people(here).list();
	return listed.ok ? listed.value.map(({ name }) => name) : listed.error;
};

const hanako = person('hanako', '佐藤 花子');
const ichiro = person('ichiro', '鈴木 一郎');

async function threePeople(): Promise<Bench> {
	const here = bench();
	for (const one of [ichiro, hanako]) await people(here).put(one);
	await answered(here, 'one', hanako, 3);
	await answered(here, 'two', hanako, 2);
	await answered(here, 'one', ichiro, 4);
	await answered(here, 'one', { id: 'local' }, 1);
	return here;
}

describe('the people of a browser', () => {
	it('are none at first, and are listed by name with what is known of them', async () => {
		const here = bench();
		expect(await people(here).list()).toEqual({ ok: true, value: [] });
		const known: Person = { ...hanako, department: '総務課', number: '00123' };
		await people(here).put(ichiro);
		await people(here).put(known);
		expect(await people(here).list()).toEqual({ ok: true, value: [known, ichiro] });
	});

	it('leave footprints in every course, and nobody elses', async () => {
		const here = await threePeople();
		expect(await people(here).footprint('hanako')).toEqual({
			ok: true,
			value: [
				{ course: 'one', answers: 3 },
				{ course: 'two', answers: 2 }
			]
		});
		expect(await people(here).footprint('nobody')).toEqual({ ok: true, value: [] });
	});

	it('go with all their records and touch nobody elses', async () => {
		const here = await threePeople();
		expect(await people(here).remove('hanako')).toEqual({ ok: true, value: undefined });
		expect(await names(here)).toEqual([ichiro.name]);
		expect(await countOf(here, 'one', 'hanako')).toBe(0);
		expect(await countOf(here, 'two', 'hanako')).toBe(0);
		expect(await countOf(here, 'one', 'ichiro')).toBe(4);
		expect(await countOf(here, 'one', 'local')).toBe(1);
	});

	it('go all at once, the one without a name and those whose name was lost too', async () => {
		const here = await threePeople();
		await answered(here, 'two', { id: 'forgotten' }, 2);
		expect(await people(here).removeAll()).toEqual({ ok: true, value: undefined });
		expect(await names(here)).toEqual([]);
		for (const id of ['hanako', 'ichiro', 'local', 'forgotten']) {
			for (const course of ['one', 'two']) expect(await countOf(here, course, id)).toBe(0);
		}
	});

	it('go from an open window as well, which does not write them again', async () => {
		const here = await threePeople();
		const open = await store(here, 'one', hanako);
		let told = 0;
		open.onCleared?.(() => (told += 1));
		await people(here).remove('hanako');
		expect(told).toBeGreaterThan(0);
		await open.close('suspend');
		expect(await countOf(here, 'one', 'hanako')).toBe(0);
	});

	it('are found again by their records when the names were wiped', async () => {
		const here = await threePeople();
		await new Promise<void>((resolve) => {
			here.indexedDB.deleteDatabase('manabiya-people').onsuccess = () => resolve();
		});
		expect(await names(here)).toEqual([hanako.name, ichiro.name]);
	});

	it('are not touched by a database of a newer version: that is said, and the name stays', async () => {
		const here = await threePeople();
		await new Promise<void>((resolve) => {
			const request = here.indexedDB.open('manabiya:two', 990);
			request.onsuccess = () => {
				request.result.close();
				resolve();
			};
		});
		expect(await people(here).remove('hanako')).toEqual({ ok: false, error: 'newer-version' });
		expect(await names(here)).toEqual([hanako.name, ichiro.name]);
	});

	it('cannot be kept where nothing can be: that is said', async () => {
		const { indexedDB: _none, ...here } = bench();
		expect(await openPeople(here, []).put(hanako)).toMatchObject({ ok: false });
	});
});

describe('a name', () => {
	it('is one line of at most 40 characters, however it was typed or pasted', () => {
		const typed = { name: ' 佐藤\n\t花子\u202e ', department: '', number: ' 00123 ' };
		expect(personFrom('p1', typed)).toEqual({ id: 'p1', name: '佐藤 花子', number: '00123' });
		expect(personFrom('p1', { ...typed, name: ' \n ' })).toBeUndefined();
		expect(personFrom('p1', { ...typed, name: '花'.repeat(41) })).toBeUndefined();
	});

	it('from elsewhere is read only when it is sound', () => {
		expect(readPerson({ ...hanako, extra: 1 })).toEqual(hanako);
		for (const bad of [null, 'x', {}, { id: '../x', name: 'a' }, { id: 'a', name: 3 }])
			expect(readPerson(bad)).toBeUndefined();
	});
});
