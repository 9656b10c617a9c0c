// SPDX-License-Identifier: EUPL-1.2
import type { Markup } from '../../markup/index.ts';
import type { FigureData } from '../figure/figure-data.ts';
import {
  chartHtml,
  filesHtml,
  headHtml,
  notesHtml,
  type Tekeningen,
  tableHtml,
} from '../figure/figure-html.ts';
import { type FigureView, figureView } from '../figure/figure-view.ts';
import type { Keuze, Tab } from '../figure/keuze.ts';
import { part } from './parts.ts';

/** Where the stylesheet shows the drawing for a telephone; and where it does so because two figures stand beside each other. */
const SMAL = '(max-width: 44rem)';
const NAAST_ELKAAR = '(min-width: 70rem)';

/** Long enough for the side that is seen to be painted first, on a slow telephone too. Unit: milliseconds. */
const AFTER_PAINT = 120;

export interface Painter {
  /** Puts a choice on the page: its head and the side that is seen at once, the rest after these have been painted, and then `afterwards`. Result: its title. */
  draw(keuze: Keuze, afterwards: () => void): string;
  /** Makes sure that the rest is there. */
  finish(): void;
}

/** Writes the parts of a figure anew, and marks the figure (`data-bezig`) until all of them are there; `drawn` is told of every new drawing. A figure that was never drawn stands as the page brought it, with both its drawings. */
export function painterOf(figure: HTMLElement, data: FigureData, drawn: () => void): Painter {
  const [smal, naast] = [matchMedia(SMAL), matchMedia(NAAST_ELKAAR)];
  const inPairs = figure.closest('.figuren') !== null;
  const written = new Map<string, string>();
  let view: FigureView | undefined;
  /** What still has to be written. */
  let rest: (() => void) | undefined;
  for (const query of [smal, naast]) query.addEventListener('change', () => drawings('beide'));
  addEventListener('beforeprint', () => {
    finish();
    drawings('beide');
  });
  return { draw, finish };

  function draw(keuze: Keuze, afterwards: () => void): string {
    const made = figureView(data, keuze, figure.id);
    view = made;
    put('kop', headHtml(made, figure.id));
    side(keuze.tab);
    rest = () => {
      put('noten', notesHtml(data, made));
      put('bestanden', filesHtml(data, keuze));
      side(keuze.tab === 'grafiek' ? 'tabel' : 'grafiek');
      afterwards();
    };
    figure.dataset.bezig = '';
    setTimeout(finish, AFTER_PAINT);
    return made.titel;
  }

  function finish(): void {
    const write = rest;
    rest = undefined;
    write?.();
    delete figure.dataset.bezig;
  }

  function side(tab: Tab): void {
    if (tab === 'grafiek') drawings(smal.matches || (inPairs && naast.matches) ? 'smal' : 'breed');
    else if (view) put('tabel', tableHtml(data, view, `${figure.id}-tabel`));
  }

  function drawings(which: Tekeningen): void {
    if (view && put('grafiek', chartHtml(view, which))) drawn();
  }

  /** Whether it was something new. */
  function put(rol: string, { markup }: Markup): boolean {
    if (written.get(rol) === markup) return false;
    written.set(rol, markup);
    const place = part(figure, rol);
    if (place) place.innerHTML = markup;
    return true;
  }
}
