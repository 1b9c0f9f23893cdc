import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { csv, UTF8_MARK } from '#record/csv.ts';
import { shiftJis } from '#record/shift-jis.ts';

describe('rows for Excel', () => {
	it('are quoted field by field, and end as on Windows', () => {
		expect(
			csv([
				['職員番号', '氏名'],
				['00123', '山田 "花子"']
			])
		).toBe('"職員番号","氏名"\r\n"00123","山田 ""花子"""\r\n');
	});

	it('keep line breaks and commas within a field', () => {
		const fields = ['一行目\n二行目', 'a,b', '', '全角，'];
		expect(Papa.parse<string[]>(csv([fields]).trimEnd()).data).toEqual([fields]);
	});

	it.each(['=1+1', '+81', '-1', '@cmd', '\tx', '\rx', '\nx', '＝1', '＋1', '－1', '＠x'])(
		'hold no formula: %j',
		(field) => {
			expect(csv([[field]])).toBe(`"'${field}"\r\n`);
		}
	);

	it.each(['1-2', 'a=b', 'ー', '山田@総務課'])('leave a text as it is that is no formula: %j', (field) => {
		expect(csv([[field]])).toBe(`"${field}"\r\n`);
	});

	it('are told to be UTF-8 by three bytes', () => {
		expect([...new TextEncoder().encode(UTF8_MARK)]).toEqual([0xef, 0xbb, 0xbf]);
	});
});

describe('Shift_JIS', () => {
	const bytesOf = (text: string) => {
		const coded = shiftJis(text);
		if (!coded.ok) throw new Error(coded.missing.join());
		return [...coded.bytes];
	};
	const decode = (text: string) => new TextDecoder('shift_jis').decode(new Uint8Array(bytesOf(text)));

	it('gives bytes as Windows does', () => {
		expect(bytesOf('あ亜A~\\ｱ')).toEqual([0x82, 0xa0, 0x88, 0x9f, 0x41, 0x7e, 0x5c, 0xb1]);
		expect(bytesOf('髙﨑①Ⅷ㈱')).toEqual([0xfb, 0xfc, 0xfa, 0xb1, 0x87, 0x40, 0x87, 0x5b, 0x87, 0x8a]);
		// Of signs that stand twice, the older place.
		expect(bytesOf('∪¬∵')).toEqual([0x81, 0xbe, 0x81, 0xca, 0x81, 0xe6]);
	});

	it('reads back as what was written', () => {
		const text = '"職員番号","髙﨑 ①号室","ﾊﾝｶｸ、令和元年度／～－∥"\r\n';
		expect(decode(text)).toBe(text);
	});

	it('takes the same signs as other systems type them', () => {
		expect(decode('〜−‖—')).toBe('～－∥―');
	});

	it('names each character it cannot write once, and writes nothing', () => {
		expect(shiftJis('𠮷田𠮷子 😀é')).toEqual({ ok: false, missing: ['𠮷', '😀', 'é'] });
	});

	it('knows every character that the code page has', () => {
		const decoder = new TextDecoder('shift_jis');
		let known = 0;
		for (let lead = 0x81; lead <= 0xfc; lead += 1) {
			if (lead >= 0xa0 && lead <= 0xdf) continue;
			for (let trail = 0x40; trail <= 0xfc; trail += 1) {
				const text = decoder.decode(new Uint8Array([lead, trail]));
				if (trail === 0x7f || text.includes('\uFFFD')) continue;
				expect(decode(text)).toBe(text);
				known += 1;
			}
		}
		expect(known).toBeGreaterThan(9_000);
	});
});
