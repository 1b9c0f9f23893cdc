/**
 * Puts a text on the clipboard. Where the page is no secure context there is no clipboard to write to: then the field that
 * shows the text is selected and copied as by hand. False when the browser refuses both.
 */
export async function copyText(text: string, field: HTMLTextAreaElement | undefined): Promise<boolean> {
	try {
		await navigator.clipboard.writeText(text);
		return true;
	} catch {
		field?.focus();
		field?.select();
		// Old, and the only way on plain HTTP.
		return document.execCommand('copy');
	}
}
