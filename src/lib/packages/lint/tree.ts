/** An XML document as the rules look at it: elements with their namespaces, and the line each stands on. */
import { parseXml, XmlError, type XmlElement } from '@rgrove/parse-xml';
import { err, ok, type Result } from '#record/result.ts';

export type Attribute = { prefix: string; local: string; uri: string; value: string };
export type Element = {
	prefix: string;
	local: string;
	/** Namespace; empty for none. */
	uri: string;
	attributes: Attribute[];
	children: Element[];
	/** Its text without the text of its children, trimmed. */
	text: string;
	/** From 1. */
	line: number;
	parent: Element | undefined;
};
export type Document = { root: Element; hasDoctype: boolean };

const XML = 'http://www.w3.org/XML/1998/namespace';
type Scope = Record<string, string>;

/** Reads a document; an error says in English what is not well formed, and on which line. */
export function readXml(text: string): Result<Document, { message: string; line: number }> {
	try {
		const document = parseXml(text, { includeOffsets: true, preserveDocumentType: true });
		if (!document.root) return err({ message: 'no root element', line: 1 });
		const root = element(document.root, { xml: XML }, lines(text), undefined);
		return ok({ root, hasDoctype: document.children.some((node) => node.type === 'doctype') });
	} catch (thrown) {
		if (!(thrown instanceof XmlError)) throw thrown;
		return err({ message: thrown.message.split('\n')[0] ?? '', line: thrown.line });
	}
}

/** Where each line begins. */
function lines(text: string): number[] {
	return [0, ...[...text.matchAll(/\n/gu)].map((match) => match.index + 1)];
}

function element(node: XmlElement, outer: Scope, starts: number[], parent: Element | undefined): Element {
	const scope = { ...outer };
	for (const [name, value] of Object.entries(node.attributes)) {
		if (name === 'xmlns') scope[''] = value;
		else if (name.startsWith('xmlns:')) scope[name.slice(6)] = value;
	}
	const made: Element = {
		...named(node.name, scope, true),
		attributes: Object.entries(node.attributes)
			.filter(([name]) => name !== 'xmlns' && !name.startsWith('xmlns:'))
			.map(([name, value]) => ({ ...named(name, scope, false), value })),
		children: [],
		text: node.children
			.flatMap((child) =>
				child.type === 'text' || child.type === 'cdata' ? [String(child.toJSON().text)] : []
			)
			.join('')
			.trim(),
		line: starts.findLastIndex((start) => start <= node.start) + 1,
		parent
	};
	made.children = node.children.flatMap((child) =>
		child.type === 'element' ? [element(child as XmlElement, scope, starts, made)] : []
	);
	return made;
}

/** An attribute without a prefix is in no namespace. */
function named(name: string, scope: Scope, isElement: boolean) {
	const at = name.indexOf(':');
	const prefix = at < 0 ? '' : name.slice(0, at);
	const uri = prefix === '' && !isElement ? '' : (scope[prefix] ?? '');
	return { prefix, local: name.slice(at + 1), uri };
}

/** The element and all below it, in the document's order. */
export function* walk(from: Element): Generator<Element> {
	yield from;
	for (const child of from.children) yield* walk(child);
}

/** All elements of a name at or below an element. */
export function all(from: Element, local: string): Element[] {
	return [...walk(from)].filter((one) => one.local === local);
}

/** Children of a name. */
export function children(of: Element | undefined, local: string): Element[] {
	return of?.children.filter((one) => one.local === local) ?? [];
}

/** The value of an attribute by its name without prefix. */
export function attribute(of: Element, local: string): string | undefined {
	return of.attributes.find((one) => one.local === local)?.value;
}
