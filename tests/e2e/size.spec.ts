/** What a first visit sends over the line, and how heavy the one file is. 1 kB is 1,024 bytes. */
import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { TARGETS, type Target } from '#record/payload.ts';
import { gzipSize, startBytes } from '../../src/cli/bench/bytes.ts';
import { kB } from '../../src/cli/bench/numbers.ts';
import { web } from './support/site.ts';

const START_KB = 120;
/** The page, its code in four files, its styles; and two more before somebody has to think. */
const START_REQUESTS = 8;
/** Nearly half of it compressed is the player that it puts into packages and the LMS double that plays them. */
const SINGLE_KB = 1_920;
const SINGLE_COMPRESSED_KB = 706;

test(`the first control of the web edition works after ${START_KB} kB compressed and ${START_REQUESTS} requests`, async ({
	browser
}) => {
	const { sent, requests, gzip } = await startBytes(browser, web().url);
	const list = [...sent]
		.sort((a, b) => b.gzip - a.gzip)
		.map((one) => `${kB(one.gzip)} (${kB(one.raw)} raw) ${one.name}`)
		.join('\n');
	expect(gzip / 1024, `${kB(gzip)} were sent before the first control worked:\n${list}`).toBeLessThanOrEqual(
		START_KB
	);
	expect(requests, `${requests} requests before the first control worked:\n${list}`).toBeLessThanOrEqual(
		START_REQUESTS
	);
});

/**
 * What an LMS has to take: the zip, with more schema files in 2004, and in it the one page that a learner's browser asks for.
 * Of the page about 168 kB are the player, and about 103 kB the course.
 */
const ZIP_KB: Record<Target, number> = { scorm12: 321, 'scorm2004-3': 349, 'scorm2004-4': 335 };
const PAGE_KB = 274;

for (const target of TARGETS) {
	test(`the shipped course as a ${target} package stays below ${ZIP_KB[target]} kB, its page below ${PAGE_KB} kB compressed`, () => {
		const folder = `build/e2e-lms/zips/shipped-${target}`;
		const [zip = ''] = readdirSync(folder);
		const size = readFileSync(`${folder}/${zip}`).length;
		expect(size / 1024, `${zip} has ${kB(size)}`).toBeLessThanOrEqual(ZIP_KB[target]);
		const page = gzipSize(readFileSync(`build/e2e-lms/packages/shipped-${target}/index.html`));
		expect(page / 1024, `index.html has ${kB(page)} compressed`).toBeLessThanOrEqual(PAGE_KB);
	});
}

test(`the one file stays below ${SINGLE_KB} kB, ${SINGLE_COMPRESSED_KB} kB compressed`, () => {
	const file = readFileSync('build/single/manabiya.html');
	expect(file.length / 1024, `manabiya.html has ${kB(file.length)}`).toBeLessThanOrEqual(SINGLE_KB);
	const gzip = gzipSize(file);
	expect(gzip / 1024, `manabiya.html has ${kB(gzip)} compressed`).toBeLessThanOrEqual(SINGLE_COMPRESSED_KB);
});
