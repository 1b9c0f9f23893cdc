/** SCORM 2004 4th Edition, one SCO. */
import { assemble } from '../assemble.ts';
import type { Order } from '../kit.ts';
import { manifest2004, options2004, SCHEMAS_2004 } from '../scorm2004.ts';

export const name = 'SCORM 2004（第4版）';
export const summary = 'SCORM 2004を求めるLMSで使います。修了と合否を別々に伝えます。';
export const options = options2004;

export function pack(order: Order) {
	return assemble(order, {
		target: 'scorm2004-4',
		name,
		schemas: SCHEMAS_2004,
		manifest: (parts) => manifest2004(parts, '2004 4th Edition')
	});
}
