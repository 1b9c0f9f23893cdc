/** What a text needs from the open course, so that any tag or term can open its source in place. */
import type { CourseIndex, Reference } from '#course/parts.ts';
import type { GlossaryEntry, Passage } from '#course/schema.ts';
import { createContext } from 'svelte';

export type Reader = {
	readonly index: CourseIndex;
	/** Passages and glossary, loaded when something is first opened. Rejects when they cannot be loaded. */
	reference(): Promise<Reference>;
	/** False: readings are hidden (the page does it; see data-ruby in base.css). */
	readonly ruby: boolean;
};

/** `getReader` throws outside a component below `setReader`. */
export const [getReader, setReader] = createContext<Reader>();

/** The passages with these ids, in the order asked; unknown ones are left out. */
export function findPassages(reference: Reference, ids: readonly string[]): Passage[] {
	return ids.flatMap((id) => reference.passages.find((p) => p.id === id) ?? []);
}

/** The glossary entry of a term, or undefined. */
export function findTerm(reference: Reference, id: string): GlossaryEntry | undefined {
	return reference.glossary.find((entry) => entry.id === id);
}
