/** What all sheets of one printing share: the course, what they are for, and how many lie there. */
import type { CourseIndex, Reference } from '#course/parts.ts';
import { createContext } from 'svelte';
import type { Material } from '../material.ts';
import type { Items } from '../session/items.ts';
import type { Programme } from './programme.ts';

export type Size = 'a4' | 'a3';

export class Desk {
	readonly items: Items;
	readonly reference: Reference;
	readonly programme: Programme;
	/** Sheets shown, by the size of their paper. */
	readonly pages: Record<Size, number> = $state({ a4: 0, a3: 0 });

	constructor(items: Items, reference: Reference, programme: Programme) {
		this.items = items;
		this.reference = reference;
		this.programme = programme;
	}
	get material(): Material {
		return this.items.material;
	}
	get index(): CourseIndex {
		return this.items.index;
	}
	/** A sheet is laid down; gives what takes it away again. */
	lay(size: Size): () => void {
		this.#count(size, 1);
		return () => this.#count(size, -1);
	}
	#count(size: Size, by: number): void {
		// Later: whoever lays a sheet must not depend on how many there are.
		queueMicrotask(() => (this.pages[size] += by));
	}
}

export const [getDesk, setDesk] = createContext<Desk>();
