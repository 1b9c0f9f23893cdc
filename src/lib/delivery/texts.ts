/** What the staff's screens say. What a target says of itself stands with the target (#packages). */
import type { Rule } from '#record/rule.ts';

export const texts = {
	title: 'LMSへの書き出し',
	lead: '研修の担当者のための画面です。この課程を、LMS（学習管理システム）に登録するzipファイルにします。',
	target: '規格',
	targetHelp: 'LMSの説明書や、LMSを管理する人に確かめて選びます。',
	suggested: 'おすすめ',
	percent: '％',
	needed: (draw: number, need: number) => `${draw}問のうち${need}問以上の正解にあたります。`,
	problem: '直すところ',
	problems: (count: number) => `直すところが${count}つあります。`,
	record: {
		legend: '学習記録',
		none: 'このブラウザーには、この課程の学習記録がありません。受講者は、はじめから学びます。',
		include: 'この学習記録を含める',
		help: 'いまこのブラウザーにある記録の続きから、LMSで学べるようにします。',
		amount: (units: number, all: number, answers: number) =>
			`含まれる記録は、${all}章のうち${units}章の修了と、${answers}件の答えです。`,
		personal: '1人だけのためのファイルになります。ほかの人には配らないでください。',
		whose: 'だれの記録か',
		whoseHelp: '氏名を書きます。受講者の画面で、本人の記録かどうかを確かめるときに出ます。'
	},
	told: {
		title: 'LMSに伝わること',
		wait: '選んだことに、直すところがあります。直すと、LMSに伝わることがここに出ます。',
		underway: '学習の途中',
		failed: '最終テストが合格点に届かない',
		done: { both: 'すべての章を終え、テストに合格', test: 'テストに合格', units: 'すべての章を終える' },
		score: '得点の欄',
		scores: { best: 'テストの最高点（0〜100）', none: 'なし' } satisfies Record<Rule['score'], string>,
		answers: '一問ごとの答え',
		answersSent: '番号で届く',
		answersNot: '届かない',
		words: {
			incomplete: '学習中',
			failed: '不合格',
			completed: '修了',
			passed: '合格'
		},
		/** 2004 tells completion and verdict apart. */
		two: { passed: '修了・合格', completed: '修了', failed: '学習中・不合格', ahead: '学習中・合格' },
		testOnly: 'テストに合格し、章が残っている',
		unaffected: '学習中（修了には関係しない）'
	},
	make: 'zipファイルを書き出す',
	making: '書き出しています',
	made: {
		title: '書き出しました',
		size: (kB: number, files: number) => `${kB} kB、${files}ファイル`,
		sound: (rules: number) => `${rules}の決まりで点検し、問題はありませんでした。`,
		unsound: '点検で、直すところが見つかりました。LMSに登録する前に、まなびやの管理者に知らせてください。',
		personal: (name: string) => `${name ? `${name}さん` : '1人の受講者'}の学習記録が入っています。`,
		again: 'もう一度保存する',
		check: 'LMS動作確認で動かす',
		steps: 'このあとにすること',
		list: [
			'zipファイルのまま、LMSの教材の登録画面から読み込みます。',
			'試験用の利用者で開き、1問答えてから閉じます。',
			'もう一度開いて、続きから始まることを確かめます。'
		],
		notes: '詳しい手順は、zipファイルの中の import-notes.txt にあります。'
	},
	failed: '書き出せませんでした。画面を開き直して、もう一度試してください。',
	noKit:
		'この画面からは書き出せません。受講者の画面の部品がないためです。まなびやの管理者に知らせてください。'
};
