// SPDX-License-Identifier: EUPL-1.2
import { comparisonGroup, type ReleaseGebied } from '../../contract/index.ts';
import { html, type Markup } from '../../markup/index.ts';
import { slug } from '../../text/index.ts';
import { areaName, areaShort, type Site } from '../dashboard-source.ts';
import { cellenOf } from '../figure/cel.ts';
import type { FigureData } from '../figure/figure-data.ts';
import { cijfersOf } from '../figure/figure-rows.ts';
import { type Keuze, matenOf, reeksOf, standaardKeuze, tabelOf, writeKeuze } from '../figure/keuze.ts';
import { figureBlock } from '../figure-block.ts';
import { inSentence } from '../in-sentence.ts';
import { naarPagina, naarRelease, paden } from '../paden.ts';
import { type DashboardFile, pageFile } from '../page.ts';
import { dataOf } from '../site-figures.ts';
import { keyFigures } from './key-figures.ts';

/** Indicators that are drawn on the page of a gemeente, in order; the others are in its table. */
const GETEKEND = [
  'clienten',
  'uitgaven-per-client',
  'aandeel-jeugdigen',
  'kosten-boven-grens',
  'instroom',
  'terugkeer',
  'jeugdbescherming',
  'in-een-keer-goed',
  'doorlooptijd-start',
];

/** A page per gemeente, and the list of them. */
export function gemeentePages(site: Site): DashboardFile[] {
  const { woord, gemeenten } = site;
  const list = pageFile(site, {
    pad: paden.gemeenten,
    titel: woord.gemeente.lijstTitel,
    lead: woord.gemeente.lijstLead,
    inhoud: gemeenteLinks(site, paden.gemeenten),
  });
  return [list, ...gemeenten.map((gemeente) => gemeentePage(site, gemeente))];
}

/** The gemeenten as tiles where each lies, and always as a list. */
export function gemeenteLinks({ gemeenten }: Site, pad: string): Markup {
  const onMap = gemeenten.every(({ tegel }) => tegel);
  return html`<ul class="tegels${onMap && ' op-kaart'}">${gemeenten.map((gemeente) => html`<li${onMap && html` style="grid-row:${gemeente.tegel?.rij};grid-column:${gemeente.tegel?.kolom}"`}><a href="${naarPagina(pad, paden.gemeente(gemeente))}">${gemeente.naam}</a></li>`)}</ul>`;
}

function gemeentePage(site: Site, gemeente: ReleaseGebied): DashboardFile {
  const { woord, release, regio, taal } = site;
  const groep = comparisonGroup(release, gemeente) ?? regio;
  const pad = paden.gemeente(gemeente);
  const [first, ...others] = GETEKEND.flatMap((id) => choiceFor(site, id, gemeente, groep));
  const figures = [...(first ? [first] : []), ...splitChoices(site, gemeente, groep), ...others];
  const name = slug(gemeente.naam);
  const ending = taal === 'nl' ? 'html' : `${taal}.html`;
  return pageFile(site, {
    pad,
    titel: woord.gemeente.titel(gemeente.naam),
    lead: woord.gemeente.lead(
      gemeente.naam,
      areaName(site, groep),
      release.jaren[0] ?? release.jaar,
      release.jaar,
    ),
    kruimels: [
      [paden.start, woord.menu.start],
      [paden.gemeenten, woord.menu.gemeenten],
    ],
    inhoud: html`${keyFigures(site, gemeente, pad, woord.gemeente.kern(gemeente.naam, release.jaar))}
${overview(site, gemeente, groep, pad)}
<section class="verder"><h2>${woord.gemeente.documenten}</h2><ul><li><a href="${naarRelease(taal, pad, `monitor-${name}.${ending}`)}">${woord.gemeente.bijlage}</a></li><li><a href="${naarRelease(taal, pad, `brief-${name}.${ending}`)}">${woord.gemeente.brief}</a></li></ul></section>
<div class="figuren">${figures.map(({ data, keuze }, index) => figureBlock(site, { id: `figuur-${index + 1}`, pad, data, keuze }))}</div>`,
  });
}

interface Drawable {
  readonly data: FigureData;
  readonly keuze: Keuze;
}

