/** What a board shows: columns, cards, and where the cards are. Plain data; who keeps it is not the board's matter. */
import type { Domain, DomainMap } from '#course/schema.ts';

export type BoardColumn = {
	id: string;
	name: string;
	/** Its definition, never hidden: neighbours are told apart by it. */
	note?: string | undefined;
	/** Its mark on the axis; absent for columns that are not the map's. */
	domain?: Pick<Domain, 'share' | 'aside'> | undefined;
};

export type BoardCardView = {
	id: string;
	no: number;
	/** What kind of thing it is, read from its name alone. */
	kind?: string | undefined;
	text: string;
	breaks?: string[] | undefined;
};

/** What Board and BoardTable both take. Exactly one of `map` and `columns` is needed; `columns` wins. */
export type BoardProps = {
	map?: DomainMap | undefined;
	columns?: BoardColumn[] | undefined;
	/** What one column is called (領域). */
	word?: string;
	cards: BoardCardView[];
	/** Card id → column id; a card without an entry is in the hand. */
	placed: Record<string, string>;
	selected?: string | undefined;
	/** Cards that stay where they are. */
	locked?: string[];
	results?: Record<string, 'right' | 'wrong'> | undefined;
	onselect(card: string | undefined): void;
	onplace(card: string, column: string): void;
	ontakeback?: ((card: string) => void) | undefined;
	/** After checking: nothing moves any more, and a card can be opened. */
	done?: boolean;
	onopen?: ((card: string) => void) | undefined;
	/** One sentence on what has just happened or what to do. */
	status: string;
	compact?: boolean;
	/** Level of the columns' headings. */
	level?: 2 | 3;
};

/** The columns of a course's map, in its order. */
export function columnsOf(map: DomainMap): BoardColumn[] {
	return map.domains.map((domain) => ({ id: domain.id, name: domain.name, note: domain.short, domain }));
}

/** The unplaced card that follows `after`, round the end; undefined when none is left. */
export function nextUnplaced(
	cards: BoardCardView[],
	placed: Record<string, string>,
	after: string
): string | undefined {
	const at = cards.findIndex((card) => card.id === after);
	return [...cards.slice(at + 1), ...cards.slice(0, at + 1)].find((card) => !(card.id in placed))?.id;
}

/** How a board of this width (CSS px, root font size given) lies: one pile, hand beside rows, or columns. */
export function layoutFor(width: number, rootPx: number, columns: number): 'pile' | 'panes' | 'columns' {
	const rem = width / rootPx;
	if (rem >= (columns > 4 ? 44 : columns > 3 ? 36 : 32)) return 'columns';
	return rem >= 33 ? 'panes' : 'pile';
}
