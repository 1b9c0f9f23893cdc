/** Names of the files that a session is saved as. */
import type { Prepared } from '../session/prepared.ts';

/** 「研修の名前_2027-04-05.ending」, without what Windows does not take. */
export function fileName({ name, day }: Pick<Prepared, 'name' | 'day'>, ending: string): string {
	return `${`${name}_${day}`.replaceAll(/[\\/:*?"<>|\s]+/g, '_')}.${ending}`;
}
