/** Wording of the check page. Method and element names stay as the standard has them. */
import type { Fault } from './faults.ts';
import type { Opening } from './play.svelte.ts';

export const texts = {
	title: 'LMS動作確認',
	lead: '書き出したzipファイルの教材を、この画面の中のLMSで動かします。実際のLMSにも、ほかの場所にも、何も送りません。',
	made: (name: string) => `先ほど書き出した ${name} の中身を使います。`,
	standard: '標準の設定で書き出したときの中身を使います。',
	target: '規格',
	opening: '開き方',
	openings: {
		normal: '通常',
		review: '見直し（記録しない）',
		browse: '試し（成績を付けない）',
		'no-credit': '成績の対象外'
	} satisfies Record<Opening, string>,
	fault: 'LMSの不具合',
	faults: {
		none: 'なし',
		start: '開始を断る',
		commit: '保存を断る',
		quota: '途中経過の保存場所が足りない',
		vanish: '途中で応答しなくなる',
		hostile: 'ときどき失敗する'
	} satisfies Record<Fault, string>,
	open: '教材を開く',
	resume: '続きから開く',
	leave: '画面を閉じる',
	forget: 'LMSの記録を消す',
	opened: (count: number) => `${count}回目に開いています。`,
	left: '教材を閉じました。LMSには前回までの記録が残っています。「続きから開く」で、続きから始まるかを確かめられます。',
	fresh: 'LMSには、まだ記録がありません。',
	preparing: '教材を準備しています',
	failed: '教材を準備できませんでした。画面を開き直してください。',
	frame: 'この画面の中のLMSで動いている教材',
	log: '呼び出しの記録',
	logText:
		'教材がLMSを呼ぶたびに、1行ずつ増えます。判定は、規格の定めと、LMSで起きたことのある不具合によります。',
	columns: { n: '番号', time: '時刻', call: '呼び出し', answer: 'LMSの応答', verdict: '判定' },
	ok: 'よい',
	breach: '直すところ',
	/** The LMS said no; the course did nothing wrong. */
	refused: (code: string) => `LMSが断りました（${code}）`,
	summary: (calls: number, breaches: number, refused: number) =>
		calls === 0
			? 'まだ呼び出しはありません。'
			: `${calls}回の呼び出しのうち、教材の側で直すところは${breaches}件、LMSが断ったのは${refused}回です。`,
	only: '直すところと断られた呼び出しだけを見る',
	source: '根拠',
	save: '記録をファイルに保存',
	shown: (shown: number) => `新しいほうから${shown}行を表示しています。ファイルには、すべて入ります。`
};
