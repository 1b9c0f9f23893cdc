/** Wording of the review of what was learned before. */

export const rememberTexts = {
	title: 'ふりかえり',
	moreText: '忘れかけたころに、もう一度考える',
	lead: '前に答えた問題や事例を、忘れかけたころにもう一度考えます。次の日は、答えと自信から決まります。',
	today: (count: number) => `今日は${count}問あります。`,
	onHome: (count: number) => `ふりかえり：今日は${count}問あります`,
	open: 'ふりかえりを開く',
	start: '始める',
	few: (count: number) => `今日は${count}問だけ`,
	next: (date: string) => `次は${date}ごろ`,
	about: (date: string) => `${date}ごろ`,
	nothing: '今日のふりかえりはありません。',
	nothingUntil: (date: string) => `今日のふりかえりはありません。次は${date}ごろです。`,
	nothingYet: 'まだありません。問題や事例に答えると、次の日から少しずつ並びます。',
	/** After the number of the one in view. */
	of: (total: number) => `問目／全${total}問`,
	/** Title of the window while one is asked. */
	window: (at: number, total: number) => `問${at}/${total} ふりかえり`,
	finish: 'ふりかえりを終える',
	done: 'ふりかえりを終えました',
	dates: '次にたずねる日'
};
