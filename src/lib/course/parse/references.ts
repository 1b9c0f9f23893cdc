/** Checks, in the raw values of the YAML files, that everything named exists and that pieces join to their text. */
import { problem, type Problem } from '../problem.ts';
import type { Kind, Register, Where } from './register.ts';
import type { Path, YamlFile } from './yaml.ts';

export const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

export const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** Field names that name something, in every file; and those that do in one file only. */
const NAMING: Partial<Record<string, Kind>> = {
	cite: 'passage',
	asks: 'passage',
	unasked: 'passage',
	domain: 'domain',
	columns: 'domain'
};
const NAMING_IN: Partial<Record<Where, Partial<Record<string, Kind>>>> = {
	course: { needs: 'unit', unit: 'unit' },
	map: { first: 'domain', last: 'domain' },
	questions: { page: 'page' },
	boards: { entry: 'entry', unit: 'unit', cards_of: 'board' },
	rule: { switch: 'switch', go: 'step', first: 'step', forms: 'row' },
	cases: { unit: 'unit', page: 'page', after: 'case', turn: 'switch' },
	casework: { unit: 'unit', page: 'page', entry: 'entry' },
	pretest: { unit: 'unit' },
	revisions: { page: 'page', question: 'question' }
};
/** Fields whose keys name something. */
const KEYS_IN: Partial<Record<Where, Partial<Record<string, Kind>>>> = {
	map: { instead: 'domain' },
	rule: { ignores: 'switch' },
	cases: { set: 'switch', words: 'switch', reads: 'switch', cells: 'domain' }
};
/** Fields whose keys are an author's own names, which may be like those of fields: nothing in them is looked at. */
const OWN_NAMES = ['set', 'words', 'reads', 'if'];

/** Rules: `unknown-*`, `breaks-differ`, `duplicate-part`. Fields of a wrong type are the schema's affair. */
export function checkReferences(where: Where, yaml: YamlFile, register: Register, problems: Problem[]): void {
	walk(yaml.value, [], (record, path) => {
		for (const [key, value] of Object.entries(record)) {
			const kind = NAMING[key] ?? NAMING_IN[where]?.[key];
			if (kind) {
				for (const [id, inner] of strings(value, [...path, key])) {
					if (kind !== 'passage' || /^[A-Z]-\d{2,3}$/u.test(id)) register.need(kind, id, yaml.at(inner));
				}
			}
			if (Array.isArray(value)) distinct(value, [...path, key], yaml, problems);
		}
		for (const [field, kind] of Object.entries(KEYS_IN[where] ?? {})) {
			const named = record[field];
			if (!isRecord(named) || !kind) continue;
			for (const key of Object.keys(named)) register.need(kind, key, yaml.at([...path, field, key]));
		}
		joined(record, path, yaml, problems);
	});
}

function* strings(value: unknown, path: Path): Generator<[string, Path]> {
	if (typeof value === 'string') yield [value, path];
	for (const [index, item] of list(value).entries())
		if (typeof item === 'string') yield [item, [...path, index]];
}

function joined(record: Record<string, unknown>, path: Path, yaml: YamlFile, problems: Problem[]): void {
	if (typeof record.text !== 'string' || !Array.isArray(record.breaks)) return;
	const text = record.text.trim();
	if (record.breaks.join('') === text) return;
	problems.push(
		problem(
			'breaks-differ',
			yaml.at([...path, 'breaks']),
			`breaks をつないでも「${text}」になりません。切れ目だけを入れてください。`
		)
	);
}

/** Options, cards, pairs and items have ids of their own within their question or board. */
function distinct(items: unknown[], path: Path, yaml: YamlFile, problems: Problem[]): void {
	if (path.length < 2) return;
	const seen = new Set<string>();
	for (const [index, item] of items.entries()) {
		if (
			!isRecord(item) ||
			typeof item.id !== 'string' ||
			['units', 'domains', 'entries', 'rows', 'spans'].includes(String(path.at(-1)))
		)
			continue;
		if (seen.has(item.id)) {
			problems.push(
				problem(
					'duplicate-part',
					yaml.at([...path, index, 'id']),
					`「${item.id}」が2回あります。この問題の中で別の id にしてください。`
				)
			);
		}
		seen.add(item.id);
	}
}

function walk(
	value: unknown,
	path: Path,
	visit: (record: Record<string, unknown>, path: Path) => void
): void {
	if (isRecord(value)) visit(value, path);
	const parts = isRecord(value) ? Object.entries(value) : [...list(value).entries()];
	for (const [key, inner] of parts) if (!OWN_NAMES.includes(String(key))) walk(inner, [...path, key], visit);
}

/** `unit-cycle`: a unit that needs itself through others could never be begun. */
export function checkCycles(yaml: YamlFile, problems: Problem[]): void {
	const units = list(isRecord(yaml.value) ? yaml.value.units : undefined).map((u) => (isRecord(u) ? u : {}));
	const needs = new Map(units.map((u) => [String(u.id), list(u.needs).map(String)]));
	const state = new Map<string, 'open' | 'done'>();
	const visit = (id: string, trail: string[]): void => {
		if (state.get(id) === 'done') return;
		if (state.get(id) === 'open') {
			const ring = [...trail.slice(trail.indexOf(id)), id].join(' → ');
			const at = units.findIndex((u) => u.id === trail.at(-1));
			problems.push(
				problem(
					'unit-cycle',
					yaml.at(['units', at, 'needs']),
					`章の順序が輪になっています（${ring}）。needs を1つ外してください。`
				)
			);
			return;
		}
		state.set(id, 'open');
		for (const next of needs.get(id) ?? []) visit(next, [...trail, id]);
		state.set(id, 'done');
	};
	for (const id of needs.keys()) visit(id, []);
}
