// SPDX-License-Identifier: EUPL-1.2
import { html, type Markup } from '../../markup/index.ts';
import type { Indicator, Site } from '../dashboard-source.ts';
import { definitionPanel } from '../definition-panel.ts';
import type { FigureData } from '../figure/figure-data.ts';
import { tabelNaam } from '../figure/figure-rows.ts';
import {
  type Keuze,
  matenOf,
  overVarianten,
  standaardKeuze,
  weergavenOf,
  writeKeuze,
} from '../figure/keuze.ts';
import { isOvergang } from '../figure/raster.ts';
import { figureBlock } from '../figure-block.ts';
import { ONDERWERPEN } from '../onderwerpen.ts';
import { naarPagina, naarRelease, paden } from '../paden.ts';
import { type DashboardFile, pageFile } from '../page.ts';
import { dataOf } from '../site-figures.ts';

/** Most variants that are drawn without being asked for. */
const MOST_VARIANTS = 4;

/** A page per indicator, and the list of them. */
export function indicatorPages(site: Site): DashboardFile[] {
  return [indicatorList(site), ...site.indicatoren.map((indicator) => indicatorPage(site, indicator))];
}

/** Indicators by subject, each with what it means. */
export function subjectList(site: Site, pad: string, level: 2 | 3): Markup {
  const { woord, taal } = site;
  return html`<div class="onderwerpen">${ONDERWERPEN.map((onderwerp) => {
    const own = site.indicatoren.filter((indicator) => indicator.onderwerp === onderwerp);
    if (own.length === 0) return undefined;
    const kop = woord.onderwerpen[onderwerp];
    return html`<section class="onderwerp" id="${onderwerp}">${level === 2 ? html`<h2>${kop}</h2>` : html`<h3>${kop}</h3>`}<ul>${own.map(({ id, naam, definitie }) => html`<li><a href="${naarPagina(pad, paden.indicator(id))}">${naam}</a> <span>${definitie.betekenis[taal]}</span></li>`)}</ul></section>`;
  })}</div>`;
}

function indicatorList(site: Site): DashboardFile {
  const { woord } = site;
  return pageFile(site, {
    pad: paden.indicatoren,
    titel: woord.indicator.lijstTitel,
    lead: woord.indicator.lijstLead,
    inhoud: subjectList(site, paden.indicatoren, 2),
  });
}

function indicatorPage(site: Site, indicator: Indicator): DashboardFile {
  const { woord, taal } = site;
  const { id, naam, definitie } = indicator;
  const pad = paden.indicator(id);
  const made = dataOf(site, id);
  if (!made) throw new Error(`${id} has no figures`);
  const data: FigureData = { ...made, cijfers: naarRelease(taal, pad, 'cijfers/') };
  const main = figureBlock(site, {
    id: 'figuur',
    pad,
    data,
    keuze: standaardKeuze(data),
    hoofd: true,
    definitieElders: true,
  });
  const others = otherViews(data).map((keuze, index) =>
    figureBlock(site, { id: `figuur-${index + 2}`, pad, data, keuze, definitieElders: true }),
  );
  return pageFile(site, {
    pad,
    titel: naam,
    lead: definitie.betekenis[taal],
    kruimels: [
      [paden.start, woord.menu.start],
      [paden.indicatoren, woord.menu.indicatoren],
    ],
    data,
    inhoud: html`${main}
<section class="uitleg" id="definitie">${definitionPanel(site, id, pad)}</section>
${others}
${related(site, indicator, pad)}`,
  });
}

/** What is drawn beside the first figure: areas beside each other (as a rate where that can be had), every split of the whole region and the ways from one thing to another, other variants. */
function otherViews(data: FigureData): Keuze[] {
  const usual = standaardKeuze(data);
  const views = weergavenOf(data);
  const whole = data.tabellen.some(({ dimensies }) => dimensies.length === 0);
  const others: Keuze[] = [
    ...(views.includes('gebieden') && whole
      ? [
          {
            ...usual,
            weergave: 'gebieden' as const,
            maat: matenOf(data).includes('per-1000') ? ('per-1000' as const) : usual.maat,
          },
        ]
      : []),
    ...data.tabellen
      .filter((tabel) => tabel.dimensies.length === 1 || isOvergang(tabel))
      .map((tabel): Keuze => ({ ...usual, weergave: 'delen', splitsing: tabelNaam(tabel) })),
    ...(views.some(overVarianten)
      ? [{ ...usual, weergave: 'jaren' as const, variant: data.opbouw ?? afterAYear(data) }]
      : data.varianten.slice(1, MOST_VARIANTS).map(({ id }): Keuze => ({ ...usual, variant: id }))),
  ];
  return others.filter((keuze) => writeKeuze(data, keuze) !== '');
}

/** Of a course the moment that is a year after its begin, or the first later one. */
function afterAYear({ varianten }: FigureData): string {
  const later = varianten.find(({ dagen }) => dagen !== undefined && dagen >= 365) ?? varianten.at(-1);
  return later?.id ?? '';
}

function related(site: Site, { id, definitie }: Indicator, pad: string): Markup {
  const { woord, taal } = site;
  const naast = site.indicatoren.filter((other) => definitie.naast.includes(other.id));
  const ambities = site.ambities.filter(({ indicatoren }) =>
    indicatoren.some(({ indicator }) => indicator === id),
  );
  const list = (kop: string, links: readonly (readonly [string, string])[]) =>
    links.length > 0 &&
    html`<h2>${kop}</h2><ul>${links.map(([naar, label]) => html`<li><a href="${naarPagina(pad, naar)}">${label}</a></li>`)}</ul>`;
  return html`<section class="verder">${list(
    woord.indicator.naast,
    naast.map((other) => [paden.indicator(other.id), other.naam]),
  )}${list(
    woord.indicator.ambities,
    ambities.map((ambitie) => [paden.ambitie(ambitie.id), ambitie.naam[taal]]),
  )}</section>`;
}
