/** Words of the training session: on the wall, on the trainer's screen and in its record. */
import type { Move } from '../session/prepared.ts';
import { LETTERS } from '#ui/messages.ts';
import type { Phase } from '../session/slides.ts';
import type { Action } from './keys.ts';

export const BANDS = {
	domain: {
		best: '最もよく説明できる',
		defensible: '説明できる',
		hard: '説明しにくい',
		impossible: '当てはまらない'
	},
	conduct: {
		best: '最も勧められる',
		defensible: '勧められる',
		hard: '勧めにくい',
		impossible: '勧められない'
	}
};

export const kinds: Record<string, string> = {
	opening: 'はじめに',
	lecture: '説明',
	question: '問題',
	board: '仕分け',
	case: '場面',
	talk: '話し合い',
	closing: 'おわりに'
};

const onward: Partial<Record<Phase, string>> = {
	talk: '隣と話す',
	vote2: '2回目に手をあげる',
	compare: '2回を比べる',
	answer: '答えを見る',
	reason: '理由を読む',
	what: '条件を変えてみる',
	hold: 'カードを1枚ずつ確かめる',
	heat: '班のちがいを見る',
	card: '答えと理由を見る'
};
const again: Partial<Record<Phase, string>> = {
	reason: '次の理由へ',
	hold: '次のカードへ',
	heat: '次のカードを見る',
	card: '次のカードへ'
};

const keyNames: Record<string, string> = {
	ArrowRight: '→',
	ArrowLeft: '←',
	ArrowUp: '↑',
	ArrowDown: '↓',
	'+': '＋',
	'-': '−',
	'.': 'ピリオド'
};
/** Keys as they are called: 数字 for any of the digits, and PageDown・→ for two that do the same. */
export function namesOf(keys: readonly string[]): string {
	const names = keys.map((key) =>
		/^\d$/u.test(key) ? '数字' : (keyNames[key] ?? key.replace(/\b[a-z]$/u, (letter) => letter.toUpperCase()))
	);
	return [...new Set(names)].join('・');
}

export const show = {
	title: '投影',
	/** What the main button says: where it leads, from the phase in view. */
	next: (from: Phase, to: Phase, sameStep: boolean) =>
		(sameStep && (from === to ? again[to] : onward[to])) || '次へ進む',
	back: '前へ戻る',
	end: '実施記録を見る',
	number: (no: number) => `${no}番`,
	people: (count: number) => `${count}人`,
	question: (no: number) => `問${no}`,
	letter: (at: number) => `${LETTERS[at]}　`,
	page: (at: number, of: number) => `${at}／${of}`,
	undo: '元に戻す',
	blank: '画面を消す',
	unblank: '画面を戻す',
	go: '移動する',
	goTitle: '番号で移動する',
	goNumber: '番号',
	goHelp: (last: number) => `1から${last}までの番号を入れます。`,
	count: '数を入れる',
	countDone: '数を隠す',
	note: '問いを書きとめる',
	noteLabel: 'その場で出た問い',
	noteDone: '書きとめる',
	present: '人数を直す',
	presentLabel: '参加している人数',
	presentDone: '直す',
	presentHelp: (most: number) => `1から${most}までの数を入れます。`,
	timer: (minutes: number) => `${minutes}分を計る`,
	more: '＋1分',
	stop: '時計を止める',
	left: (clock: string) => `残り ${clock}`,
	notes: '進行の画面を開く',
	blocked: '進行の画面を開けませんでした。ブラウザーの設定で、この画面のポップアップを許可してください。',
	full: '全画面にする',
	leave: '研修の一覧へ',
	keys: 'キーの一覧',
	/** What each key of the table does, and what the key is called. */
	keyList: {
		next: '次へ進みます',
		back: '前へ戻ります',
		go: '番号で移動します',
		digit: '数を入れます。仕分けでは、列の番号を選びます',
		step: '選んだ数を1つ増やします・減らします',
		move: '数を入れるところを選びます。仕分けでは、班を選びます',
		remove: '仕分けで、選んだ班の答えを取り消します',
		undo: '1つ前に戻します',
		timer: '時計を動かします・止めます',
		blank: '画面を消します・戻します',
		note: 'その場で出た問いを書きとめます'
	} satisfies Record<Action, string>,
	menu: 'その他の操作',
	unsaved: '保存できていません。この画面を閉じずに続けてください。',
	gone: 'この研修は見つかりません',
	goneText: '研修の一覧から開いてください。ほかのパソコンで用意した研修は、ファイルから読み込めます。'
};

