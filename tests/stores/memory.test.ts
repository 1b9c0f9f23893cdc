import { describe, expect, it } from 'vitest';
import { STORE_ERROR_CODES } from '#record/errors.ts';
import { createMemoryStore } from '#stores/memory/store.ts';
import { answers, COURSE, eventsOf, saveAll, storeContract } from './contract.ts';

const open = (more: { reason?: (typeof STORE_ERROR_CODES)[number] } = {}, id = 'local') =>
	createMemoryStore({ course: COURSE, learner: { id }, now: () => 5, ...more });

storeContract('memory', () => ({ open: (learner) => Promise.resolve(open({}, learner)) }));

describe('a memory store that stands in for a durable one', () => {
	it.each(STORE_ERROR_CODES)('never claims to have saved: %s', async (reason) => {
		const store = open({ reason });
		expect(store).toMatchObject({ durable: false, reason, saving: { status: 'failed', code: reason } });
		const events = answers(2);
		expect(await saveAll(store, events)).toEqual([reason, reason]);
		expect(store.saving).toEqual({ status: 'failed', code: reason });
		expect(await eventsOf(store)).toEqual(events);
	});
});
