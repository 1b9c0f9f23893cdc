/** Who learns at this computer: names to tell records apart by, no protection. And the port behind which they are kept. */
import * as v from 'valibot';
import type { StoreErrorCode } from './errors.ts';
import type { Result } from './result.ts';

export const NAME_LENGTH = 40;

/** One line: what breaks lines or turns text around would change how a list or a file name reads. */
const line = (value: string) =>
	value
		.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ')
		.replaceAll(/\s+/gu, ' ')
		.trim();
const Line = v.pipe(v.string(), v.transform(line), v.maxLength(NAME_LENGTH));
const Name = v.pipe(Line, v.minLength(1));

const Person = v.object({
	id: v.pipe(v.string(), v.regex(/^[a-z0-9]{1,40}$/)),
	name: Name,
	department: v.optional(Name),
	/** The number an employee has at the office; may begin with zeros. */
	number: v.optional(Name)
});
export type Person = v.InferOutput<typeof Person>;

/** Who learns now: a person, whoever has the record without a name, or somebody who wants no record. */
export type Who = Person | 'unnamed' | 'guest';

/** Who a record belongs to. The unnamed learner has no name; an LMS gives names without the rest. */
export type Learner = { id: string; name?: string; department?: string; number?: string };

/** The person, or undefined when the value is none. */
export function readPerson(value: unknown): Person | undefined {
	const read = v.safeParse(Person, value);
	return read.success ? read.output : undefined;
}

/** What somebody typed, made sound; undefined without a name, or when something is longer than `NAME_LENGTH` characters. */
export function personFrom(
	id: string,
	typed: { name: string; department: string; number: string }
): Person | undefined {
	const given = Object.entries(typed).filter(([, value]) => line(value) !== '');
	return readPerson({ id, ...Object.fromEntries(given) });
}

/** The records of one learner in one course: what goes when it is deleted. */
export type Footprint = { course: string; answers: number };

export interface People {
	/** Everyone with a name, in the order of their names. */
	list(): Promise<Result<Person[], StoreErrorCode>>;
	/** Adds a person, or changes what is known of one. */
	put(person: Person): Promise<Result<void, StoreErrorCode>>;
	/** Courses in which a learner has a record, the unnamed one too. */
	footprint(id: string): Promise<Result<Footprint[], StoreErrorCode>>;
	/** Deletes a learner's records in every course, and then the name. */
	remove(id: string): Promise<Result<void, StoreErrorCode>>;
	/** Deletes every record and every name at this computer. */
	removeAll(): Promise<Result<void, StoreErrorCode>>;
}
