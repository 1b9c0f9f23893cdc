import { expect, type Frame, type Page } from '@playwright/test';
import { app } from '#ui/messages.ts';

/**
 * Waits until a screen has all it will have: its heading stands there before what is still on its way, and so does a box that
 * was opened. What is counted or measured earlier is half a screen.
 */
export async function settled(page: Page | Frame): Promise<void> {
	await expect(page.locator('main h1')).toBeAttached();
	await expect(page.getByText(app.loading, { exact: true })).toHaveCount(0);
}
