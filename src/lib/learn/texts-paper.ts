/** Wording of what is printed: the certificate and the report. */

/** Most characters of 「学んだこと」. */
export const LEARNED_LENGTH = 200;
/** Most characters of a name, an office or a number. */
export const FIELD_LENGTH = 60;

export const paper = {
	name: '氏名',
	department: '所属',
	position: '職名',
	number: '職員番号',
	minutes: '時間',
	print: '印刷する',
	notKept: 'ここに書いたことは、印刷する紙と保存するファイルにだけ入ります。この画面を閉じると消えます。',
	certificate: {
		title: '修了証',
		open: '修了証を印刷する',
		lead: '氏名を書いて印刷します。空のままなら、紙に手で書けます。確認コードは、書いた氏名で変わります。',
		states: '次の課程のすべての章を学び、最終テストに合格しました。',
		course: '課程',
		/** 第1版（令和6年3月） */
		revision: '版',
		passed: '合格日',
		score: '最終テスト',
		scored: (right: number, total: number) => `${total}問のうち${right}問正解`,
		item: (kind: string) => `${kind}の項目`,
		issuer: '発行者',
		code: '確認コード',
		small:
			'確認コードは、まなびやの「修了証を確かめる」の画面で、学習記録のファイルまたは提出用ファイルと照らし合わせるためのものです。本人であることの証明ではありません。',
		notYet: '修了証は、すべての章を終え、最終テストに合格すると印刷できます。',
		missing: '残っていること',
		chapter: (n: number, title: string) => `第${n}章 ${title}`,
		pages: (left: number) => `あと${left}ページ`,
		test: '最終テストに合格する'
	},
	report: {
		title: '受講報告',
		open: '受講報告を作る',
		lead: 'A4判1枚の受講報告を作ります。空のままにした欄は、紙に手で書けます。',
		notBegun: '受講報告は、学習を始めると作れます。',
		course: '課程',
		dates: '実施日',
		fromTo: (from: string, to: string) => (from === to ? from : `${from}から${to}まで`),
		about: (minutes: number) => `約${minutes}分`,
		counted: '画面の操作から数えた目安です。10分をこえて操作がない時間は除きます。書き直せます。',
		notCounted: 'LMSの記録からは分かりません。',
		goals: '到達目標',
		score: '得点',
		scored: (right: number, total: number, passed: boolean) =>
			`${right}／${total}（${passed ? '合格' : '合格の基準に達していません'}）`,
		notTaken: '最終テストは受けていません',
		underway: '（学習中）',
		learned: '学んだこと',
		learnedLabel: `学んだこと（${LEARNED_LENGTH}字まで）`,
		count: (used: number) => `${used}／${LEARNED_LENGTH}字`,
		check: '所属長確認欄'
	}
};
