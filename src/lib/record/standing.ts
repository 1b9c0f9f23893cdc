/** Where a learner stands under a package's rule: what an LMS is told of completion, pass and score. Pure. */
import type { CourseIndex, UnitIndex } from '#course/parts.ts';
import type { Standing } from './lms.ts';
import { testResult, unitCounts, unitPages, unitStatus } from './progress.ts';
import type { LearnerRecord } from './record.ts';
import type { Rule } from './rule.ts';

/** `rule.pass` stands in for the course's own pass share; a verdict a run already has is never taken back. */
export function standing(index: CourseIndex, rule: Rule, record: LearnerRecord): Standing {
	const judged = withPass(index, rule.pass);
	const test = testResult(judged, record);
	const best = test.best && test.best.total > 0 ? test.best.right / test.best.total : undefined;
	const passed = test.passed || (best !== undefined && best >= rule.pass);

	const teaching = index.units.filter((unit) => unit.id !== index.test.unit && unitCounts(unit, record));
	const undone = teaching.filter((unit) => unitStatus(judged, unit, record) !== 'done').length;
	const missing = {
		units: rule.completes === 'test' ? 0 : undone,
		test: rule.completes !== 'units' && !passed
	};
	const completed = missing.units === 0 && !missing.test;
	return {
		completed,
		passed: test.finished === 0 ? undefined : passed,
		score: rule.score === 'none' || best === undefined ? undefined : Math.round(best * 10_000) / 100,
		progress: completed ? 1 : share(teaching, rule, passed, record),
		units: index.units.map((unit) => ({
			id: unit.id,
			status: unit.id === index.test.unit && passed ? 'done' : unitStatus(judged, unit, record)
		})),
		missing
	};
}

/** The index as it judges in a package: its pass share is the rule's. */
export function withPass(index: CourseIndex, pass: number): CourseIndex {
	return { ...index, test: { ...index.test, pass } };
}

/**
 * Pages done of all teaching pages; a test that counts weighs as much as a teaching unit does on average. Rounded down, so that
 * what is not completed never reads as 1.
 */
function share(teaching: UnitIndex[], rule: Rule, passed: boolean, record: LearnerRecord): number {
	const pages = teaching.map((unit) => unitPages(unit, record));
	const total = pages.reduce((sum, unit) => sum + unit.total, 0);
	const done = pages.reduce((sum, unit) => sum + unit.done, 0);
	const test = rule.completes === 'units' ? 0 : Math.max(1, total / Math.max(1, teaching.length));
	return Math.floor(((done + (passed ? test : 0)) / (total + test)) * 10_000) / 10_000;
}
