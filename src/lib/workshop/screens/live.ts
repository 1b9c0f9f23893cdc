/** The session of the screen, for everything that is drawn in it. */
import { createContext } from 'svelte';
import type { LiveSession } from '../session/live.svelte.ts';
import type { Phase } from '../session/slides.ts';

export const [getLive, setLive] = createContext<LiveSession>();

/** Minutes that are proposed for a slide: what is left of its step's `minutes` when everything in it is to have a turn. */
export function minutesFor(phase: Phase, minutes: number): number {
	switch (phase) {
		case 'text':
			return Math.max(1, minutes);
		case 'place':
			return Math.max(1, Math.round(minutes / 2));
		case 'talk':
		case 'what':
			return Math.min(3, Math.max(1, Math.round(minutes * 0.4)));
		case 'heat':
			return 2;
		default:
			// A show of hands, one card, one answer, one reason.
			return 1;
	}
}

/** 2:05, from milliseconds; below zero it is 0:00. */
export function minutesLeft(ms: number): string {
	const seconds = Math.max(0, Math.ceil(ms / 1000));
	return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
