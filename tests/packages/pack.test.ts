import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { takesPayload } from '#packages/player.ts';
import { targets } from '#packages/targets.ts';
import { TARGETS, type Carried, type Payload, type Target } from '#record/payload.ts';
import {
	judged,
	kit,
	manifest,
	mini,
	order,
	packed,
	refused,
	rule,
	shipped,
	text,
	withIndex
} from './orders.ts';

test('every folder of packages is a registered target', () => {
	const folders = readdirSync('src/lib/packages', { withFileTypes: true })
		.filter((entry) => entry.isDirectory() && entry.name !== 'lint')
		.map((entry) => entry.name);
	expect(folders.sort()).toEqual(Object.keys(targets).sort());
	expect([...TARGETS].sort()).toEqual(folders.sort());
});

function payloadIn(page: string): Payload {
	const json = /<script type="application\/json" id="payload">(.*?)<\/script>/su.exec(page)?.[1];
	return JSON.parse(json ?? '') as Payload;
}

describe.each(TARGETS)('a package for %s', (target: Target) => {
	const files = packed(target);

	test('has the player, the manifest, the schema files, and what people read', () => {
		expect([...files.keys()]).toEqual(
			expect.arrayContaining([
				'imsmanifest.xml',
				'index.html',
				'codebook.csv',
				'import-notes.txt',
				'licenses.txt',
				...Object.keys(kit.schemas[target])
			])
		);
		for (const [name, schema] of Object.entries(kit.schemas[target])) expect(text(files, name)).toBe(schema);
		expect(text(files, 'licenses.txt')).toBe(kit.licences);
	});

	test('has the course in its player, with the pass mark of the rule', () => {
		const page = text(packed(target, { rule: { ...rule, pass: 0.5 } }), 'index.html');
		const { course, ...rest } = payloadIn(page);
		expect(rest).toEqual({ version: 1, target, rule: { ...rule, pass: 0.5 } });
		expect(course.index.test).toEqual({ ...mini.index.test, pass: 0.5 });
		expect(JSON.stringify([course.units, course.reference])).toBe(
			JSON.stringify([mini.units, mini.reference])
		);
	});

	test('leaves the course it was given as it was', () => {
		packed(target, { rule: { ...rule, pass: 0.5 } });
		expect(mini.index.test.pass).toBe(0.75);
	});

	test('lists every other file in the manifest, once', () => {
		const listed = [...manifest(files).matchAll(/<file href="([^"]+)"\/>/gu)].map((match) => match[1]);
		expect(listed.sort()).toEqual([...files.keys()].filter((name) => name !== 'imsmanifest.xml').sort());
	});

	test('keeps its identifiers when the title and the revision of the course change', () => {
		const ids = (xml: string) =>
			[...xml.matchAll(/ identifier(?:ref)?="([^"]+)"/gu)].map((match) => match[1]);
		const before = ids(manifest(files));
		const course = withIndex({ revision: 9, title: '別の題' });
		expect(ids(manifest(packed(target, { course, title: 'LMSの題' })))).toEqual(before);
		expect(new Set(before).size).toBe(before.length - 1);
		expect(before.every((id) => id?.includes(mini.index.id))).toBe(true);
	});

	test('has a manifest without a mark at its start, with line feeds only', () => {
		expect(manifest(files).startsWith('<?xml version="1.0" encoding="UTF-8"?>\n')).toBe(true);
		expect(manifest(files)).not.toContain('\r');
	});

	test('writes the pass mark into the manifest only where the score alone decides', () => {
		const mark = (change: Partial<typeof rule>) =>
			/<adlcp:masteryscore>(.*)<\/|<imsss:minNormalizedMeasure>(.*)<\//u.exec(
				manifest(packed(target, { rule: { ...judged, ...change } }))
			);
		expect(mark({})?.slice(1).find(Boolean)).toBe(target === 'scorm12' ? '80' : '0.8');
		// A good test is no completed course: 1.2 has one word for both.
		if (target === 'scorm12') expect(mark({ completes: 'both' })).toBeNull();
		else expect(mark({ completes: 'both' })?.[2]).toBe('0.8');
		expect(mark({ score: 'none' })).toBeNull();
		expect(mark({ onFail: 'incomplete' })).toBeNull();
		expect(mark({ onComplete: 'completed', onFail: 'incomplete' })).toBeNull();
		expect(mark({ completes: 'units', onComplete: 'completed', onFail: 'incomplete' })).toBeNull();
	});

	test('escapes the title, and takes control characters and halves of characters out of it', () => {
		const title = ' A & B <「"\'」>\n次\u0000の\u000B行\uD800\uFFFF\u2028終わり ';
		expect(manifest(packed(target, { title }))).toContain(
			'<title>A &amp; B &lt;「&quot;&apos;」&gt; 次の 行 終わり</title>'
		);
	});

	test('refuses a title that is empty or longer than 200 characters, also the course’s own', () => {
		expect(refused(target, { title: ' \u0007 ' }).map((one) => one.code)).toEqual(['title-empty']);
		expect(
			refused(target, { course: withIndex({ title: 'あ'.repeat(201) }) }).map((one) => one.code)
		).toEqual(['title-long']);
		expect(manifest(packed(target, { title: 'あ'.repeat(200) }))).toContain('あ'.repeat(200));
	});

	test('refuses a player without the one empty element for the course, and a kit without its schema files', () => {
		const without = refused(target, { kit: { ...kit, player: '<!doctype html>' } });
		expect(without.map((one) => one.code)).toEqual(['player']);
		const twice = refused(target, { kit: { ...kit, player: kit.player + kit.player } });
		expect(twice.map((one) => one.code)).toEqual(['player']);
		const schemas = { ...kit.schemas, [target]: {} };
		expect(refused(target, { kit: { ...kit, schemas } }).map((one) => one.code)).toEqual(['schemas']);
	});

	test('carries one person’s progress, and says in the notes whose and how much', () => {
		const carried: Carried = {
			learner: { name: '山田 花子' },
			exportedAt: 1_700_000_000_000,
			revision: 3,
			events: [{ id: 'e1', at: 1, type: 'pageDone', page: 'm1_p1' }]
		};
		const personal = packed(target, { carried });
		expect(payloadIn(text(personal, 'index.html')).carried).toEqual(carried);
		expect(text(personal, 'import-notes.txt')).toContain('山田 花子さんの、これまでの学習記録（1件）');
		expect(text(files, 'import-notes.txt')).not.toContain('特定の人');
	});

	test('has no codebook when no answers are sent', () => {
		const silent = packed(target, { rule: { ...rule, interactions: false } });
		expect([...silent.keys()]).not.toContain('codebook.csv');
		expect(manifest(silent)).not.toContain('codebook');
	});

	test('has notes that Windows reads: a mark at the start, and CRLF', () => {
		const notes = text(files, 'import-notes.txt');
		expect(notes.startsWith('\uFEFF')).toBe(true);
		expect(notes.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
	});

	test('packs the shipped course', () => {
		expect(payloadIn(text(packed(target, { course: shipped }), 'index.html')).course.units).toHaveLength(
			shipped.units.length
		);
	});
});

describe('the payload', () => {
	test('ends no script and opens no comment, whatever the course says', () => {
		const lead = '</script><!-- <script> \u2028\u2029 $& $1 ]]>';
		const page = text(packed('scorm12', { course: withIndex({ lead }) }), 'index.html');
		expect(payloadIn(page).course.index.lead).toBe(lead);
		expect(page).not.toMatch(/[\u2028\u2029]/u);
		expect(page.split('</script').length).toBe(kit.player.split('</script').length);
	});

	test('comes back as it was put in, for any text', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (lead) => {
				const page = text(packed('scorm12', { course: withIndex({ lead }) }), 'index.html');
				expect(payloadIn(page).course.index.lead).toBe(lead);
			}),
			{ numRuns: 50 }
		);
	});

	test('goes into the element however its attributes stand', () => {
		expect(takesPayload('<script id="payload" type="application/json"> </script>')).toBe(true);
		expect(takesPayload('<script id="payload" type="application/json">{}</script>')).toBe(false);
		expect(takesPayload('<script id="payload"></script>')).toBe(false);
	});
});

test('the same order gives the same files', () => {
	for (const target of TARGETS) expect(targets[target].pack(order())).toEqual(targets[target].pack(order()));
});
