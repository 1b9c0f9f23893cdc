/** What the rules look at, read once: the files, and the manifest as far as it can be read. */
import { MANIFEST } from '../manifest.ts';
import type { Files } from '../target.ts';
import { all, attribute, readXml, type Document, type Element } from './tree.ts';

export const IMSCP = {
	'1.2': 'http://www.imsproject.org/xsd/imscp_rootv1p1p2',
	'2004': 'http://www.imsglobal.org/xsd/imscp_v1p1'
} as const;
export const ADLCP = {
	'1.2': 'http://www.adlnet.org/xsd/adlcp_rootv1p2',
	'2004': 'http://www.adlnet.org/xsd/adlcp_v1p3'
} as const;
export type Version = keyof typeof IMSCP;

export type Manifest = {
	root: Element;
	/** By the root's namespace. */
	version: Version;
	items: Element[];
	resources: Element[];
	/** The resource an item launches. */
	resourceOf: (item: Element) => Element | undefined;
};
export type Package = {
	files: Files;
	/** The manifest's text; undefined when it is missing or no UTF-8. */
	text: string | undefined;
	document: ReturnType<typeof readXml> | undefined;
	/** Only when it is well formed and of a known version. */
	manifest: Manifest | undefined;
};

export type Finding = { rule: string; place: string; message: string };
/** A rule gives the line in the manifest, or the file, and what to do. */
export type Rule = {
	name: string;
	check: (pack: Package) => Iterable<[place: number | string, message: string]>;
};
/** A rule that needs a manifest of a known version. */
export function manifestRule(
	name: string,
	check: (manifest: Manifest, pack: Package) => Iterable<[Element | number | string, string]>
): Rule {
	return {
		name,
		*check(pack) {
			if (!pack.manifest) return;
			for (const [place, message] of check(pack.manifest, pack))
				yield [typeof place === 'object' ? place.line : place, message];
		}
	};
}

export function readPackage(files: Files): Package {
	const text = utf8(files.get(MANIFEST));
	const document = text === undefined ? undefined : readXml(text.replace(/^\uFEFF/u, ''));
	return {
		files,
		text,
		document,
		manifest: document?.ok ? manifestOf(document.value) : undefined
	};
}

/** The text of a file, its mark included; undefined when it is not UTF-8. */
export function utf8(bytes: Uint8Array | undefined): string | undefined {
	try {
		return bytes && new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch {
		// Not UTF-8, which is what a rule wants to know.
		return undefined;
	}
}

function manifestOf({ root }: Document): Manifest | undefined {
	const version = (Object.keys(IMSCP) as Version[]).find((one) => IMSCP[one] === root.uri);
	if (root.local !== 'manifest' || !version) return undefined;
	const resources = all(root, 'resource');
	return {
		root,
		version,
		items: all(root, 'item'),
		resources,
		resourceOf: (item) => {
			const wanted = attribute(item, 'identifierref');
			return wanted === undefined
				? undefined
				: resources.find((resource) => attribute(resource, 'identifier') === wanted);
		}
	};
}
