/** Words about revisions of a course. */
import type { ChangeMeta } from '#course/parts.ts';

const kinds: Record<ChangeMeta['kind'], string> = {
	added: '追加',
	changed: '変更',
	retired: '削除',
	replaced: '差し替え'
};

export const revisions = {
	title: '教材の改定',
	/** @param numbers of the revisions, oldest first */
	news: (numbers: readonly number[]) => `教材が第${numbers.join('版、第')}版に改定されました`,
	of: (revision: number, date: string) => `第${revision}版（${date}）`,
	start: (count: number) => `改定された${count}か所だけ学ぶ`,
	stays: 'これまでの修了、得点、記録は、そのまま残ります。',
	learnt: (revision: number, date: string) => `改定第${revision}版を学びました（${date}）`,
	left: (revision: number, count: number) => `改定第${revision}版は、あと${count}か所です。`,
	none: '学び直す改定はありません。',
	kinds,
	done: '学習済み',
	place: (chapter: number, title: string) => `第${chapter}章「${title}」`,
	step: (n: number, total: number) => `改定された所 ${n}／${total}`,
	why: '改定の理由',
	next: '次の改定へ',
	end: '改定の学習を終える',
	notYet: '問題に答えると、学習済みになります。',
	list: '改定の一覧へ',
	see: '改定を見る'
};
