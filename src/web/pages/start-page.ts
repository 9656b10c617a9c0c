// SPDX-License-Identifier: EUPL-1.2
import { html } from '../../markup/index.ts';
import type { Site } from '../dashboard-source.ts';
import { paden } from '../paden.ts';
import { type DashboardFile, pageFile } from '../page.ts';
import { ambitieCards } from './ambitie-pages.ts';
import { gemeenteLinks } from './gemeente-pages.ts';
import { subjectList } from './indicator-pages.ts';
import { keyFigures } from './key-figures.ts';

/** The first page: four numbers, the state of the ambitions, the way to a gemeente, to waiting times and to every figure. */
export function startPage(site: Site): DashboardFile {
  const { woord, regio, release, gemeenten, notation } = site;
  const { start } = woord;
  const pad = paden.start;
  return pageFile(site, {
    pad,
    titel: start.titel(regio.naam),
    lead: start.lead(regio.naam, notation.count(gemeenten.length), release.jaar),
    inhoud: html`${keyFigures(site, regio, pad, start.kern(release.jaar))}
${site.ambities.length > 0 && html`<section class="band"><h2>${start.ambities}</h2><p>${start.ambitiesUitleg}</p>${ambitieCards(site, pad, 3)}</section>`}
<div class="twee">
<section><h2>${start.gemeenten}</h2>${gemeenteLinks(site, pad)}</section>
<section class="oproep"><h2>${start.wachten}</h2><p>${start.wachtenUitleg}</p><p><a class="knop" href="${paden.wachten}">${start.wachtenKnop}</a></p></section>
</div>
<section><h2>${start.cijfers}</h2>${subjectList(site, pad, 3)}</section>`,
  });
}
