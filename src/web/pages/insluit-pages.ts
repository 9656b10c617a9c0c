// SPDX-License-Identifier: EUPL-1.2
import { html } from '../../markup/index.ts';
import type { Site } from '../dashboard-source.ts';
import { chartHtml, headHtml, notesHtml, tableHtml } from '../figure/figure-html.ts';
import { figureView } from '../figure/figure-view.ts';
import { standaardKeuze } from '../figure/keuze.ts';
import { naarPagina, paden } from '../paden.ts';
import { type DashboardFile, pageFile } from '../page.ts';
import { dataOf } from '../site-figures.ts';

/** One figure to stand on somebody else's page, never without its source. */
export function insluitPages(site: Site): DashboardFile[] {
  const { woord, regio } = site;
  return site.indicatoren.flatMap(({ id, naam, definitie }) => {
    const data = dataOf(site, id);
    if (!data) return [];
    const pad = paden.insluiten(id);
    const keuze = standaardKeuze(data);
    const view = figureView(data, keuze, 'figuur');
    return [
      pageFile(site, {
        pad,
        titel: woord.insluiten.titel(naam),
        lead: definitie.betekenis[site.taal],
        data,
        kaal: true,
        inhoud: html`<h1 class="alleen-hoorbaar">${woord.insluiten.titel(naam)}</h1>
<figure class="figuur" id="figuur" aria-labelledby="figuur-titel" data-indicator="${id}" data-keuze="" data-hoofd>
<figcaption class="figuur-kop" data-rol="kop">${headHtml(view, 'figuur')}</figcaption>
<p class="melding" role="status" data-rol="melding"></p>
<div class="tabs" data-rol="tabs" hidden></div>
<div class="paneel" data-rol="grafiek">${chartHtml(view)}</div>
<div class="paneel" data-rol="tabel">${tableHtml(data, view, 'figuur-tabel')}</div>
<div class="onder"><div data-rol="noten">${notesHtml(data, view)}</div>
<p class="bron"><a data-rol="heen" href="${naarPagina(pad, paden.indicator(id))}">${woord.insluiten.bron(woord.naam(regio.naam))}</a>; ${data.bron}. ${data.stempel}.</p></div></figure>`,
      }),
    ];
  });
}
