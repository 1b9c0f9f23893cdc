/** How well someone knew what they know: the answers of a run by the sureness said before checking. Pure. */
import { Confidence } from './events.ts';
import type { RunStep } from './record.ts';

export type Sureness = { confidence: Confidence; right: number; of: number };

/** How sure one was of each item of a run when it was last answered; items without a word on it are left out. */
export function surenessIn(moves: readonly RunStep[], items: readonly string[]): Map<string, Confidence> {
	return new Map(
		items.flatMap((item) => {
			const last = moves.findLast((move) => move.type === 'ANSWERED' && move.item === item);
			return last?.type === 'ANSWERED' && last.confidence ? [[item, last.confidence] as const] : [];
		})
	);
}

/** Surest first; a sureness that was never said is left out. */
export function calibration(
	said: ReadonlyMap<string, Confidence>,
	isRight: (item: string) => boolean
): Sureness[] {
	return Confidence.options.flatMap((confidence) => {
		const items = [...said].flatMap(([item, how]) => (how === confidence ? [item] : []));
		return items.length ? [{ confidence, right: items.filter(isRight).length, of: items.length }] : [];
	});
}
