/** Wording of the files that are handed in. Not in the lms edition. */
export const handIn = {
	title: 'ファイルで提出する',
	holds:
		'提出用ファイルには、課程と版、実施日、時間、修了したかどうか、得点、学ぶ前と学んだ後の正解の数、上に書いた氏名・所属・職名・職員番号が入ります。「学んだこと」は入りません。',
	answers: '1問ごとの答えも入れる',
	save: '提出用ファイルを保存する',
	saved: (name: string) => `「${name}」を保存しました。`,
	file: '提出用',
	table: '表計算ソフト用の1行（CSV）',
	tableText:
		'受講報告の内容を1行の表にします。Excelで開くときはUTF-8、ほかのシステムが求めるときはShift_JISを選びます。職員番号の先頭の0は、Excelで列を文字列として読み込むと残ります。',
	utf8: 'CSV（UTF-8）を保存する',
	sjis: 'CSV（Shift_JIS）を保存する',
	cannotTitle: 'Shift_JISで表せない文字があります',
	cannot: (characters: readonly string[]) =>
		`Shift_JISで表せない文字があります（${characters.join('、')}）。UTF-8で保存しますか。`,
	asUtf8: 'UTF-8で保存する'
};

/** Heads of the table. */
export const columns = {
	number: '職員番号',
	name: '氏名',
	department: '所属',
	position: '職名',
	id: '課程ID',
	course: '課程',
	revision: '版',
	year: '年度',
	begun: '開始日（和暦）',
	begunIso: '開始日',
	finished: '修了日（和暦）',
	finishedIso: '修了日',
	state: '状態',
	done: '修了',
	underway: '学習中',
	right: '得点',
	total: '満点',
	minutes: '時間',
	before: '学ぶ前の正解',
	after: '学んだ後の正解',
	of: '学ぶ前と後の問題数',
	learned: '学んだこと'
};
