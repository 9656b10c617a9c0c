// SPDX-License-Identifier: EUPL-1.2
import { html, type Markup } from '../markup/index.ts';
import type { Site } from './dashboard-source.ts';
import { definitionPanel } from './definition-panel.ts';
import type { FigureData } from './figure/figure-data.ts';
import { chartHtml, choicesHtml, filesHtml, headHtml, notesHtml, tableHtml } from './figure/figure-html.ts';
import { figureView } from './figure/figure-view.ts';
import { type Keuze, writeKeuze } from './figure/keuze.ts';
import { bestandVan, naarPagina, naarRelease, naarWortel, paden } from './paden.ts';

export interface FigureBlockSpec {
  /** Unique on the page. */
  readonly id: string;
  /** The page it stands on. */
  readonly pad: string;
  readonly data: FigureData;
  readonly keuze: Keuze;
  /** The one figure of a page whose choices are open, and stand in the address without its id. */
  readonly hoofd?: boolean;
  /** The definition stands elsewhere on the page. */
  readonly definitieElders?: boolean;
}

/**
 * A figure as one object: title, message, choices, chart and table, notes, source and vintage, files, definition. Without a script chart and table
 * are both there.
 */
export function figureBlock(
  site: Site,
  { id, pad, data, keuze, hoofd, definitieElders }: FigureBlockSpec,
): Markup {
  const { woord, taal } = site;
  const local: FigureData = { ...data, cijfers: naarRelease(taal, pad, 'cijfers/') };
  const view = figureView(local, keuze, id);
  const own = paden.indicator(data.indicator);
  const address = writeKeuze(data, keuze);
  const gegevens = naarWortel(taal, pad) + bestandVan(taal, gegevensPad(data.indicator));
  return html`
<figure class="figuur" id="${id}" aria-labelledby="${id}-titel" data-indicator="${data.indicator}" data-keuze="${address}" data-gegevens="${gegevens}"${hoofd && html` data-hoofd`}>
<figcaption class="figuur-kop" data-rol="kop">${headHtml(view, id)}</figcaption>
${hoofd ? choicesHtml(local, keuze, id) : html`<details class="aanpassen" data-rol="aanpassen"><summary>${woord.figuur.aanpassen}</summary><div data-rol="keuzeplek"></div></details>`}
<p class="melding" role="status" data-rol="melding"></p>
<div class="tabs" data-rol="tabs" hidden></div>
<div class="paneel" data-rol="grafiek">${chartHtml(view)}</div>
<div class="paneel" data-rol="tabel">${tableHtml(local, view, `${id}-tabel`)}</div>
<div class="onder">
<div data-rol="noten">${notesHtml(local, view)}</div>
<p class="bron">${woord.figuur.bron}: ${data.bron}. ${data.stempel}.</p>
<div class="acties"><p class="nu" data-rol="nu" hidden><span>${woord.figuur.meenemen}:</span> ${['csv', 'ods', 'svg', 'png'].map((form) => html`<button type="button" data-maak="${form}">${form.toUpperCase()}</button> `)}</p><p data-rol="bestanden">${filesHtml(local, keuze)}</p><p class="deel"><button type="button" data-rol="link" hidden>${woord.figuur.link}</button> <button type="button" data-rol="print" hidden>${woord.figuur.print}</button> <a data-rol="insluiten" href="${naarPagina(pad, paden.insluiten(data.indicator))}${address}">${woord.figuur.insluiten}</a>${pad !== own && html` <a data-rol="open" href="${naarPagina(pad, own)}${address}">${woord.figuur.open}</a>`}${definitieElders && html` <a href="#definitie">${woord.indicator.definitie}</a>`}</p></div>
${definitieElders ? undefined : definitionPanel(site, data.indicator, pad)}
</div>
</figure>`;
}

/** File with the figures of one indicator, for figures on pages that do not carry them. */
export function gegevensPad(indicator: string): string {
  return `gegevens/${indicator}.json`;
}
