/** The app's mark, drawn: a card whose tab is the axis, half hatch and half solid. Works at 16 px and on any tab colour. */
const svg =
	'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">' +
	'<path d="M2 11h28v18H2z" fill="#fff" stroke="#262521" stroke-width="2.5"/>' +
	'<path d="M2 3h20v8H2z" fill="#fff"/>' +
	'<path d="M2 7l4-4M2 11l8-8M6 11l6-6" stroke="#115a36" stroke-width="2.2"/>' +
	'<path d="M12 3h10v8H12z" fill="#00118f"/>' +
	'<path d="M2 3h20v8H2z" fill="none" stroke="#262521" stroke-width="2.5"/></svg>';

export const favicon = `data:image/svg+xml,${encodeURIComponent(svg)}`;