/** A gemeente over the years beside its group: a rate where that can be had, a count alone. */
function choiceFor(site: Site, id: string, gemeente: ReleaseGebied, groep: ReleaseGebied): Drawable[] {
  const data = dataOf(site, id);
  if (!data?.gebieden.some(({ code }) => code === gemeente.code)) return [];
  const usual = standaardKeuze(data);
  const tabel = tabelOf(data, '');
  if (!tabel) return [];
  const counted = data.varianten[0]?.vorm === 'aantal' && data.varianten[0].eenheid !== 'dagen';
  const rate = matenOf(data).includes('per-1000');
  const beside = data.gebieden.some(({ code }) => code === groep.code) && (!counted || rate);
  const keuze: Keuze = {
    ...usual,
    splitsing: '',
    gebied: gemeente.code,
    vergelijk: beside ? [groep.code] : [],
    maat: rate ? 'per-1000' : 'waarde',
  };
  const cellen = cellenOf(data, keuze, cijfersOf(data, tabel));
  const known = reeksOf(data).some((periode) => cellen.cel(gemeente.code, periode, []).waarde !== null);
  return known ? [{ data, keuze }] : [];
}

/** Clients by type of care, in the last year. */
function splitChoices(site: Site, gemeente: ReleaseGebied, groep: ReleaseGebied): Drawable[] {
  const data = dataOf(site, 'clienten');
  if (!data || !tabelOf(data, 'type')) return [];
  const rate = matenOf(data).includes('per-1000');
  return [
    {
      data,
      keuze: {
        ...standaardKeuze(data),
        weergave: 'delen',
        splitsing: 'type',
        gebied: gemeente.code,
        vergelijk: rate ? [groep.code] : [],
        maat: rate ? 'per-1000' : 'waarde',
      },
    },
  ];
}

/** Every indicator in one row: the gemeente now, its group now, and the gemeente in the first year; on a telephone the first two are seen at once. */
function overview(site: Site, gemeente: ReleaseGebied, groep: ReleaseGebied, pad: string): Markup {
  const { woord } = site;
  const name = areaShort(site, groep);
  const rows = site.indicatoren.flatMap(({ id, naam }) => {
    const data = dataOf(site, id);
    if (!data || !tabelOf(data, '')) return [];
    return data.varianten.map((variant) => {
      const keuze: Keuze = {
        ...standaardKeuze(data),
        splitsing: '',
        variant: variant.id,
        gebied: gemeente.code,
      };
      const tabel = tabelOf(data, '');
      const cellen = tabel && cellenOf(data, keuze, cijfersOf(data, tabel));
      const [first, last] = [reeksOf(data)[0] ?? '', reeksOf(data).at(-1) ?? ''];
      const says = [first, last].some((periode) => {
        const cel = cellen?.cel(gemeente.code, periode, []);
        return cel !== undefined && (cel.waarde !== null || cel.status.includes('geheim'));
      });
      if (!says) return undefined;
      const text = (gebied: string, periode: string) => {
        const cel = cellen?.cel(gebied, periode, []);
        return html`<td class="${cel?.waarde === null ? 'reden' : 'getal'}">${cel?.text ?? '–'}</td>`;
      };
      const label = data.varianten.length > 1 ? `${naam}: ${inSentence(variant.naam)}` : naam;
      const href =
        naarPagina(pad, paden.indicator(id)) + writeKeuze(data, { ...keuze, vergelijk: [groep.code] });
      return html`<tr><th scope="row"><a href="${href}">${label}</a><span class="eenheid">${variant.woord}</span></th>${text(gemeente.code, last)}${text(groep.code, last)}${text(gemeente.code, first)}</tr>`;
    });
  });
  const [eerste = 0] = site.release.jaren;
  const kop = woord.gemeente.overzicht(gemeente.naam, name);
  return html`<section class="overzicht"><h2 id="overzicht">${kop}</h2><p>${woord.gemeente.overzichtUitleg}</p>
<div class="schuif" role="group" tabindex="0" aria-labelledby="overzicht"><table><thead><tr><th scope="col">${woord.ambitie.cijfer}</th><th scope="col" class="getal">${gemeente.naam} ${site.release.jaar}</th><th scope="col" class="getal">${name} ${site.release.jaar}</th><th scope="col" class="getal">${gemeente.naam} ${eerste}</th></tr></thead><tbody>${rows}</tbody></table></div></section>`;
}
