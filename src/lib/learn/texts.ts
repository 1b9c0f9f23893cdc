/** Wording of the learner's screens that no other room needs. */

/** How well a choice can be defended: which column, or what to do. */
const bands = {
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

/** The word for a band in a step of a case: a step of kind `domain` asks which column, any other what to do. */
export const bandWord = (kind: string, band: keyof typeof bands.domain): string =>
	bands[kind === 'domain' ? 'domain' : 'conduct'][band];

export const texts = {
	bands,
	confidence: {
		label: '答える前の自信',
		optional: '選ばなくても進めます',
		sure: 'ある',
		rather: '少しある',
		unsure: 'ない'
	},
	home: {
		source: '出典',
		first: 'はじめから学ぶ',
		begin: '学習を始める',
		last: '前回の続き',
		fromPage: (title: string) => `「${title}」のページから`,
		pagesLeft: (left: number) => `残り${left}ページ`,
		fromStart: (number: number) => `第${number}章の初めから`,
		progress: 'ここまでの学習',
		unitsDone: (total: number) => `${total}章のうち`,
		unitsDoneEnd: '章を修了',
		units: (total: number) => `${total}つの章`,
		anyOrder: '好きな章から始められます',
		minutes: (minutes: number) => `約${minutes}分`,
		pages: (done: number, total: number) => `${done}／${total}ページ`,
		chapter: (number: number) => `第${number}章`,
		serves: 'この研修の位置づけ',
		servesText: (text: string) => `この研修は、${text}のために行います。`,
		finished: '課程を修了しました',
		finishedText: 'すべての章とテストを終えました。見直しや練習は、いつでもできます。',
		testNext: '最終テストに進む',
		testNextText: 'すべての章を終えました。最終テストを受けられます。',
		run: '問題の続きから',
		board: (title: string) => `「${title}」の続きから`,
		more: 'そのほか',
		practice: '問題を練習する',
		practiceText: '章ごと、またはまぜて解く',
		mapText: '表の全体を、図と表で見る',
		review: '見直す',
		reviewText: (count: number) => (count ? `${count}問あります` : '印を付けた問題と、まちがえた問題'),
		glossary: '用語集',
		glossaryText: '言葉の読みと意味',
		record: '学習記録',
		recordText: '結果、印刷、ファイルに保存'
	},
	work: {
		invented: '架空の場面です。実際の事業とは関係ありません',
		step: '段目',
		longest: (steps: number) => `／最大${steps}段`,
		steps: (steps: number) => `${steps}段で結末`,
		soFar: 'これまでの流れ',
		decide: '決める',
		takeBack: 'この選択を取り消して、別の道を試す',
		options: '選択肢',
		chosen: '選んだこと',
		then: 'その後',
		end: '結末',
		way: '選んだ道',
		restart: 'はじめからやり直す',
		lastChoice: '最後の選択に戻る',
		toCases: '事例の一覧へ'
	},
	pretest: {
		before: {
			title: '学ぶ前に',
			short: '学ぶ前',
			lead: (count: number) =>
				`${count}の文を読み、自分の考えに近いほうを選びます。点数は付きません。迷っても、いまの考えのまま選んでください。`,
			offer: (count: number) => `学ぶ前に、${count}の文に答えておくことができます。点数は付きません。`
		},
		after: {
			title: '学んだ後に',
			short: '学んだ後',
			lead: (count: number) =>
				`学ぶ前とは別の言い方の文が、${count}あります。考えに近いほうを選びます。点数は付きません。`,
			offer: (count: number) => `${count}の文に答えると、学ぶ前の答えと比べられます。点数は付きません。`
		},
		lead: (count: number) => `${count}の文に、学ぶ前と学んだ後に答えて比べます。点数は付きません。`,
		why: '学ぶ前に一度考えておくと、答えが違っていても、後で読むことが覚えやすくなるとされています。',
		yes: 'そう思う',
		no: 'そう思わない',
		open: (title: string) => `「${title}」を開く`,
		send: '答えを決める',
		left: (left: number) => `まだ答えていない文が${left}つあります。選んでから、もう一度押してください。`,
		received: '答えを受け取りました',
		receivedText: '学んだ後に、同じことをもう一度たずねます。',
		each: '文ごとの理由',
		isSo: 'この文は、そのとおりです。',
		isNotSo: 'この文は、そのとおりではありません。',
		gain: '学ぶ前と、学んだ後',
		unit: '章',
		change: '変化',
		all: '合計',
		more: (by: number) => `${by}つ増えた`,
		fewer: (by: number) => `${by}つ減った`,
		same: '同じ',
		none: '答えなし',
		sum: (before: number, after: number, of: number) =>
			`${of}の文のうち、学ぶ前は${before}、学んだ後は${after}が合っていました。`,
		sumAfter: (after: number, of: number) => `${of}の文のうち、学んだ後は${after}が合っていました。`
	},
	calibration: {
		missed: '自信があったのに、違っていたもの',
		otherMissed: (count: number) => `ほかにまちがえた${count}問`,
		title: '自信と結果',
		result: '結果',
		of: (total: number, right: number) => `${total}問中${right}問正解`
	},
	cases: {
		title: '事例で考える',
		homeText: '架空の場面で、考え方を試す',
		lead: '架空の場面を読み、どう考えるかを選びます。合っているかどうかではなく、どこまで説明できるかを確かめます。',
		fiction: '架空の場面です。実際の事業とは関係ありません',
		next: '次におすすめの事例',
		toNext: '次の事例へ',
		open: 'この事例を考える',
		ownFirst: '自分で考える事例から試す',
		anyOrder: '好きな事例から始められます。',
		allDone: 'すべての事例を考えました',
		allDoneText: 'どの事例も、いつでももう一度考えられます。',
		list: '事例の一覧へ',
		thought: '考えた',
		skip: '省略できます',
		skipText: '自分で考える事例が3つ続けて最もよい説明になったので、考え方を示す事例は省略できます。',
		kinds: { domain: '', conduct: '行動を考える', work: '順に進める' },
		teach: { worked: '考え方を示す', half: '考え方を途中まで示す', own: '自分で考える' },
		judged: {
			best: (name: string) => `「${name}」が、最もよい説明です`,
			defensible: (name: string) => `「${name}」でも、説明できます`,
			hard: (name: string) => `「${name}」では、説明しにくい場面です`,
			impossible: (name: string) => `「${name}」は、当てはまりません`
		},
		done: {
			best: '最も勧められる行動です',
			defensible: '勧められる行動です',
			hard: '勧めにくい行動です',
			impossible: '勧められない行動です'
		},
		reads: { worked: '場面の読み方', half: '場面の読み方（途中まで）', all: '場面の読み方' },
		readYourself: '場面から読み取ってください。',
		check: '確かめる',
		after: 'その後の場面',
		arguable: '説明できる、ほかの考え方',
		arguableToDo: '勧められる、ほかの行動',
		rest: (count: number) => `ほかの${count}つと理由`,
		takeaway: 'この事例から',
		again: 'もう一度考える'
	},
	comment: {
		title: 'わたしはこう考える',
		label: (most: number) => `1文で書く（${most}字まで。書かなくても進めます）`,
		count: (now: number, most: number) => `${now}／${most}字`,
		keep: '考えを残す',
		kept: '残した考え',
		done: '考えを残しました。',
		empty: '考えを書いてから、もう一度押してください。',
		elsewhere: '考えを書きました（文はここには残っていません）',
		here: 'このパソコンの記録に残ります。',
		sent: 'LMSにも送りました。',
		local: 'このパソコンにだけ残ります。'
	},
	what: {
		title: '条件を変えてみる',
		homeText: '条件を動かし、置き場所の変わり方を見る',
		lead: '条件を変えると、カードが動くかどうかと、その理由が出ます。',
		choose: '場面を選ぶ',
		here: '今の場所',
		first: 'はじめの位置',
		moved: (place: string) => `${place}に移りました`,
		lost: (nowhere: string) => `「${nowhere}」になりました`,
		stayed: (place: string) => `${place}のままです`,
		by: '動きました',
		reset: 'はじめの条件に戻す',
		back: (place: string) => `はじめの条件に戻しました。今の場所：${place}`,
		say: (card: string, what: string) => `「${card}」は、${what}。`
	},
	lesson: {
		check: '確認',
		nextIs: (title: string) => `次は「${title}」`,
		unitEnd: 'この章を終える',
		notYet: 'このページの問題に答えると、このページが修了になります。',
		progress: (at: number, total: number) => `${at}／${total}`,
		openBoard: '仕分けを始める',
		goOnBoard: '仕分けの続きをする',
		boardDone: '仕分けを見る',
		boardCards: (count: number) => `カード${count}枚`,
		answerAgain: 'もう一度答える',
		printed: '章の終わり'
	},
	board: {
		first: '1回目',
		firstResult: (right: number, total: number) => `1回目は、${total}枚のうち${right}枚が合っていました。`,
		allRight: 'すべて合っています',
		someWrong: (right: number, total: number) => `${total}枚のうち${right}枚が合っています`,
		wrongCards: 'まちがえたカード',
		rightCards: '合っているカード',
		restart: '初めからもう一度',
		toLesson: 'レッスンに戻る',
		leftToCheck: (left: number) =>
			`まだ置いていないカードが${left}枚あります。すべて置いてから、もう一度押してください。`,
		placedAt: (name: string) => `置いた列：${name}`,
		rightAt: (name: string) => `正しい列：${name}`,
		why: 'この列にある理由'
	},
	run: {
		unit: (title: string) => `「${title}」の練習`,
		mixed: 'まぜて練習',
		wrong: 'まちがえた問題',
		flagged: '見直す問題',
		final: '最終テスト',
		finalNote: '答え合わせは、最後にまとめて行います。答えは後から変えられます。',
		toReview: '解答を確かめる',
		review: '解答の確認',
		reviewText: 'すべて答えると、テストを終えられます。',
		answered: '答えた',
		unanswered: 'まだ',
		flaggedMark: 'あとで見直す',
		leftToFinish: (left: number) =>
			`まだ答えていない問題が${left}問あります。番号を選ぶと、その問題に戻ります。`,
		question: (number: number) => `問${number}`,
		backTo: '問題に戻る',
		prev: '前の問題へ',
		gone: 'この練習の問題は、いまの課程にはありません。',
		stop: '中断する'
	},
	result: {
		final: '最終テストの結果',
		practice: '練習の結果',
		summary: (total: number, right: number) => `${total}問のうち${right}問が正解です。`,
		passed: (need: number) => `合格の基準（${need}問）に達しました。`,
		notPassed: (need: number) =>
			`合格の基準は${need}問です。まちがえた問題を見直して、もう一度受けられます。`,
		firstTry: (right: number, total: number) => `1回目は、${total}問のうち${right}問が正解でした。`,
		wrongNumbers: (list: string) => `まちがえたのは${list}`,
		allRight: 'すべて正解',
		goals: '到達目標',
		goalReached: '達した',
		goalAgain: 'もう一度',
		missed: (count: number) => `まちがえた${count}問`,
		rightOnes: (count: number) => `正解した${count}問`,
		yours: '選んだ答え',
		right: '正解',
		wrongAgain: 'まちがえた問題だけもう一度',
		retake: 'もう一度テストを受ける',
		home: 'はじめの画面へ',
		record: '記録をファイルに保存',
		print: '印刷する',
		sheet: '学習結果',
		name: '氏名',
		course: '課程',
		revision: (n: number) => `第${n}版`,
		date: '実施日',
		score: '得点',
		verdict: '判定',
		pass: '合格',
		fail: '基準に達していません',
		source: '出典',
		serves: '位置づけ',
		noAnswer: '答えなし'
	},
	practice: {
		title: '問題を練習する',
		lead: '答え合わせは1問ごとに行います。最終テストの問題は出ません。',
		mixed: 'まぜて練習',
		mixedText: 'すべての章から、合わせて10問を出します。まちがえた問題が先です。',
		units: '章ごとに練習',
		count: (right: number, total: number) => `${total}問のうち${right}問が正解`,
		untouched: (total: number) => `${total}問`,
		start: '始める',
		open: '途中の練習',
		goOn: '続きから始める'
	},
	test: {
		title: '最終テスト',
		rule: (draw: number, need: number) => `${draw}問のうち${need}問以上の正解で合格です。`,
		rules: [
			'問題は受けるたびに変わります。練習には出ない問題です。',
			'答え合わせは、最後にまとめて行います。',
			'途中でやめても、同じ問題の続きから始められます。',
			'時間の制限はありません。何度でも受けられます。'
		],
		start: 'テストを始める',
		goOn: 'テストの続きをする',
		best: (right: number, total: number) => `これまでの最高は、${total}問のうち${right}問の正解です。`,
		passed: '合格しています。',
		latest: '前回の結果を見る',
		unitsLeft: (left: number) => `まだ終えていない章が${left}つあります。先に受けることもできます。`
	},
	review: {
		title: '見直す',
		lead: '印を付けた問題と、まちがえた問題です。自信が「ある」でまちがえた問題が先です。',
		start: (count: number) => `${count}問を始める`,
		flagged: '印を付けた',
		wrong: 'まちがえた',
		sure: '自信が「ある」でまちがえた'
	},
	record: {
		title: '学習記録',
		where: 'この記録は、このパソコンのこのブラウザーに残ります。ほかの場所へは送りません。',
		units: '章ごとの記録',
		unit: '章',
		state: '状態',
		pages: 'ページ',
		practice: '練習の正解',
		tests: '最終テスト',
		date: '日時',
		score: '得点',
		verdict: '判定',
		boards: '仕分け',
		board: '仕分け',
		firstTry: '1回目の正解',
		see: '見る',
		file: 'ファイル',
		fileText: 'ほかのパソコンで続けるときや、控えを残すときに使います。',
		save: '記録をファイルに保存',
		load: '記録をファイルから読み込む',
		loaded: (count: number) =>
			count ? `${count}件を加えました。前の記録もそのまま残っています。` : '新しい記録はありませんでした。',
		takeBack: '読み込みを取り消す',
		takenBack: (count: number) => `加えた${count}件を取り消しました。読み込む前の記録に戻っています。`,
		foreign: '別の人の記録のようです',
		foreignText: (theirs: string, mine: string) =>
			`このファイルは${theirs}さんの記録です。${mine}さんの記録に加えますか。加えた後でも取り消せます。`,
		foreignTake: '加える',
		handling: '記録の取扱い',
		remove: '記録を消す',
		removeText: 'この課程の記録を、このブラウザーから消します。',
		removed: '記録を消しました。',
		notRemoved: '記録を消せませんでした。画面を開き直して、もう一度試してください。'
	},
	settings: {
		title: '設定',
		lead: '選ぶとすぐに変わります。このブラウザーに残ります。',
		size: '文字の大きさ',
		sizes: { '1': '標準', '1.25': '大', '1.5': '特大' },
		theme: '配色',
		themes: { auto: '自動', light: '明るい', dark: '暗い' },
		motion: '動き',
		motions: { auto: '自動', reduce: '減らす' },
		ruby: 'ふりがな',
		rubyOn: '付ける',
		rubyOff: '付けない',
		keys: '1文字のキー（1〜9、?）',
		keysOn: '使う',
		keysOff: '使わない'
	},
	about: {
		title: '使い方',
		steps: [
			[
				'読む',
				'「次へ進む」でページを進みます。出典の札を押すと、もとの記載をその場で読めます。点線の言葉を押すと、意味が出ます。'
			],
			['答える', '選択肢を選び「答え合わせをする」を押します。合っていても、理由を読んでください。'],
			['仕分ける', 'カードを選び、置く列のボタンを押します。マウスで動かすこともできます。'],
			['中断する', 'いつ閉じても、答えは残っています。次に開くと「続きから始める」が出ます。']
		],
		keysTitle: 'キーボードでの操作',
		keys: [
			['Tab・Shift+Tab', '次へ・前へ移動します'],
			['矢印・スペース', '選択肢を選びます'],
			['1〜9', '選択肢の中にいるとき、その番号を選びます（設定で切れます）'],
			['Enter', 'ボタンを押します'],
			['Esc', '開いた出典、言葉の説明、この一覧を閉じます'],
			['?', 'キーの一覧を開きます（設定で切れます）']
		],
		recordTitle: '記録の取扱い',
		record: [
			'記録されるのは、開いたページ、答え、仕分け、テストの結果と、その日時です。',
			'記録は、このパソコンのこのブラウザーの中だけに残ります。外には送りません。',
			'同じパソコンの同じブラウザーを使う人は、名前を見ることができ、選べば記録も見ることができます。',
			'「学習記録」の画面で、ファイルへの保存と削除ができます。',
			'練習の答えは学習のためのものです。人事評価に使うものではありません。'
		],
		handling: '記録の取扱いと、消し方',
		accessTitle: 'アクセシビリティ',
		access: [
			'JIS X 8341-3:2016とWCAG 2.2のレベルAAを目標に作っています。',
			'キーボードだけで全体を学べます。文字の大きさ、配色、動き、ふりがなは「設定」で変えられます。',
			'試験は自動の検査によるものです。画面読み上げソフトの実機での試験は、まだ行っていません。'
		],
		sourceTitle: '出典とライセンス',
		source: (title: string, issued: string, owner: string) =>
			`出典は「${title}」（${issued}、${owner}）です。原文の権利は、発行した自治体にあります。`,
		design: '配色と文字の基準は、デジタル庁デザインシステムのデザイントークンを参考にしています。',
		licence: 'プログラムはMITライセンスです。',
		staffTitle: '研修の担当者へ',
		staff:
			'この課程を、LMS（学習管理システム）に登録するファイルにできます。修了証の確認コードも確かめられます。',
		export: 'LMSへの書き出し',
		check: 'LMS動作確認',
		verify: '修了証を確かめる',
		training: '研修で使う',
		versionTitle: '版',
		version: (product: string, revision: number) => `まなびや ${product}　課程 第${revision}版`
	},
	glossary: {
		title: '用語集',
		lead: (count: number) => `${count}語の読みと意味です。`,
		filter: '言葉をしぼり込む',
		none: (text: string) => `「${text}」に合う言葉はありません。別の言葉で探してください。`,
		found: (count: number) => `${count}語あります。`
	},
	map: { lead: '列の名前を押すと、もとの記載を読めます。「表で読む」で表に切り替わります。' },
	entries: {
		title: '表の記載',
		sum: (total: number, confirmed: number) => `表にある${total}の記載のうち、${confirmed}を確かめました。`,
		of: (total: number, confirmed: number) => `${total}のうち${confirmed}`,
		legend: 'ぬりは確かめた記載、白はこれからの記載です。'
	},
	lms: {
		name: (name: string) => `${name} さん`,
		exit: '終了する',
		modes: {
			review: '見直し用に開いています。ここでの操作は、LMSに記録されません。',
			browse: '試しに開いています。答えと成績は、LMSに記録されません。',
			noCredit: '成績の対象外として開いています。答えと成績は、LMSに記録されません。'
		},
		aside: '前回の記録を控えて、新しく始める',
		rule: '修了の条件',
		rules: {
			units: () => 'すべての章を終えると、修了です。',
			test: (draw: number, need: number) => `最終テストで${draw}問のうち${need}問以上正解すると、修了です。`,
			both: (draw: number, need: number) =>
				`すべての章を終え、最終テストで${draw}問のうち${need}問以上正解すると、修了です。`
		},
		complete: '修了',
		notYet: '学習中',
		completeText: '修了の条件を満たしています。',
		missing: (units: number, test: boolean) =>
			units && test
				? `残りは、${units}つの章と最終テストの合格です。`
				: test
					? '残りは、最終テストの合格です。'
					: `残りは、${units}つの章です。`,
		score: (score: number) => `LMSに伝える得点は、これまでの最高の${score}点（100点満点）です。`,
		ended: {
			title: '学習を終了しました',
			kept: '記録をLMSに保存しました。この画面は閉じてかまいません。',
			notKept:
				'LMSに保存できなかった答えは、このパソコンに控えてあります。次に同じ人がLMSから開くと、続きから記録します。この画面は閉じてかまいません。',
			again: '続けるときは、LMSの画面から開き直してください。'
		},
		carried: {
			title: 'この教材には、学習記録が入っています',
			whose: (name: string | undefined, done: number, total: number, date: string) =>
				`${name ? `${name}さんの` : '名前のない'}記録（${done}／${total}問、${date}まで）です。`,
			ask: '自分の記録のときだけ、引き継いでください。引き継ぐまで、LMSには何も伝えません。',
			take: '自分の記録なので引き継ぐ',
			leave: '引き継がずに始める',
			taken: '学習記録を引き継ぎました。'
		},
		unclaimed: {
			title: 'このパソコンに、LMSに届いていない答えがあります',
			whose: (done: number, total: number, date: string) =>
				`LMSとつながらないときの答え（${done}／${total}問、${date}まで）です。だれの答えかは分かりません。`,
			ask: '自分の答えのときだけ、引き継いでください。引き継ぐまで、LMSには何も伝えません。',
			take: '自分の答えなので引き継ぐ',
			leave: '引き継がない',
			taken: '答えを引き継ぎました。'
		},
		check: {
			title: 'LMSとの接続',
			lead: 'LMSに記録できているかを確かめる画面です。困ったときは、下の文面を研修の担当者に送ってください。',
			found: 'LMSの受け口',
			notFound: '見つかりません',
			/** As the store names it: `window`, `parent 2`, `opener`, `opener parent 1`, `top opener`. */
			place: (found: string) => {
				const up = /parent (\d+)/.exec(found)?.[1];
				const from = found.includes('opener') ? '開いた元の画面' : 'この画面';
				return up ? `${from}の${up}つ外側` : from;
			},
			version: '教材の規格',
			start: 'LMSの応答',
			yes: '開始を受け付けました',
			no: '開始を受け付けていません',
			mode: '開き方',
			modes: { normal: '通常', browse: '試し', review: '見直し' },
			noCredit: '（成績の対象外）',
			interactions: '1問ごとの答え',
			objectives: '章ごとの状態',
			accepts: (yes: boolean | undefined) =>
				yes === undefined ? 'まだ送っていません' : yes ? '受け付けています' : '受け付けていません',
			size: '途中経過の大きさ',
			characters: (size: number, worst: number) => `${size}文字（最大で${worst}文字）`,
			commit: '最後に保存した時刻',
			never: 'まだ保存していません',
			waiting: 'まだLMSに届いていない記録',
			events: (count: number) => (count ? `${count}件（このパソコンに控えています）` : 'ありません'),
			told: 'LMSに伝えた内容',
			nothing: 'まだ伝えていません',
			errors: 'LMSが断った呼び出し',
			none: 'ありません',
			support: '問い合わせ用の文面',
			supportText: '氏名と答えは入っていません。',
			copy: '文面をコピーする',
			copied: 'コピーしました。',
			notCopied: 'コピーできませんでした。文面を選んで、写してください。'
		},
		record: 'この記録は、LMSに残ります。ほかの場所へは送りません。',
		about: [
			'記録されるのは、開いたページ、答え、仕分け、テストの結果と、その日時です。',
			'記録は、開いたLMSに送ります。LMSを管理する人が見られます。ほかの場所へは送りません。',
			'LMSに届く前の答えだけは、このパソコンに一時的に控え、届いたあとで消します。',
			'練習の答えは学習のためのものです。人事評価に使うものではありません。'
		],
		link: 'LMSとの接続を確かめる'
	},
	ordering: 'まだ並べていません。「上へ」「下へ」で並べるか、「この並びで答える」を選んでください。'
};
