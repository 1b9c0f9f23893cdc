/** Who is at this computer: known from before, asked, or nobody has given a name yet. In an LMS nobody asks. */
import { moveOn } from '#learn/arrival.ts';
import type { Person, Who } from '#record/people.ts';
import { anyPeople, rememberWho, whoWasHere } from '#stores/people/open.ts';
import { list } from 'virtual:courses';

const courses = list.map(({ id }) => id);

class Door {
	/** Somebody has to say who learns before anything opens. */
	asking = $state(false);
	/** Rises whenever what is open has to be opened anew. */
	turn = $state(0);
	/** Somebody was here before: the address on the screen is theirs. */
	left = false;
	/** Lets go of what is open. */
	onLeave: () => Promise<void> = async () => {};
	#who: Promise<Who> | undefined;
	#enter: ((who: Who) => void) | undefined;

	/** Who learns; waits for the answer where it has to be asked. */
	who(): Promise<Who> {
		return (this.#who ??= this.#find());
	}

	async #find(): Promise<Who> {
		// The constant comes first: the lms edition carries no names.
		if (__EDITION__ === 'lms') return 'unnamed';
		const before = whoWasHere();
		if (before) return before;
		return (await anyPeople(courses)) ? this.#ask() : 'unnamed';
	}

	#ask(): Promise<Who> {
		this.asking = true;
		return new Promise((resolve) => (this.#enter = resolve));
	}

	enter(who: Who): void {
		moveOn();
		rememberWho(who);
		this.asking = false;
		this.#enter?.(who);
	}

	/** The same learner under another name: what is open is opened anew in it. */
	async rename(person: Person): Promise<void> {
		rememberWho(person);
		this.#who = Promise.resolve(person);
		const left = this.onLeave();
		this.turn += 1;
		await left;
	}

	/** The next one is asked. Everything of the one before has been written and closed when this resolves. */
	async leave(): Promise<void> {
		moveOn();
		rememberWho(undefined);
		this.left = true;
		this.#who = this.#ask();
		await this.onLeave();
	}
}

export const door = new Door();
