/** Sixteen random letters and digits: tells windows, launches and databases apart. */
export function randomTag(): string {
	return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => (byte % 36).toString(36)).join('');
}
