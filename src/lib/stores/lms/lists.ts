/** Tells the numbered lists of an LMS, both optional in 1.2: answers as interactions, units as objectives. */
import { own } from '#record/json.ts';
import type { Interaction, Ledger, LmsFacts } from '#record/lms.ts';
import { TAKEN, type Api } from './api.ts';
import type { Dialect } from './dialect.ts';

/** Smallest number that every LMS must take; beyond it only answers that have their place are still told. */
const MOST_INTERACTIONS = 250;
/** Codes that say: this LMS has no such elements. */
const ABSENT = __MUTANT__ === 'optional' ? [] : ['401', '402'];
const UNIT_WORDS = ['not attempted', 'incomplete', 'completed'];

/**
 * @param ledger travels in the state; changed as answers are told
 * @param accepts changed as groups turn out to be there or not
 * @param answers how many things may have a first answer
 */
export function createLists(
	api: Api,
	dialect: Dialect,
	ledger: Ledger,
	accepts: LmsFacts['accepts'],
	answers: number
) {
	let counted = false;
	/** Ids of objectives read or written so far, and how many there are. */
	const objectives: string[] = [];
	let objectiveCount: number | undefined;

	/** Where a unit's objective stands. The LMS may have filled in some itself, and never lets an id be changed. */
	function objectiveOf(id: string): number | undefined {
		if (accepts.objectives === false) return undefined;
		if (objectiveCount === undefined) {
			const count = wholeNumber(api.get('cmi.objectives._count'));
			if (count === undefined) {
				accepts.objectives = false;
				return undefined;
			}
			objectiveCount = count;
		}
		if (__MUTANT__ === 'objectives') objectiveCount = objectives.length;
		while (!objectives.includes(id) && objectives.length < objectiveCount) {
			objectives.push(api.get(`cmi.objectives.${objectives.length}.id`) ?? '');
		}
		if (!objectives.includes(id)) {
			const code = api.set(`cmi.objectives.${objectiveCount}.id`, id);
			if (ABSENT.includes(code)) accepts.objectives = false;
			if (code !== TAKEN) return undefined;
			objectives.push(id);
			objectiveCount += 1;
		}
		accepts.objectives = true;
		return objectives.indexOf(id);
	}

	/** False: refused for now; undefined: there is nothing left to do for it. */
	function interaction(it: Interaction): boolean | undefined {
		const first = !ledger.first.includes(it.item);
		const again = first || __MUTANT__ === 'later' ? undefined : own(ledger.later, it.item);
		if (__MUTANT__ === 'first-try' && !first) {
			const [part, value] = dialect.interaction(it).find(([name]) => name === 'result') ?? [];
			api.set(`cmi.interactions.${ledger.first.indexOf(it.item)}.${part}`, value ?? '');
		}
		let index = again;
		if (index === undefined) {
			if (!first && it.neutral) return undefined;
			// Later answers leave room for every first one.
			const owed = first || __MUTANT__ === 'room' ? 0 : Math.max(0, answers - ledger.first.length);
			if (ledger.count + owed >= MOST_INTERACTIONS && __MUTANT__ !== 'most') return undefined;
			index = ledger.count;
			const code = api.set(`cmi.interactions.${index}.id`, first ? it.item : `${it.item}_later`);
			if (ABSENT.includes(code)) accepts.interactions = false;
			if (code !== TAKEN) return accepts.interactions === false ? undefined : false;
			accepts.interactions = true;
			ledger.count += 1;
			if (first) ledger.first.push(it.item);
			else ledger.later[it.item] = index;
		}
		for (const [part, value] of dialect.interaction(it)) {
			// Rewritten in place, only what another answer changes: 2004 lets ids and types be written once.
			if (again === undefined || !/^(type|correct|weighting)/.test(part)) {
				api.set(`cmi.interactions.${index}.${part}`, value);
			}
		}
		return true;
	}

	/** The LMS may hold fewer interactions than the state says (a new attempt) or more (a state it refused): its count decides. */
	function count(): void {
		if (counted) return;
		counted = true;
		ledger.count = wholeNumber(api.get('cmi.interactions._count')) ?? ledger.count;
		ledger.later = Object.fromEntries(Object.entries(ledger.later).filter(([, at]) => at < ledger.count));
	}

	return {
		interaction,
		count,
		/** @param level 0 untouched, 1 underway, 2 done */
		unit(id: string, level: number): void {
			const index = objectiveOf(id);
			if (index !== undefined) {
				api.set(`cmi.objectives.${index}.${dialect.unitStatus}`, UNIT_WORDS[level] ?? '');
			}
		}
	};
}

function wholeNumber(text: string | undefined): number | undefined {
	return text !== undefined && /^\d+$/.test(text.trim()) ? Number(text) : undefined;
}
