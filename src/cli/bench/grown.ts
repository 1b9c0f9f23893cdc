/** A course of any size, made up sentence by sentence, that passes the same check as a written one: for growth only. */

export type Size = { units: number; pagesPerUnit: number; questionsPerUnit: number };

/** 200 lessons and 2,000 questions. */
export const LARGE: Size = { units: 20, pagesPerUnit: 10, questionsPerUnit: 100 };

const OPTIONS = ['a', 'b', 'c', 'd'];
/** Every so many questions of a unit are kept for the final test. */
const FINAL = 2;

/** The course's files by path. JSON is YAML too. */
export function grownCourse({ units, pagesPerUnit, questionsPerUnit }: Size): Map<string, string> {
	const files = new Map<string, string>();
	const numbers = (count: number) => Array.from({ length: count }, (_, i) => i + 1);
	const put = (path: string, value: unknown) => files.set(path, JSON.stringify(value, null, '\t'));
	const passage = (n: number) => `D-${String(n).padStart(2, '0')}`;
	const all = numbers(units * pagesPerUnit);

	put('course.yaml', {
		id: 'grown',
		revision: 1,
		title: '大きな課程',
		lead: '速さをはかるために作った課程です。中身に意味はありません。',
		source: { title: '大きな手引き', kind: '手引き', issued: '令和6年3月', owner: '架空の課' },
		serves: { text: '速さをはかるため', cite: [passage(1)] },
		disclaimer: 'この課程は、速さをはかるためだけのものです。',
		units: [
			...numbers(units).map((u) => ({
				id: `u${u}`,
				folder: unitFolder(u),
				title: `第${u}の話`,
				summary: `手順${(u - 1) * pagesPerUnit + 1}から${u * pagesPerUnit}まで`,
				goal: `第${u}の話の手順を言える`,
				minutes: 10
			})),
			{ id: 'u_test', title: '最終テスト', summary: '20問', goal: '学んだことを確かめる', minutes: 10 }
		],
		test: { unit: 'u_test', draw: 20, pass: 0.8 }
	});
	put('map.yaml', {
		title: '手順の図',
		column: '列',
		caption: 'この課程の図です。',
		legend: '左が先、右が後です',
		start: '先',
		end: '後',
		domains: numbers(6).map((n) => ({
			id: `c${n}`,
			name: `第${n}列`,
			definition: `第${n}列に置く手順です`,
			short: `第${n}列`,
			share: 100 - (n - 1) * 20,
			cite: [passage(n)]
		})),
		rows: [
			{
				id: 'steps',
				name: '手順',
				entries: numbers(20).map((n) => ({
					id: `e${n}`,
					text: `作業${n}`,
					domain: `c${((n - 1) % 6) + 1}`,
					cite: [passage(n)]
				}))
			}
		]
	});
	files.set('source.txt', all.map(printed).join('\n'));
	put(
		'passages.yaml',
		all.map((n) => ({
			id: passage(n),
			section: `第${n}節`,
			printed: printed(n),
			statement: printed(n),
			keys: [`手順${n}の`]
		}))
	);
	put(
		'glossary.yaml',
		numbers(Math.min(50, all.length)).map((n) => ({
			id: `g${n}`,
			term: `用語${n}`,
			gloss: `${n}番めの用語の説明です`,
			cite: [passage(n)]
		}))
	);
	put('cases/boards.yaml', []);

	for (const u of numbers(units)) {
		const first = (u - 1) * pagesPerUnit;
		const pages = numbers(pagesPerUnit).map((p) => lesson(u, p, first + p, passage(first + p)));
		files.set(`lessons/${unitFolder(u)}/lesson.md`, pages.join('\n'));
		const questions = numbers(questionsPerUnit).map((q) => {
			const p = ((q - 1) % pagesPerUnit) + 1;
			return question(u, q, p, first + p, passage(first + p), q > pagesPerUnit && q % FINAL === 0);
		});
		put(`questions/${unitFolder(u)}.yaml`, questions);
	}
	return files;
}

function unitFolder(u: number): string {
	return `${String(u).padStart(2, '0')}-unit`;
}

function printed(n: number): string {
	return `手順${n}のあとには、担当者が書類の写しを取り、日付を入れて棚に戻します。`;
}

/** Three blocks and a question, about as long as a written page. */
function lesson(u: number, p: number, n: number, cite: string): string {
	const block = (kind: string, name: string, text: string) =>
		`:::${kind}{#u${u}_p${p}_${name} cite="${cite}"}\n${text}\n:::\n`;
	const text = `手順${n}のときは、窓口で受け取った書類を先に確かめます。書類に足りないところがあれば、その場で相手に伝えます。足りていれば、写しを取って次の人に渡します。`;
	return [
		`::::page{#u${u}_p${p} title="手順${n}の進め方"}\n`,
		block('lead', 'lead', `手順${n}のあとには、写しを取り、棚に戻します。`),
		block('text', 'text', text),
		block('example', 'more', `たとえば、手順${n}のあとに電話が来たら、先に棚へ戻してから出ます。`),
		`::question{#q${u}_${p}}\n`,
		'::::\n'
	].join('\n');
}

/** Four options of the same length; the right one moves by turns. Every fourth question asks for two. */
function question(u: number, q: number, p: number, n: number, cite: string, final: boolean) {
	const id = `q${u}_${q}`;
	const several = q > 10 && q % 4 === 0;
	const rights = several ? [q % 3, (q % 3) + 1] : [(q + (q >> 2)) % OPTIONS.length];
	return {
		id,
		type: several ? 'multiple' : 'single',
		use: final ? 'final' : 'practice',
		asks: [cite],
		stem: `手順${n}のあとに担当者がすることは、どれですか。場面${u}の${q}で考えてください。`,
		options: OPTIONS.map((option, i) => {
			const right = rights.includes(i);
			const reason = right
				? `手順${n}の文のとおりです。場面${id}の${option}では、写しを取って棚に戻すと書かれています。`
				: `急いでいるとそうしたくなりますが、場面${id}の${option}は手順${n}の文にはありません。`;
			return {
				id: option,
				text: `場面${q}の${option}のしかたで書類を扱う`,
				...(right ? { right } : {}),
				reason,
				cite: [cite]
			};
		}),
		takeaway: `手順${n}のあとは、写しを取って棚に戻します。`,
		cite: [cite],
		page: `u${u}_p${p}`
	};
}
