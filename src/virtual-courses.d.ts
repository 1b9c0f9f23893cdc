/** The courses built into this edition; made by src/cli/course-plugin.ts. */
declare module 'virtual:courses' {
	import type { CourseSource } from '#course/parts.ts';

	/** Every course, in the order of its folder's name. */
	export const list: readonly { folder: string; id: string; title: string }[];
	/** Opens a course by its folder. */
	const courses: Readonly<Record<string, () => Promise<CourseSource>>>;
	export default courses;
}
