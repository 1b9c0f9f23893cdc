import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { withoutLeavePrompt } from '../../src/cli/no-leave-prompt.ts';

const client = readFileSync('node_modules/@sveltejs/kit/src/runtime/client/client.js', 'utf8');

describe('the player of a package listens to no unload of any kind', () => {
	test("Kit's one listener is taken out, and nothing else", () => {
		const without = withoutLeavePrompt(client);
		expect(client.split('\n').length - without.split('\n').length).toBeGreaterThan(20);
		expect(without).not.toContain("addEventListener('beforeunload'");
		expect(without).toContain("addEventListener('visibilitychange'");
		expect(without).toContain("addEventListener('popstate'");
	});

	test('a Kit that has it elsewhere, twice, or not at all stops the build', () => {
		expect(() =>
			withoutLeavePrompt(client.replace("addEventListener('beforeunload'", "on('beforeunload'"))
		).toThrow('was not found');
		expect(() => withoutLeavePrompt(`${client}\n${client}`)).toThrow('was not found');
		expect(() => withoutLeavePrompt(`${client}\nonunload = () => {};`)).toThrow('another place');
	});
});
