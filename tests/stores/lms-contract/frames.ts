/** Windows in windows, as an LMS puts a course into them. */
export type Frame = Record<string, unknown>;

/** A window, the outermost one when it has no parent. */
export function frame(more: Frame = {}): Frame {
	const it: Frame = { opener: null, ...more };
	it.parent ??= it;
	const parent = it.parent as Frame;
	it.top = parent === it ? it : parent.top;
	return it;
}

/** A window of another origin: it says who its parent is and throws at everything else. */
export function foreign(parent?: Frame): Frame {
	const it: Frame = new Proxy(frame(parent ? { parent } : {}), {
		get(of, key) {
			if (['parent', 'top', 'opener'].includes(String(key)))
				return key === 'parent' && !parent ? it : of[String(key)];
			throw new DOMException('Blocked a frame', 'SecurityError');
		}
	});
	return it;
}
