/** The registry of views: forgetting a type is a type error. */
import type { Component } from 'svelte';
import Matching from './matching/View.svelte';
import Multiple from './multiple/View.svelte';
import Ordering from './ordering/View.svelte';
import Placement from './placement/View.svelte';
import type { Question, QuestionOf, QuestionTypeName, ResponseOf } from './registry.ts';
import Single from './single/View.svelte';
import type { ViewProps } from './view.ts';

const byType = {
	single: Single,
	multiple: Multiple,
	matching: Matching,
	ordering: Ordering,
	placement: Placement
} satisfies { [T in QuestionTypeName]: Component<ViewProps<QuestionOf[T], ResponseOf[T]>> };

type Call = Component<ViewProps<Question, unknown>>;
/** A view whose question type the compiler does not know: a method's parameters may be narrower than its type says. */
export type QuestionView = { view(...args: Parameters<Call>): ReturnType<Call> }['view'];

/** Pick by `question.type` and give it that question: the view's own type is then right. */
export const views: { readonly [T in QuestionTypeName]: QuestionView } = byType;
