/** The words of what is printed for a session. */
import type { Band } from '#course/schema.ts';
import type { Length, StepKind } from '../plan.ts';
import type { Rounds } from './timetable.ts';

export const SHEETS = [
	'timetable',
	'answers',
	'questions',
	'cards',
	'board',
	'tally',
	'handout',
	'reflection'
] as const;
export type SheetName = (typeof SHEETS)[number];
export type Per = 'staff' | 'person' | 'table';

const kinds: Record<StepKind, string> = {
	opening: '導入',
	lecture: '講義',
	question: '問題',
	board: '班で仕分け',
	talk: '全体で共有',
	case: '事例',
	closing: 'ふりかえり'
};
const bands: Record<Band, string> = {
	best: '最もよい',
	defensible: 'この考え方もある',
	hard: '説明しにくい',
	impossible: '当てはまらない'
};

export const texts = {
	title: '研修の印刷物',
	lead: '集合研修で配る紙と、進行のための紙を作ります。白黒で印刷できます。',
	session: '研修',
	standards: '標準の研修',
	standard: (length: Length) => `標準の${length}分`,
	prepared: '用意した研修',
	named: (name: string, day: string) => `${name}（${day}）`,
	what: '印刷するもの',
	none: '印刷するものを選んでください。',
	count: (a4: number, a3: number) =>
		`${[...(a4 > 0 ? [`A4で${a4}枚`] : []), ...(a3 > 0 ? [`A3で${a3}枚`] : [])].join('、')}です。`,
	print: '印刷する',
	preview: '印刷の見本',
	back: '研修の一覧へ',
	about: '使い方に戻る',
	noBoard: 'この研修には、仕分けがありません。仕分けのある研修を選ぶと、カードと台紙を印刷できます。',
	paper: '台紙の用紙',
	four: 'A4で4枚',
	one: 'A3で1枚',
	apart: '補足　A4とA3を一度に印刷できないときは、台紙だけを選んで印刷します。',
	sheets: {
		timetable: { name: '進行表', per: 'staff' },
		answers: { name: '解答・解説', per: 'staff' },
		questions: { name: '問題用紙', per: 'person' },
		cards: { name: '仕分けカード', per: 'table' },
		board: { name: '仕分けの台紙', per: 'table' },
		tally: { name: '集計用紙', per: 'staff' },
		handout: { name: '配布用の表', per: 'person' },
		reflection: { name: 'ふりかえりシート', per: 'person' }
	} satisfies Record<SheetName, { name: string; per: Per }>,
	/** How many are needed; `count` where a session says how many people or tables there are. */
	per: (per: Per, count = 0) =>
		per === 'staff'
			? '担当者用'
			: per === 'person'
				? `1人に1部${count > 0 ? `（${count}部）` : ''}`
				: `班に1組${count > 0 ? `（${count}組）` : ''}`,
	foot: (title: string, issued: string) => `出典　${title}（${issued}）`,
	pageOf: (page: number, pages: number) => `${page}／${pages}`,
	timetable: {
		title: (length: Length) => `進行表（${length}分）`,
		facts: (day: string, place: string, people: number, tables: number) =>
			[day, place, `${people}人${tables > 0 ? `（${tables}班）` : ''}`].filter(Boolean).join('　'),
		lead: (course: string) =>
			`「${course}」の集合研修を進めるための表です。時間は目安です。早く終わったら、話し合いを長くします。`,
		kinds,
		minutes: (minutes: number) => `${minutes}分`,
		say: '話すこと',
		wrong: '迷いやすいところ',
		needs: '使うもの',
		rounds: ({ alone, talk, again, reasons }: Rounds) =>
			`個人で${alone}分→隣と話す${talk}分→もう一度${again}分→理由${reasons}分`,
		opening: (goal: string) => [
			'今日のねらいと、終わりの時刻を伝えます。',
			`この研修は、${goal}として行います。`,
			'まちがえてもよい場であることを伝えます。'
		],
		lecture: (map: string) => [
			`配布用の表を見ながら、「${map}」を説明します。`,
			'左右の端から説明し、隣どうしの違いを最後に確かめます。'
		],
		question: [
			'1回目は、だれとも話さずに選びます。結果はまだ見せません。',
			'隣の人と、何を手がかりに選んだかを話します。',
			'もう一度選んでから、答えと理由を確かめます。'
		],
		board: [
			'カードを1枚ずつ読み上げ、置く場所と理由を班で決めます。',
			'意見が分かれたカードには、印を付けておきます。'
		],
		talkBoard: [
			'班ごとの置き方を集計し、最も分かれたカードから取り上げます。',
			'置いた理由を、違う班から順に聞きます。'
		],
		talk: ['出た質問を書き出し、班で考えを話します。', 'この場で答えられないことは、持ち帰ると伝えます。'],
		case: [
			'場面を読み上げ、まず1人で考えます。',
			'選んだ理由を出し合います。考え方が1つとは限りません。',
			'条件が1つ変わったらどうなるかを尋ねます。'
		],
		closing: [
			'ふりかえりシートを書き、1つだけ隣の人に伝えます。',
			'残った質問と、その答えを伝える方法を確かめます。'
		],
		takeaway: (text: string) => `まとめ：${text}`
	},
	questions: {
		title: '問題用紙',
		lead: '選んだ記号を、1回目と2回目の欄に書きます。',
		number: (no: number) => `問${no}`,
		rounds: ['1回目', '2回目'],
		scene: '場面',
		invented: '場面は、この教材で作ったものです。',
		caseTitle: (title: string) => `事例　${title}`,
		choice: '選んだもの',
		why: '理由'
	},
	answers: {
		title: '解答・解説',
		lead: '選択肢ごとの理由と、出典の番号です。',
		key: (letters: string) => `正解　${letters}`,
		right: '○',
		wrong: '',
		takeaway: 'まとめ',
		board: (title: string) => `仕分け　${title}`,
		bands,
		passages: '出典の言葉'
	},
	cards: { title: '仕分けカード' },
	board: {
		title: '仕分けの台紙',
		places: ['左上', '右上', '左下', '右下'],
		how: '4枚を、上下左右に並べて使います。'
	},
	tally: {
		title: '集計用紙',
		name: '研修',
		date: '年月日',
		place: '会場',
		present: '出席（人）',
		question: (no: number) => `問${no}`,
		option: '選択肢',
		total: '合計',
		case: (title: string) => `事例　${title}`,
		board: (title: string) => `仕分け　${title}`,
		boardHow: '置いた班の番号を、欄に書きます。',
		card: 'カード',
		open: '残った質問'
	},
	handout: { spans: (first: string, last: string) => `${first}から${last}まで` },
	reflection: {
		title: 'ふりかえりシート',
		boxes: ['今日わかったこと', '迷ったこと、もっと知りたいこと', '自分の仕事で、明日からやってみること']
	}
};
