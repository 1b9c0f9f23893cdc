/**
 * What a course must not do to an LMS, beyond what LMSs notice: each rule says what is wrong, why it matters, and where it stands.
 * Sources: the SCORM 1.2 Run-Time Environment (RTE 1.2, October 2001), SCORM 2004 4th Edition RTE, and what LMSs are known to do.
 */
export type RuleText = { text: string; source: string };

const rules = {
	// The session
	'already-initialized': {
		text: '開始の呼び出しは1回だけです。2回目を誤りとして学習を止めるLMSがあります。',
		source: 'RTE 1.2 3.3.2 / 2004 RTE 3.1.2'
	},
	'not-initialized': {
		text: '開始の前に呼び出しています。LMSは受け付けず、記録が残りません。',
		source: 'RTE 1.2 3.3.3 (301) / 2004 RTE 3.1.7 (122, 132, 142)'
	},
	ended: {
		text: '終了の後に呼び出しています。この値はどこにも残りません。',
		source: 'RTE 1.2 3.3.2 / 2004 RTE 3.1.7 (123, 133, 143)'
	},
	'empty-argument': {
		text: '開始・保存・終了には空の文字列を1つ渡します。省くと失敗するLMSがあります。',
		source: 'RTE 1.2 3.3.4 / 2004 RTE 3.1.3'
	},
	'text-argument': {
		text: '引数はすべて文字列で、数も決まっています。数値や真偽値を渡すと誤りになるLMSがあります。',
		source: 'RTE 1.2 3.3.4 / 2004 RTE 3.1.4'
	},
	'commit-before-end': {
		text: '終了の直前に保存していません。最後の値が残らないLMSがあります。',
		source: 'RTE 1.2 3.3.4 LMSCommit'
	},
	'commit-at-end': {
		text: '終了そのものが保存です。直前にもう一度保存すると、両方が失敗するLMSがあります。',
		source: '2004 RTE 3.1.3 Terminate / Cornerstone'
	},
	'end-order': {
		text: '終わりの書き込みは、状態、得点、完了、終わり方、時間、移動の順です。順が違うと、得点や時間が数えられないLMSがあります。',
		source: 'RTE 1.2 3.4.4 / Open edX'
	},
	'no-exit': {
		text: '終わり方を書かずに終了しています。続きから始められません。',
		source: 'RTE 1.2 3.4.4 cmi.core.exit / 2004 RTE 4.2.8'
	},
	'exit-suspend': {
		text: '終わり方は常に suspend です。ほかの値では、次に開いたとき状態が空になります。',
		source: 'RTE 1.2 3.4.4 cmi.core.exit / 2004 RTE 4.2.8'
	},
	'no-time': {
		text: '学習時間を書かずに終了しています。この回の時間が数えられません。',
		source: 'RTE 1.2 3.4.4 cmi.core.session_time / 2004 RTE 4.2.21'
	},
	navigation: {
		text: '移動の要求は、終了の直前の suspendAll だけです。ほかの値では、次の教材へ移ったり、LMSの画面が止まったりします。',
		source: '2004 SN 4.4 / Moodle'
	},

	// Elements
	'other-version': {
		text: '別の版のSCORMの要素です。この版のLMSは知りません。',
		source: 'RTE 1.2 3.4.4 / 2004 RTE 4.2'
	},
	'unknown-element': {
		text: 'この版にない要素です。LMSは誤りを返し、値は残りません。',
		source: 'RTE 1.2 3.3.3 (401) / 2004 RTE 3.1.7 (401)'
	},
	'read-only': {
		text: '読むだけの要素に書いています。',
		source: 'RTE 1.2 3.3.3 (403) / 2004 RTE 3.1.7 (404)'
	},
	'write-only': {
		text: '書くだけの要素を読んでいます。',
		source: 'RTE 1.2 3.3.3 (404) / 2004 RTE 3.1.7 (405)'
	},
	keyword: {
		text: '_count と _children には書けません。',
		source: 'RTE 1.2 3.3.3 (402) / 2004 RTE 3.1.7 (404)'
	},
	gap: {
		text: '番号が飛んでいます。並びは0から1つずつ増やします。飛んだ番号は受け付けられません。',
		source: 'RTE 1.2 3.4.2 / 2004 RTE 3.1.7 (351)'
	},
	'id-first': {
		text: '識別子より先にほかの値を書いています。2004では依存関係の誤り（408）になります。',
		source: 'RTE 1.2 3.4.4 cmi.interactions / 2004 RTE 4.2.9'
	},
	'id-changed': {
		text: '一度書いた識別子か種類を変えています。変更は受け付けられず、前の答えと混ざります。',
		source: '2004 RTE 4.2.9, 4.2.17'
	},
	'interaction-order': {
		text: '解答の値は、識別子、種類、時刻、正答、配点、解答、正誤、所要時間の順に書きます。',
		source: 'RTE 1.2 3.4.4 cmi.interactions / 2004 RTE 4.2.9'
	},
	'too-many': {
		text: '数がLMSに求められる最大を超えています。超えた分が捨てられるLMSがあります。',
		source: '2004 RTE 4.2.9 (250), 4.2.17 (100)'
	},

	// Values
	length: {
		text: '文字数が上限を超えています。切り詰められたり、拒まれたりして、続きが失われます。',
		source: 'RTE 1.2 3.4.5 CMIString255, CMIString4096 / 2004 RTE 4.2'
	},
	ascii: {
		text: 'ASCIIでない文字があります。1.2の値はASCIIだけです。文字化けすると読み戻せません。',
		source: 'RTE 1.2 3.4.5 CMIString'
	},
	'line-break': {
		text: '改行や制御文字があります。多くのLMSが値ごと拒みます。',
		source: 'Moodle / scorm-again (405, 406)'
	},
	word: {
		text: '決められた語ではありません。LMSはこの値を拒みます。',
		source: 'RTE 1.2 3.4.5 CMIVocabulary / 2004 RTE 4.1.1'
	},
	number: {
		text: '数の書き方か範囲が違います。得点は0から100、scaled は−1から1、進み具合は0から1です。',
		source: 'RTE 1.2 3.4.4 cmi.core.score / 2004 RTE 4.2.20'
	},
	'score-limits': {
		text: '得点には最小0と最大100、2004では scaled も要ります。欠けると成績が付かないLMSがあります。',
		source: 'RTE 1.2 3.4.4 cmi.core.score / D2L, Moodle'
	},
	duration: {
		text: '時間の長さの書き方が違います。1.2は HHHH:MM:SS、2004は PT1H2M3S です。',
		source: 'RTE 1.2 3.4.5 CMITimespan / 2004 RTE 4.1.1.7'
	},
	time: {
		text: '時刻の書き方が違います。1.2は HH:MM:SS、2004は小数の秒が2桁までで、標準時は小数の後だけです。',
		source: 'RTE 1.2 3.4.5 CMITime / 2004 RTE 4.1.1.7'
	},
	identifier: {
		text: '識別子は英数字と _ . - だけです。空白や日本語は拒まれます。',
		source: 'RTE 1.2 3.4.5 CMIIdentifier / 2004 RTE 4.1.1.2'
	},
	'answer-format': {
		text: '解答の書き方が種類に合いません。選択肢は1.2では1文字、2004では英数字と _ . だけです。',
		source: 'RTE 1.2 3.4.5 CMIFeedback / 2004 RTE 4.2.9 / Moodle'
	},

	// What a learner's record needs
	review: {
		text: '見直しでは何も書きません。書くと、すでに出た成績が変わるLMSがあります。',
		source: 'RTE 1.2 3.4.4 cmi.core.lesson_mode / Moodle'
	},
	'no-credit': {
		text: '試し見や成績に数えない学習では、完了・得点・解答を書きません。',
		source: 'RTE 1.2 3.4.4 cmi.core.credit / 2004 RTE 4.2.5'
	},
	'status-down': {
		text: '一度伝えた完了や合格を取り下げています。修了が取り消されます。',
		source: 'RTE 1.2 3.4.4 cmi.core.lesson_status'
	},
	'score-down': {
		text: '前より低い得点を書いています。よい結果が失われます。',
		source: 'RTE 1.2 3.4.4 cmi.core.score.raw'
	},
	'score-first': {
		text: '完了の後に得点を書いています。完了が届いたときの得点で成績を付けるLMSがあります。',
		source: 'Open edX / RTE 1.2 3.4.4 cmi.core.lesson_status'
	},
	'opening-result': {
		text: '開いただけで完了か合格を書いています。学ばずに修了になります。',
		source: 'RTE 1.2 3.4.4 cmi.core.lesson_status'
	},
	unchanged: {
		text: '前と同じ値をまた書いています。呼び出しが多いと、解答のたびに待たせるLMSがあります。',
		source: 'ILIAS'
	}
} satisfies Record<string, RuleText>;

export type RuleCode = keyof typeof rules;
export const RULES: Record<RuleCode, RuleText> = rules;
