/** The least of an LMS, in the window itself: enough to look at what a package shows in one. */
import type { Page } from '@playwright/test';
import { packed, type Site } from '../support/site.ts';

export type Stand = {
	mode?: 'browse' | 'review';
	credit?: false;
	/** What it holds of the learner. */
	state?: string;
	/** There is none. */
	none?: true;
	/** The package brings somebody's progress. */
	carried?: true;
};

export const siteOf = ({ carried }: Stand): Site =>
	carried ? packed('carried-scorm12', 'mini_gomi') : packed('shipped-scorm12', 'kami_kyodo');

/** Before the page is opened. */
export async function standIn(page: Page, stand: Stand): Promise<void> {
	if (stand.none) return;
	const values = {
		'cmi.core.student_id': 'hanako',
		'cmi.core.student_name': '山田 花子',
		'cmi.core.lesson_mode': stand.mode ?? 'normal',
		'cmi.core.credit': stand.credit === false ? 'no-credit' : 'credit',
		'cmi.core.lesson_status': 'not attempted',
		'cmi.suspend_data': stand.state ?? '',
		'cmi.interactions._count': '0',
		'cmi.objectives._count': '0'
	};
	await page.addInitScript((values: Record<string, string>) => {
		const yes = () => 'true';
		Object.assign(window, {
			API: {
				LMSInitialize: yes,
				LMSFinish: yes,
				LMSCommit: yes,
				LMSGetValue: (element: string) => values[element] ?? '',
				LMSSetValue(element: string, value: string) {
					values[element] = value;
					return 'true';
				},
				LMSGetLastError: () => '0'
			}
		});
	}, values);
}
