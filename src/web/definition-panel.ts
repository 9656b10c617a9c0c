// SPDX-License-Identifier: EUPL-1.2
import {
  html,
  type Inline,
  inlineHtml,
  type Markup,
  markdownBlocks,
  type TextBlock,
} from '../markup/index.ts';
import type { Site } from './dashboard-source.ts';
import { naarPagina, paden } from './paden.ts';

/** What an indicator means: folded, and open in print. */
export function definitionPanel(site: Site, id: string, pad: string): Markup | undefined {
  const indicator = site.indicatoren.find((candidate) => candidate.id === id);
  if (!indicator) return undefined;
  const { woord } = site;
  return html`<details class="definitie"><summary>${woord.indicator.definitie}</summary>
<div>${definitionBody(site, id, pad)}
<p><a href="${naarPagina(pad, paden.methode)}#${id}">${woord.figuur.methode}</a></p></div></details>`;
}

/** The definition itself: what is counted, of whom, numerator and denominator, explanation, origin and version. */
export function definitionBody(site: Site, id: string, pad: string): Markup | undefined {
  const definitie = site.indicatoren.find((candidate) => candidate.id === id)?.definitie;
  if (!definitie) return undefined;
  const { woord, taal } = site;
  const { figuur } = woord;
  const many = definitie.varianten.length > 1;
  const differs = definitie.varianten.some(({ status }) => status !== undefined);
  const terms: (readonly [string, string])[] = [
    [figuur.telt, definitie.telt[taal]],
    [figuur.populatie, definitie.populatie[taal]],
    ...(many
      ? definitie.varianten.map(
          ({ naam, teller, noemer, status = definitie.status }) =>
            [
              naam[taal],
              `${[teller[taal], ...(noemer ? [noemer[taal]] : [])].join(' / ')}${differs ? ` (${woord.indicator[status]})` : ''}`,
            ] as const,
        )
      : definitie.varianten[0]?.noemer
        ? [
            [figuur.teller, definitie.varianten[0].teller[taal]] as const,
            [figuur.noemer, definitie.varianten[0].noemer[taal]] as const,
          ]
        : []),
    [
      figuur.herkomst,
      [
        ...(differs ? [] : [woord.indicator[definitie.status]]),
        ...definitie.bronnen.map(({ tekst }) => tekst),
      ].join('; '),
    ],
  ];
  return html`<dl class="termen">${terms.map(([term, text]) => html`<div><dt>${term}</dt><dd>${text}</dd></div>`)}</dl>
${textHtml(markdownBlocks(definitie.toelichting[taal]).map((block) => withinSite(site, pad, block)))}
<p class="versie">${figuur.versie(id, definitie.versie)}</p>`;
}

/** An explanation points to that of another indicator by its file, `duur.nl.md`; here that is the page of the indicator, or only its words. */
function withinSite(site: Site, pad: string, block: TextBlock): TextBlock {
  const own = (inline: Inline): Inline => {
    if (typeof inline === 'string' || inline.kind !== 'link') return inline;
    const id = /^([\w-]+)\.(?:nl|en)\.md$/.exec(inline.href)?.[1];
    if (id === undefined) return inline;
    const known = site.indicatoren.some((indicator) => indicator.id === id);
    return known
      ? { ...inline, href: naarPagina(pad, paden.indicator(id)) }
      : { kind: 'em', children: inline.children };
  };
  switch (block.kind) {
    case 'subheading':
      return block;
    case 'paragraph':
      return { ...block, children: block.children.map(own) };
    case 'list':
      return { ...block, items: block.items.map((item) => item.map(own)) };
  }
}

/** Paragraphs and lists; a heading inside a panel is a bold line, no part of the page's outline. */
export function textHtml(blocks: readonly TextBlock[]): Markup {
  return html`${blocks.map(blockHtml)}`;
}

function blockHtml(block: TextBlock): Markup {
  switch (block.kind) {
    case 'subheading':
      return html`<p><strong>${block.text}</strong></p>`;
    case 'paragraph':
      return html`<p>${inlineHtml(block.children)}</p>`;
    case 'list':
      return html`<ul>${block.items.map((item) => html`<li>${inlineHtml(item)}</li>`)}</ul>`;
  }
}
