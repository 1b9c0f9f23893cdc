/** Follows one session of a course call by call and says which rules each call breaks. */
import type { Breach } from './call.ts';
import { type Version } from './formats.ts';
import { createLists } from './lists.ts';
import { general, MODELS } from './model.ts';
import type { RuleCode } from './rules.ts';

/** One call as it was made and answered. `taken`: the LMS answered true. */
export type Asked = { method: string; args: readonly unknown[]; taken: boolean };

type Kind = 'initialize' | 'get' | 'set' | 'commit' | 'end' | 'free';

const KINDS: Record<string, Kind> = {
	LMSInitialize: 'initialize',
	LMSGetValue: 'get',
	LMSSetValue: 'set',
	LMSCommit: 'commit',
	LMSFinish: 'end',
	Initialize: 'initialize',
	GetValue: 'get',
	SetValue: 'set',
	Commit: 'commit',
	Terminate: 'end'
};

/** Status words by height; from 2 on they are never taken back. */
const HEIGHTS: Record<string, Record<string, number>> = {
	'cmi.core.lesson_status': { incomplete: 1, failed: 1, completed: 2, passed: 3 },
	'cmi.completion_status': { incomplete: 1, completed: 2 },
	'cmi.success_status': { failed: 1, passed: 2 }
};

/** The order of what is written at the end, and the first three always. */
const ORDER: RegExp[] = [
	/^cmi\.suspend_data$/,
	/^cmi\.(core\.)?score\./,
	/^cmi\.(core\.lesson_status|completion_status|success_status)$/,
	/^cmi\.(core\.)?exit$/,
	/^cmi\.(core\.)?session_time$/,
	/^adl\.nav\.request$/
];
const SCORE = 1;
const STATUS = 2;
/** What may be written while browsing or without credit. */
const HARMLESS =
	/^(cmi\.(suspend_data|location|exit|session_time|core\.(lesson_location|exit|session_time))|adl\.nav\.request)$/;
/** What is written again on purpose. */
const REPEATED = /^(cmi\.(core\.)?(exit|session_time)|adl\.nav\.request)$|^cmi\.interactions\./;

/** A learner's own words. They are told only to an LMS that takes them, and nothing depends on reading them back. */
const OWN_WORDS = 'cmi.comments';

