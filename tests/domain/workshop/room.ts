/** A session of the shipped course, short enough to be walked through whole. */
import type { Items } from '#workshop/session/items.ts';
import { itemsOf } from '#workshop/session/items.ts';
import { eventOf, sessionOf, type Session } from '#workshop/session/fold.ts';
import { preparedOf, proposed, type Draft } from '#workshop/session/draft.ts';
import type { Move, Prepared, TrainingEvent } from '#workshop/session/prepared.ts';
import { shipped } from '../../courses/shipped.ts';
import { whole } from '../tracking/courses.ts';

export const items: Items = itemsOf(whole(shipped()), shipped().rule);
export const draft: Draft = {
	name: '新採用職員研修',
	day: '2027-04-05',
	place: '本庁舎 大会議室',
	minutes: 60,
	people: '24',
	tables: 3,
	steps: proposed(items, 60)
};
export const prepared: Prepared = preparedOf(items, draft, '');

export function room(): Session {
	const session = sessionOf(items, prepared);
	if (!session) throw new Error('Nothing to show');
	return session;
}

/** Events of these moves, a second apart. */
export function happened(moves: readonly Move[], from: readonly TrainingEvent[] = []): TrainingEvent[] {
	return moves.reduce<TrainingEvent[]>(
		(known, move) => {
			const event = eventOf(
				known,
				move,
				1_800_000_000_000 + known.length * 1000,
				`e${String(known.length).padStart(4, '0')}`
			);
			return [...known, event];
		},
		[...from]
	);
}

/** The first step of a kind, with what can be entered in it. */
export function stepOf(session: Session, kind: string) {
	const found = session.shapes.find(({ step }) => step.kind === kind);
	if (!found) throw new Error(`No ${kind}`);
	return found;
}

/** A whole session: every slide is seen; hands, tables, circumstances, a question and the clock on the way. */
export function wholeSession(session: Session): Move[] {
	return session.slides.flatMap((slide, i): Move[] => {
		const shape = session.shapes.find(({ step }) => step.id === slide.step);
		const step = slide.step;
		const moves: Move[] = i === 0 ? [] : [{ type: 'NEXT' }];
		if (slide.phase === 'vote1' || slide.phase === 'vote2') {
			const round = slide.phase === 'vote1' ? 1 : 2;
			for (const [at, option] of (shape?.options ?? []).entries())
				moves.push({ type: 'COUNT', step, round, option, count: at * round + 1 });
		}
		if (slide.phase === 'talk') moves.push({ type: 'TIMER', until: 1_900_000_000_000 });
		const card = shape?.cards[slide.page];
		if (slide.phase === 'hold' && card)
			for (const table of [1, 2, 3]) {
				const column = shape?.columns[(slide.page * table) % (shape?.columns.length ?? 1)] ?? null;
				moves.push({ type: 'PLACE', step, card, table, column });
			}
		const [turn] = Object.entries(shape?.switches ?? {});
		if (slide.phase === 'what' && turn)
			moves.push({ type: 'TURN', step, switch: turn[0], option: turn[1].at(-1) ?? '' });
		if (slide.phase === 'answer') moves.push({ type: 'NOTE', step, text: `問い ${slide.no}` });
		return moves;
	});
}
