/** Cutting texts so that a line never breaks inside a name. */

export type Piece = { text: string; name: boolean };

/** Splits a text into names that stay in one piece and what stands between them. Longer names win. */
export function pieces(text: string, names: readonly string[]): Piece[] {
	const known = names
		.filter((name) => name !== '' && text.includes(name))
		.sort((a, b) => b.length - a.length);
	const out: Piece[] = [];
	let plain = '';
	for (let at = 0; at < text.length;) {
		const name = known.find((n) => text.startsWith(n, at));
		if (name === undefined) {
			plain += text[at];
			at += 1;
			continue;
		}
		if (plain) out.push({ text: plain, name: false });
		plain = '';
		out.push({ text: name, name: true });
		at += name.length;
	}
	if (plain) out.push({ text: plain, name: false });
	return out;
}
