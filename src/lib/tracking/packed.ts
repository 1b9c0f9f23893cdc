/**
 * The text of a state: `mb`, a character for the format's version, six for the checksum over all the rest, and then bits: which
 * course, which layout, which revision, and what is kept.
 */
import { hash } from '#course/random.ts';
import type { StateErrorCode } from '#record/lms.ts';
import { err, ok, type Result } from '#record/result.ts';
import { BitReader, BitWriter, charactersFor } from './bits.ts';
import type { Codec } from './codec.ts';
import { fields, whole } from './codec.ts';
import { fingerprintOf, type Layout } from './layout.ts';
import { REVISIONS, stateCodec, VERSIONS, type State, type Version } from './state.ts';

const NAME = 'mb';
const VERSION: Version = 'B';
const SUM = 32;
const SUM_LENGTH = charactersFor(SUM);
const HEAD_LENGTH = NAME.length + VERSION.length + SUM_LENGTH;

type Head = { course: number; layout: number; revision: number };
const head = fields<Head>({ course: whole(2 ** 32), layout: whole(2 ** 32), revision: whole(REVISIONS) });

/** Where bits stand under one layout, in one version. */
export type Format = { version: Version; layout: Layout; fingerprint: number; codec: Codec<State> };

export function formatOf(layout: Layout, version: Version = VERSION): Format {
	return { version, layout, fingerprint: fingerprintOf(layout), codec: stateCodec(layout, version) };
}

/** Every format that a state under this layout may have been written in. */
export function formatsOf(layout: Layout): Format[] {
	return VERSIONS.map((version) => formatOf(layout, version));
}

/** Longest text of a state under this format, in characters: what a record that fills everything really takes. */
export function longest({ codec }: Format): number {
	return HEAD_LENGTH + charactersFor(head.max + codec.max);
}

export function writeState(
	{ version, layout, fingerprint, codec }: Format,
	revision: number,
	state: State
): string {
	const out = new BitWriter();
	head.write(out, {
		course: hash(layout.course),
		layout: fingerprint,
		revision: Math.min(revision, REVISIONS - 1)
	});
	codec.write(out, state);
	const body = out.toString();
	return `${NAME}${version}${sumOf(version, body)}${body}`;
}

/**
 * Reads a state whatever the text. @param formats every layout that may have been written under
 * @param revision of the course that reads
 */
export function readState(
	text: string,
	course: string,
	revision: number,
	formats: readonly Format[]
): Result<{ state: State; format: Format }, StateErrorCode> {
	if (!text.startsWith(NAME)) return err(text !== '' && NAME.startsWith(text) ? 'damaged' : 'foreign');
	const version = text.slice(NAME.length, NAME.length + 1);
	if (version > VERSION) return err('newer');
	const body = text.slice(HEAD_LENGTH);
	if (!isVersion(version) || text.slice(NAME.length + 1, HEAD_LENGTH) !== sumOf(version, body))
		return err('damaged');
	try {
		const from = new BitReader(body);
		const told = head.read(from);
		if (told.course !== hash(course)) return err('foreign');
		const format = formats.find((one) => one.version === version && one.fingerprint === told.layout);
		if (!format) return err(told.revision > revision ? 'newer' : 'foreign');
		return ok({ state: format.codec.read(from), format });
	} catch (thrown) {
		// Bits that nobody wrote under a checksum that fits: by chance, or by hand.
		if (thrown instanceof RangeError) return err('damaged');
		throw thrown;
	}
}

function isVersion(text: string): text is Version {
	return VERSIONS.some((version) => version === text);
}

function sumOf(version: Version, body: string): string {
	const out = new BitWriter();
	out.write(hash(NAME + version + body), SUM);
	return out.toString();
}
