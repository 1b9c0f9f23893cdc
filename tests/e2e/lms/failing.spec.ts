/** LMSs that let a course down: it goes on, says so once and plainly, and no answer is lost. */
import { readFileSync } from 'node:fs';
import { texts } from '#learn/texts.ts';
import type { Target } from '#record/payload.ts';
import { saving, storage } from '#ui/messages.ts';
import { NAMES } from '../../stores/lms-contract/names.ts';
import { mini, questionOf } from '../support/course.ts';
import { answersIn, takeFile } from '../support/file.ts';
import { expect, TARO, test, type Launch, type Lms } from './lms.ts';
import type { Fault } from './visit.ts';

test.use({ actionTimeout: 15_000, expectStrict: false });
const course = mini();
const PAGES = { q1_1: 'm1_p1', q1_2: 'm1_p2', q2_1: 'm2_p1' } as const;
type Asked = keyof typeof PAGES;

/** Opens a question's page as a link does, and answers it rightly. */
async function answer({ learner }: Launch, id: Asked): Promise<void> {
	await learner.go(`learn/${PAGES[id]}`);
	const page = course.units.flatMap((unit) => unit.pages).find((one) => one.id === PAGES[id]);
	await expect(learner.h1).toHaveText(page?.title ?? '');
	await learner.answer(questionOf(course, id), true, learner.lessonQuestion());
}

/** What stands on the page of a question that was answered before, or was not. */
async function expectAnswered({ learner }: Launch, id: Asked, yes = true): Promise<void> {
	await learner.go(`learn/${PAGES[id]}`);
	const verdict = learner.lessonQuestion().locator('[data-verdict]');
	await expect(learner.lessonQuestion()).toBeVisible();
	await expect(verdict).toHaveCount(yes ? 1 : 0);
}

/** One message, in the words for what happened. */
async function expectTold({ learner }: Launch, code: string): Promise<void> {
	const banner = learner.view.locator('[data-banner]');
	await expect(banner).toContainText(storage[code]?.title ?? '?');
	await expect(banner).toContainText(storage[code]?.text ?? '?');
	await expect(banner).toHaveCount(1);
	await expect(learner.view.locator('[data-saving]')).toHaveText(saving.failed);
}

async function expectQuiet({ learner }: Launch): Promise<void> {
	await learner.saved();
	await expect(learner.view.locator('[data-banner]')).toHaveCount(0);
}

/** The items whose answers the LMS has been told, in order. */
const told = async (launch: Launch): Promise<string[]> =>
	(await launch.news()).flatMap((line) => /^cmi\.interactions\.\d+\.id = (.+)$/u.exec(line)?.[1] ?? []);

test('without an LMS the course goes on and says that nothing is recorded; what was done is there at the next launch, can be taken as a file, and is offered once there is an LMS', async ({
	lms
}) => {
	const target = 'scorm12';
	const alone = await lms.open({ target, fault: { kind: 'no-api' } });
	await expectTold(alone, 'lms-missing');
	await answer(alone, 'q1_1');
	await expectTold(alone, 'lms-missing');
	const { events } = await takeFile(
		alone.learner,
		alone.learner.button(texts.record.save, alone.learner.view.locator('[data-banner]'))
	);
	expect(answersIn(events)).toEqual(['q1_1']);
	await alone.host.close();

	const still = await lms.open({ target, fault: { kind: 'no-api' } });
	await expectAnswered(still, 'q1_1');
	await still.host.close();

	// Whoever comes through the LMS next may be somebody else: it is asked, and nothing is given or told before.
	const offer = ({ learner }: Launch) =>
		learner.main.locator('.offer').filter({ hasText: texts.lms.unclaimed.title });
	const other = await lms.open({ target, learner: TARO });
	await expect(offer(other)).toContainText('1／');
	await other.learner.press(texts.lms.unclaimed.leave);
	await expect(offer(other)).toHaveCount(0);
	await expectAnswered(other, 'q1_1', false);
	expect(await told(other)).toEqual([]);

	const back = await lms.open({ target });
	await back.learner.press(texts.lms.unclaimed.take);
	await expect(back.learner.main).toContainText(texts.lms.unclaimed.taken);
	await expectQuiet(back);
	expect(await told(back)).toEqual(['q1_1']);
	await expectAnswered(back, 'q1_1');
	// It has found its owner.
	await expect(offer(await lms.open({ target, learner: TARO }))).toHaveCount(0);
});

test('an LMS that does not begin is left alone: the course goes on, says so, and calls nothing any more', async ({
	lms
}) => {
	const launch = await lms.open({
		target: 'scorm2004-4',
		fault: { kind: 'refuses', method: 'initialize', code: '102' }
	});
	await expectTold(launch, 'lms-missing');
	await answer(launch, 'q1_1');
	await expectTold(launch, 'lms-missing');
	const called = (await launch.calls()).map(({ method }) => method);
	expect(new Set(called)).toEqual(new Set(['Initialize', 'GetLastError']));
	expect(lms.server.held.size).toBe(0);
});

