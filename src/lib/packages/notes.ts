/** What the person who imports a package should know, in Japanese, inside the package. */
import type { Order } from './kit.ts';
import type { Target } from '#record/payload.ts';
import { percent } from './options.ts';
import { judgedByScore } from './rule.ts';

const COMPLETES = {
	both: 'すべての章を終え、最終テストに合格すること',
	test: '最終テストに合格すること',
	units: 'すべての章を終えること'
};

/** The text of import-notes.txt: UTF-8 with its mark and CRLF, for any editor on Windows. */
export function importNotes(
	order: Order,
	{ target, name }: { target: Target; name: string },
	title: string
): string {
	const { index } = order.course;
	const sections: [string, string[]][] = [
		[
			'これは何か',
			[
				`「${title}」を、LMS（学習管理システム）に登録するためのファイルです。規格は ${name} です。`,
				`課程は「${index.title}」第${index.revision}版です。出典は「${index.source.title}」（${index.source.issued}、${index.source.owner}）です。`,
				index.disclaimer
			]
		],
		...(order.carried ? [carriedNotes(order.carried)] : []),
		[
			'登録のしかた',
			[
				'zipファイルのまま、LMSの教材の登録画面から読み込みます。展開しないでください。',
				'LMSで「新しいウィンドウ」と「枠の中」を選べるときは、どちらでも使えます。枠は幅650、高さ600より大きくしてください。',
				'登録したら、試験用の利用者で一度開き、1問答えてから閉じて、もう一度開いてください。続きから始まれば、登録できています。',
				'直した教材に入れ替えるときは、同じ教材の「更新」で新しいzipファイルを読み込みます。識別子は変わらないので、受講者の記録は残ります。'
			]
		],
		['LMSに伝わること', told(order, target)],
		[
			'入っているファイル',
			[
				'index.html　受講者の画面です。これ1つで動き、外へは接続しません。',
				...(order.rule.interactions
					? [
							'codebook.csv　一問ごとの答えの番号と、その意味の表です。正答も入っているので、受講者には配らないでください。'
						]
					: []),
				'licenses.txt　使っているソフトウェアのライセンスです。',
				'imsmanifest.xml と .xsd、.dtd　LMSが読む、規格で決まったファイルです。'
			]
		]
	];
	const text = sections
		.map(([head, lines]) => [`■ ${head}`, ...lines.map((line) => `・${line}`)].join('\n'))
		.join('\n\n');
	return `\uFEFF${`${title}\n\n${text}\n`.replaceAll('\n', '\r\n')}`;
}

function carriedNotes({ learner, events }: NonNullable<Order['carried']>): [string, string[]] {
	const whose = learner.name ? `${learner.name}さん` : '1人の受講者';
	return [
		'特定の人のためのファイルです',
		[
			`${whose}の、これまでの学習記録（${events.length}件）が入っています。`,
			`${whose}だけが開くように登録してください。ほかの人が開くと、その人の記録として始まります。`
		]
	];
}

function told({ rule }: Order, target: Target): string[] {
	const two = target !== 'scorm12';
	const done = {
		passed: two ? '修了（completed）と合格（passed）' : '合格（passed）',
		completed: '修了（completed）'
	}[rule.onComplete];
	const failed = {
		failed: '不合格（failed）',
		incomplete: '学習中（incomplete）のまま'
	}[rule.onFail];
	return [
		`修了の条件は、${COMPLETES[rule.completes]}です。満たすと、${done}と伝わります。`,
		`最終テストは、${percent(rule.pass)}％以上の正解で合格です。${rule.completes === 'units' ? '修了には関係しません。' : `届かなかったときは、${failed}です。何度でも受けられ、一度合格すると取り消されません。`}`,
		...(two && rule.completes === 'both' && rule.onComplete === 'passed'
			? [
					'章が残っているうちにテストに合格したときは、学習中（incomplete）のまま、合格（passed）が先に伝わります。'
				]
			: []),
		rule.score === 'best'
			? '得点は、最終テストのいちばん良い点（0〜100）です。LMSの評定の方法を選べるときは、「最高点」にしてください。'
			: '得点は伝わりません。',
		...(judgedByScore(rule, target)
			? [`合格点（${percent(rule.pass)}）はLMSにも登録されます。LMSの側で変えないでください。`]
			: []),
		rule.interactions
			? '答え合わせをした答えが、一問ごとに番号で伝わります。'
			: '一問ごとの答えは伝わりません。',
		'続きから始めるための記録（どこまで進んだか、答え）も、LMSに残ります。'
	];
}
