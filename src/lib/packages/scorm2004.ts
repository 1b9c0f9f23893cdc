/** What the two editions of SCORM 2004 share: one SCO, its sequencing, and the schema files by their names. */
import { escapeXml, resources, schemaLocation, type ManifestParts } from './manifest.ts';
import { optionsFor } from './options.ts';
import { judgedByScore } from './rule.ts';

export const options2004 = optionsFor({
	onComplete: {
		passed: '修了（completed）と合格（passed）',
		completed: '修了（completed）だけ'
	},
	onFail: { incomplete: '学習中のまま（incomplete）', failed: '不合格（failed）' }
});

/** Schema files of both editions; under the same names their contents differ. */
export const SCHEMAS_2004 = [
	'adlcp_v1p3.xsd',
	'adlnav_v1p3.xsd',
	'adlseq_v1p3.xsd',
	'datatypes.dtd',
	'imscp_v1p1.xsd',
	'imsss_v1p0.xsd',
	...['auxresource', 'control', 'delivery', 'limit', 'objective', 'random', 'rollup', 'seqrule', 'util'].map(
		(part) => `imsss_v1p0${part}.xsd`
	),
	'xml.xsd',
	// xml.xsd has a DOCTYPE that names this file, and this file names datatypes.dtd.
	'XMLSchema.dtd'
];

const NAMESPACES = {
	'': ['http://www.imsglobal.org/xsd/imscp_v1p1', 'imscp_v1p1.xsd'],
	adlcp: ['http://www.adlnet.org/xsd/adlcp_v1p3', 'adlcp_v1p3.xsd'],
	adlseq: ['http://www.adlnet.org/xsd/adlseq_v1p3', 'adlseq_v1p3.xsd'],
	adlnav: ['http://www.adlnet.org/xsd/adlnav_v1p3', 'adlnav_v1p3.xsd'],
	imsss: ['http://www.imsglobal.org/xsd/imsss', 'imsss_v1p0.xsd']
} satisfies Record<string, [string, string]>;

/** @param version the edition, in the exact words importers look for: others are taken for SCORM 1.2 */
export function manifest2004(parts: ManifestParts, version: string): string {
	const { ids } = parts;
	const title = escapeXml(parts.title);
	const names = Object.entries(NAMESPACES)
		.map(([prefix, [uri]]) => `xmlns${prefix && `:${prefix}`}="${uri}"`)
		.join(' ');
	return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="${ids.manifest}" version="1.0" ${names} xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="${schemaLocation(Object.values(NAMESPACES))}">
	<metadata>
		<schema>ADL SCORM</schema>
		<schemaversion>${version}</schemaversion>
	</metadata>
	<organizations default="${ids.organization}">
		<organization identifier="${ids.organization}" adlseq:objectivesGlobalToSystem="false">
			<title>${title}</title>
			<item identifier="${ids.item}" identifierref="${ids.resource}" isvisible="true">
				<title>${title}</title>
				<imsss:sequencing>
					<imsss:rollupRules rollupObjectiveSatisfied="true" rollupProgressCompletion="true" objectiveMeasureWeight="1.0"/>${objectives(parts)}
					<imsss:deliveryControls completionSetByContent="true" objectiveSetByContent="true"/>
				</imsss:sequencing>
				<adlnav:presentation>
					<adlnav:navigationInterface>
						<adlnav:hideLMSUI>previous</adlnav:hideLMSUI>
						<adlnav:hideLMSUI>continue</adlnav:hideLMSUI>
					</adlnav:navigationInterface>
				</adlnav:presentation>
			</item>
			<imsss:sequencing>
				<imsss:controlMode choice="true" flow="true"/>
			</imsss:sequencing>
		</organization>
	</organizations>
${resources(parts, 'adlcp:scormType')}
</manifest>
`;
}

/** Only where the LMS may judge by the score; no completionThreshold at all, since the package says itself when it is completed. */
function objectives({ rule }: ManifestParts): string {
	if (!judgedByScore(rule, 'scorm2004-4')) return '';
	return `
					<imsss:objectives>
						<imsss:primaryObjective objectiveID="PRIMARYOBJ" satisfiedByMeasure="true">
							<imsss:minNormalizedMeasure>${Math.round(rule.pass * 10_000) / 10_000}</imsss:minNormalizedMeasure>
						</imsss:primaryObjective>
					</imsss:objectives>`;
}
