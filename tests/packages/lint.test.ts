/** One package broken in one place for every rule: only that rule speaks, at that place, and says what to do. */
import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { lint, RULES } from '#packages/lint.ts';
import type { Files } from '#packages/target.ts';
import { TARGETS, type Target } from '#record/payload.ts';
import { judged, manifest, packed, text } from './orders.ts';

type Break = (files: Files) => void;
const sound = (target: Target) => packed(target, { rule: judged });

/** Edits a text file of the package; an edit that changes nothing is out of date. */
function edit(name: string, find: string | RegExp, put: string): Break {
	return (files) => {
		const before = text(files, name);
		const after = before.replace(find, () => put);
		if (after === before) throw new Error(`${name} has no ${String(find)}`);
		files.set(name, strToU8(after));
	};
}
const inManifest = (find: string | RegExp, put: string) => edit('imsmanifest.xml', find, put);
const add =
	(name: string, content = 'x'): Break =>
	(files) => {
		files.set(name, strToU8(content));
		edit('imsmanifest.xml', /(?=\t*<\/resource>\s*<\/resources>)/u, `<file href="${name}"/>`)(files);
	};
const rename =
	(from: string, to: string): Break =>
	(files) => {
		files.set(to, files.get(from) ?? new Uint8Array());
		files.delete(from);
	};
const both =
	(...breaks: Break[]): Break =>
	(files) =>
		breaks.forEach((one) => one(files));
/** A second item with a resource of its own. */
const second = (item: string, resource: string) =>
	both(inManifest(/(?<=<\/item>)/u, item), inManifest('</resources>', `${resource}</resources>`));

