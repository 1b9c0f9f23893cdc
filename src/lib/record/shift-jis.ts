/** Shift_JIS as Windows writes it (code page 932), made by turning round the decoder that every browser has. */

/** Letters that Windows has under another number: the same signs, as other systems type them. */
const TWINS: Readonly<Record<string, string>> = {
	'\u301C': '\uFF5E',
	'\u2212': '\uFF0D',
	'\u2016': '\u2225',
	'\u2014': '\u2015',
	'\u00A2': '\uFFE0',
	'\u00A3': '\uFFE1',
	'\u00AC': '\uFFE2'
};
const LEADS = [...range(0x81, 0x9f), ...range(0xe0, 0xfc)]
	// NEC's copies of IBM's characters: Windows reads them, and never writes them.
	.filter((lead) => lead !== 0xed && lead !== 0xee);
const TRAILS = [...range(0x40, 0x7e), ...range(0x80, 0xfc)];

let table: ReadonlyMap<string, readonly number[]> | undefined;

/**
 * The text's bytes, or the characters that Shift_JIS does not have, each once and in the text's order.
 * Nothing is ever written in place of another character.
 */
export function shiftJis(
	text: string
): { ok: true; bytes: Uint8Array<ArrayBuffer> } | { ok: false; missing: string[] } {
	table ??= turned();
	const bytes: number[] = [];
	const missing = new Set<string>();
	for (const character of text) {
		const code = table.get(TWINS[character] ?? character);
		if (code) bytes.push(...code);
		else missing.add(character);
	}
	return missing.size > 0 ? { ok: false, missing: [...missing] } : { ok: true, bytes: new Uint8Array(bytes) };
}

/** Character → bytes. Of characters that stand twice in the code page the first place counts, as with Windows. */
function turned(): Map<string, number[]> {
	const decoder = new TextDecoder('shift_jis', { fatal: true });
	const all = new Map<string, number[]>();
	const learn = (...code: number[]) => {
		try {
			const character = decoder.decode(new Uint8Array(code));
			if (!all.has(character)) all.set(character, code);
		} catch {
			// Not in use.
		}
	};
	for (const code of [...range(0x00, 0x7f), ...range(0xa1, 0xdf)]) learn(code);
	for (const lead of LEADS) for (const trail of TRAILS) learn(lead, trail);
	return all;
}

function range(from: number, to: number): number[] {
	return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}