for (const target of ['scorm12', 'scorm2004-4'] satisfies Target[]) {
	const version = target === 'scorm12' ? '1.2' : '2004';
	const names = NAMES[version];
	const is12 = version === '1.2';

	/** Things that go wrong after the first answer, and what is said of each. */
	const faults: { name: string; fault: Fault; code: string }[] = [
		{
			name: 'commits are refused',
			fault: { kind: 'refuses', method: 'commit', code: is12 ? '101' : '391' },
			code: 'lms-refused'
		},
		{
			name: 'commits throw',
			fault: { kind: 'refuses', method: 'commit', throws: true, code: '' },
			code: 'lms-lost'
		},
		{
			name: 'the state does not fit',
			fault: { kind: 'refuses', method: 'set', element: names.state, code: is12 ? '405' : '406' },
			code: 'lms-refused'
		},
		{
			name: 'the API goes away',
			fault: { kind: 'hostile', seed: 1, share: 0, vanishesAfter: 0 },
			code: 'lms-lost'
		},
		{
			name: 'the session expires',
			fault: { kind: 'hostile', seed: 1, share: 0, expiresAfter: 0 },
			code: 'lms-lost'
		}
	];

	// What the versions call their errors decides the last; the others are the same for both.
	for (const { name, fault, code } of is12 ? faults : faults.slice(-1)) {
		test(`${target}, ${name}: one message, the course goes on, and the LMS gets everything at the next launch`, async ({
			lms
		}) => {
			const launch = await lms.open({ target });
			await answer(launch, 'q1_1');
			await expectQuiet(launch);
			await launch.fault(fault);
			await answer(launch, 'q1_2');
			await expectTold(launch, code);
			await answer(launch, 'q2_1');
			await expectTold(launch, code);
			const before = lms.held(launch, names.state);
			await launch.host.close();

			const back = await lms.open({ target });
			await expect.poll(() => lms.held(back, names.state)).not.toBe(before);
			await expect(back.learner.view.locator('[data-banner]')).toHaveCount(0);
			await expectAnswered(back, 'q1_2');
			expect(await answeredIn(back)).toEqual(['q1_1', 'q1_2', 'q2_1']);
		});
	}

	test(`${target}: when the LMS takes commits again, what waited goes in by itself and the message goes`, async ({
		lms
	}) => {
		const launch = await lms.open({ target });
		await launch.fault({ kind: 'refuses', method: 'commit', code: is12 ? '101' : '391' });
		await answer(launch, 'q1_1');
		await expectTold(launch, 'lms-refused');
		const before = lms.held(launch, names.state);
		await launch.fault();
		await expectQuiet(launch);
		expect(lms.held(launch, names.state)).not.toBe(before);
	});

	test(`${target}: elements that an LMS does not know are left out, and nothing else suffers`, async ({
		lms
	}) => {
		const launch = await lms.open({
			target,
			fault: { kind: 'refuses', method: 'set', element: 'cmi.interactions', code: '401' }
		});
		await answer(launch, 'q1_1');
		await expectQuiet(launch);
		await answer(launch, 'q1_2');
		await expectQuiet(launch);
		expect(await told(launch), 'asked once').toHaveLength(1);
		expect(lms.held(launch, names.state)).toBeTruthy();
		await launch.learner.go('lms');
		const row = launch.learner.main.locator('dl > div').filter({ hasText: texts.lms.check.interactions });
		await expect(row).toContainText(texts.lms.check.accepts(false));
		await lms.exit(launch);
		await expectAnswered(await lms.open({ target }), 'q1_2');
	});

	test(`${target}: a state that cannot be read is kept as it is until the learner goes on, and is then handed out as a file`, async ({
		lms
	}) => {
		const first = await lms.open({ target });
		await answer(first, 'q1_1');
		await first.learner.saved();
		await lms.exit(first);
		const damaged = 'unreadable-by-this-version';
		spoil(lms, first, names.state, damaged);

		const launch = await lms.open({ target });
		await expectTold(launch, 'state-unreadable');
		await answer(launch, 'q1_2');
		await expectTold(launch, 'state-unreadable');
		await lms.exit(launch);
		expect(lms.held(launch, names.state), 'nothing is written over').toBe(damaged);
		expect((await launch.news()).join('\n')).not.toMatch(/suspend_data|status =|score|interactions/u);

		const again = await lms.open({ target });
		await expectTold(again, 'state-unreadable');
		// What was answered meanwhile is not lost either.
		await expectAnswered(again, 'q1_2');
		const [download] = await Promise.all([
			again.host.waitForEvent('download'),
			again.learner.press(texts.lms.aside, again.learner.view.locator('[data-banner]'))
		]);
		expect(readFileSync(await download.path(), 'utf8')).toBe(damaged);
		await expectQuiet(again);
		expect(lms.held(again, names.state)).not.toBe(damaged);
		await lms.exit(again);
		const last = await lms.open({ target });
		await expectAnswered(last, 'q1_2');
	});
}

/** Replaces what the LMS has. */
function spoil(lms: Lms, launch: Launch, element: string, value: string): void {
	const held = lms.server.held.get(launch.kept.key);
	if (!held) throw new Error('nothing held');
	lms.server.held.set(launch.kept.key, { ...held, [element.split('.').at(-1) ?? '']: value });
}

/** The items in what the learner can take along. */
async function answeredIn({ learner }: Launch): Promise<string[]> {
	await learner.go('record');
	const { events } = await takeFile(learner, learner.button(texts.record.save));
	return [...new Set(answersIn(events))].sort();
}
