/** The page to play: taken out of a zip, never put together otherwise, so that what is checked is what is handed out. */
import { strFromU8, unzipSync } from 'fflate';
import type { CourseSource } from '#course/parts.ts';
import { deliver } from '#packages/deliver.ts';
import type { Kit } from '#packages/kit.ts';
import type { Target } from '#record/payload.ts';
import { whole, written } from '../export.ts';
import { shelved } from '../shelf.ts';

/**
 * `index.html` of the package made last for this target in this window, or of one with the standard options.
 * @throws Error when there is no kit to make one with
 */
export async function pageOf(
	source: CourseSource,
	target: Target,
	loadKit: () => Promise<Kit | undefined>
): Promise<string> {
	const made = shelved(source.index.id);
	if (made?.target === target) return unpacked(made.bytes);
	const kit = await loadKit();
	if (!kit) throw new Error('there is no player to pack');
	const fresh = deliver({ target, written: written(source, target), course: await whole(source), kit });
	if (!fresh.ok) throw new Error(fresh.error.map(({ message }) => message).join(' '));
	return unpacked(fresh.value.bytes);
}

function unpacked(bytes: Uint8Array): string {
	const page = unzipSync(bytes, { filter: ({ name }) => name === 'index.html' })['index.html'];
	if (!page) throw new Error('the package has no index.html');
	return strFromU8(page);
}
