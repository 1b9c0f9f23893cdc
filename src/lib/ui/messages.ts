/** The engine's Japanese wording, by area. One word for one thing: 課程・章・問題・仕分け・記録. No course's own terms. */
import type { Provenance } from '#course/schema.ts';

export const app = {
	name: 'まなびや',
	skip: '本文へ進む',
	navigation: '全体',
	records: '学習記録',
	settings: '設定',
	help: '使い方',
	loading: '読み込んでいます',
	courses: '課程の一覧',
	first: 'はじめの画面へ',
	cannotOpen: 'この課程を開けませんでした',
	cannotOpenText: '画面を開き直してください。続くときは、研修の担当者に知らせてください。',
	close: '閉じる',
	cancel: 'やめる',
	/** Title of the window: what is on the screen, then the course. */
	title: (screen: string, course?: string) => [screen, course, 'まなびや'].filter(Boolean).join('｜')
};

export const actions = {
	check: '答え合わせをする',
	nextQuestion: '次の問題へ',
	next: '次へ進む',
	back: '前へ戻る',
	resume: '続きから始める',
	start: '始める',
	again: 'もう一度',
	wrongAgain: 'まちがえた問題だけもう一度',
	wrongCardsAgain: 'まちがえたカードだけもう一度',
	flag: 'あとで見直す',
	unflag: '見直しから外す',
	undoAll: 'すべて元に戻す',
	undo: '1つ前に戻す',
	finish: 'テストを終える',
	result: '結果を見る',
	print: '印刷する',
	exportRecord: '記録をファイルに保存',
	deleteRecord: '記録を消す',
	asTable: '表で読む',
	asFigure: '図で見る',
	asChoices: '一覧で選ぶ',
	asBoard: 'ボードに置く',
	reread: (page: string) => `「${page}」のページを読み直す`
};

/** Saving, as the header says it. */
export const saving = {
	saving: '保存中',
	saved: (clock: string) => `保存しました ${clock}`,
	failed: '保存できません'
};

/** 10:32, from epoch milliseconds, in the computer's own time zone. */
export function clock(at: number): string {
	const date = new Date(at);
	return `${date.getHours()}:${String(date.getMinutes()).padStart(2, '0')}`;
}

/** Why an answer cannot be checked yet, and what to do. `left`: how many are missing. */
export function incomplete(reason: string, left?: number): string {
	switch (reason) {
		case 'nothing-chosen':
			return '選択肢を1つ選んでから、もう一度押してください。';
		case 'choose-more':
			return 'あてはまるものをすべて選びます。2つ以上選んでください。';
		case 'some-unmatched':
			return left ? `まだ選んでいない答えが${left}つあります。` : 'まだ選んでいない答えがあります。';
		case 'some-unplaced':
			return left ? `まだ置いていないカードが${left}枚あります。` : 'まだ置いていないカードがあります。';
		default:
			return 'まだ答えていないところがあります。';
	}
}

/** What a sentence rests on, in full. `kind` is the course's word for its source (計画). */
export function provenance(from: Provenance, kind: string): string {
	switch (from) {
		case 'plan':
			return `${kind}の記載`;
		case 'ordinance':
			return '条例（公開資料で確認）';
		case 'general':
			return `補足（${kind}外の一般知識）`;
		case 'note':
			return '原文の注意';
	}
}

export const cites = {
	/** 計画 D-52 ／ 計画 D-50〜D-52 ／ 計画 D-53、D-92 */
	tag: (kind: string, ids: readonly string[]) => `${kind} ${idList(ids)}`,
	panel: (ids: readonly string[]) => `出典 ${idList(ids)}`,
	seen: '書かれている様子',
	missing: 'この番号の記載は見つかりません。'
};

/** Passage ids in order, neighbours joined: three or more in a row become a range. */
export function idList(ids: readonly string[]): string {
	const sorted = [...new Set(ids)].sort();
	const runs: string[][] = [];
	for (const id of sorted) {
		const run = runs.at(-1);
		if (run && isNext(run.at(-1) ?? '', id)) run.push(id);
		else runs.push([id]);
	}
	return runs.map((run) => (run.length > 2 ? `${run[0]}〜${run.at(-1)}` : run.join('、'))).join('、');
}

