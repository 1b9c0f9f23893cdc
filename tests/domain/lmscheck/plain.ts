/** An LMS that takes everything: what is judged here is the recorder alone. Sessions are written as lines. */
import type { Version } from '#lmscheck/formats.ts';
import { record, type Recorder } from '#lmscheck/recorder.ts';

/** @param held values it has from earlier; `refuse` names elements it says no to */
export function plain(version: Version, held: Record<string, string> = {}, refuse: string[] = []) {
	const values = new Map(Object.entries(held));
	const prefix = version === '1.2' ? 'LMS' : '';
	return {
		[`${prefix}Initialize`]: () => 'true',
		[version === '1.2' ? 'LMSFinish' : 'Terminate']: () => 'true',
		[`${prefix}Commit`]: () => 'true',
		[`${prefix}GetValue`]: (element: string) => values.get(element) ?? '',
		[`${prefix}SetValue`](element: string, value: string) {
			if (refuse.includes(element)) return 'false';
			values.set(element, value);
			return 'true';
		},
		[`${prefix}GetLastError`]: () => '0',
		[`${prefix}GetErrorString`]: () => '',
		[`${prefix}GetDiagnostic`]: () => ''
	};
}

/** `init`, `get E`, `set E VALUE`, `commit`, `end`; the value is the rest of the line, `\n` a line break. */
export function play(
	version: Version,
	lines: readonly string[],
	held: Record<string, string> = {},
	refuse: string[] = []
): Recorder {
	const recorder = record(plain(version, held, refuse), version, { now: () => 1 });
	const { api } = recorder;
	const prefix = version === '1.2' ? 'LMS' : '';
	for (const line of lines) {
		const [word = '', element = '', ...rest] = line.split(' ');
		const value = rest.join(' ').replaceAll('\\n', '\n');
		if (word === 'init') api[`${prefix}Initialize`]?.('');
		if (word === 'get') api[`${prefix}GetValue`]?.(element);
		if (word === 'set') api[`${prefix}SetValue`]?.(element, value);
		if (word === 'commit') api[`${prefix}Commit`]?.('');
		if (word === 'end') api[version === '1.2' ? 'LMSFinish' : 'Terminate']?.('');
	}
	return recorder;
}
