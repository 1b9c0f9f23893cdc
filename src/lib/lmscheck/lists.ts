/** Follows what a course writes into the numbered lists of an LMS: interactions and objectives. */
import { answerFits, type Version } from './formats.ts';
import type { RuleCode } from './rules.ts';

type Group = 'interactions' | 'objectives';

/** The order of an interaction's parts. */
const PARTS = [
	/^id$/,
	/^type$/,
	/^time(stamp)?$/,
	/^correct_responses\./,
	/^weighting$/,
	/^(student|learner)_response$/,
	/^result$/,
	/^latency$/
];
const RESULT = 6;
const MOST: Record<Group, number> = { interactions: 250, objectives: 100 };

/** What is known of one member: `last` is the rank of the part written last, `inner` counts its own lists. */
type Member = {
	id?: string | undefined;
	type?: string | undefined;
	last: number;
	inner: Record<string, number>;
};

export function createLists(version: Version, peek: (element: string) => string) {
	/** Members there are; undefined when the LMS does not tell and nothing was written yet. */
	const counts: Record<Group, number | undefined> = { interactions: undefined, objectives: undefined };
	const members = new Map<string, Member>();

	function member(group: Group, index: number): Member {
		const key = `${group}.${index}`;
		const found = members.get(key) ?? { last: -1, inner: {} };
		members.set(key, found);
		return found;
	}

	/** What an earlier session wrote, asked before anything is changed; 1.2 gives no interactions out. */
	function recall(group: Group): void {
		const text = peek(`cmi.${group}._count`);
		const count = /^\d+$/.test(text) ? Number(text) : undefined;
		counts[group] = count;
		if (version === '1.2' && group === 'interactions') return;
		for (let index = 0; index < (count ?? 0); index += 1) {
			const it = member(group, index);
			it.id = peek(`cmi.${group}.${index}.id`) || undefined;
			if (group === 'interactions') it.type = peek(`cmi.${group}.${index}.type`) || undefined;
		}
	}

	function indices(group: Group, index: number, part: string, say: (rule: RuleCode) => void): boolean {
		const count = (counts[group] ??= index);
		if (index >= MOST[group]) say('too-many');
		if (index > count) say('gap');
		else if (index === count && part !== 'id') say('id-first');
		return index <= count;
	}

	function inner(it: Member, part: string, taken: boolean, say: (rule: RuleCode) => void): void {
		const found = /^(correct_responses|objectives)\.(\d+)\./.exec(part);
		if (!found) return;
		const [, list = '', n = ''] = found;
		const count = it.inner[list] ?? 0;
		if (Number(n) > count) say('gap');
		if (taken && Number(n) === count) it.inner[list] = count + 1;
	}

	function order(it: Member, part: string, say: (rule: RuleCode) => void): void {
		const rank = PARTS.findIndex((pattern) => pattern.test(part));
		if (rank < 0) return;
		// A later answer goes over the same parts anew, but not before the one before was whole.
		if (rank < it.last && it.last < RESULT) say('interaction-order');
		it.last = rank;
	}

	return {
		begin(): void {
			recall('interactions');
			recall('objectives');
		},
		write(element: string, value: string, taken: boolean, say: (rule: RuleCode) => void): void {
			const found = /^cmi\.(interactions|objectives)\.(\d+)\.(.+)$/.exec(element);
			if (!found) return;
			const group: Group = found[1] === 'interactions' ? 'interactions' : 'objectives';
			const index = Number(found[2]);
			const part = found[3] ?? '';
			if (!indices(group, index, part, say)) return;
			const it = member(group, index);
			if (part === 'id' && it.id !== undefined && it.id !== value) say('id-changed');
			if (part === 'type' && it.type !== undefined && it.type !== value) say('id-changed');
			if (group === 'interactions') order(it, part, say);
			inner(it, part, taken, say);
			const pattern = part.endsWith('.pattern');
			if (it.type !== undefined && (pattern || /_response$/.test(part))) {
				if (!answerFits(version, it.type, value, pattern)) say('answer-format');
			}
			if (!taken) return;
			if (part === 'id') {
				it.id = value;
				counts[group] = Math.max(counts[group] ?? 0, index + 1);
			}
			if (part === 'type') it.type = value;
		}
	};
}