function isNext(before: string, id: string): boolean {
	const [letter, number] = before.split('-');
	const [sameLetter, nextNumber] = id.split('-');
	return letter === sameLetter && Number(number) + 1 === Number(nextNumber);
}

export const verdicts = {
	right: '正解',
	wrong: '不正解',
	partly: '一部正解',
	chosen: '選んだ答え',
	chosenRight: '正解・選んだ答え',
	missed: '正解（選んでいません）',
	yours: '選んだ答え',
	reasons: '選択肢と理由',
	rightTitle: '正解です',
	/** 正解は「イ ◯◯」です */
	wrongTitle: (letter: string, text: string) => `正解は「${letter} ${text}」です`,
	partlyTitle: (right: number, of: number) => `${of}つのうち${right}つが合っています`,
	why: 'なぜ'
};

/** Letters of the options, as read aloud in a room. */
export const LETTERS = ['ア', 'イ', 'ウ', 'エ', 'オ', 'カ', 'キ', 'ク'] as const;

export const question = {
	scene: '架空の場面',
	number: (at: number, total: number) => `${at}問目／全${total}問`,
	multiple: 'あてはまるものをすべて選びます。',
	match: 'それぞれに合う答えを選びます。',
	choose: '選んでください',
	order: (first: string, last: string) => `上が「${first}」、下が「${last}」になるように並べます。`,
	moved: (text: string, place: number) => `「${text}」は${place}番目に移動しました。`,
	atTop: (text: string) => `「${text}」は、いちばん上です。`,
	atBottom: (text: string) => `「${text}」は、いちばん下です。`,
	up: '上へ',
	down: '下へ',
	/** Accessible name of a move button: begins with what it shows. */
	moveName: (move: string, text: string) => `${move}「${text}」`,
	/** The shown order may be the right one: say so without moving anything. */
	keep: 'この並びで答える',
	rightPlace: (place: number) => `正しい位置は${place}番目`,
	distractor: 'どれにも使わない答え'
};

export const board = {
	hand: 'まだ置いていないカード',
	lead: 'カードを選び、置く列のボタンを押します。置いたカードも選び直せます。',
	selected: '選択中',
	chooseCard: '先にカードを1枚選んでください。',
	choose: (text: string, column: string) => `「${text}」を置く${column}を選びます。`,
	placed: (text: string, column: string, left: number) =>
		left === 0
			? `「${text}」を${bare(column)}に置きました。すべて置きました。`
			: `「${text}」を${bare(column)}に置きました。残り${left}枚です。`,
	takenBack: (text: string, left: number) => `「${text}」を手もとに戻しました。残り${left}枚です。`,
	undone: 'すべて手もとに戻しました。',
	undone1: (left: number) => `1つ前に戻しました。残り${left}枚です。`,
	left: (left: number) => `残り${left}枚`,
	put: (column: string) => `${bare(column)}に置く`,
	/** Accessible name of a put button: begins with what it shows. */
	putName: (text: string, column: string) => `「${text}」を${bare(column)}に置く`,
	takeBack: '手もとに戻す',
	previous: '前のカード',
	following: '次のカード',
	nth: (at: number, total: number) => `${total}枚のうち${at}枚目`,
	others: (others: number) => `ほかの${others}枚を見る`,
	hideOthers: 'ほかのカードを閉じる',
	allPlaced: 'すべて置きました。',
	whenReady: 'すべて置くと、答え合わせができます。',
	unplaced: '手もと',
	tableCaption: 'カードごとに置く列を選ぶ',
	card: 'カード',
	column: '置く列'
};

/** A name without the brackets that the source prints around it: 「◯◯に置く」 reads without them. */
export function bare(name: string): string {
	return name.replace(/^（(.+)）$/, '$1');
}

