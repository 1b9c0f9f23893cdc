/** Rules on the manifest's structure: identifiers, organizations, items, resources and what they point at. */
import { MANIFEST } from '../manifest.ts';
import { TITLE_MAX } from '../title.ts';
import { ADLCP, IMSCP, manifestRule, type Manifest, type Rule, type Version } from './package.ts';
import { all, attribute, children, walk, type Element } from './tree.ts';

const VERSIONS: Record<Version, string[]> = {
	'1.2': ['1.2'],
	'2004': ['2004 3rd Edition', '2004 4th Edition']
};
/** Namespaces that belong to one version only. */
const OF_VERSION: Record<Version, RegExp> = {
	'1.2': /imscp_rootv1p1p2|adlcp_rootv1p2/u,
	'2004': /imscp_v1p1|adlcp_v1p3|adlseq_v1p3|adlnav_v1p3|\/imsss$/u
};
const IDENTIFIED = ['manifest', 'organization', 'item', 'resource'];
/** The beginning of an xs:ID that every importer takes. */
const ID = /^[A-Za-z_][\w.-]{0,199}$/u;

const leaf = (item: Element) => children(item, 'item').length === 0;
const launched = ({ items, resourceOf }: Manifest) => items.flatMap((item) => resourceOf(item) ?? []);
const href = (element: Element) => attribute(element, 'href');

