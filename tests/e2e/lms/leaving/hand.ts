/**
 * A learner inside the page: answers the questions of the lesson pages as fast as the page allows, and tells what it sees. Runs in the
 * browser: nothing here may use anything from outside its own body.
 */

/** `pressed`: the check is about to be pressed; `shown`: the verdict stands there; `saved`: the header says so, of all answers up to n. */
export type Told =
	{ what: 'pressed'; n: number; item: string; response: string } | { what: 'shown' | 'saved'; n: number };
/** A row of the local copy is on the disk. */
export type Row = { what: 'row'; id: string; item: string; response: string };

/** Numbered in the order it was said, from 1. */
export type Said = Told & { seq: number };

export type Work = {
	seed: number;
	/** Takes everything that is said as a beacon, too: a window that is being closed has no other way. */
	ear: string;
	/** A press is made when it is known to be heard of: a browser that is killed tells nothing more. */
	heard: boolean;
	course: string;
	/** Lesson pages that ask something, with their questions in order. */
	pages: { page: string; title: string; items: string[] }[];
	labels: { check: string; again: string };
};

export async function work({ seed, ear, heard, course, pages, labels }: Work): Promise<void> {
	let seq = 0;
	const tell = (told: Told): Promise<void> => {
		const said: Said = { ...told, seq: (seq += 1) };
		navigator.sendBeacon(ear, JSON.stringify(said));
		return (window as unknown as { tell(said: Said): Promise<void> }).tell(said);
	};
	let state = seed >>> 0;
	/** Mulberry32: small, and the same everywhere. */
	const random = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let t = state;
		t = Math.imul(t ^ (t >>> 15), t | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
	};
	const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
	const drawn = () => new Promise<void>((resolve) => requestAnimationFrame(() => resolve()));
	const saving = () => document.querySelector<HTMLElement>('[data-saving]')?.dataset.saving;
	const stopped = () => 'stopWork' in window;
	const waits = new Set<() => void>();
	let pressed = 0;
	let shown = 0;
	let saved = 0;

	const until = (holds: () => boolean) =>
		new Promise<void>((resolve) => {
			const look = () => {
				if (!holds() || stopped()) return;
				waits.delete(look);
				resolve();
			};
			waits.add(look);
			look();
		});
	new MutationObserver(() => {
		for (const look of [...waits]) look();
		if (shown === pressed && saved < shown && saving() === 'saved')
			void tell({ what: 'saved', n: (saved = shown) });
	}).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });

	function go(page: string): void {
		const link = document.body.appendChild(document.createElement('a'));
		link.href = `#/${course}/learn/${page}`;
		link.click();
		link.remove();
	}
	const forms = () => [...document.querySelectorAll<HTMLFormElement>('main form.q')];
	const button = (form: Element, text: string) =>
		[...form.querySelectorAll('button')].find((one) => one.textContent.trim() === text);

	/** Fills in any complete answer; gives it as the record will have it. */
	async function fill(view: Element): Promise<unknown> {
		const all = <T extends Element>(selector: string) => [...view.querySelectorAll<T>(selector)];
		const radios = all<HTMLInputElement>('input[type=radio]');
		if (radios.length > 0) {
			pick(radios)?.click();
			return all<HTMLInputElement>('input:checked')[0]?.value;
		}
		const boxes = all<HTMLInputElement>('input[type=checkbox]');
		if (boxes.length > 0) {
			// At least two are asked for.
			while (all('input:checked').length < 2) {
				pick(boxes.filter((box) => !box.checked))?.click();
				await drawn();
			}
			return all<HTMLInputElement>('input:checked').map((box) => box.value);
		}
		const selects = all<HTMLSelectElement>('select');
		for (const select of selects) {
			select.value = pick([...select.options].filter((option) => option.value !== ''))?.value ?? '';
			select.dispatchEvent(new Event('change', { bubbles: true }));
			await drawn();
		}
		if (selects.length > 0)
			return Object.fromEntries(selects.map((select) => [select.id.split('-').at(-1), select.value]));
		if (all('[data-item]').length > 0) {
			pick(all<HTMLElement>('button[data-by]:not([aria-disabled])'))?.click();
			await drawn();
			return all<HTMLElement>('[data-item]').map((one) => one.dataset.item);
		}
		// A placed card gives way to the next, which is then selected; after the last none is.
		all<HTMLElement>('[data-card]')[0]?.click();
		await drawn();
		while (view.querySelector('[data-card][data-selected]')) {
			pick(all<HTMLElement>('.put'))?.click();
			await drawn();
		}
		const cards = all<HTMLElement>('[data-column] [data-card]');
		return Object.fromEntries(
			cards.map((card) => [card.dataset.card, card.closest<HTMLElement>('[data-column]')?.dataset.column])
		);
	}

	while (!stopped()) {
		const next = pick(pages);
		if (!next) return;
		go(next.page);
		await until(
			() =>
				document.querySelector('main h1')?.textContent.trim() === next.title &&
				forms().length === next.items.length
		);
		const at = Math.floor(random() * next.items.length);
		const form = forms()[at];
		if (!form) continue;
		button(form, labels.again)?.click();
		await until(() => button(form, labels.check) !== undefined);
		await drawn();
		const view = form.querySelector('.view');
		if (!view) continue;
		const response = await fill(view);
		await drawn();
		if (stopped()) return;
		pressed += 1;
		const item = next.items[at] ?? '';
		const told = tell({ what: 'pressed', n: pressed, item, response: JSON.stringify(response) });
		if (heard) await told;
		button(form, labels.check)?.click();
		await until(() => form.querySelector('[data-verdict]') !== null);
		shown = pressed;
		void tell({ what: 'shown', n: shown });
		// Some answers are waited for until they are saved; after others the learner goes on at once.
		if (random() < 0.3) await until(() => saving() === 'saved' || saving() === 'failed');
	}
}

