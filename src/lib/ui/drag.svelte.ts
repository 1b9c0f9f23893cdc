/**
 * Dragging a card with mouse or pen: an extra on top of select-then-place. It ends in the same call, acts on release, and is
 * cancelled by releasing outside, by Esc, or when the system takes the pointer away. Touch scrolls; it does not drag.
 */
const THRESHOLD = 6;

type Options = {
	/** The board: its columns carry data-column, its hand data-hand. */
	root(): HTMLElement | undefined;
	ondrop(card: string, column: string): void;
	onhand(card: string): void;
};

export class CardDrag {
	/** The column under the pointer while dragging. */
	over: string | undefined = $state();
	/** The card being dragged. */
	card: string | undefined = $state();
	#options: Options;

	constructor(options: Options) {
		this.#options = options;
	}

	/** Starts to watch a press on a card; it becomes a drag after a few pixels. */
	press = (event: PointerEvent, card: string) => {
		if (event.pointerType === 'touch' || event.button !== 0 || !event.isPrimary) return;
		const source = event.currentTarget;
		if (!(source instanceof HTMLElement)) return;
		const [x, y] = [event.clientX, event.clientY];
		const stop = new AbortController();
		const { signal } = stop;
		let ghost: HTMLElement | undefined;

		const end = () => {
			stop.abort();
			ghost?.remove();
			this.card = this.over = undefined;
		};
		const move = (e: PointerEvent) => {
			if (!ghost && Math.hypot(e.clientX - x, e.clientY - y) < THRESHOLD) return;
			if (!ghost) {
				ghost = ghostOf(source);
				this.card = card;
			}
			ghost.style.translate = `${e.clientX - x}px ${e.clientY - y}px`;
			this.over = this.#under(e)?.dataset.column;
		};
		const up = (e: PointerEvent) => {
			const dragged = ghost !== undefined;
			const target = this.#under(e);
			end();
			if (!dragged) return;
			swallowClick();
			if (target?.dataset.column !== undefined) this.#options.ondrop(card, target.dataset.column);
			else if (target) this.#options.onhand(card);
		};
		window.addEventListener('pointermove', move, { signal });
		window.addEventListener('pointerup', up, { signal });
		window.addEventListener('pointercancel', end, { signal });
		window.addEventListener('blur', end, { signal });
		window.addEventListener(
			'keydown',
			(e) => {
				if (e.key !== 'Escape' || !ghost) return;
				e.stopPropagation();
				end();
			},
			{ signal, capture: true }
		);
	};

	#under(event: PointerEvent): HTMLElement | undefined {
		const target = document
			.elementFromPoint(event.clientX, event.clientY)
			?.closest<HTMLElement>('[data-column], [data-hand]');
		return target && this.#options.root()?.contains(target) ? target : undefined;
	}
}

function ghostOf(source: HTMLElement): HTMLElement {
	const box = source.getBoundingClientRect();
	const ghost = source.cloneNode(true);
	if (!(ghost instanceof HTMLElement)) throw new Error('A card is an element');
	ghost.setAttribute('aria-hidden', 'true');
	ghost.inert = true;
	delete ghost.dataset.card;
	Object.assign(ghost.style, {
		position: 'fixed',
		insetBlockStart: `${box.top}px`,
		insetInlineStart: `${box.left}px`,
		inlineSize: `${box.width}px`,
		blockSize: `${box.height}px`,
		margin: '0',
		zIndex: '20',
		pointerEvents: 'none'
	});
	// Beside the card, so that it is drawn with the same styles.
	source.after(ghost);
	return ghost;
}

/** The click that follows the release of a drag would select or open the card. */
function swallowClick() {
	const swallow = (e: MouseEvent) => {
		e.stopPropagation();
		e.preventDefault();
	};
	window.addEventListener('click', swallow, { capture: true, once: true });
	setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0);
}
