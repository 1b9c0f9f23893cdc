/** SCORM 1.2, one SCO: what most LMSs in Japan take. */
import type { Order } from '../kit.ts';
import { assemble } from '../assemble.ts';
import { escapeXml, resources, schemaLocation, type ManifestParts } from '../manifest.ts';
import { optionsFor, percent } from '../options.ts';
import { judgedByScore } from '../rule.ts';

export const name = 'SCORM 1.2';
export const summary = '多くのLMSで使えます。どれか分からないときは、これにします。';
export const options = optionsFor({
	onComplete: { passed: '合格（passed）', completed: '修了（completed）' },
	onFail: { incomplete: '学習中のまま（incomplete）', failed: '不合格（failed）' }
});

export function pack(order: Order) {
	return assemble(order, { target: 'scorm12', name, schemas: SCHEMAS, manifest });
}

const SCHEMAS = ['imscp_rootv1p1p2.xsd', 'imsmd_rootv1p2p1.xsd', 'adlcp_rootv1p2.xsd', 'ims_xml.xsd'];
const NAMESPACE = 'http://www.imsproject.org/xsd/imscp_rootv1p1p2';
const ADLCP = 'http://www.adlnet.org/xsd/adlcp_rootv1p2';

function manifest(parts: ManifestParts): string {
	const { ids, rule } = parts;
	const title = escapeXml(parts.title);
	const mastery = judgedByScore(rule, 'scorm12')
		? `\n\t\t\t\t<adlcp:masteryscore>${percent(rule.pass)}</adlcp:masteryscore>`
		: '';
	return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="${ids.manifest}" version="1.0" xmlns="${NAMESPACE}" xmlns:adlcp="${ADLCP}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="${schemaLocation(
		[
			[NAMESPACE, 'imscp_rootv1p1p2.xsd'],
			['http://www.imsglobal.org/xsd/imsmd_rootv1p2p1', 'imsmd_rootv1p2p1.xsd'],
			[ADLCP, 'adlcp_rootv1p2.xsd']
		]
	)}">
	<metadata>
		<schema>ADL SCORM</schema>
		<schemaversion>1.2</schemaversion>
	</metadata>
	<organizations default="${ids.organization}">
		<organization identifier="${ids.organization}">
			<title>${title}</title>
			<item identifier="${ids.item}" identifierref="${ids.resource}" isvisible="true">
				<title>${title}</title>${mastery}
			</item>
		</organization>
	</organizations>
${resources(parts, 'adlcp:scormtype')}
</manifest>
`;
}
