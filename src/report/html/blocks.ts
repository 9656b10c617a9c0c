// SPDX-License-Identifier: EUPL-1.2
import {
  dataTableHtml,
  finished,
  html,
  inlineHtml,
  type Markup,
  type TableWords,
} from '../../markup/index.ts';
import type { Texts } from '../../text/index.ts';
import type { Block, DataFile, FigureBlock, Provenance, TableBlock } from '../document.ts';

/** Blocks under a heading of `level`; sections inside get the next one, so that no level is skipped. */
export function blocksHtml(blocks: readonly Block[], level: number, text: Texts): Markup {
  return html`${blocks.map((block) => blockHtml(block, level, text))}`;
}

function blockHtml(block: Block, level: number, text: Texts): Markup {
  switch (block.kind) {
    case 'section':
      return html`
<section id="${block.id}" aria-labelledby="${block.id}-kop">
${heading(level + 1, block.title, `${block.id}-kop`, block.number)}
${
  block.lead &&
  html`<p class="lead">${inlineHtml(block.lead)}</p>
`
}${blocksHtml(block.blocks, level + 1, text)}
</section>`;
    case 'subheading':
      return heading(level + 1, block.text);
    case 'paragraph':
      return html`<p>${inlineHtml(block.children)}</p>
`;
    case 'remark':
      return html`<p class="opmerking">${inlineHtml(block.children)}</p>
`;
    case 'list':
      return html`<ul>${block.items.map((item) => html`<li>${inlineHtml(item)}</li>`)}</ul>
`;
    case 'terms':
      return html`<dl class="termen">${block.items.map(({ term, text: meaning }) => html`<div><dt>${term}</dt><dd>${meaning}</dd></div>`)}</dl>
`;
    case 'keyFigures':
      return html`
<section class="kern" aria-labelledby="kern-kop">
${heading(level + 1, block.title, 'kern-kop')}
<dl>${block.items.map((item) => html`<div><dt>${item.label}</dt><dd><strong>${item.value}</strong>${item.earlier !== undefined && html` <span class="vorig">${item.earlier}</span>`}${item.warning !== undefined && html` <span class="let-op">${item.warning}</span>`}</dd></div>`)}</dl>
</section>`;
    case 'table':
      return tableBlock(block, text);
    case 'figure':
      return figureBlock(block, text);
  }
}

function heading(level: number, title: string, id?: string, number?: string): Markup {
  const name = finished(`h${Math.min(level, 6)}`);
  return html`<${name}${id !== undefined && html` id="${id}"`}>${chapterNumber(number)}${title}</${name}>
`;
}

/** Number of a chapter before its title. */
export function chapterNumber(number: string | undefined): Markup | undefined {
  return number === undefined ? undefined : html`<span class="hoofdstuk">${number}</span> `;
}

function tableBlock(block: TableBlock, text: Texts): Markup {
  const caption = html`<span class="vast"><span class="nummer">${block.number}</span> <span class="titel">${block.title}</span> ${unit(block.provenance, text)}</span>`;
  return html`
<div class="blok" id="${block.id}">
${dataTableHtml(block.table, { id: block.id, caption }, tableWords(text))}
${provenanceHtml(block, text)}
</div>`;
}

function figureBlock(block: FigureBlock, text: Texts): Markup {
  const heading = text.tabel.bij(block.number);
  const caption = html`<span class="alleen-hoorbaar">${heading}</span>`;
  return html`
<figure class="blok" id="${block.id}">
<figcaption><span class="nummer">${block.number}</span> <span class="titel">${block.title}</span> ${unit(block.provenance, text)}</figcaption>
<div class="tekening breed">${finished(block.chart.svg)}</div>
<div class="tekening smal">${finished(block.chart.narrowSvg)}</div>
<details class="cijfers"><summary>${heading}</summary>
${dataTableHtml(block.chart.table, { id: block.id, caption }, tableWords(text))}
</details>
${provenanceHtml(block, text)}
</figure>`;
}

function tableWords({ figuur, monitor }: Texts): TableWords {
  return { breuk: figuur.reeksbreuk, noot: monitor.noot };
}

function unit({ unit: name }: Provenance, text: Texts): Markup {
  return html`<span class="eenheid"><span class="alleen-hoorbaar">${text.monitor.eenheid}: </span>${name}</span>`;
}

function provenanceHtml({ id, number, provenance }: TableBlock | FigureBlock, text: Texts): Markup {
  const { notes, source, stamp, files, definitions } = provenance;
  return html`
<div class="herkomst">
${notes.length > 0 && html`<ul class="noten" aria-label="${text.monitor.noten}">${notes.map(({ mark, text: note }) => (mark === undefined ? html`<li>${note}</li>` : html`<li id="${id}-noot-${mark}"><span class="merk">${mark}</span> ${note}</li>`))}</ul>`}
<p class="bron">${text.monitor.bron}: ${source}. ${stamp}.</p>
${files.length > 0 && html`<ul class="bestanden" aria-label="${text.monitor.cijfersBij(number)}">${files.map(fileLinks)}</ul>`}
${definitions.map(({ title, version, blocks }) => html`<details><summary>${title}</summary><div class="definitie">${blocksHtml(withoutHeadings(blocks), 3, text)}<p class="versie">${version}</p></div></details>`)}
</div>`;
}

function fileLinks({ name, csv, ods }: DataFile): Markup {
  const link = (href: string, form: string) =>
    html`<a href="${href}" download><span class="alleen-hoorbaar">${name}, </span>${form}</a>`;
  return html`<li>${name} ${link(csv, 'CSV')} ${link(ods, 'ODS')}</li>`;
}

/** Headings inside a panel become bold paragraphs: a panel is not a part of the page's outline. */
function withoutHeadings(blocks: readonly Block[]): Block[] {
  return blocks.map((block) =>
    block.kind === 'subheading'
      ? { kind: 'paragraph', children: [{ kind: 'strong', children: [block.text] }] }
      : block,
  );
}