/** Rule, target, what is broken, and where the finding points: a line that holds this text, or a file. */
const CASES: [rule: string, target: Target, broken: Break, at: string | RegExp][] = [
	[
		'manifest-missing',
		'scorm12',
		rename('imsmanifest.xml', 'course/imsmanifest.xml'),
		'course/imsmanifest.xml'
	],
	['file-name', 'scorm12', add('図1.png'), '図1.png'],
	['file-case', 'scorm12', add('Figure.png'), 'Figure.png'],
	['file-path', 'scorm12', (files) => void files.set('../notes.txt', strToU8('x')), '../notes.txt'],
	['file-stray', 'scorm12', add('__MACOSX/._index.html'), '__MACOSX/._index.html'],
	['file-empty', 'scorm12', add('empty.txt', ''), 'empty.txt'],
	[
		'schema-outside',
		'scorm2004-4',
		edit('imscp_v1p1.xsd', 'schemaLocation = "xml.xsd"', 'schemaLocation = "http://www.w3.org/2001/xml.xsd"'),
		'imscp_v1p1.xsd'
	],
	[
		'schema-missing',
		'scorm2004-3',
		both((files) => void files.delete('datatypes.dtd'), inManifest(/.*"datatypes\.dtd".*\n/u, '')),
		'XMLSchema.dtd'
	],
	[
		'manifest-utf8',
		'scorm12',
		(files) => void files.set('imsmanifest.xml', new Uint8Array([0x3c, 0x8c, 0xa4, 0x8f, 0x43])),
		'imsmanifest.xml'
	],
	['manifest-bom', 'scorm2004-4', inManifest(/^/u, '\uFEFF'), /<\?xml/u],
	['manifest-declaration', 'scorm12', inManifest('encoding="UTF-8"', 'encoding="Shift_JIS"'), /<\?xml/u],
	['manifest-doctype', 'scorm12', inManifest('\n<manifest', '<!DOCTYPE manifest>\n<manifest'), /<\?xml/u],
	[
		'manifest-malformed',
		'scorm12',
		inManifest('</organizations>', '</organization>'),
		/^\t<\/organization>/u
	],
	[
		'root',
		'scorm12',
		inManifest('xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"', 'xmlns="urn:x"'),
		/<manifest/u
	],
	['schema-name', 'scorm2004-4', inManifest('ADL SCORM', 'SCORM'), /<schema>/u],
	['schema-version', 'scorm2004-4', inManifest('2004 4th Edition', '2004 4th edition'), /<schemaversion>/u],
	[
		'adlcp-prefix',
		'scorm12',
		(files) => files.set('imsmanifest.xml', strToU8(manifest(files).replaceAll(/adlcp(?=[:=])/gu, 'adl'))),
		/<adl:masteryscore/u
	],
	[
		'foreign-namespace',
		'scorm12',
		inManifest(
			'</adlcp:masteryscore>',
			'</adlcp:masteryscore><s:sequencing xmlns:s="http://www.imsglobal.org/xsd/imsss"/>'
		),
		/<s:sequencing/u
	],
	['identifier-form', 'scorm12', inManifest('identifier="MANIFEST-', 'identifier="1-'), /<manifest/u],
	['identifier-twice', 'scorm12', inManifest(/identifier="ITEM-/u, 'identifier="MANIFEST-'), /<item/u],
	['organization-default', 'scorm2004-3', inManifest('default="ORG-', 'default="ORG-x-'), /<organizations/u],
	['title-missing', 'scorm12', inManifest(/<title>.*<\/title>/u, '<title> </title>'), /<organization /u],
	[
		'title-long',
		'scorm2004-4',
		inManifest(/<title>.*<\/title>/u, `<title>${'あ'.repeat(201)}</title>`),
		/<title>ああ/u
	],
	['item-missing', 'scorm12', inManifest(/<item [^]*<\/item>/u, ''), /<manifest/u],
	[
		'item-leaf',
		'scorm12',
		inManifest(/(?<=<\/item>)/u, '<item identifier="I2"><title>空</title></item>'),
		/<item identifier="I2"/u
	],
	[
		'item-branch',
		'scorm12',
		inManifest(
			/(?=<\/item>)/u,
			'<item identifier="I2" identifierref="RES-mini_gomi"><title>下</title></item>'
		),
		/<item identifier="ITEM-/u
	],
	['item-hidden', 'scorm2004-4', inManifest('isvisible="true"', 'isvisible="false"'), /<item/u],
	['reference-dangling', 'scorm12', inManifest('identifierref="RES-', 'identifierref="RES-x-'), /<item/u],
	[
		'dependency-dangling',
		'scorm12',
		inManifest(/(?=<\/resource>)/u, '<dependency identifierref="RES-none"/>'),
		/<dependency/u
	],
	['scorm-type', 'scorm2004-4', inManifest('adlcp:scormType="asset"', 'adlcp:scormtype="asset"'), /-FILES/u],
	[
		'sco-first',
		'scorm12',
		inManifest(
			'<resources>',
			'<resources><resource identifier="RES-first" type="webcontent" adlcp:scormtype="asset" href="licenses.txt"><file href="licenses.txt"/></resource>'
		),
		/RES-first/u
	],
	[
		'href-form',
		'scorm12',
		inManifest('<file href="licenses.txt"/>', '<file href="licenses.txt"/><file href="/index.html"/>'),
		/"\/index/u
	],
	[
		'href-missing',
		'scorm12',
		inManifest('<file href="licenses.txt"/>', '<file href="licenses.txt"/><file href="figure.png"/>'),
		/figure/u
	],
	[
		'href-listed',
		'scorm12',
		inManifest('-FILES" type="webcontent"', '-FILES" type="webcontent" href="index.html"'),
		/-FILES/u
	],
	['launch-missing', 'scorm12', inManifest(' href="index.html">', '>'), /<resource /u],
	['file-unlisted', 'scorm12', (files) => void files.set('figure.png', strToU8('x')), 'figure.png'],
	[
		'file-twice',
		'scorm2004-4',
		inManifest('<file href="licenses.txt"/>', '<file href="licenses.txt"/><file href="licenses.txt"/>'),
		/<resource /u
	],
	['mastery-score', 'scorm12', inManifest('>80</', '>0</'), /masteryscore/u],
	['measure', 'scorm2004-4', inManifest('>0.8</', '>80</'), /<imsss:primaryObjective/u],
	[
		'primary-objective',
		'scorm2004-3',
		inManifest('</imsss:objectives>', '<imsss:primaryObjective objectiveID="O2"/></imsss:objectives>'),
		/<imsss:objectives/u
	],
	[
		'objective-id',
		'scorm2004-4',
		both(
			inManifest(' objectiveID="PRIMARYOBJ"', ''),
			inManifest(
				'</imsss:primaryObjective>',
				'<imsss:mapInfo targetObjectiveID="x"/></imsss:primaryObjective>'
			)
		),
		/<imsss:primaryObjective/u
	],
	[
		'threshold',
		'scorm2004-4',
		inManifest(/(?=\t*<imsss:sequencing>)/u, '<adlcp:completionThreshold>1.0</adlcp:completionThreshold>\n'),
		/completionThreshold/u
	],
	['delivery-controls', 'scorm2004-3', inManifest(' objectiveSetByContent="true"', ''), /<item/u],
	[
		'sco-only',
		'scorm12',
		second(
			'<item identifier="I2" identifierref="R2"><title>資料</title>\n<adlcp:datafromlms>x</adlcp:datafromlms></item>',
			'<resource identifier="R2" type="webcontent" adlcp:scormtype="asset" href="licenses.txt"><file href="licenses.txt"/></resource>'
		),
		/datafromlms/u
	],
	[
		'launch-data',
		'scorm12',
		inManifest(
			'<adlcp:masteryscore>',
			`<adlcp:datafromlms>${'x'.repeat(256)}</adlcp:datafromlms><adlcp:masteryscore>`
		),
		/datafromlms/u
	],
	['payload', 'scorm12', edit('index.html', /(?<=id="payload">).*?(?=<\/script>)/u, ''), 'index.html'],
	[
		'payload-version',
		'scorm2004-4',
		edit('index.html', '"target":"scorm2004-4"', '"target":"scorm2004-3"'),
		'index.html'
	],
	['pass-mark', 'scorm12', edit('index.html', '"completes":"test"', '"completes":"both"'), /masteryscore/u]
];

describe('the check of a package', () => {
	test.each(TARGETS)('finds nothing in a sound one for %s', (target) => {
		expect(lint(sound(target))).toEqual([]);
		expect(lint(packed(target))).toEqual([]);
	});

	test.each(CASES)('%s: one fault, one rule, at its place, with what to do', (rule, target, broken, at) => {
		const files: Files = new Map(sound(target));
		broken(files);
		const found = lint(files);
		expect([...new Set(found.map((one) => one.rule))]).toEqual([rule]);
		const [first] = found;
		if (typeof at === 'string') expect(first?.place).toBe(at);
		else {
			const [, line] = /^imsmanifest\.xml:(\d+)$/u.exec(first?.place ?? '') ?? [];
			expect(manifest(files).split('\n')[Number(line) - 1]).toMatch(at);
		}
		expect(first?.message).toMatch(/[ぁ-ん].*。(?:）。)?$/u);
	});

	test('has a broken package for every rule, and more than 25 of them', () => {
		expect(CASES.map(([rule]) => rule)).toEqual(RULES.map((rule) => rule.name));
		expect(new Set(CASES.map(([rule]) => rule)).size).toBe(CASES.length);
		expect(CASES.length).toBeGreaterThan(25);
	});
});
