/** Packs in a process of its own and prints the zip's sum. */
import { createHash } from 'node:crypto';
import { zip } from '#packages/zip.ts';
import { packed } from './orders.ts';

export default function sum(): number {
	console.log(
		createHash('sha256')
			.update(zip(packed('scorm12')))
			.digest('hex')
	);
	return 0;
}
