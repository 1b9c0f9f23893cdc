/** Rows for Excel: every field quoted, lines ended as Windows ends them, and nothing that a spreadsheet would take for a formula. */
import Papa from 'papaparse';

/** Excel takes a file for UTF-8 only when it begins with this. */
export const UTF8_MARK = '\uFEFF';
/** How a formula begins, also in full width: Japanese Excel takes these, too. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u;

/** CSV without a mark. A field that a spreadsheet would take for a formula begins with `'`. */
export function csv(rows: readonly (readonly string[])[]): string {
	const text = Papa.unparse(
		rows.map((row) => [...row]),
		{ quotes: true, newline: '\r\n', escapeFormulae: FORMULA }
	);
	return `${text}\r\n`;
}
