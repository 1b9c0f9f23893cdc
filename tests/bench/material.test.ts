/** The bench measures what it says it measures. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkFiles } from '#authoring/check.ts';
import { partsOf } from '#questions/registry.ts';
import { barePage } from '../../src/cli/bench/bare.ts';
import { grownCourse } from '../../src/cli/bench/grown.ts';
import { firstCourse, pageWithChoice, sizeOf } from '../../src/cli/bench/material.ts';
import { kB, ratio, spread } from '../../src/cli/bench/numbers.ts';

describe('the bare page', () => {
	const course = firstCourse('courses');
	const page = barePage(course);
	const safe = (text: string) =>
		text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

	it('carries every question, every option and every reason of the course', () => {
		const texts = course.units
			.flatMap((unit) => unit.questions)
			.flatMap((q) => [q.stem, ...partsOf(q).flatMap(({ text, reason }) => [text, reason])]);
		expect(texts.filter((text) => !page.includes(safe(text)))).toEqual([]);
	});

	it('carries the text of every lesson page', () => {
		const plain = page.replace(/<[^>]*>/gu, '');
		const texts = JSON.stringify(course.units.map((unit) => unit.pages)).matchAll(
			/"t":"text","v":("(?:[^"\\]|\\.)*")/gu
		);
		const lost = [...texts]
			.map(([, text]) => safe(JSON.parse(text ?? '""')))
			.filter((text) => !plain.includes(text));
		expect(lost).toEqual([]);
	});

	it('is made by a script of at most 60 lines', () => {
		expect(readFileSync('src/cli/bench/bare.ts', 'utf8').trimEnd().split('\n').length).toBeLessThanOrEqual(
			60
		);
	});
});

describe('the grown course', () => {
	it('passes the check that written courses pass, in any size', () => {
		const { course, problems } = checkFiles(grownCourse({ units: 5, pagesPerUnit: 4, questionsPerUnit: 20 }));
		expect(problems).toEqual([]);
		expect(course && sizeOf(course)).toBe('6 units, 20 pages, 100 questions');
		expect(course && pageWithChoice(course)).toBe('u3_p3');
	});
});

describe('the figures', () => {
	it('are medians with their range; the ratio is that of the medians', () => {
		expect(spread([5, 1, 2])).toEqual({ median: 2, least: 1, most: 5, count: 3 });
		expect(spread([4, 1, 2, 3])).toMatchObject({ median: 2.5 });
		expect(() => spread([])).toThrow();
		expect(ratio(spread([3]), spread([4]))).toBe('0.75');
	});

	it('count 1,024 bytes to the kB', () => {
		expect(kB(122_880)).toBe('120.0 kB');
	});
});
