/** The session of the screen, for everything that is drawn in it. */
import { createContext } from 'svelte';
import type { LiveSession } from '../session/live.svelte.ts';

export const [getLive, setLive] = createContext<LiveSession>();

/** Minutes that are proposed for a phase. */
export function minutesFor(phase: string, stepMinutes: number): number {
	if (phase === 'vote1' || phase === 'vote2') return 1;
	if (phase === 'talk') return 3;
	return Math.max(1, phase === 'place' ? Math.round(stepMinutes / 2) : stepMinutes);
}

/** 2:05, from milliseconds; below zero it is 0:00. */
export function minutesLeft(ms: number): string {
	const seconds = Math.max(0, Math.ceil(ms / 1000));
	return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
