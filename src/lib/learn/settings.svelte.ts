/** How this browser shows the course. Not part of a learner's record: losing it loses no answer. */

export type Settings = {
	size: '1' | '1.25' | '1.5';
	theme: 'auto' | 'light' | 'dark';
	motion: 'auto' | 'reduce';
	ruby: boolean;
	/** Keys of one character: 1–9 inside the options, and the one that lists the keys. */
	numberKeys: boolean;
};

const STANDARD: Settings = { size: '1', theme: 'auto', motion: 'auto', ruby: true, numberKeys: true };
const KEY = 'manabiya:settings';

function read(): Settings {
	try {
		const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
		return typeof kept === 'object' && kept !== null ? sound(kept) : STANDARD;
	} catch {
		// No storage, or a foreign value: the standard serves.
		return STANDARD;
	}
}

/** Takes over only what is a known value. */
function sound(kept: object): Settings {
	const of = <K extends keyof Settings>(key: K, values: readonly Settings[K][]): Settings[K] => {
		const value = (kept as Record<string, unknown>)[key];
		return values.find((v) => v === value) ?? STANDARD[key];
	};
	return {
		size: of('size', ['1', '1.25', '1.5']),
		theme: of('theme', ['auto', 'light', 'dark']),
		motion: of('motion', ['auto', 'reduce']),
		ruby: of('ruby', [true, false]),
		numberKeys: of('numberKeys', [true, false])
	};
}

class SettingsState {
	current: Settings = $state.raw(read());

	set(change: Partial<Settings>): void {
		this.current = { ...this.current, ...change };
		try {
			localStorage.setItem(KEY, JSON.stringify(this.current));
		} catch {
			// Without storage the choice holds for this window.
		}
		this.show();
	}

	/** Puts the choices where the style sheets look for them. */
	show(): void {
		const { dataset } = document.documentElement;
		const { size, theme, motion, ruby } = this.current;
		dataset.size = size;
		dataset.ruby = ruby ? 'on' : 'off';
		if (theme === 'auto') delete dataset.theme;
		else dataset.theme = theme;
		if (motion === 'auto') delete dataset.motion;
		else dataset.motion = motion;
	}
}

export const settings = new SettingsState();
