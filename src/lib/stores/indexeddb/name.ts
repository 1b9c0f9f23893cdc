/** Apart from the database's code, so that one can ask whether there is a database without loading it. */

const PREFIX = 'manabiya:';

/** All local HTML files share one storage in Chromium: the name carries product and course. */
export const databaseName = (course: string): string => `${PREFIX}${course}`;

/** The courses among the databases of a browser. */
export const coursesIn = (names: readonly string[]): string[] =>
	names.flatMap((name) => (name.startsWith(PREFIX) ? [name.slice(PREFIX.length)] : []));
