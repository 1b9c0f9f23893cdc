/** The little of Markdown that the tests of these pages need. */

/** The text below a heading, up to the next one of the same level. */
export function section(page: string, title: string): string {
	const [, ...rest] = page.split(`\n## ${title}\n`);
	if (rest.length !== 1) throw new Error(`one section «${title}» was expected, found ${rest.length}`);
	return rest[0]?.split('\n## ')[0] ?? '';
}

/** The rows of all tables in a text, cell by cell, without their heads. */
export function table(text: string): string[][] {
	const lines = text.split('\n');
	const isRow = (line: string | undefined) => line?.startsWith('|') === true;
	const isRule = (line: string | undefined) => /^\|(?:\s*:?-+:?\s*\|)+$/.test(line ?? '');
	return lines
		.filter((line, at) => isRow(line) && !isRule(line) && !isRule(lines[at + 1]))
		.map((line) =>
			line
				.slice(1, -1)
				.split('|')
				.map((cell) => cell.trim())
		);
}

/** Everything in backticks, fenced code aside. */
export function codes(text: string): string[] {
	return [...text.replace(/^```[^]*?^```/gm, '').matchAll(/`([^`\n]+)`/g)].map((match) => match[1] ?? '');
}

/** The targets of links and pictures that are not on the web. */
export function links(text: string): string[] {
	return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
		.map((match) => match[1] ?? '')
		.filter((to) => !/^https?:/.test(to));
}
