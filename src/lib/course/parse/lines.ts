/** Looks at a lesson line by line for what a Markdown reader would silently forgive: fences left open, closed twice, or misspelt. */
import { problem, type Problem } from '../problem.ts';

const OPEN = /^(:{3,})([\p{L}\w-]+)(\[[^\]]*\])?(\{[^{}]*\})?\s*$/u;
const CLOSE = /^(:{3,})\s*$/u;
const LEAF = /^::([\p{L}\w-]+)(\[[^\]]*\])?(\{[^{}]*\})?\s*$/u;

/**
 * Every container must be closed by exactly as many colons as opened it, innermost first: the reader would close the rest
 * at the end of the file and say nothing. Rules: `directive-unclosed`, `directive-stray`, `directive-syntax`.
 */
export function checkFences(file: string, text: string, problems: Problem[]): void {
	const open: { colons: number; name: string; line: number }[] = [];
	const unclosed = (fence: { colons: number; name: string; line: number } | undefined) => {
		if (!fence) return;
		const colons = ':'.repeat(fence.colons);
		problems.push(
			problem(
				'directive-unclosed',
				{ file, line: fence.line },
				`「${colons}${fence.name}」が閉じられていません。同じ数のコロン「${colons}」だけの行で閉じてください。`
			)
		);
	};
	text.split(/\r?\n/u).forEach((raw, index) => {
		const line = index + 1;
		const row = raw.trim();
		if (!row.startsWith('::')) return;
		const opened = OPEN.exec(row);
		const closed = CLOSE.exec(row);
		if (opened) {
			open.push({ colons: opened[1]?.length ?? 0, name: opened[2] ?? '', line });
		} else if (closed) {
			const colons = closed[1]?.length ?? 0;
			if (!open.some((fence) => fence.colons === colons)) {
				problems.push(
					problem(
						'directive-stray',
						{ file, line },
						`「${row}」で閉じるものがありません。消すか、コロンの数を直してください。`
					)
				);
				return;
			}
			while (open.at(-1)?.colons !== colons) unclosed(open.pop());
			open.pop();
		} else if (!LEAF.test(row)) {
			problems.push(
				problem(
					'directive-syntax',
					{ file, line },
					'コロンで始まる行の書き方が違います。「:::名前{#id 属性="値"}」の形にしてください。'
				)
			);
		}
	});
	while (open.length > 0) unclosed(open.pop());
}
