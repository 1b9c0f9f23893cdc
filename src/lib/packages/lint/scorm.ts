/** Rules on what a manifest tells the LMS about completion, pass mark and sequencing, and on the player's payload. */
import { PAYLOAD_ID, type Payload } from '#record/payload.ts';
import { ENTRY } from '../manifest.ts';
import { percent } from '../options.ts';
import { judgedByScore } from '../rule.ts';
import { manifestRule, utf8, type Manifest, type Package, type Rule } from './package.ts';
import { all, attribute, children, type Element } from './tree.ts';

const isSco = ({ resourceOf }: Manifest, item: Element) => {
	const resource = resourceOf(item);
	return (
		resource !== undefined &&
		attribute(resource, 'scormType') !== 'asset' &&
		attribute(resource, 'scormtype') !== 'asset'
	);
};

function payload({ files }: Package): Partial<Payload> | undefined {
	const page = utf8(files.get(ENTRY)) ?? '';
	const json = new RegExp(`<script[^>]*\\bid="${PAYLOAD_ID}"[^>]*>(.*?)</script>`, 'su').exec(page)?.[1];
	try {
		return JSON.parse(json ?? '') as Partial<Payload>;
	} catch {
		return undefined;
	}
}

/** The pass mark of a manifest in percent. */
function markIn({ root, version }: Manifest): number | undefined {
	const [found] = all(root, version === '1.2' ? 'masteryscore' : 'minNormalizedMeasure');
	if (!found || found.text === '') return undefined;
	return version === '1.2' ? Number(found.text) : percent(Number(found.text));
}

export const scormRules: Rule[] = [
	manifestRule('mastery-score', function* ({ root, version }) {
		if (version !== '1.2') return;
		for (const one of all(root, 'masteryscore'))
			if (!(Number(one.text) > 0 && Number(one.text) <= 100))
				yield [
					one,
					'masteryscore は、0より大きく100までの数にしてください。合格点がないときは、書かないでください。'
				];
	}),
	manifestRule('measure', function* ({ root }) {
		for (const one of all(root, 'primaryObjective')) {
			const [measure] = children(one, 'minNormalizedMeasure');
			const by = attribute(one, 'satisfiedByMeasure') === 'true';
			const value = Number(measure?.text === '' ? Number.NaN : measure?.text);
			if (by !== (measure !== undefined) || (measure && !(value > 0 && value <= 1)))
				yield [
					one,
					'satisfiedByMeasure が true のときだけ、minNormalizedMeasure を0より大きく1までの数で書いてください。'
				];
		}
	}),
	manifestRule('primary-objective', function* ({ root }) {
		for (const one of all(root, 'objectives'))
			if (children(one, 'primaryObjective').length !== 1)
				yield [one, 'objectives には、primaryObjective を1つだけ置いてください。'];
	}),
	manifestRule('objective-id', function* ({ root }) {
		for (const one of all(root, 'primaryObjective'))
			if (children(one, 'mapInfo').length > 0 && attribute(one, 'objectiveID') === undefined)
				yield [one, 'mapInfo のある primaryObjective には、objectiveID を書いてください。'];
	}),
	manifestRule('threshold', function* ({ root, version }) {
		const third = all(root, 'schemaversion')[0]?.text === '2004 3rd Edition';
		for (const one of all(root, 'completionThreshold'))
			if (version === '2004' && third !== (one.text !== ''))
				yield [
					one,
					third
						? 'completionThreshold は、第3版では中に数を書きます（例 1.0）。'
						: 'completionThreshold は、第4版では属性（completedByMeasure、minProgressMeasure）で書きます。'
				];
	}),
	manifestRule('delivery-controls', function* (manifest) {
		if (manifest.version === '1.2') return;
		for (const item of manifest.items.filter((one) => isSco(manifest, one))) {
			const [controls] = children(children(item, 'sequencing')[0], 'deliveryControls');
			const set = (name: string) => controls !== undefined && attribute(controls, name) === 'true';
			if (!set('completionSetByContent') || !set('objectiveSetByContent'))
				yield [
					item,
					'deliveryControls の completionSetByContent と objectiveSetByContent を true にしてください。開いただけで修了になるLMSがあります。'
				];
		}
	}),
	manifestRule('sco-only', function* (manifest) {
		const only = ['presentation', 'dataFromLMS', 'datafromlms', 'completionThreshold', 'masteryscore'];
		for (const item of manifest.items)
			for (const one of item.children)
				if (only.includes(one.local) && manifest.resourceOf(item) && !isSco(manifest, item))
					yield [one, `${one.local} は、sco を開く item だけに書けます。`];
	}),
	manifestRule('launch-data', function* ({ root }) {
		for (const [name, most] of [
			['datafromlms', 255],
			['dataFromLMS', 4000]
		] as const)
			for (const one of all(root, name))
				if (one.text.length > most) yield [one, `${name} を${most}文字までにしてください。`];
	}),
	manifestRule('payload', function* (_, pack) {
		const found = payload(pack);
		if (!found?.course || !found.rule || !found.target)
			yield [ENTRY, '課程が入っていません。まなびやで書き出し直してください。'];
	}),
	manifestRule('payload-version', function* (manifest, pack) {
		const target = payload(pack)?.target;
		const word = all(manifest.root, 'schemaversion')[0]?.text ?? '';
		const meant = { scorm12: '1.2', 'scorm2004-3': '2004 3rd Edition', 'scorm2004-4': '2004 4th Edition' };
		const known = Object.values(meant).includes(word);
		if (target && known && meant[target] !== word)
			yield [ENTRY, `画面は ${target} のものですが、manifestは ${word} です。書き出し直してください。`];
	}),
	manifestRule('pass-mark', function* (manifest, pack) {
		const { rule, target } = payload(pack) ?? {};
		const mark = markIn(manifest);
		// Unsound marks are another rule's.
		if (!rule || !target || mark === undefined || !(mark > 0 && mark <= 100)) return;
		if (!judgedByScore(rule, target) || percent(rule.pass) !== mark)
			yield [
				all(manifest.root, manifest.version === '1.2' ? 'masteryscore' : 'minNormalizedMeasure')[0] ?? 1,
				'manifestの合格点が、画面の修了の条件と合いません。LMSが別の判定をします。合格点を取るか、書き出し直してください。'
			];
	})
];
