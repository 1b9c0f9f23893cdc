/** Apart from the database's code, so that one can ask whether there is a database without loading it. */

/** All local HTML files share one storage in Chromium: the name carries product and course. */
export const databaseName = (course: string): string => `manabiya:${course}`;
