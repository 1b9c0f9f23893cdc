/** What all sheets of one printing share: the course, the plan, and how many pages lie there. */
import type { CourseIndex, Reference } from '#course/parts.ts';
import { createContext } from 'svelte';
import type { Material } from '../material.ts';
import type { Plan } from '../plan.ts';

export class Desk {
	readonly material: Material;
	readonly reference: Reference;
	readonly plan: Plan;
	/** Pages shown, all of A4. */
	pages = $state(0);

	constructor(material: Material, reference: Reference, plan: Plan) {
		this.material = material;
		this.reference = reference;
		this.plan = plan;
	}
	get index(): CourseIndex {
		return this.material.index;
	}
	/** A sheet is laid down; gives what takes it away again. */
	lay(): () => void {
		this.#count(1);
		return () => this.#count(-1);
	}
	#count(by: number): void {
		// Later: whoever lays a sheet must not depend on how many there are.
		queueMicrotask(() => (this.pages += by));
	}
}

export const [getDesk, setDesk] = createContext<Desk>();
