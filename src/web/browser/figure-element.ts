// SPDX-License-Identifier: EUPL-1.2
import type { Markup } from '../../markup/index.ts';
import { figureTexts, type Taal } from '../../text/index.ts';
import type { FigureData } from '../figure/figure-data.ts';
import {
  chartHtml,
  filesHtml,
  headHtml,
  notesHtml,
  type Tekeningen,
  tableHtml,
} from '../figure/figure-html.ts';
import { figureView } from '../figure/figure-view.ts';
import { type Keuze, readKeuze, type Tab, writeKeuze } from '../figure/keuze.ts';
import { bindChoices } from './choices.ts';
import { bindDownloads } from './downloads.ts';
import { announce, part } from './parts.ts';
import { bindShare } from './share.ts';
import { bindTabs } from './tabs.ts';

/** Where the stylesheet shows the drawing for a telephone. */
const SMAL = '(max-width: 44rem)';

/** Brings a figure to life: its sides, its files, and, for the figure whose choices stand in the address, those choices. */
export function bindFigure(figure: HTMLElement, inline: FigureData | undefined): void {
  if (figure.dataset.hoofd !== undefined && inline) bindMain(figure, inline);
  else bindFixed(figure, inline);
}

/** A figure that always shows the same; its numbers are fetched when somebody wants them as a file. */
function bindFixed(figure: HTMLElement, inline: FigureData | undefined): void {
  const taal: Taal = document.documentElement.lang === 'en' ? 'en' : 'nl';
  const { indicator, keuze = '', gegevens = '' } = figure.dataset;
  bindTabs(figure, figureTexts(taal), () => undefined);
  const link = figure.querySelector<HTMLAnchorElement>('.deel a');
  bindShare(figure, figureTexts(taal), () => link?.href ?? location.href);
  bindDownloads(figure, figureTexts(taal), async () => {
    const data =
      inline?.indicator === indicator && inline
        ? inline
        : ((await (await fetch(gegevens)).json()) as FigureData);
    return { data, keuze: readKeuze(data, keuze).keuze, adres: link?.href ?? location.href };
  });
}

function bindMain(figure: HTMLElement, data: FigureData): void {
  const text = figureTexts(data.taal);
  let keuze = readKeuze(data, '').keuze;
  const narrow = matchMedia(SMAL);
  const tabs = bindTabs(figure, text, (tab: Tab) => choose({ ...keuze, tab }));
  const choices = bindChoices(figure, data, () => keuze, choose);
  bindShare(figure, text, () => location.href);
  bindDownloads(figure, text, async () => ({ data, keuze, adres: location.href }));
  addEventListener('popstate', () => fromAddress(true));
  addEventListener('beforeprint', () => draw(false, 'beide'));
  narrow.addEventListener('change', () => draw(false, 'beide'));
  if (location.search === '') choices.show(keuze);
  else fromAddress(false);
  alongLinks();

  function fromAddress(quiet: boolean): void {
    const { keuze: asked, onbekend } = readKeuze(data, location.search);
    keuze = asked;
    draw(quiet);
    if (onbekend.length > 0) announce(figure, text.melding.onbekend(onbekend.join(', ')), false);
  }

  function choose(next: Keuze): void {
    const onlySide = writeKeuze(data, { ...next, tab: keuze.tab }) === writeKeuze(data, keuze);
    keuze = next;
    history.pushState(null, '', (writeKeuze(data, keuze) || location.pathname) + location.hash);
    if (onlySide) tabs.show(keuze.tab);
    else draw(true);
    alongLinks();
  }

  function draw(spoken: boolean, tekeningen?: Tekeningen): void {
    const view = figureView(data, keuze, figure.id);
    put('kop', headHtml(view, figure.id));
    put('grafiek', chartHtml(view, tekeningen ?? (narrow.matches ? 'smal' : 'breed')));
    put('tabel', tableHtml(data, view, `${figure.id}-tabel`));
    put('noten', notesHtml(data, view));
    put('bestanden', filesHtml(data, keuze));
    tabs.show(keuze.tab);
    choices.show(keuze);
    announce(figure, spoken ? text.melding.bijgewerkt(view.titel) : '', true);
  }

  function put(rol: string, { markup }: Markup): void {
    const place = part(figure, rol);
    if (place) place.innerHTML = markup;
  }

  /** Other pages about the same figure keep the choice. */
  function alongLinks(): void {
    for (const rol of ['taal', 'insluiten', 'heen']) {
      const link = part<HTMLAnchorElement>(document, rol);
      if (link) link.search = location.search;
    }
  }
}
