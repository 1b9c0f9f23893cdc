/**
 * Makes the page light, whatever the computer or the learner wishes: a projector shows dark pages badly. Returns how to give the wish back.
 * On the root, since colours of both kinds are resolved there.
 */
export function alwaysLight(): () => void {
	const { dataset } = document.documentElement;
	const wished = dataset.theme;
	dataset.theme = 'light';
	return () => {
		if (wished === undefined) delete dataset.theme;
		else dataset.theme = wished;
	};
}
