/**
 * Names for every promise a store inside an LMS makes, each a way to break it on purpose: `npm run test:mutants` breaks one at a time
 * and expects that promise's own test to fail. `__MUTANT__` is replaced by the bundler; in a built player it is nothing, and
 * what depends on it is left out.
 */
export const MUTANTS = {
	commit: 'answers are committed by themselves',
	saved: 'nothing is called saved before the LMS has accepted it',
	hidden: 'a hidden page commits',
	'hidden-stays': 'a hidden page does not end the session',
	once: 'the session ends once',
	leave: 'the session ends when the page goes',
	reload: 'a page that comes back is loaded anew',
	order: 'score before status',
	'end-order': 'state, score, status, exit, time in this order at the end',
	suspend: 'the exit is always suspend',
	'exit-told': 'the exit is told until it is taken, and until then a copy is kept',
	'no-lower': 'status and score never go down',
	reported: 'what was reported before is never taken back',
	opening: 'opening never passes',
	version: 'the elements of the own version',
	'own-api': 'the API of the own version',
	review: 'nothing is written in review',
	'no-credit': 'no results without credit',
	'no-mode': 'a missing mode is normal',
	parents: 'the API is looked for in parents',
	opener: 'the API is looked for in the opener',
	late: 'the API is waited for',
	tokens: 'options are single characters or words without a hyphen',
	'first-try': 'the first answer is kept',
	later: 'later answers share one interaction',
	most: 'no more than 250 interactions',
	room: 'later answers leave room for every first one',
	share: 'what can be defended is told by its share, not as wrong',
	changed: 'only what changed is written',
	navigation: 'the LMS is asked to suspend all',
	retry: 'a failed commit is tried again',
	journal: 'an answer is kept on this computer at once',
	recover: 'what an LMS did not get is told at the next launch',
	lines: 'nothing is told twice',
	erase: 'the copy goes when the LMS has the answer',
	unclaimed: 'what was answered without an LMS is offered at the next launch in one',
	owner: 'nobody gets the answers of another',
	unreadable: 'a state that cannot be read is not written over',
	aside: 'a copy of a state that cannot be read is kept',
	objectives: 'objectives of the LMS itself are left alone',
	'comment-once': 'a thought is told once',
	'comment-local': 'a thought that the LMS does not take stays on this computer',
	optional: 'what an LMS does not have is left out quietly',
	answers: 'true is understood as a text, a truth value and a number'
} as const;

export type Mutant = keyof typeof MUTANTS;
