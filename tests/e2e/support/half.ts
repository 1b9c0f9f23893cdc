/** Half-made answers, and all that can be seen of one. */
import type { Locator } from '@playwright/test';
import type { Question } from '#questions/registry.ts';
import { responseTo, squeeze } from './course.ts';
import type { Learner } from './learner.ts';

/** Half of an answer, as far as its type knows one. */
export async function half(learner: Learner, q: Question, within: Locator): Promise<void> {
	const response = responseTo(q, false);
	if (q.type === 'matching' || q.type === 'placement') {
		const entries = Object.entries(Object(response)).slice(0, 2);
		return learner.give(q, Object.fromEntries(entries), within);
	}
	if (q.type === 'multiple')
		return learner.give(q, Array.isArray(response) ? response.slice(0, 1) : [], within);
	return learner.give(q, response, within);
}

/** All that can be seen of a half-made answer: the order, and what is chosen, picked or placed. */
export async function seen(within: Locator): Promise<unknown> {
	const controls = await within
		.locator('input, select')
		.evaluateAll((all) =>
			all.map((one) =>
				one instanceof HTMLInputElement
					? [one.value, one.checked]
					: one instanceof HTMLSelectElement
						? [one.value, [...one.options].map((option) => option.value)]
						: []
			)
		);
	const items = await within
		.locator('[data-item], [data-card]')
		.evaluateAll((all) =>
			all.map((one) => [
				one.getAttribute('data-item'),
				one.getAttribute('data-card'),
				one.closest('[data-column]')?.getAttribute('data-column')
			])
		);
	return { controls, items, text: squeeze((await within.getByRole('heading').first().textContent()) ?? '') };
}
