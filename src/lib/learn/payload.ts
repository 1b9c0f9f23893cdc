/** What the package put into this page. Only the player in a package has it. */
import { PAYLOAD_ID, PAYLOAD_VERSION, type Payload } from '#record/payload.ts';

let read: Payload | undefined;

/** The package's content; undefined in a page that is no packed player. The package made it, so its shape is not checked again. */
export function payload(): Payload | undefined {
	if (read) return read;
	const text = document.getElementById(PAYLOAD_ID)?.textContent;
	if (!text) return undefined;
	const found = JSON.parse(text) as Payload;
	if (found.version === PAYLOAD_VERSION) read = found;
	return read;
}
