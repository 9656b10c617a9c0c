// SPDX-License-Identifier: EUPL-1.2
import type { ReleaseGebied } from '../../contract/index.ts';
import { html, type Markup } from '../../markup/index.ts';
import type { Site } from '../dashboard-source.ts';
import { cellenOf } from '../figure/cel.ts';
import { cijfersOf } from '../figure/figure-rows.ts';
import { reeksOf, standaardKeuze, tabelOf, writeKeuze } from '../figure/keuze.ts';
import { naarPagina, paden } from '../paden.ts';
import { dataOf } from '../site-figures.ts';

/** Indicators that tell most in one number. */
const KERN = ['clienten', 'uitgaven-per-client', 'uitgaven', 'aandeel-jeugdigen', 'instroom', 'aanbieders'];
const MOST = 4;

/** The four numbers of an area that matter most, each with the year before it. */
export function keyFigures(site: Site, gebied: ReleaseGebied, pad: string, kop: string): Markup {
  const { woord } = site;
  const items = KERN.flatMap((id) => {
    const data = dataOf(site, id);
    const tabel = data && tabelOf(data, '');
    if (!data || !tabel) return [];
    const keuze = { ...standaardKeuze(data), splitsing: '', gebied: gebied.code };
    const cellen = cellenOf(data, keuze, cijfersOf(data, tabel));
    const periods = reeksOf(data);
    const [before, last] = [periods.at(-2), periods.at(-1)].map((periode) =>
      periode === undefined ? undefined : cellen.cel(gebied.code, periode, []),
    );
    if (!last || last.waarde === null) return [];
    const say = last.breuk ? woord.start.naBreuk : woord.start.vorig;
    const earlier = before && before.waarde !== null && say(before.periode, before.text);
    return [
      html`<li><a href="${naarPagina(pad, paden.indicator(id))}${writeKeuze(data, keuze)}"><span class="getal-groot">${last.text}</span><span class="wat">${data.naam}</span></a>${earlier && html`<span class="vroeger">${earlier}</span>`}</li>`,
    ];
  });
  return html`<section class="kern" aria-labelledby="kern"><h2 id="kern">${kop}</h2><ul>${items.slice(0, MOST)}</ul></section>`;
}