/** Presses the exit and answers nothing more. */
export function leaveByExit(label: string): void {
	Object.assign(window, { stopWork: true });
	[...document.querySelectorAll<HTMLButtonElement>('header button')]
		.find((one) => one.textContent.trim() === label)
		?.click();
}

/** The text of the record file, taken on the record's screen as a learner takes it, but into memory. */
export async function takeRecord({
	course,
	heading,
	label
}: {
	course: string;
	heading: string;
	label: string;
}): Promise<string | undefined> {
	const link = document.body.appendChild(document.createElement('a'));
	link.href = `#/${course}/record`;
	link.click();
	link.remove();
	await new Promise<void>((resolve) => {
		const look = () => {
			if (document.querySelector('main h1')?.textContent.trim() !== heading) requestAnimationFrame(look);
			else resolve();
		};
		look();
	});
	const save = [...document.querySelectorAll<HTMLButtonElement>('main button')].find(
		(one) => one.textContent.trim() === label
	);
	// Who has done nothing has nothing to take.
	if (!save) return undefined;
	const { createObjectURL } = URL;
	const { click } = HTMLAnchorElement.prototype;
	let blob: Blob | MediaSource | undefined;
	URL.createObjectURL = (given) => {
		blob = given;
		return 'about:blank';
	};
	HTMLAnchorElement.prototype.click = () => undefined;
	save.click();
	URL.createObjectURL = createObjectURL;
	HTMLAnchorElement.prototype.click = click;
	return blob instanceof Blob ? blob.text() : undefined;
}

/** Put into every page before it begins: tells when a row of the local copy is on the disk. */
export function tellRows(): void {
	const { put } = IDBObjectStore.prototype;
	IDBObjectStore.prototype.put = function (this: IDBObjectStore, row: unknown, ...rest: IDBValidKey[]) {
		const event = (row as { event?: { id?: string; type?: string; item?: string; response?: unknown } })
			.event;
		if (event?.type === 'answered') {
			this.transaction.addEventListener('complete', () =>
				(window as unknown as { tell(row: Row): void }).tell({
					what: 'row',
					id: event.id ?? '',
					item: event.item ?? '',
					response: JSON.stringify(event.response)
				})
			);
		}
		return Reflect.apply(put, this, [row, ...rest]) as IDBRequest<IDBValidKey>;
	};
}