export const slide = {
	vote1: '1回目　一人で考えて、手をあげます',
	talk: '隣と話す　選んだ理由を、1つずつ話します',
	vote2: '2回目　もう一度、手をあげます',
	answer: '答え',
	scene: '架空の場面',
	multiple: 'あてはまるものをすべて選びます',
	counted: (sum: number, people: number) => `数えた手 ${sum}／${people}人`,
	hands: (sum: number) => `あがった手 ${sum}`,
	over: '人数を超えています',
	countOf: (option: string) => `${option}の人数`,
	less: (option: string) => `${option}を1人減らす`,
	plus: (option: string) => `${option}を1人増やす`,
	first: '1回目　一人で',
	second: '2回目　話し合いの後',
	shift: '下は増減（人）',
	shiftName: '増減',
	option: '選択肢',
	compare: '2回の結果',
	none: '手の数は入れていません。',
	movedMost: (before: string, after: string) => [
		'いちばん多い答えが、',
		`${before}から${after}へ`,
		'移りました。'
	],
	sameMost: (option: string) => ['いちばん多い答えは、', option, 'のままです。'],
	openMost: '1つに決まらない回があります。',
	notCounted: (round: number) => `${round}回目の数は、入れていません。`,
	uncounted: '数えていません',
	takeaway: '覚えておくこと',
	best: '最もよく説明できる',
	after: 'この後の場面',
	wrong: '正解ではありません',
	place: '班でカードを置く',
	placeLines: (cards: number, column: string) => [
		`${cards}枚のカードを、班で${column}に置きます。`,
		`迷ったら、どの言葉で分けるかを話します。`,
		'置き終わったら、1枚ずつ、班ごとに答えを出します。'
	],
	hold: (column: string) => `班ごとに、置いた${column}の札をあげます`,
	table: (no: number) => `${no}班`,
	notPlaced: 'まだ',
	takeBack: '取り消す',
	entering: (no: number) => `${no}班の答え`,
	allIn: 'すべての班の答えが入りました',
	heat: (column: string) => `班が置いた${column}`,
	heatNote: '意見が分かれた順です。数は、置いた班の数です。',
	card: 'カード',
	tables: (count: number) => `${count}班`,
	rightAt: (name: string) => `${name}に置かれています`,
	tempting: (name: string) => `${name}に置いた班へ`,
	noTables: '班の答えは入れていません。',
	opening: (minutes: number) => `${minutes}分の研修`,
	today: '今日の進め方',
	minutes: (count: number) => `${count}分`,
	talkTitle: 'みんなで話す',
	talkLines: ['迷ったところと、その理由を出し合います。', '仕事で似た場面があれば、紹介します。'],
	lectureTitle: (column: string) => `${column}の見分け方`,
	closing: 'おわりに',
	closingLead: '今日、覚えておくこと',
	what: '条件を変えてみる',
	here: '今の場所',
	movedTo: (place: string) => `${place}に移りました`,
	lost: (nowhere: string) => `今は「${nowhere}」`,
	stayed: (place: string) => `${place}のままです`,
	reset: 'はじめの条件に戻す'
};

