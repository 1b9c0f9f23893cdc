/** A package of the next revision takes the place of the one before: an LMS must know it for the same, or it drops what it holds. */
import { expect, test } from 'vitest';
import type { CourseParts } from '#packages/kit.ts';
import { TARGETS, type Target } from '#record/payload.ts';
import { manifest, packed, shipped, text } from './orders.ts';

/** The shipped course as its first revision was, as far as a package can tell. */
function first({ index, units, reference }: CourseParts): CourseParts {
	const { revisions = [], earlier: _none, ...head } = index;
	const added = new Set(
		index.units.flatMap((unit) => unit.pages.flatMap(({ id, since }) => (since ? [id] : [])))
	);
	expect(added.size).toBeGreaterThan(0);
	expect(revisions.length).toBe(index.revision - 1);
	return {
		index: {
			...head,
			revision: 1,
			title: `${index.title}（旧）`,
			units: index.units.map((unit) => ({ ...unit, pages: unit.pages.filter(({ id }) => !added.has(id)) }))
		},
		units: units.map((unit) => ({ ...unit, pages: unit.pages.filter(({ id }) => !added.has(id)) })),
		reference
	};
}

/** All by which an LMS knows what it has: every identifier with its place, what refers to it, and what is launched. */
function identity(xml: string): string[] {
	return [...xml.matchAll(/<(\w+(?::\w+)?)\b([^>]*)>/gu)].flatMap(([, element = '', attributes = '']) =>
		[...attributes.matchAll(/\b(identifier|identifierref|default|href)="([^"]+)"/gu)].map(
			([, name = '', value = '']) => `${element} ${name}=${value}`
		)
	);
}

test.each(TARGETS)(
	'%s: manifest, organization, item, resource and SCO are known by the same names',
	(target: Target) => {
		const before = packed(target, { course: first(shipped) });
		const after = packed(target, { course: shipped });
		expect(text(before, 'index.html')).not.toBe(text(after, 'index.html'));
		const names = identity(manifest(after));
		expect(names).toEqual(identity(manifest(before)));
		for (const element of ['manifest', 'organization', 'item', 'resource'])
			expect(
				names.filter((name) => name.startsWith(`${element} identifier=`)).length,
				element
			).toBeGreaterThan(0);
		expect(names).toContain('resource href=index.html');
	}
);

test('the new package carries what is needed to read states of the one before', () => {
	const [, json = ''] =
		/<script[^>]*id="payload"[^>]*>([^<]+)</u.exec(
			text(packed('scorm12', { course: shipped }), 'index.html')
		) ?? [];
	const { course } = JSON.parse(json) as { course: CourseParts };
	expect(course.index.earlier).toEqual(shipped.index.earlier);
	expect(course.index.earlier?.length).toBe(shipped.index.revision - 1);
});
