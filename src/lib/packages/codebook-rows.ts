/** The rows of a codebook, and how codes and columns are called in it. */
import type { DomainMap } from '#course/schema.ts';

/** `right`: 正, the codes that belong to it, its place, or its points; empty when it is not right or has no right answer of its own. */
export type Row = { part: string; text: string; right: string };
/** Rows by group: the codes of every group start anew. */
export type Groups = Row[][];

export type Item = { id: string; use: string; kind: string; stem: string; groups: Groups };

/** The place as an LMS's report shows it. */
export function code(place: number): string {
	return place.toString(36);
}

/** A column's name on the map. */
export function columnName(map: DomainMap, id: string): string {
	return map.domains.find((domain) => domain.id === id)?.name ?? id;
}