export const figure = {
	here: 'このページ',
	definition: '説明',
	includes: '含む',
	excludes: '含まない',
	mark: (start: string, end: string, share: number, aside: boolean) =>
		aside ? '軸の外' : share === 100 ? start : share === 0 ? end : `${start}${share}・${end}${100 - share}`,
	open: (name: string) => `${name}の記載を見る`,
	chosenAndRight: (axis: string, chosen: string | undefined, right: string) =>
		chosen === undefined
			? `${axis}の上の位置。正解は${right}です。`
			: chosen === right
				? `${axis}の上の位置。選んだ答えは正解の${right}です。`
				: `${axis}の上の位置。選んだ答えは${chosen}、正解は${right}です。`,
	axis: '軸',
	from: (first: string, last: string) => `（${first}から${last}まで）`
};

export const states = { new: '未着手', now: '学習中', done: '修了', reached: '達した', again: 'もう一度' };

/** Banners on storage. `durable: false` by choice has none. */
export const storage: Record<string, { title: string; text: string }> = {
	refused: {
		title: 'このパソコンでは記録を残せない設定です',
		text: '学習はできます。終わったら印刷またはファイルに保存してください。'
	},
	full: {
		title: '記録を保存できませんでした',
		text: '保存する場所がいっぱいです。画面を閉じる前に「記録をファイルに保存」を押してください。'
	},
	blocked: {
		title: '記録を保存できませんでした',
		text: 'ほかの画面でこの教材が開いています。そちらを閉じると、自動で保存します。'
	},
	'newer-version': {
		title: 'この記録は、新しい版のまなびやで作られています',
		text: '記録はそのまま残してあります。学習はできますが、この画面では保存しません。'
	},
	wiped: {
		title: '保存していた記録が消されました',
		text: 'この画面にある分を保存し直しています。念のためファイルにも保存してください。'
	},
	closed: {
		title: '記録の保存を終えています',
		text: '続けるときは、この画面を開き直してください。'
	},
	'lms-missing': {
		title: 'この画面の学習は、LMSに記録されません',
		text: 'LMSとつながっていません。LMSの画面から開き直してください。このまま学習もでき、答えはこのパソコンに控えます。'
	},
	'lms-refused': {
		title: 'LMSに記録できませんでした',
		text: '答えはこのパソコンに控えてあり、自動でもう一度送ります。画面を閉じる前に「記録をファイルに保存」を押すと確実です。'
	},
	'lms-lost': {
		title: 'LMSとの接続が切れました',
		text: '答えはこのパソコンに控えてあります。LMSの画面から開き直すと、続きから記録します。'
	},
	'state-unreadable': {
		title: 'LMSにある前回の記録を読み取れません',
		text: '前回の記録は、書き換えずにそのまま残しています。研修の担当者に知らせてください。'
	},
	unknown: {
		title: '記録を保存できませんでした',
		text: '自動でもう一度試します。画面を閉じる前に「記録をファイルに保存」を押してください。'
	}
};

/** Why a record file cannot be read. */
export const imports: Record<string, string> = {
	'not-json':
		'このファイルは学習記録として読み込めません。拡張子が .kiroku.json のファイルを選んでください。',
	'not-kiroku':
		'このファイルは学習記録として読み込めません。拡張子が .kiroku.json のファイルを選んでください。',
	damaged: 'このファイルは途中で切れているか、壊れています。もう一度保存したファイルを選んでください。',
	'other-course': 'このファイルは、別の課程の記録です。この課程の記録を選んでください。',
	newer: 'このファイルは、新しい版のまなびやで作られています。この版では読み込めません。',
	unknown: 'このファイルを読み込めませんでした。もう一度選んでください。'
};

export const confirm = {
	deleteTitle: '記録を消しますか',
	deleteRecord: (who: string | undefined, answers: number) =>
		`${who ? `${who}さんの` : ''}記録（${answers}件の解答）を消します。元に戻せません。`,
	delete: '消す'
};

export const empty = {
	records: 'まだ記録はありません。章を1つ終えると、ここに表示されます。',
	review: '見直す問題はありません。',
	questions: 'この章に問題はありません。',
	notFound: 'この画面は見つかりません。はじめの画面から進んでください。'
};
