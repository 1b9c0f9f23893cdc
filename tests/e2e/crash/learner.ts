/**
 * A learner inside the page: answers question after question as fast as the page allows, and tells what the screen says.
 * Runs in the browser: it may use nothing from outside its own body.
 */

/** `pressed`: the check is about to be pressed for the nth time; `saved`: the screen called n answers saved. */
export type Told = { what: 'pressed' | 'saved'; n: number; values: string[] };

export async function answerOn({
	seed,
	labels
}: {
	seed: number;
	labels: { check: string; next: string[] };
}): Promise<string> {
	const tell = (message: Told) => (window as unknown as { tell(message: Told): void }).tell(message);
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
	const all = <T extends HTMLElement = HTMLElement>(selector: string) => [
		...document.querySelectorAll<T>(selector)
	];
	const button = (texts: readonly string[]) =>
		all<HTMLButtonElement>('main button').find((one) => texts.includes(one.textContent.trim()));
	const checkButton = () => button([labels.check]);
	const saving = () => document.querySelector<HTMLElement>('[data-saving]')?.dataset.saving;

	let pressed = 0;
	let answered = 0;
	let values: string[] = [];
	const waits = new Set<() => void>();
	const until = (holds: () => boolean) =>
		new Promise<void>((resolve) => {
			const look = () => {
				if (!holds()) return;
				waits.delete(look);
				resolve();
			};
			waits.add(look);
			look();
		});
	const drawn = () => new Promise<void>((resolve) => requestAnimationFrame(() => resolve()));

	new MutationObserver(() => {
		// The answer counts when its feedback shows; from then on «saved» speaks of it too.
		if (answered < pressed && !checkButton()) answered = pressed;
		if (answered === pressed && answered > 0 && saving() === 'saved')
			tell({ what: 'saved', n: answered, values });
		for (const look of [...waits]) look();
	}).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });

	async function fill(): Promise<void> {
		const radios = all<HTMLInputElement>('.view input[type=radio]');
		pick(radios)?.click();
		// Some questions ask for at least two.
		for (let boxes = 0; boxes < 2; boxes += 1) {
			pick(all<HTMLInputElement>('.view input[type=checkbox]:not(:checked)'))?.click();
			await drawn();
		}
		for (const select of all<HTMLSelectElement>('.view select')) {
			select.value = pick([...select.options].filter((option) => option.value !== ''))?.value ?? '';
			select.dispatchEvent(new Event('change', { bubbles: true }));
		}
		document.querySelector<HTMLElement>('.view .keep')?.click();
		// A placed card gives way to the next, which is then selected; after the last none is.
		document.querySelector<HTMLElement>('.view [data-card]')?.click();
		await drawn();
		while (document.querySelector('.view [data-card][data-selected]')) {
			pick(all('.view .put'))?.click();
			await drawn();
		}
		await drawn();
	}

	for (let question = 0; question < 500; question += 1) {
		await until(() => checkButton() !== undefined || button(labels.next) !== undefined);
		if (checkButton()) {
			await fill();
			values = all<HTMLInputElement>('.view input:checked').map((input) => input.value);
			pressed += 1;
			tell({ what: 'pressed', n: pressed, values });
			checkButton()?.click();
			await drawn();
			if (checkButton())
				return `Question ${question + 1} could not be answered: ${document.querySelector('main')?.textContent}`;
		}
		// Some answers are waited for until they are saved; after others the learner goes on at once.
		if (random() < 0.6) await until(() => saving() === 'saved');
		const next = button(labels.next);
		if (!next) return 'done';
		next.click();
		await drawn();
	}
	return 'done';
}

/** What IndexedDB holds of one course, in order; read with the bare API, apart from the app. */
export function storedAnswers(database: string): Promise<{ id: string; response: string }[]> {
	return new Promise((resolve, reject) => {
		const request = indexedDB.open(database);
		request.onerror = () => reject(request.error ?? new Error('open'));
		request.onsuccess = () => {
			const db = request.result;
			if (!db.objectStoreNames.contains('events')) {
				db.close();
				resolve([]);
				return;
			}
			const rows = db.transaction('events').objectStore('events').getAll();
			rows.onerror = () => reject(rows.error ?? new Error('read'));
			rows.onsuccess = () => {
				db.close();
				const events: { id: string; at: number; type: string; response?: unknown }[] = rows.result.map(
					(row) => row.event
				);
				resolve(
					events
						.filter((event) => event.type === 'answered')
						.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
						.map((event) => ({ id: event.id, response: JSON.stringify(event.response) }))
				);
			};
		};
	});
}
