/** Addresses of the built editions under test. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const at = (port: string | undefined, path = '/') => `http://127.0.0.1:${port ?? ''}${path}`;

export type Site = { name: string; url: string; course: string };

/** The shipped course at a domain's root. */
export const web = (): Site => ({ name: 'web', url: at(process.env.WEB_PORT), course: 'kami_kyodo' });
/** The same files in a sub-folder. */
export const subFolder = (): Site => ({
	name: 'web in a sub-folder',
	url: at(process.env.SUB_FOLDER_PORT, '/kenshu/kyodo/'),
	course: 'kami_kyodo'
});
/** The one file, opened from a disk. */
export const single = (): Site => ({
	name: 'single file',
	url: pathToFileURL(resolve('build/single/manabiya.html')).href,
	course: 'kami_kyodo'
});
/** The second course, in other words. */
export const mini = (): Site => ({
	name: 'second course',
	url: at(process.env.MINI_PORT),
	course: 'mini_gomi'
});

/** A package's page, by itself: without an LMS around it. `name` is its folder. */
export const packed = (name: string, course: string): Site => ({
	name,
	url: at(process.env.PACKAGES_PORT, `/${name}/index.html`),
	course
});

/** The address of a screen: `learn/u1_p1`, `test`; empty is the course's first screen. */
export const screen = (site: Site, path = '') => `${site.url}#/${site.course}${path ? `/${path}` : ''}`;
