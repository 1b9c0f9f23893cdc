/** What is printed for a training session. */
import { texts } from '#workshop/paper/texts.ts';
import type { Screen } from './screen.ts';

export const workshopScreens: Screen[] = [
	{
		name: 'materials, every sheet of an hour',
		path: 'materials',
		act: async (page) => {
			for (const box of await page.getByRole('checkbox').all()) await box.check();
			await page.getByRole('heading', { name: texts.reflection.title, exact: true }).waitFor();
		}
	},
	{
		name: 'materials, nothing chosen',
		path: 'materials',
		act: async (page) => {
			await page.getByRole('radio', { name: texts.minutes(30) }).check();
			await page.getByRole('checkbox', { name: texts.sheets.timetable.name }).uncheck();
			await page.getByText(texts.none).waitFor();
		}
	}
];
