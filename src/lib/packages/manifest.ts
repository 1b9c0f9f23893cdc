/** What the manifests of all SCORM targets have in common: identifiers, escaping, the list of files. */
import type { Rule } from '#record/rule.ts';

export const MANIFEST = 'imsmanifest.xml';
export const ENTRY = 'index.html';

/** What a target's manifest is written from. */
export type ManifestParts = {
	ids: Ids;
	title: string;
	rule: Rule;
	/** Files that run, the entry first. */
	run: string[];
	/** Files for people and validators. */
	beside: string[];
};

export type Ids = Record<'manifest' | 'organization' | 'item' | 'resource' | 'files', string>;

/**
 * Identifiers of a course's packages: made of its permanent id alone, since an LMS drops its learners' results when they change
 * with a new title or revision.
 */
export function idsOf(course: string): Ids {
	return {
		manifest: `MANIFEST-${course}`,
		organization: `ORG-${course}`,
		item: `ITEM-${course}`,
		resource: `RES-${course}`,
		files: `RES-${course}-FILES`
	};
}

/** Text or attribute value. */
export function escapeXml(text: string): string {
	return text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;')
		.replaceAll("'", '&apos;');
}

/** `xsi:schemaLocation`: pairs of namespace and file. */
export function schemaLocation(pairs: [namespace: string, file: string][]): string {
	return pairs.map((pair) => pair.join(' ')).join(' ');
}

/**
 * The resources: first the one that is launched, since some importers take the first that has an address; then everything beside it.
 * @param type the attribute that tells a SCO from an asset, spelled as the version spells it
 */
export function resources({ ids, run, beside }: ManifestParts, type: string): string {
	const files = (names: string[]) =>
		names.map((name) => `\t\t\t<file href="${escapeXml(name)}"/>`).join('\n');
	return `\t<resources>
		<resource identifier="${ids.resource}" type="webcontent" ${type}="sco" href="${ENTRY}">
${files(run)}
		</resource>
		<resource identifier="${ids.files}" type="webcontent" ${type}="asset">
${files(beside)}
		</resource>
	</resources>`;
}
