// SPDX-License-Identifier: EUPL-1.2
import type { Inline } from './markdown.ts';
import { html, type Markup } from './markup.ts';

/** Runs of text as markup. */
export function inlineHtml(children: readonly Inline[]): Markup {
  return html`${children.map(oneInline)}`;
}

function oneInline(inline: Inline): Markup {
  if (typeof inline === 'string') return html`${inline}`;
  switch (inline.kind) {
    case 'strong':
      return html`<strong>${inlineHtml(inline.children)}</strong>`;
    case 'em':
      return html`<em>${inlineHtml(inline.children)}</em>`;
    case 'code':
      return html`<code>${inline.text}</code>`;
    case 'link':
      return html`<a href="${inline.href}">${inlineHtml(inline.children)}</a>`;
  }
}
