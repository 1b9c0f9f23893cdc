/** Figures as the bench prints them. 1 kB is 1,024 bytes. */

export type Spread = { median: number; least: number; most: number; count: number };

/** Median and range of a series; a series without values is our own mistake. */
export function spread(values: readonly number[]): Spread {
	const sorted = [...values].sort((a, b) => a - b);
	const [least, most] = [sorted[0], sorted[sorted.length - 1]];
	const low = sorted[(sorted.length - 1) >> 1];
	const high = sorted[sorted.length >> 1];
	if (least === undefined || most === undefined || low === undefined || high === undefined)
		throw new Error('a series without values');
	return { median: (low + high) / 2, least, most, count: sorted.length };
}

/** `109.1 kB` */
export function kB(bytes: number): string {
	return `${(bytes / 1024).toFixed(1)} kB`;
}

/** `412 ms (398–530)` */
export function ms({ median, least, most }: Spread): string {
	const digits = median < 100 ? 1 : 0;
	return `${median.toFixed(digits)} ms (${least.toFixed(digits)}–${most.toFixed(digits)})`;
}

/** `0.82` of the second's median. */
export function ratio(a: Spread, b: Spread): string {
	return (a.median / b.median).toFixed(2);
}

/** Rows of a Markdown table, so that a run can be put into a document as it is. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
	const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
	return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
