/** Rules on the files of a package and on the manifest as a text. */
import { MANIFEST } from '../manifest.ts';
import { utf8, type Package, type Rule } from './package.ts';
import { attribute, readXml, walk } from './tree.ts';

/** The one name that is not ours to choose: another file of the standard names it. */
const GIVEN = 'XMLSchema.dtd';
const OUTSIDE = /^[a-z][a-z0-9+.-]*:|^\/\//iu;

const names = ({ files }: Package) => [...files.keys()];

/** Addresses a schema file or document asks for: imports, includes, and the DTDs it names. */
function wanted(name: string, text: string): string[] {
	const dtds = [
		...text.matchAll(/<!(?:DOCTYPE|ENTITY)[^>]*?(?:PUBLIC\s+(["']).*?\1|SYSTEM)\s+(["'])(.*?)\2/gsu)
	];
	const found = dtds.map((match) => match[3] ?? '');
	const read = name.endsWith('.xsd') ? readXml(text) : undefined;
	if (!read?.ok) return found;
	const imports = [...walk(read.value.root)].filter((one) =>
		['import', 'include', 'redefine'].includes(one.local)
	);
	return [...found, ...imports.flatMap((one) => attribute(one, 'schemaLocation') ?? [])];
}

function* schemaFiles(pack: Package): Generator<[place: number | string, address: string]> {
	const root = pack.manifest?.root;
	const pairs = (root && attribute(root, 'schemaLocation'))?.split(/\s+/u) ?? [];
	for (const address of pairs.filter((_, at) => at % 2 === 1)) yield [root?.line ?? 1, address];
	for (const [name, bytes] of pack.files)
		if (/\.(?:xsd|dtd)$/u.test(name))
			for (const address of wanted(name, utf8(bytes) ?? '')) yield [name, address];
}

export const fileRules: Rule[] = [
	{
		name: 'manifest-missing',
		*check(pack) {
			if (pack.files.has(MANIFEST)) return;
			const elsewhere = names(pack).find((name) => name.toLowerCase().endsWith(MANIFEST));
			yield [elsewhere ?? MANIFEST, `zipのいちばん上に、${MANIFEST} という名前で置いてください。`];
		}
	},
	{
		name: 'file-name',
		*check(pack) {
			for (const name of names(pack))
				if (!/^[\w.\-/\\: ]*$/u.test(name) || name.includes(' ') || name.length > 100)
					yield [name, 'ファイルの名前は、半角の英数字と . _ - だけで、100文字までにしてください。'];
		}
	},
	{
		name: 'file-case',
		*check(pack) {
			for (const name of names(pack))
				if (
					/[A-Z]/u.test(name) &&
					name !== GIVEN &&
					!name.startsWith('__MACOSX') &&
					!/\.DS_Store$/u.test(name)
				)
					yield [name, 'ファイルの名前は、小文字にしてください。大文字と小文字を区別するLMSで開けません。'];
		}
	},
	{
		name: 'file-path',
		*check(pack) {
			for (const name of names(pack))
				if (/^\/|\\|^[a-z]:|(?:^|\/)\.{1,2}(?:\/|$)|\/\/|\/$/iu.test(name))
					yield [
						name,
						'フォルダーの区切りは / にして、先頭の / や .. を使わないでください。フォルダーだけの項目も要りません。'
					];
		}
	},
	{
		name: 'file-stray',
		*check(pack) {
			for (const name of names(pack))
				if (/^__macosx\/|(?:^|\/)(?:\.ds_store|thumbs\.db|desktop\.ini)$/iu.test(name))
					yield [name, 'パソコンが自動で作ったファイルです。取り除いてください。'];
		}
	},
	{
		name: 'file-empty',
		*check({ files }) {
			for (const [name, bytes] of files)
				if (bytes.length === 0) yield [name, '中身がありません。取り除くか、作り直してください。'];
		}
	},
	{
		name: 'schema-outside',
		*check(pack) {
			for (const [place, address] of schemaFiles(pack))
				if (OUTSIDE.test(address))
					yield [
						place,
						`定義ファイルを外（${address}）に取りに行きます。zipに入れて、その名前だけを書いてください。`
					];
		}
	},
	{
		name: 'schema-missing',
		*check(pack) {
			for (const [place, address] of schemaFiles(pack))
				if (!OUTSIDE.test(address) && !pack.files.has(address))
					yield [place, `定義ファイル ${address} がありません。zipのいちばん上に入れてください。`];
		}
	},
	{
		name: 'manifest-utf8',
		*check(pack) {
			if (pack.files.has(MANIFEST) && pack.text === undefined)
				yield [MANIFEST, '文字コードをUTF-8にしてください。'];
		}
	},
	{
		name: 'manifest-bom',
		*check({ text }) {
			if (text?.startsWith('\uFEFF')) yield [1, '先頭の印（BOM）を取ってください。読めないLMSがあります。'];
		}
	},
	{
		name: 'manifest-declaration',
		*check({ text }) {
			if (text !== undefined && !/^\uFEFF?<\?xml version="1\.0" encoding="UTF-8"/iu.test(text))
				yield [1, '1行目を <?xml version="1.0" encoding="UTF-8"?> にしてください。'];
		}
	},
	{
		name: 'manifest-doctype',
		*check({ document }) {
			if (document?.ok && document.value.hasDoctype) yield [1, 'DOCTYPEを取ってください。'];
		}
	},
	{
		name: 'manifest-malformed',
		*check({ document }) {
			if (document && !document.ok)
				yield [
					document.error.line,
					`XMLとして読めません（${document.error.message}）。この行を直してください。`
				];
		}
	}
];