export const notes = {
	title: '進行の画面',
	lead: 'この画面は投影しません。どちらの画面を閉じても、開き直せます。',
	now: '今の画面',
	phases: {
		text: '',
		vote1: '1回目',
		talk: '隣と話す',
		vote2: '2回目',
		compare: '2回の比較',
		answer: '答え',
		reason: '理由',
		place: '班で置く',
		hold: '1枚ずつ確かめる',
		heat: '班のちがい',
		card: '答えと理由',
		what: '条件を変えてみる'
	} satisfies Record<Phase, string>,
	next: '次の画面',
	last: 'これで終わりです。',
	answer: '答え',
	answers: 'カードの答え',
	otherAnswers: 'ほかのカードの答え',
	tablesAt: (column: string, tables: number) => `${column} ${tables}班`,
	misconceptions: 'よくある思い違い',
	reasons: '理由',
	onWall: '投影中',
	/** Hands of a round, beside the option they were raised for. */
	hands: (round: number, count: number) => `${round}回目 ${count}人`,
	clock: '時刻',
	until: (clock: string) => `この番号は${clock}まで`,
	plan: '時間',
	ends: (clock: string) => `${clock}まで`,
	planned: (minutes: number) => `${minutes}分`,
	notBegun: '次へ進むと、予定の時刻が出ます。',
	late: (minutes: number) => `予定より${minutes}分遅れています`,
	early: (minutes: number) => `予定より${minutes}分早く進んでいます`,
	onTime: '予定どおりです',
	enter: '数を入れる',
	round: (round: number) => `${round}回目`,
	tables: '班の答え',
	tablesFolded: 'すべてのカードの、班の答えを直す',
	open: '投影の画面を開く',
	wallHere: '投影の画面：開いています',
	wallGone: '投影の画面：見つかりません',
	undoOf: (what: string) => `元に戻す（${what}）`,
	people: '参加している人数'
};

/** What an UNDO takes back. */
export const undone: Record<Move['type'], string> = {
	NEXT: '画面の移動',
	BACK: '画面の移動',
	GO: '画面の移動',
	COUNT: '手の数',
	PLACE: '班の答え',
	TURN: '条件',
	RESET: '条件',
	TIMER: '時計',
	BLANK: '画面を消す',
	NOTE: '問い',
	PEOPLE: '人数',
	UNDO: ''
};

export const record = {
	title: '研修実施記録',
	print: '印刷する',
	json: 'ファイルに保存',
	csv: 'CSVで保存（UTF-8）',
	back: '研修の一覧へ',
	open: '投影に戻る',
	name: '研修の名前',
	course: '課程',
	revision: (title: string, revision: number) => `${title}　第${revision}版`,
	day: '日時',
	span: (from: string, to: string) => `${from}から${to}まで`,
	held: (day: string, time: string) => (time ? `${day}　${time}` : day),
	planned: (held: string, day: string) => `${held}（予定　${day}）`,
	place: '場所',
	people: '参加した人数',
	peopleOf: (people: number, tables: number) => (tables > 0 ? `${people}人（${tables}班）` : `${people}人`),
	notYet: '記入なし',
	votes: '手をあげた数',
	first: '1回目',
	second: '2回目',
	shift: '増減',
	none: '－',
	right: '○',
	rightMark: '○は、正解、または最もよく説明できる答えです。',
	placements: '班が置いた場所',
	placementsHow: (source: string) =>
		`欄の数は、置いた班の番号です。太い枠は、${source}で置かれている欄です。`,
	agreed: '合った班',
	notes: 'その場で出た問い',
	noNotes: '書きとめた問いはありません。',
	nothing: 'まだ何も入れていません。',
	foot: '受講者の氏名や答えは、記録していません。',
	csvHead: ['実施日', '研修の名前', '場所', '人数', '番号', '種類', '項目', '内訳', '回または班', '値']
};

export const compare = {
	title: '研修を比べる',
	lead: '問題と場面は、正解、または最もよく説明できる答えに手をあげた割合を、話し合いの前、後の順に並べます。仕分けは、出典と同じ場所に置いた割合です。',
	item: '項目',
	percent: (share: number) => `${share}％`,
	change: (first: string, second: string) => `${first} → ${second}`
};
