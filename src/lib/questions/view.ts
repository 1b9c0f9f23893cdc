/** What every question view takes. None of the views knows where an answer is kept. */
import type { Arrangement, Score } from './types.ts';

export interface ViewProps<Q, R> {
	question: Q;
	/** What to show in which order. */
	order: Arrangement;
	/** The answer so far; what does not fit the type counts as none. */
	response: R | undefined;
	onchange(response: R): void;
	/** The score, once checked: shows verdicts and reasons. */
	checked?: Extract<Score, { status: 'scored' }> | undefined;
	/** What is missing; read with every control. */
	message?: string | undefined;
	disabled?: boolean;
	/** In a final test nothing tells what is right, even when checked. */
	hideRight?: boolean;
	/** 1–9 choose while the focus is inside the options. */
	numberKeys?: boolean;
	/** Level of the stem's heading. */
	level?: 1 | 2 | 3;
}

/** The entries in the arrangement's order; entries it does not name come last. */
export function inOrder<T extends { id: string }>(entries: readonly T[], ids: readonly string[]): T[] {
	const place = (id: string) => (ids.includes(id) ? ids.indexOf(id) : ids.length);
	return [...entries].sort((a, b) => place(a.id) - place(b.id));
}
