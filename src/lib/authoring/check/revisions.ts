/**
 * Rules on what a revision changes: held against what the revisions before were when they were handed out. They speak only of a course
 * that has no other fault, since a slip would also show as a change that is not listed.
 */
import { revisionFile } from '#course/parse/revisions.ts';
import type { Place } from '#course/problem.ts';
import type { Revision } from '#course/schema.ts';
import { frozenFile, thingsOf, type Thing } from '../frozen.ts';
import type { Rule, Subject } from './rule.ts';

type Things = Record<string, Thing>;
/** One revision between what was before and what it makes of it. */
type Turn = {
	revision: Revision;
	before: Things;
	after: Things;
	older: Things[];
	placeOf: (id: string) => Place;
};

const own = (things: Things, id: string): Thing | undefined =>
	Object.hasOwn(things, id) ? things[id] : undefined;

/** Every revision whose neighbours are known. */
function turns({ course, frozen, locate }: Subject): Turn[] {
	const now = thingsOf(course);
	const thingsIn = (revision: number): Things | undefined =>
		revision === course.revision ? now : frozen.get(revision)?.things;
	return course.revisions.flatMap((revision): Turn[] => {
		const number = revision.revision;
		const [before, after] = [thingsIn(number - 1), thingsIn(number)];
		if (!before || !after) return [];
		const older = [...frozen].flatMap(([n, { things }]) => (n < number - 1 ? [things] : []));
		const file = { file: revisionFile(number), line: 1 };
		// What is gone, and what is right today but was wrong then, stands nowhere but in the list.
		const placeOf = (id: string) => (own(after, id) && number === course.revision ? locate(id) : file);
		return [{ revision, before, after, older, placeOf }];
	});
}

/** A course after its first revision keeps what all revisions before were. */
const freezeMissing: Rule = {
	name: 'freeze-missing',
	last: true,
	*find({ course, frozen, locate }) {
		for (let revision = 1; revision < course.revision; revision += 1) {
			const found = frozen.get(revision);
			if (found?.course === course.id && found.revision === revision) continue;
			const message = `第${revision}版の控え「${frozenFile(revision)}」がないか、読めません。第${revision}版のファイルに戻して npm run course -- freeze で作ってください。`;
			yield { place: locate(course.id, 'revision'), message };
		}
	}
};

/** Once handed out, a revision stays as it is. */
const releasedChanged: Rule = {
	name: 'released-changed',
	last: true,
	*find({ course, frozen, locate }) {
		const before = frozen.get(course.revision)?.things;
		if (!before) return;
		const after = thingsOf(course);
		const [id] = [...Object.keys(after), ...Object.keys(before)].filter((one) =>
			differs(own(before, one), own(after, one))
		);
		if (id === undefined) return;
		const message = `第${course.revision}版は控えを取った版ですが、「${id}」などが控えと違います。直すときは revision を${course.revision + 1}にしてください。`;
		yield { place: locate(course.id, 'revision'), message };
	}
};

const changeUnlisted: Rule = {
	name: 'change-unlisted',
	last: true,
	*find(subject) {
		for (const { revision, before, after, placeOf } of turns(subject)) {
			const listed = listedIn(revision);
			for (const [id, how] of changesBetween(before, after)) {
				if (listed[how].has(id)) continue;
				const [was, is] = [own(before, id), own(after, id)];
				// No list makes that right: another rule speaks of it.
				if (was && is && otherMeaning(was, is)) continue;
				const message = `「${id}」は前の版から${WORDS[how]}。${revisionFile(revision.revision)} の ${how} に書いてください。`;
				yield { place: placeOf(id), message };
			}
		}
	}
};

const changeIdle: Rule = {
	name: 'change-idle',
	last: true,
	*find(subject) {
		for (const { revision, before, after } of turns(subject)) {
			const really = new Map(changesBetween(before, after));
			for (const change of revision.changes) {
				for (const how of HOWS) {
					for (const id of change[how]) {
						if (really.get(id) === how) continue;
						const message = `「${id}」は${how}とありますが、前の版と比べると${WORDS_NOT[how]}。書き直すか、消してください。`;
						yield { place: subject.locate(change.id), message };
					}
				}
			}
		}
	}
};