export const structureRules: Rule[] = [
	{
		name: 'root',
		*check({ document, manifest }) {
			if (document?.ok && !manifest)
				yield [
					document.value.root.line,
					`いちばん外側を manifest にして、xmlns を ${IMSCP['1.2']}（1.2）か ${IMSCP['2004']}（2004）にしてください。`
				];
		}
	},
	manifestRule('schema-name', function* ({ root }) {
		const [schema] = children(children(root, 'metadata')[0], 'schema');
		if (schema?.text !== 'ADL SCORM')
			yield [schema ?? root, 'metadata の schema を ADL SCORM にしてください。'];
	}),
	manifestRule('schema-version', function* ({ root, version }) {
		const [found] = children(children(root, 'metadata')[0], 'schemaversion');
		if (!VERSIONS[version].includes(found?.text ?? ''))
			yield [
				found ?? root,
				`metadata の schemaversion を「${VERSIONS[version].join('」か「')}」にしてください。違う言葉は、別の規格として読まれます。`
			];
	}),
	manifestRule('adlcp-prefix', function* ({ root, version }) {
		const adl: string[] = Object.values(ADLCP);
		const wrong = ({ uri, prefix }: { uri: string; prefix: string }) =>
			prefix === 'adlcp' ? !adl.includes(uri) : uri === ADLCP[version];
		for (const one of walk(root))
			if ([one, ...one.attributes].some(wrong))
				yield [
					one,
					`接頭辞 adlcp を、${ADLCP[version]} に結び付けて使ってください。ほかの接頭辞を読まないLMSがあります。`
				];
	}),
	manifestRule('foreign-namespace', function* ({ root, version }) {
		const other = OF_VERSION[version === '1.2' ? '2004' : '1.2'];
		for (const one of walk(root))
			if ([one, ...one.attributes].some(({ uri }) => other.test(uri)))
				yield [one, `別の版のものが混ざっています。${version}の名前空間だけにしてください。`];
	}),
	manifestRule('identifier-form', function* ({ root }) {
		for (const one of walk(root)) {
			const id = attribute(one, 'identifier');
			if (IDENTIFIED.includes(one.local) && (id === undefined || !ID.test(id)))
				yield [one, 'identifier は、英字か _ で始まる半角の英数字と . _ - で、200文字までにしてください。'];
		}
	}),
	manifestRule('identifier-twice', function* ({ root }) {
		const seen = new Set<string>();
		for (const one of walk(root)) {
			const id = attribute(one, 'identifier');
			if (id === undefined) continue;
			if (seen.has(id)) yield [one, `identifier「${id}」が二度使われています。別のものにしてください。`];
			seen.add(id);
		}
	}),
	manifestRule('organization-default', function* ({ root }) {
		const [list] = children(root, 'organizations');
		const found = children(list, 'organization').map((one) => attribute(one, 'identifier'));
		const named = list && attribute(list, 'default');
		if (
			found.length === 0 ||
			(version12(root) && named === undefined) ||
			(named !== undefined && !found.includes(named))
		)
			yield [
				list ?? root,
				'organizations に organization を置き、default にその identifier を書いてください。'
			];
	}),
	manifestRule('title-missing', function* ({ root }) {
		for (const one of [...all(root, 'organization'), ...all(root, 'item')])
			if ((children(one, 'title')[0]?.text ?? '') === '')
				yield [one, 'title を書いてください。空のままだと、LMSの目次に何も出ません。'];
	}),
	manifestRule('title-long', function* ({ root }) {
		for (const title of all(root, 'title'))
			if (title.text.length > TITLE_MAX) yield [title, `title を${TITLE_MAX}文字までにしてください。`];
	}),
	manifestRule('item-missing', function* ({ root, items }) {
		if (items.length === 0) yield [root, 'organization に item を1つ以上置いてください。'];
	}),
	manifestRule('item-leaf', function* ({ items }) {
		for (const item of items)
			if (leaf(item) && attribute(item, 'identifierref') === undefined)
				yield [item, '開くものがありません。identifierref に resource の identifier を書いてください。'];
	}),
	manifestRule('item-branch', function* ({ items }) {
		for (const item of items)
			if (!leaf(item) && attribute(item, 'identifierref') !== undefined)
				yield [item, '下に item があるものには、identifierref を書かないでください。'];
	}),
	manifestRule('item-hidden', function* ({ items }) {
		const open = items.filter(leaf);
		const [only] = open;
		if (only && open.every((item) => attribute(item, 'isvisible') === 'false'))
			yield [only, '見える item がありません。isvisible を true にしてください。'];
	}),
	manifestRule('reference-dangling', function* ({ items, resourceOf }) {
		for (const item of items)
			if (attribute(item, 'identifierref') !== undefined && !resourceOf(item))
				yield [
					item,
					`identifierref の指す resource がありません。resource の identifier と同じにしてください。`
				];
	}),
	manifestRule('dependency-dangling', function* ({ root, resources }) {
		const known = new Set(resources.map((one) => attribute(one, 'identifier')));
		for (const one of all(root, 'dependency'))
			if (!known.has(attribute(one, 'identifierref')))
				yield [one, 'dependency の指す resource がありません。identifierref を直してください。'];
	}),
	manifestRule('scorm-type', function* ({ resources, version }) {
		const wanted = version === '1.2' ? 'scormtype' : 'scormType';
		for (const one of resources) {
			const found = one.attributes.find(
				({ prefix, uri, local }) => local === wanted && (prefix === 'adlcp' || uri === ADLCP[version])
			);
			if (!found || !['sco', 'asset'].includes(found.value))
				yield [
					one,
					`adlcp:${wanted} を、sco か asset にしてください（この版では、この大文字・小文字のつづりです）。`
				];
		}
	}),
	manifestRule('sco-first', function* (manifest) {
		const [first] = manifest.resources.filter((one) => href(one) !== undefined);
		const wanted = launched(manifest);
		if (first && wanted.length > 0 && !wanted.includes(first))
			yield [
				first,
				'開く resource を、href のあるもののいちばん先に置いてください。先頭を開くLMSがあります。'
			];
	}),
	manifestRule('href-form', function* ({ root }) {
		for (const one of [...all(root, 'resource'), ...all(root, 'file')]) {
			const address = href(one);
			if (address !== undefined && !isRelative(address))
				yield [
					one,
					`href「${address}」は、zipの中の相対の道にしてください（先頭の /、\\、? や空白、拡張子のない名前は使えません）。`
				];
		}
	}),
	manifestRule('href-missing', function* ({ root }, { files }) {
		for (const one of [...all(root, 'resource'), ...all(root, 'file')]) {
			const address = href(one);
			if (address !== undefined && isRelative(address) && !files.has(decode(address)))
				yield [one, `${address} がzipにありません。大文字・小文字まで同じ名前のファイルを入れてください。`];
		}
	}),
	manifestRule('href-listed', function* ({ resources }) {
		for (const one of resources) {
			const address = href(one);
			if (address !== undefined && !children(one, 'file').some((file) => href(file) === address))
				yield [one, `開くファイル ${address} を、同じ resource の file にも書いてください。`];
		}
	}),
	manifestRule('launch-missing', function* (manifest) {
		for (const one of new Set(launched(manifest)))
			if (href(one) === undefined) yield [one, '開く resource に href を書いてください。'];
	}),
	manifestRule('file-unlisted', function* ({ root }, { files }) {
		const listed = new Set(all(root, 'file').map((one) => decode(href(one) ?? '')));
		// Files of the wrong kind are another rule's.
		for (const name of files.keys())
			if (name !== MANIFEST && isRelative(name) && !listed.has(name))
				yield [name, 'manifestのどの resource にもありません。file として書くか、取り除いてください。'];
	}),
	manifestRule('file-twice', function* ({ resources }) {
		for (const one of resources) {
			const listed = children(one, 'file').map(href);
			const twice = listed.find((name, at) => listed.indexOf(name) !== at);
			if (twice !== undefined)
				yield [one, `${twice} が同じ resource に二度書かれています。1つにしてください。`];
		}
	})
];

function version12(root: Element): boolean {
	return root.uri === IMSCP['1.2'];
}

/** A path inside the package, with an extension. */
function isRelative(address: string): boolean {
	return (
		/^(?!\/|[a-z][a-z0-9+.-]*:)[^\\?#\s]+\.[A-Za-z0-9]+$/iu.test(address) &&
		!address.split('/').includes('..')
	);
}

function decode(address: string): string {
	try {
		return decodeURIComponent(address);
	} catch {
		return address;
	}
}
