// SPDX-License-Identifier: EUPL-1.2
import type { Begrip } from '../../contract/index.ts';
import { html, type Markup } from '../../markup/index.ts';
import { slug } from '../../text/index.ts';
import type { Site } from '../dashboard-source.ts';
import { naarPagina, paden } from '../paden.ts';
import { type DashboardFile, pageFile } from '../page.ts';

/** Terms in the order of the alphabet of a language. */
export function sortedBegrippen({ begrippen, taal }: Site): Begrip[] {
  return [...begrippen].sort((left, right) => (slug(left.term[taal]) < slug(right.term[taal]) ? -1 : 1));
}

/** Every term with what it means, other ways of writing it, and what to read with it. */
export function begrippenPage(site: Site): DashboardFile {
  const { woord } = site;
  const terms = sortedBegrippen(site);
  return pageFile(site, {
    pad: paden.begrippen,
    titel: woord.begrip.titel,
    lead: woord.begrip.lead,
    inhoud:
      terms.length === 0
        ? html`<p>${woord.begrip.geen}</p>`
        : html`<dl class="begrippen">${terms.map((begrip) => term(site, begrip))}</dl>`,
  });
}

function term(site: Site, { id, term: naam, ook, uitleg, zie, bron }: Begrip): Markup {
  const { woord, taal } = site;
  const links = zie.flatMap((ref) => linkTo(site, ref));
  return html`<div id="begrip-${id}"><dt>${naam[taal]}</dt><dd><p>${uitleg[taal]}</p>${ook.length > 0 && html`<p class="klein">${woord.begrip.ook} ${ook.join(', ')}</p>`}${links.length > 0 && html`<p class="klein">${woord.begrip.zie} ${links.map((link, index) => html`${index > 0 && ', '}${link}`)}</p>`}${bron !== undefined && html`<p class="klein">${woord.begrip.bron} ${bron}</p>`}</dd></div>`;
}

function linkTo({ begrippen, indicatoren, taal }: Site, ref: string): Markup[] {
  const begrip = begrippen.find(({ id }) => id === ref);
  if (begrip) return [html`<a href="#begrip-${ref}">${begrip.term[taal]}</a>`];
  const indicator = indicatoren.find(({ id }) => id === ref);
  return indicator
    ? [html`<a href="${naarPagina(paden.begrippen, paden.indicator(ref))}">${indicator.naam}</a>`]
    : [];
}