/** @param peek asks the LMS itself for a value; empty when it has none */
export function createJudge(version: Version, peek: (element: string) => string): (asked: Asked) => Breach[] {
	const model = MODELS[version];
	const other = MODELS[version === '1.2' ? '2004' : '1.2'];
	const core = version === '1.2' ? 'cmi.core.' : 'cmi.';
	const score = (part: string) => `${core}score.${part}`;
	const lists = createLists(version, peek);
	let phase: 'before' | 'running' | 'ended' = 'before';
	let mode = '';
	let credit = '';
	/** Values accepted in this session, and status and score as they stood before it. */
	const values = new Map<string, string>();
	const had = new Map<string, string>();
	/** Elements written since the last commit, and in the one before the end. */
	let batch: string[] = [];
	let committed: string[] = [];
	let afterNavigation = false;

	return ({ method, args, taken }) => {
		const breaches: Breach[] = [];
		const kind = KINDS[method] ?? 'free';
		if (kind === 'free') return breaches;
		const say = (rule: RuleCode, detail: string) => breaches.push({ rule, detail });

		const wanted = kind === 'set' ? 2 : 1;
		if (args.length !== wanted || args.some((arg) => typeof arg !== 'string')) {
			say(
				kind === 'get' || kind === 'set' ? 'text-argument' : 'empty-argument',
				`${method}(${args.map(shown)})`
			);
		} else if (kind !== 'get' && kind !== 'set' && args[0] !== '') {
			say('empty-argument', `${method}(${args.map(shown)})`);
		}
		if (phase === 'ended') say('ended', method);
		else if (kind === 'initialize' && phase === 'running') say('already-initialized', method);
		else if (kind !== 'initialize' && phase === 'before') say('not-initialized', method);
		if (afterNavigation && kind !== 'end') say('navigation', method);
		afterNavigation = false;

		const element = String(args[0] ?? '');
		if (kind === 'initialize' && taken && phase === 'before') begin();
		else if (kind === 'get') read(element, say);
		else if (kind === 'set') write(element, String(args[1] ?? ''), taken, say);
		else if (kind === 'commit') commit(say);
		else if (kind === 'end') end(taken, say);
		return breaches;
	};

	function begin(): void {
		phase = 'running';
		mode = peek(version === '1.2' ? 'cmi.core.lesson_mode' : 'cmi.mode');
		credit = peek(`${core}credit`);
		for (const name of [...Object.keys(HEIGHTS), score('raw')]) if (model[name]) had.set(name, peek(name));
		lists.begin();
	}

	type Say = (rule: RuleCode, detail: string) => unknown;

	function known(element: string, say: Say) {
		const found = model[general(element)];
		if (!found) say(other[general(element)] ? 'other-version' : 'unknown-element', element);
		return found;
	}

	function read(element: string, say: Say): void {
		if (known(element, say)?.access === 'w') say('write-only', element);
	}

	function write(element: string, value: string, taken: boolean, say: Say): void {
		const said = `${element} = ${shown(value)}`;
		if (mode === 'review') say('review', said);
		if ((mode === 'browse' || credit === 'no-credit') && !HARMLESS.test(element)) say('no-credit', said);
		batch.push(element);
		if (/\._(count|children)$/.test(element)) return void say('keyword', element);
		const rule = known(element, say);
		if (!rule) return;
		if (rule.access === 'r') return void say('read-only', said);
		// eslint-disable-next-line no-control-regex
		if (/[\x00-\x1f\x7f]/.test(value)) say('line-break', said);
		else if (version === '1.2' && /[^ -~]/.test(value) && element !== OWN_WORDS) say('ascii', said);
		if (value.length > (rule.most ?? Infinity)) say('length', `${element}: ${value.length} > ${rule.most}`);
		if (rule.format && !rule.format[1](value)) say(rule.format[0], said);
		if (values.get(element) === value && !REPEATED.test(element)) say('unchanged', said);
		rising(element, value, say);
		lists.write(element, value, taken, (code) => say(code, said));
		if (taken) values.set(element, value);
		afterNavigation = element === 'adl.nav.request';
	}

	function rising(element: string, value: string, say: Say): void {
		const before = values.get(element) ?? had.get(element) ?? '';
		const heights = HEIGHTS[element];
		if (heights) {
			const [from, to] = [heights[before] ?? 0, heights[value] ?? 0];
			if (from > 1 && to < from) say('status-down', `${element}: ${before} → ${value}`);
			if (to > 1 && !values.has('cmi.suspend_data')) say('opening-result', `${element} = ${value}`);
		}
		if (element === score('raw') && before !== '' && Number(value) < Number(before)) {
			say('score-down', `${element}: ${before} → ${value}`);
		}
	}

	/** What must hold together at every commit. */
	function together(say: Say): void {
		const ranks = batch.map(rankOf);
		if (ranks.includes(STATUS) && ranks.lastIndexOf(SCORE) > ranks.indexOf(STATUS)) {
			say('score-first', batch.filter((element) => rankOf(element) >= 0).join(', '));
		}
		const parts = ['raw', 'min', 'max', ...(version === '1.2' ? [] : ['scaled'])];
		const missing = parts.filter((part) => !values.has(score(part)));
		const wrote = batch.some((element) => rankOf(element) === SCORE);
		if (wrote && missing.length > 0) say('score-limits', missing.map(score).join(', '));
	}

	function commit(say: Say): void {
		if (mode === 'review') say('review', 'commit');
		together(say);
		committed = batch;
		batch = [];
	}

	function end(taken: boolean, say: Say): void {
		if (phase === 'running' && mode !== 'review') {
			if (version === '1.2' && batch.length > 0) say('commit-before-end', batch.join(', '));
			if (version === '2004' && batch.length === 0 && committed.length > 0) {
				say('commit-at-end', 'Commit, Terminate');
			}
			together(say);
			const last = version === '1.2' && batch.length === 0 ? committed : batch;
			// What was written last of each kind counts: the way to end may be said early, and again.
			const ranks = last.map(rankOf);
			const places = ORDER.map((_, rank) => ranks.lastIndexOf(rank)).filter((place) => place >= 0);
			if (places.some((place, n) => place < (places[n - 1] ?? 0))) {
				say('end-order', last.filter((element) => rankOf(element) >= 0).join(', '));
			}
			if (!values.has(`${core}exit`)) say('no-exit', 'cmi.exit');
			const wrote = [...values.keys()].some((element) => !REPEATED.test(element));
			if (wrote && !values.has(`${core}session_time`)) say('no-time', 'cmi.session_time');
		}
		if (taken || phase === 'running') phase = 'ended';
	}
}

function rankOf(element: string): number {
	return ORDER.findIndex((pattern) => pattern.test(element));
}

/** Short enough for a line. */
function shown(value: unknown): string {
	const text = typeof value === 'string' ? value : String(value);
	return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