/** An id stands for one thing for ever: records of learners name it. */
const idReused: Rule = {
	name: 'id-reused',
	last: true,
	*find(subject) {
		for (const { before, after, older, placeOf } of turns(subject)) {
			for (const [id, thing] of Object.entries(after)) {
				if (own(before, id)) continue;
				const once = older.flatMap((things) => own(things, id) ?? []).at(-1);
				if (!once || !otherMeaning(once, thing)) continue;
				const message = `「${id}」は、前になくした別のものの id です。学習の記録が混ざるので、新しい id にしてください。`;
				yield { place: placeOf(id), message };
			}
		}
	}
};

/** What an answer that was kept stands for stays what it was. */
const meaningChanged: Rule = {
	name: 'meaning-changed',
	last: true,
	*find(subject) {
		for (const { before, after, placeOf } of turns(subject)) {
			for (const [id, thing] of Object.entries(after)) {
				const was = own(before, id);
				const other = was && otherMeaning(was, thing);
				if (!other) continue;
				const message = `「${id}」の意味が前の版から変わりました（${other}）。学習の記録が別の意味になるので、新しい id にしてください。`;
				yield { place: placeOf(id), message };
			}
		}
	}
};

export const REVISION_RULES: readonly Rule[] = [
	freezeMissing,
	releasedChanged,
	meaningChanged,
	idReused,
	changeUnlisted,
	changeIdle
];

const HOWS = ['added', 'changed', 'retired'] as const;
type How = (typeof HOWS)[number];
const WORDS: Record<How, string> = {
	added: '増えました',
	changed: '変わりました',
	retired: 'なくなりました'
};
const WORDS_NOT: Record<How, string> = {
	added: '増えていません',
	changed: '変わっていません',
	retired: 'なくなっていません'
};

function listedIn({ changes }: Revision): Record<How, Set<string>> {
	const of = (how: How) => new Set(changes.flatMap((change) => change[how]));
	return { added: of('added'), changed: of('changed'), retired: of('retired') };
}

/** Ids with what happened to them. */
function changesBetween(before: Things, after: Things): [id: string, how: How][] {
	return [...new Set([...Object.keys(after), ...Object.keys(before)])].flatMap((id): [string, How][] => {
		const [was, is] = [own(before, id), own(after, id)];
		if (!was) return [[id, 'added']];
		if (!is) return [[id, 'retired']];
		return differs(was, is) ? [[id, 'changed']] : [];
	});
}

function differs(was: Thing | undefined, is: Thing | undefined): boolean {
	if (!was || !is) return true;
	return was.kind !== is.kind || was.meaning !== is.meaning || was.words !== is.words || reordered(was, is);
}

/** Whether what stands in both stands in another order; what came or went is told by itself. */
function reordered({ parts: was = [] }: Thing, { parts: is = [] }: Thing): boolean {
	const stayed = was.filter((id) => is.includes(id));
	return stayed.join() !== is.filter((id) => was.includes(id)).join();
}

/** Says in what two things of one id differ so much that they are two; undefined when the words alone do. */
function otherMeaning(was: Thing, is: Thing): string | undefined {
	if (was.kind !== is.kind) return `${was.kind} → ${is.kind}`;
	if (was.meaning !== is.meaning) return `${was.meaning} → ${is.meaning}`;
	for (const [part, text] of Object.entries(was.says ?? {})) {
		const now = is.says?.[part];
		if (now !== undefined && alike(text, now) < LIKE) return `「${text}」→「${now}」`;
	}
	return undefined;
}

/** Texts that share less than this of their pairs of letters do not say the same in other words. */
const LIKE = 0.35;

/** Share of the pairs of letters that two texts have in common, 0 to 1. */
function alike(one: string, two: string): number {
	const pairs = (text: string) => {
		const letters = [...text.normalize('NFKC').replace(/\s+/gu, '')];
		return letters.length < 2 ? letters : letters.slice(1).map((letter, i) => `${letters[i] ?? ''}${letter}`);
	};
	const [a, b] = [pairs(one), pairs(two)];
	const left = [...b];
	const shared = a.filter((pair) => {
		const at = left.indexOf(pair);
		if (at >= 0) left.splice(at, 1);
		return at >= 0;
	});
	return (2 * shared.length) / Math.max(1, a.length + b.length);
}
