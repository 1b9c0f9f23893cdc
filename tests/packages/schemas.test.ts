/** Manifests against the standards' own schema files, as they lie in the package: nothing is asked of the outside. */
import { describe, expect, test } from 'vitest';
import { validateXML, type XMLFileInfo } from 'xmllint-wasm';
import { lint } from '#packages/lint.ts';
import type { Files } from '#packages/target.ts';
import { targets } from '#packages/targets.ts';
import { contradictions } from '#packages/rule.ts';
import { TARGETS } from '#record/payload.ts';
import { Rule } from '#record/rule.ts';
import { manifest, mini, order, packed, rule, text, value, withIndex } from './orders.ts';

/**
 * A schema that takes in those the manifest names, by the names it gives. That for LOM metadata, of which no package has any, is left
 * out: this validator finds its content models ambiguous.
 */
function driver(xml: string): string {
	const pairs = (/schemaLocation="([^"]+)"/u.exec(xml)?.[1] ?? '').split(' ');
	const imports = pairs.flatMap((namespace, at) =>
		at % 2 === 0 && !namespace.includes('imsmd')
			? [`<xs:import namespace="${namespace}" schemaLocation="${pairs[at + 1]}"/>`]
			: []
	);
	return `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${imports.join('')}</xs:schema>`;
}

async function validate(files: Files, xml = manifest(files)) {
	const preload: XMLFileInfo[] = [...files.keys()]
		.filter((name) => /\.(?:xsd|dtd)$/u.test(name))
		.map((fileName) => ({ fileName, contents: text(files, fileName) }));
	const { errors } = await validateXML({
		xml: { fileName: 'imsmanifest.xml', contents: xml },
		schema: { fileName: 'driver.xsd', contents: driver(xml) },
		preload,
		// With the DTDs loaded: what they name has to be in the package, too.
		modifyArguments: (args) => ['--nonet', '--loaddtd', ...args]
	});
	return errors.map((error) => error.message);
}

const { completes, onComplete, onFail, score } = Rule.entries;
const rules: Rule[] = completes.options
	.flatMap((c) => onComplete.options.map((d) => ({ ...rule, completes: c, onComplete: d })))
	.flatMap((one) => onFail.options.map((f) => ({ ...one, onFail: f })))
	.flatMap((one) => score.options.map((s) => ({ ...one, score: s })))
	.flatMap((one) => [true, false].map((interactions) => ({ ...one, interactions })))
	.filter((one) => contradictions(one).length === 0);

describe.each(TARGETS)('a manifest for %s', (target) => {
	test('is valid by the schema files in its package, without asking outside', async () => {
		expect(await validate(packed(target))).toEqual([]);
	});

	test('is valid, and found sound, under every rule that can be packed', async () => {
		expect(rules.length).toBe(28);
		const different = new Map<string, Files>();
		for (const one of rules) {
			const files = packed(target, { rule: one });
			expect(lint(files)).toEqual([]);
			different.set(manifest(files), files);
		}
		// With and without the pass mark, with and without the codebook.
		expect(different.size).toBe(4);
		for (const files of different.values()) expect(await validate(files)).toEqual([]);
	});

	test.each(['あ'.repeat(200), '<&>"\'', '=1+1 ]]>', '𠮷野家の研修 ①'])(
		'is valid with the title %s',
		async (title) => {
			const files = packed(target, { title });
			expect(lint(files)).toEqual([]);
			expect(await validate(files)).toEqual([]);
		}
	);

	test('is valid for a course with the longest id', async () => {
		const files = packed(target, { course: withIndex({ id: 'a'.repeat(40) }) });
		expect(lint(files)).toEqual([]);
		expect(await validate(files)).toEqual([]);
	});

	test('would be refused with an unknown element, a title that is too long, or a doubled identifier', async () => {
		const files = packed(target);
		const xml = manifest(files);
		for (const broken of [
			xml.replace('<metadata>', '<metadaten>').replace('</metadata>', '</metadaten>'),
			xml.replace(/identifier="ITEM-[^"]+"/u, `identifier="ORG-${mini.index.id}"`)
		])
			expect(await validate(files, broken)).not.toEqual([]);
	});

	test('carries one person’s progress without another finding', () => {
		const carried = { learner: {}, exportedAt: 0, revision: 1, events: [] };
		expect(lint(value(targets[target].pack(order({ carried }))))).toEqual([]);
	});
});
