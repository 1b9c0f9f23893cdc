import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { cruise, type IReporterOutput } from 'dependency-cruiser';
import { ESLint } from 'eslint';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import config from '../../.dependency-cruiser.js';
import { IMPURE, rooms, type Room } from '../../rooms.js';

const table = Object.entries(rooms) as [string, Room][];
const eslint = new ESLint({ cwd: process.cwd() });

/** A room that `name` may not enter. */
function shut(name: string): Room {
	const found = table.find(
		([other, room]) => other !== name && !room.folder.includes(name) && !allowed(name).includes(other)
	);
	if (!found) throw new Error(`${name} may enter every room`);
	return found[1];
}
const allowed = (name: string) => [...(rooms[name]?.rooms ?? []), ...(rooms[name]?.views ?? [])];

async function lint(filePath: string, code: string) {
	const [result] = await eslint.lintText(code, { filePath });
	return (result?.messages ?? []).map((m) => `${m.ruleId}: ${m.message}`);
}

describe('ESLint', () => {
	test.each(table)('reports one error when %s enters a room that is shut to it', async (name, room) => {
		const path = `${relative(room.folder, shut(name).folder).replaceAll('\\', '/')}/x.ts`;
		const messages = await lint(
			`${room.folder}/planted.ts`,
			`import { x } from '${path}';\nexport const y = x;\n`
		);
		expect(messages).toEqual([expect.stringContaining(room.why)]);
	});

	test.each(table.filter(([name]) => name !== 'routes'))(
		'reports one error when %s uses a # import of a shut room',
		async (name, room) => {
			const other = table.find(([, r]) => r === shut(name))?.[0] ?? '';
			const messages = await lint(
				`${room.folder}/planted.ts`,
				`import { x } from '#${other}/x.ts';\nexport const y = x;\n`
			);
			expect(messages).toEqual([expect.stringContaining(room.why)]);
		}
	);

	test.each(table)('reports one error when %s uses a package that is not on its list', async (_, room) => {
		const messages = await lint(
			`${room.folder}/planted.ts`,
			`import { x } from 'left-pad';\nexport const y = x;\n`
		);
		expect(messages).toEqual([expect.stringContaining(room.why)]);
	});

	test.each(table)('lets %s import what it may', async (_, room) => {
		const lines = [...room.rooms.map((r) => `#${r}/x.ts`), ...room.packages, './x.ts'].map(
			(path, i) => `import { x as x${i} } from '${path}';\nexport const y${i} = x${i};\n`
		);
		expect(await lint(`${room.folder}/planted.ts`, lines.join(''))).toEqual([]);
	});

	test.each(table.filter(([, room]) => room.core))(
		'reports the clock, the DOM and chance in %s',
		async (_, room) => {
			for (const name of IMPURE) {
				expect(await lint(`${room.folder}/planted.ts`, `export const y = ${name};\n`), name).toHaveLength(1);
			}
			expect(await lint(`${room.folder}/planted.ts`, 'export const y = Math.random();\n')).toHaveLength(1);
		}
	);
});

describe('dependency-cruiser', () => {
	let house: string;
	beforeAll(() => {
		house = mkdtempSync(join(tmpdir(), 'rooms-'));
		writeFileSync(join(house, 'package.json'), '{"type":"module"}');
		for (const [, room] of table) {
			mkdirSync(join(house, room.folder), { recursive: true });
			writeFileSync(join(house, room.folder, 'x.ts'), 'export const x = 1;\n');
		}
	});
	afterAll(() => rmSync(house, { recursive: true }));

	async function violations(file: string, imported: string) {
		const path = relative(dirname(file), imported).replaceAll('\\', '/');
		writeFileSync(
			join(house, file),
			`import { x } from '${path.startsWith('.') ? path : `./${path}`}';\nexport const y = x;\n`
		);
		const { output } = await cruise(['src'], {
			...config.options,
			baseDir: house,
			validate: true,
			ruleSet: { forbidden: config.forbidden ?? [] }
		});
		rmSync(join(house, file));
		return (output as Exclude<IReporterOutput['output'], string>).summary.violations.map((v) => v.rule.name);
	}

	test.each(table)('reports one error when %s enters a room that is shut to it', async (name, room) => {
		expect(await violations(`${room.folder}/planted.ts`, `${shut(name).folder}/x.ts`)).toEqual([
			`${name}-rooms`
		]);
	});

	test.each(table.filter(([, room]) => room.rooms.length))(
		'lets %s enter the rooms it may',
		async (_, room) => {
			const other = rooms[room.rooms[0] ?? ''];
			expect(await violations(`${room.folder}/planted.ts`, `${other?.folder}/x.ts`)).toEqual([]);
		}
	);
});

test('every folder of src/lib is a room', () => {
	const folders = readdirSync('src/lib', { withFileTypes: true })
		.filter((e) => e.isDirectory())
		.map((e) => `src/lib/${e.name}`);
	expect(table.map(([, room]) => room.folder)).toEqual(expect.arrayContaining(folders));
});
