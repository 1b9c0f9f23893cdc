/** A page a teacher could write by hand: the course's text and questions as plain HTML with one listener, nothing else. */
import type { Course, Flow, Inline } from '#course/schema.ts';
import { partsOf, type Question } from '#questions/registry.ts';

/** The whole page; its first control works when `html[data-ready]` is set. Reasons are carried, but hidden until asked for. */
export function barePage(course: Course<Question>): string {
	const units = course.units.map((unit) => {
		const pages = unit.pages.map((page) => {
			const blocks = page.blocks.map((block) => ('body' in block ? block.body.map(flow).join('') : ''));
			return `<h3>${safe(page.title)}</h3>${blocks.join('')}`;
		});
		const head = `<h2>${safe(unit.title)}</h2><p>${safe(unit.summary)}</p>`;
		return `${head}${pages.join('')}${unit.questions.map(asked).join('')}`;
	});
	return `<!doctype html><html lang="ja"><meta charset="utf-8"><title>${safe(course.title)}</title>
<style>body{max-width:40em;margin:auto;font-family:sans-serif;line-height:1.8}</style>
<h1>${safe(course.title)}</h1><p>${safe(course.lead)}</p>${units.join('')}
<script>
document.addEventListener('change', (event) => {
	event.target.parentElement.nextElementSibling.hidden = !event.target.checked;
});
document.documentElement.dataset.ready = '';
</script></html>`;
}

function asked(question: Question): string {
	const type = question.type === 'single' ? 'radio' : 'checkbox';
	const options = partsOf(question).map(({ id, text, reason }) => {
		const why = `<span hidden>${safe(reason)}</span>`;
		// A card in a wrong column is no option of its own here.
		return id.includes('>')
			? why
			: `<p><label><input type="${type}" name="${question.id}">${safe(text)}</label>${why}</p>`;
	});
	return `<fieldset><legend>${safe(question.scene ?? '')}${safe(question.stem)}</legend>${options.join('')}</fieldset>`;
}

function flow(part: Flow): string {
	if (part.t === 'p') return `<p>${part.c.map(inline).join('')}</p>`;
	return `<${part.t}>${part.items.map((item) => `<li>${item.map(inline).join('')}</li>`).join('')}</${part.t}>`;
}

function inline(part: Inline): string {
	if (part.t === 'break') return '<br>';
	if (part.t === 'text') return safe(part.v);
	if (part.t === 'ruby') return `<ruby>${safe(part.v)}<rt>${safe(part.yomi)}</rt></ruby>`;
	return `<b>${part.c.map(inline).join('')}</b>`;
}

function safe(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
