/** Reads a property of something foreign; undefined when it is refused, as by a frame of another origin. */
export function peek(value: unknown, key: string): unknown {
	try {
		return (value as Record<string, unknown> | null | undefined)?.[key];
	} catch {
		return undefined;
	}
}
