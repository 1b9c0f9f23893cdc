/** Puts a payload into the built player. */
import { PAYLOAD_ID, type Payload } from '#record/payload.ts';

const ELEMENT = new RegExp(
	`(<script\\b(?=[^>]*\\bid="${PAYLOAD_ID}")(?=[^>]*\\btype="application/json")[^>]*>)\\s*(</script>)`,
	'gu'
);

/** Whether the page has the one empty element that a payload goes into. */
export function takesPayload(player: string): boolean {
	return [...player.matchAll(ELEMENT)].length === 1;
}

/** The player with the payload in its element. */
export function fillPlayer(player: string, payload: Payload): string {
	const json = inertJson(payload);
	return player.replace(ELEMENT, (_all, open: string, close: string) => `${open}${json}${close}`);
}

/** JSON that ends no script element, opens no comment in it, and is the same text for parsers that take U+2028 for a line's end. */
export function inertJson(value: unknown): string {
	return JSON.stringify(value)
		.replaceAll('<', '\\u003c')
		.replaceAll('\u2028', '\\u2028')
		.replaceAll('\u2029', '\\u2029');
}
