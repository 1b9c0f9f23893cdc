/** A machine drawn from itself, for docs: never for the screen. */
import type { AnyStateMachine, AnyStateNode, AnyTransitionDefinition } from 'xstate';

/** Text for an arrow; undefined leaves the arrow out. */
export type Label = (transition: AnyTransitionDefinition) => string | undefined;
/** Names of states for people; without one a state is drawn with its key. */
export type Names = ReadonlyMap<string, string>;

/** Mermaid ends a label at a colon or semicolon, and a line at its end. */
const plain = (text: string): string => text.replaceAll(/[:;#"\n]/gu, ' ').trim();
const idOf = (node: AnyStateNode): string => node.path.join('_');

function guardName({ guard }: AnyTransitionDefinition): string | undefined {
	if (typeof guard === 'string') return guard;
	return typeof guard === 'object' && 'type' in guard ? String(guard.type) : undefined;
}
const byEvent: Label = (transition) => {
	const guard = guardName(transition);
	return `${transition.eventType || 'always'}${guard === undefined ? '' : ` [${guard}]`}`;
};

function transitionsOf(node: AnyStateNode): AnyTransitionDefinition[] {
	return [...node.transitions.values(), ...(node.always ? [node.always] : [])].flat();
}

/** A machine as a Mermaid state diagram. An event that every state takes is drawn from the state around them. */
export function mermaid(machine: AnyStateMachine, label: Label = byEvent, names: Names = new Map()): string {
	const lines: string[] = [];
	const children = (node: AnyStateNode): AnyStateNode[] => Object.values(node.states);
	const draw = (node: AnyStateNode, depth: number): void => {
		const tab = '  '.repeat(depth);
		const initial = node.initial.target[0];
		if (initial) lines.push(`${tab}[*] --> ${idOf(initial)}`);
		for (const child of children(node)) {
			const name = names.get(child.key);
			if (children(child).length > 0) {
				lines.push(`${tab}state ${idOf(child)} {`);
				draw(child, depth + 1);
				lines.push(`${tab}}`);
			} else if (name !== undefined) lines.push(`${tab}${idOf(child)}: ${plain(name)}`);
		}
	};
	draw(machine.root, 1);
	const arrows = new Map<string, string[]>();
	const walk = (node: AnyStateNode): void => {
		for (const transition of transitionsOf(node)) {
			const text = label(transition);
			const to = transition.target?.[0] ?? node;
			if (text === undefined || node === machine.root) continue;
			const arrow = `  ${idOf(node)} --> ${idOf(to)}`;
			const texts = arrows.get(arrow) ?? [];
			if (!texts.includes(text)) arrows.set(arrow, [...texts, text]);
		}
		children(node).forEach(walk);
	};
	walk(machine.root);
	for (const [arrow, texts] of arrows) lines.push(`${arrow}: ${plain(texts.join(', '))}`);
	return ['```mermaid', 'stateDiagram-v2', ...lines, '```'].join('\n');
}
