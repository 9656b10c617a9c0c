// SPDX-License-Identifier: EUPL-1.2
import { dataTableHtml, finished, html, type Markup } from '../../markup/index.ts';
import { figureTexts } from '../../text/index.ts';
import { type Control, controlsOf, type Vergelijking, vergelijkingOf } from './controls.ts';
import type { FigureData } from './figure-data.ts';
import type { FigureView } from './figure-view.ts';
import type { Keuze } from './keuze.ts';

/** Title, measure and message of a figure. */
export function headHtml({ titel, ondertitel, boodschap }: FigureView, id: string): Markup {
  return html`<h2 id="${id}-titel">${titel}</h2>
<p class="ondertitel">${ondertitel}</p>
<p class="boodschap">${boodschap.join(' ')}</p>`;
}

/** Which of its two drawings a figure needs. */
export type Tekeningen = 'beide' | 'breed' | 'smal';

/** The drawing for a page, for a telephone, or both; a stylesheet shows one of the two. */
export function chartHtml({ chart }: FigureView, tekeningen: Tekeningen = 'beide'): Markup {
  return html`${tekeningen !== 'smal' && html`<div class="tekening breed">${finished(chart.svg)}</div>`}${tekeningen !== 'breed' && html`<div class="tekening smal">${finished(chart.narrowSvg)}</div>`}`;
}

/** The table with all its numbers. */
export function tableHtml(
  { taal }: Pick<FigureData, 'taal'>,
  { table, titel, eenheid }: FigureView,
  id: string,
): Markup {
  const text = figureTexts(taal);
  const caption = html`<span class="titel">${titel}</span> <span class="eenheid">${eenheid}</span>`;
  return dataTableHtml(table, { id, caption }, { breuk: text.reeksbreuk, noot: text.noot });
}

/** What a reader must know about the numbers. */
export function notesHtml({ taal }: Pick<FigureData, 'taal'>, { noten }: FigureView): Markup {
  return html`${noten.length > 0 && html`<ul class="noten" aria-label="${figureTexts(taal).bijDezeCijfers}">${noten.map((noot) => html`<li>${noot}</li>`)}</ul>`}`;
}

/** Where the whole table can be had. */
export function filesHtml({ taal, cijfers, indicator }: FigureData, { splitsing }: Keuze): Markup {
  const name = [indicator, ...splitsing.split('-').filter((part) => part !== '')].join('-');
  const link = (ending: string) =>
    html`<a href="${cijfers}${name}.${ending}" download><span class="alleen-hoorbaar">${name}, </span>${ending.toUpperCase()}</a>`;
  return html`${figureTexts(taal).heleTabel}: ${link('csv')} ${link('ods')}`;
}

/** The controls of a figure; a script makes them work, and without one they are not shown. */
export function choicesHtml(data: FigureData, keuze: Keuze, id: string): Markup {
  const text = figureTexts(data.taal);
  const labels = text.velden;
  const control = ({ naam, opties, waarde, zichtbaar }: Control) =>
    html`<div class="veld" data-veld="${naam}"${!zichtbaar && html` hidden`}><label for="${id}-${naam}">${labels[naam]}</label><select id="${id}-${naam}" name="${naam}">${opties.map((optie) => html`<option value="${optie.waarde}"${optie.waarde === waarde && html` selected`}>${optie.tekst}</option>`)}</select></div>`;
  const [view, ...others] = controlsOf(data, keuze).map(control);
  return html`<form class="keuzes" data-rol="keuzes" aria-label="${text.kies}">${view}${others}${comparison(vergelijkingOf(data, keuze), text.velden.vergelijk)}<p class="veld"><button type="button" data-rol="opnieuw">${text.opnieuw}</button></p></form>`;
}

function comparison(vergelijking: Vergelijking, label: string): Markup {
  return html`<details class="veld vergelijk" data-veld="vergelijk"${!vergelijking.zichtbaar && html` hidden`}><summary>${label}</summary><fieldset><legend class="alleen-hoorbaar">${label}</legend><div class="vakjes" data-rol="vakjes">${besideHtml(vergelijking)}</div></fieldset></details>`;
}

/** A box for every area that can stand beside the chosen one. */
export function besideHtml({ opties }: Vergelijking): Markup {
  return html`${opties.map(({ gebied, aan }) => html`<label title="${gebied.naam}"><input type="checkbox" name="vergelijk" value="${gebied.code}"${aan && html` checked`}> ${gebied.kort}</label>`)}`;
}
