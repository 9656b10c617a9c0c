// SPDX-License-Identifier: EUPL-1.2
import { html } from '../../markup/index.ts';
import type { Site } from '../dashboard-source.ts';
import { definitionBody } from '../definition-panel.ts';
import { naarPagina, paden } from '../paden.ts';
import { type DashboardFile, pageFile } from '../page.ts';

/** How everything was counted: reading guide, chance, and every definition of the release. */
export function methodePage(site: Site): DashboardFile {
  const { woord, text, release, notation, gemeenten } = site;
  const { methode } = woord;
  const pad = paden.methode;
  const guide = [
    text.leeswijzer.inkoop,
    text.leeswijzer.telling,
    text.leeswijzer.breuk,
    text.verantwoording.tekst(release.regio.naam),
    methode.samenstelling(notation.count(gemeenten.length), release.samenstelling.peiljaar),
  ];
  return pageFile(site, {
    pad,
    titel: methode.titel,
    lead: methode.lead,
    inhoud: html`<section class="tekst"><h2>${methode.kort}</h2><ul>${guide.map((line) => html`<li>${line}</li>`)}</ul></section>
<section class="tekst"><h2>${methode.kans}</h2>${methode.kansTekst.map((line) => html`<p>${line}</p>`)}</section>
<section class="tekst"><h2>${methode.definities}</h2><p>${methode.definitiesUitleg}</p></section>
${site.indicatoren.map(
  ({ id, naam }) =>
    html`<section class="tekst definitie-blad" id="${id}"><h3><a href="${naarPagina(pad, paden.indicator(id))}">${naam}</a></h3>${definitionBody(site, id, pad)}</section>`,
)}`,
  });
}
