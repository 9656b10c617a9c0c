// SPDX-License-Identifier: EUPL-1.2
import type { Ambitie } from '../../contract/index.ts';
import { html, type Markup } from '../../markup/index.ts';
import { codeName } from '../../text/index.ts';
import { type Oordeel, type Stand, standOf } from '../ambitie-stand.ts';
import type { Site } from '../dashboard-source.ts';
import { writeKeuze } from '../figure/keuze.ts';
import { figureBlock } from '../figure-block.ts';
import { inSentence } from '../in-sentence.ts';
import { naarPagina, paden } from '../paden.ts';
import { type DashboardFile, pageFile } from '../page.ts';

const TEKENS: Readonly<Record<Oordeel, string>> = {
  dichterbij: '✓',
  verderWeg: '✕',
  gelijk: '=',
  toeval: '≈',
  breuk: '┊',
  geen: '–',
  omhoog: '↑',
  omlaag: '↓',
};

/** A page per ambition, and the list of them; none for a region that names no ambitions. */
export function ambitiePages(site: Site): DashboardFile[] {
  const { ambities, woord } = site;
  if (ambities.length === 0) return [];
  const list = pageFile(site, {
    pad: paden.ambities,
    titel: woord.ambitie.lijstTitel,
    lead: woord.ambitie.lijstLead,
    inhoud: ambitieCards(site, paden.ambities, 2),
  });
  return [list, ...ambities.map((ambitie) => ambitiePage(site, ambitie))];
}

/** Every ambition with the state of its figures in one line each. */
export function ambitieCards(site: Site, pad: string, level: 2 | 3): Markup {
  const { taal } = site;
  return html`<div class="ambities">${site.ambities.map((ambitie) => {
    const standen = ambitie.indicatoren.map((wens) => standOf(site, wens));
    const link = html`<a href="${naarPagina(pad, paden.ambitie(ambitie.id))}">${ambitie.naam[taal]}</a>`;
    return html`<section class="ambitie">${level === 2 ? html`<h2>${link}</h2>` : html`<h3>${link}</h3>`}<p class="doel">${ambitie.doel[taal]}</p>
<ul class="standen">${standen.map((stand) => html`<li>${chip(site, stand.oordeel)} <span class="wat">${standName(site, stand)}</span> <span class="waarden">${values(site, stand)}</span></li>`)}</ul></section>`;
  })}</div>`;
}

function ambitiePage(site: Site, ambitie: Ambitie): DashboardFile {
  const { woord, taal } = site;
  const pad = paden.ambitie(ambitie.id);
  const standen = ambitie.indicatoren.map((wens) => standOf(site, wens));
  const figures = standen.flatMap((stand, index) =>
    stand.data && stand.keuze
      ? [figureBlock(site, { id: `figuur-${index + 1}`, pad, data: stand.data, keuze: stand.keuze })]
      : [],
  );
  return pageFile(site, {
    pad,
    titel: ambitie.naam[taal],
    lead: ambitie.doel[taal],
    kruimels: [
      [paden.start, woord.menu.start],
      [paden.ambities, woord.menu.ambities],
    ],
    inhoud: html`<section class="stand"><h2>${woord.ambitie.stand}</h2>
${ambitie.kanttekening && html`<p class="kanttekening"><strong>${woord.ambitie.kanttekening}.</strong> ${ambitie.kanttekening[taal]}</p>`}
${standTable(site, standen, pad)}
${legend(site, standen)}</section>
${figures}`,
  });
}

function standTable(site: Site, standen: readonly Stand[], pad: string): Markup {
  const { woord } = site;
  const { ambitie } = woord;
  return html`<div class="schuif" role="group" tabindex="0" aria-label="${ambitie.stand}"><table><thead><tr><th scope="col">${ambitie.cijfer}</th><th scope="col">${site.text.tabel.gebied}</th><th scope="col" class="getal">${ambitie.eerst}</th><th scope="col" class="getal">${ambitie.laatst}</th><th scope="col">${ambitie.richting}</th></tr></thead><tbody>${standen.map(
    (stand) =>
      html`<tr><th scope="row">${standLink(site, stand, pad)}<span class="wens">${ambitie.gewenst[stand.wens.richting]}</span></th><td>${stand.gebied?.kort ?? '–'}</td><td class="getal">${stand.toen ? html`${stand.toen.text} <span class="jaar">(${stand.toen.periode})</span>` : '–'}</td><td class="getal">${stand.nu ? html`${stand.nu.text} <span class="jaar">(${stand.nu.periode})</span>` : '–'}</td><td>${chip(site, stand.oordeel)}</td></tr>`,
  )}</tbody></table></div>`;
}

function standLink(site: Site, stand: Stand, pad: string): Markup {
  const { indicator, data, keuze } = stand;
  const name = standName(site, stand);
  if (!indicator) return html`${name}`;
  const query = data && keuze ? writeKeuze(data, keuze) : '';
  return html`<a href="${naarPagina(pad, paden.indicator(indicator.id))}${query}">${name}</a>`;
}

function standName({ text, taal }: Site, { indicator, wens, data }: Stand): string {
  const naam = indicator?.naam ?? text.indicatoren[wens.indicator] ?? wens.indicator;
  const part = Object.entries(wens.splitsing ?? {}).map(([dimensie, code]) =>
    inSentence(codeName(taal, dimensie as keyof typeof text.dimensies, code ?? '')),
  );
  const variant = data?.varianten.find(({ id }) => id === wens.variant)?.naam;
  return [naam, ...(variant === undefined ? [] : [inSentence(variant)]), ...part].join(', ');
}

/** The sign and the word of a judgement; never the colour alone. */
function chip({ woord }: Site, oordeel: Oordeel): Markup {
  return html`<span class="oordeel ${oordeel}"><span aria-hidden="true">${TEKENS[oordeel]}</span> ${woord.ambitie.oordeel[oordeel]}</span>`;
}

function legend(site: Site, standen: readonly Stand[]): Markup {
  const { oordeelUitleg } = site.woord.ambitie;
  const used = [...new Set(standen.map(({ oordeel }) => oordeel))];
  return html`<ul class="legenda">${used.map((oordeel) => html`<li>${chip(site, oordeel)} ${oordeelUitleg[oordeel]}</li>`)}</ul>`;
}

function values({ woord }: Site, { toen, nu, gebied }: Stand): string {
  if (!nu || !gebied) return '';
  return toen
    ? woord.ambitie.vanNaar(toen.text, toen.periode, nu.text, nu.periode, gebied.kort)
    : woord.ambitie.alleen(nu.text, nu.periode, gebied.kort);
}
