// SPDX-License-Identifier: EUPL-1.2
import { html } from '../../markup/index.ts';
import type { Site } from '../dashboard-source.ts';
import { naarRelease, naarWortel, paden } from '../paden.ts';
import { type DashboardFile, pageFile } from '../page.ts';

/** Who makes this and what may be done with it, and the statement on accessibility. */
export function overPages(site: Site): DashboardFile[] {
  return [overPage(site), toegankelijkPage(site)];
}

function overPage(site: Site): DashboardFile {
  const { woord, release, regio, taal } = site;
  const { over } = woord;
  const pad = paden.over;
  const ending = taal === 'nl' ? '' : `.${taal}`;
  const data = [
    ['cijfers/all.json', over.allesJson],
    ['definities.json', over.definitiesJson],
    ['begrippen.json', over.begrippenJson],
    ['dcat.jsonld', over.dcat],
    ['manifest.json', over.manifest],
  ] as const;
  return pageFile(site, {
    pad,
    titel: over.titel,
    lead: over.lead,
    inhoud: html`<section class="tekst">
<h2>${over.watKop}</h2><p>${over.wat(regio.naam)}</p>
<h2>${over.gebruikKop}</h2><p>${over.gebruik}</p>
<h2>${over.vastKop}</h2><p>${over.vast(release.id)}</p>
<h2>${over.documentenKop}</h2><ul><li><a href="${naarRelease(taal, pad, `monitor${ending}.html`)}">${woord.menu.monitor}</a></li><li><a href="${naarRelease(taal, pad, `index${ending}.html`)}">${over.uitgave}</a></li></ul>
<h2 id="open-data">${over.dataKop}</h2><p>${over.data}</p><ul>${data.map(([file, label]) => html`<li><a href="${naarRelease(taal, pad, file)}">${label}</a></li>`)}<li><a href="${naarWortel(taal, pad)}v1/openapi.json">${over.openapi}</a></li></ul>
<h2>${over.insluitenKop}</h2><p>${over.insluiten}</p>
<h2>${over.privacyKop}</h2><p>${over.privacy}</p>
<h2>${over.contactKop}</h2><p>${over.contact(regio.naam)}</p>
<p class="klein">${over.programma(release.programma)}</p></section>`,
  });
}

function toegankelijkPage(site: Site): DashboardFile {
  const { woord, release } = site;
  const { toegankelijk } = woord;
  const list = (lines: readonly string[]) => html`<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`;
  return pageFile(site, {
    pad: paden.toegankelijkheid,
    titel: toegankelijk.titel,
    lead: toegankelijk.lead,
    inhoud: html`<section class="tekst"><p>${toegankelijk.norm} ${release.fictief && toegankelijk.demo}</p>
<h2>${toegankelijk.watKop}</h2>${list(toegankelijk.wat)}
<h2>${toegankelijk.toetsKop}</h2><p>${toegankelijk.toets}</p>
<h2>${toegankelijk.nietKop}</h2>${list(toegankelijk.niet)}
<h2>${toegankelijk.meldKop}</h2><p>${toegankelijk.meld}</p></section>`,
  });
}
