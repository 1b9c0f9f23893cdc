/** The name an LMS shows for the package. */
import type { Problem } from './problem.ts';

/** Hard limit of SCORM 1.2's schema; Moodle refuses more. */
export const TITLE_MAX = 200;

/** Without control characters, halves of characters and doubled spaces; a line break becomes a space. */
export function cleanTitle(title: string): string {
	return title
		.replaceAll(/[\s\p{Zl}\p{Zp}]+/gu, ' ')
		.replaceAll(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, '')
		.trim();
}

/** What is wrong with a cleaned title, if anything. */
export function titleProblems(title: string): Problem[] {
	if (title === '')
		return [{ code: 'title-empty', fields: ['title'], message: 'LMSに表示する名前を書いてください。' }];
	if (title.length > TITLE_MAX)
		return [
			{
				code: 'title-long',
				fields: ['title'],
				message: `LMSに表示する名前が長すぎます。${TITLE_MAX}文字までにしてください（いまは${title.length}文字）。`
			}
		];
	return [];
}
