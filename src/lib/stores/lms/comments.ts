/** Tells an LMS learners' own thoughts, each once. Where they are not taken, their words stay on this computer. */
import type { LmsSide } from '#record/lms.ts';
import { TAKEN, THROWN, type Api } from './api.ts';
import type { Dialect } from './dialect.ts';

/** @param full false: none are told (browsing, no credit) */
export function createComments(api: Api, dialect: Dialect, full: boolean) {
	let state: LmsSide['comments'];
	return {
		get state() {
			return state;
		},
		/** True: it was taken; false: it may be later; undefined: it stays here. */
		tell({ item, text, at }: { item: string; text?: string | undefined; at: number }): boolean | undefined {
			// Some LMSs take no line breaks, and read a brace at the start as a mark.
			const plain = (text ?? '')
				.replaceAll(/[\s\p{Cc}]+/gu, ' ')
				.trim()
				.replace(/^\{/u, '｛');
			if (plain === '') return undefined;
			if (!full) state = 'local';
			if (state === 'local') return undefined;
			const held = api.get(dialect.elements.comments);
			const [first, ...more] = dialect.comment({ item, text: plain, at }, held);
			const code = first ? api.set(...first) : held === undefined ? api.lastError() : '';
			if (code === THROWN || dialect.lost.includes(code)) return false;
			state = code === TAKEN ? 'sent' : 'local';
			if (!first || code !== TAKEN) return undefined;
			for (const part of more) api.set(...part);
			// The one field of 1.2 is added to by most LMSs, and replaced by some.
			const [name, value] = first;
			if (held && name === dialect.elements.comments && !api.get(name)?.includes(held)) {
				api.set(name, held + value);
			}
			return __MUTANT__ !== 'comment-once';
		}
	};
}
