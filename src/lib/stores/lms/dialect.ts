/** What the versions of SCORM say differently: names, words, formats. The store itself knows none of them. */
import type { Interaction, Side, Standing } from '#record/lms.ts';
import type { Rule } from '#record/rule.ts';
import type { Calls } from './api.ts';

/** One element that says how far the learner is. */
export type StatusElement = {
	element: string;
	/** Height of a word of this element; 0 for none and for what is not known. Heights of 2 and more are never taken back. */
	rank(word: string): number;
	/** The word for a standing; undefined when there is nothing to say. */
	word(standing: Standing, rule: Rule): string | undefined;
	/** The word that was told at best, as far as the state knows. */
	reported(reported: Side['reported']): string | undefined;
	/** What is written at the first launch, before anything was done. */
	atFirst?: string;
	/** Words that call for it. */
	untouched: readonly string[];
};

export type Dialect = {
	version: '1.2' | '2004';
	/** The property of a window that holds the API. */
	api: string;
	calls: Calls;
	elements: {
		mode: string;
		credit: string;
		learner: string;
		name: string;
		state: string;
		place: string;
		score: string;
		exit: string;
		time: string;
		/** What says which thoughts of the learner there are already. */
		comments: string;
		/** Only where the version has it. */
		progress?: string;
	};
	/** Score elements and values, the one that counts first. @param score 0 to 100 */
	score(score: number): [string, string][];
	statuses: readonly StatusElement[];
	/** Last part of the element that holds a unit's status. */
	unitStatus: string;
	/** Parts of an interaction after its id, in the order they must be written. */
	interaction(interaction: Interaction): [string, string][];
	/**
	 * A learner's own thought, part by part; none when there is no room for it.
	 * @param held what `elements.comments` says; undefined when it says nothing
	 */
	comment(it: { item: string; text: string; at: number }, held: string | undefined): [string, string][];
	/** Length of time, from milliseconds. */
	duration(ms: number): string;
	/** Written just before the end; whether the LMS takes it does not matter. */
	navigation?: [string, string];
	/** 2004 commits by itself when it ends, and one LMS cannot take both there. */
	commitsBeforeEnd: boolean;
	/** Codes that say: there is no session any more. */
	lost: readonly string[];
};

/** A place of an option as one character: 0–9a–z. Higher places take more than one. */
export const token = (place: number): string => (__MUTANT__ === 'tokens' ? `o-${place}` : place.toString(36));

/** How good an answer is, in a word or as a share of the points. @param wrong the version's word */
export function resultOf({ right, share, neutral }: Interaction, wrong: string): string {
	if (neutral) return 'neutral';
	if (share !== undefined && __MUTANT__ !== 'share') return String(Number(share.toFixed(4)));
	return right ? 'correct' : wrong;
}

/** Places in the order to be told: a choice has none of its own. */
export function places(answer: { type: 'choice' | 'sequencing' }, list: readonly number[]): number[] {
	return answer.type === 'choice' ? [...list].sort((a, b) => a - b) : [...list];
}

/** Hours, minutes and seconds of a length of time, rounded to whole seconds; at most 9999:59:59. */
export function clockParts(ms: number): [number, number, number] {
	const all = Math.min(Math.max(0, Math.round(ms / 1000)), 9999 * 3600 + 3599);
	return [Math.floor(all / 3600), Math.floor(all / 60) % 60, all % 60];
}

export const two = (value: number): string => String(value).padStart(2, '0');

/** More options or pairs than the answer formats of both versions carry. */
export const MOST_PLACES = 36;

/** Whether the answer has more places than its own type allows, and goes out as a performance. */
export function isLarge(answer: Interaction['answer']): boolean {
	const all = [
		...answer.response,
		...(answer.type === 'matching' ? answer.correct.flat() : answer.correct)
	].flat();
	return answer.response.length > MOST_PLACES || all.some((place) => place >= MOST_PLACES);
}
