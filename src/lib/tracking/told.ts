/** Pieces that the events of a kept record are made of. */
import { hash } from '#course/random.ts';
import type { Happened } from '#record/events.ts';
import type { Json } from '#record/json.ts';

/** An event without its time; `key` becomes the id and tells it from every other event of any state. */
export type Told = { minute: number; key: string; what: Happened };

/** What a response code means for the event: an answer that does not fit is no answer, but still right or wrong. */
export type Responses = {
	attempt(
		item: string,
		kept: { response: number; right: boolean }
	): { response: Json; earned: number; total: number };
	draft(item: string, code: number): Json;
};

/** Eight characters that change with the content. */
export const mark = (...content: unknown[]): string => hash(JSON.stringify(content)).toString(36);

export function tell(minute: number, key: string, what: Happened): Told {
	return { minute, key, what };
}
