/** What keeping stands on: the forms that seeds and responses are kept in. */
import { hash } from '#course/random.ts';
import { encodeResponse, type Space } from '#questions/space.ts';
import type { Json } from '#record/json.ts';
import type { Known } from './course.ts';
import type { Layout } from './layout.ts';
import type { Replays } from './replays.ts';

/** What keeping needs to know besides the record. */
export type Keeping = { known: Known; layout: Layout; spaces: ReadonlyMap<string, Space>; replays: Replays };

/** A seed of today's form stays; for any other always the same one is put. */
export function seedOf(seed: string): string {
	if (/^[0-9a-z]{16}$/.test(seed)) return seed;
	const part = (name: string) => (hash(name + seed) % 36 ** 4).toString(36).padStart(4, '0');
	return ['a', 'b', 'c', 'd'].map(part).join('');
}

/** The number of a response plus 1, or 0 when it fits nothing: the form in which an answer is kept. */
export function responseCode(space: Space | undefined, response: Json | undefined): number {
	const code = space && encodeResponse(space, response);
	return code === undefined ? 0 : code + 1;
}
