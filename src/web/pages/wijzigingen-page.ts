// SPDX-License-Identifier: EUPL-1.2
import { html, type Markup } from '../../markup/index.ts';
import type { Site } from '../dashboard-source.ts';
import { naarPagina, naarRelease, paden } from '../paden.ts';
import { type DashboardFile, pageFile } from '../page.ts';

/** What changed since the release before: how many figures, of which kind, why, and by indicator. */
export function wijzigingenPage(site: Site): DashboardFile {
  const { woord, taal, release, wijzigingen, notation } = site;
  const { wijziging } = woord;
  const { openData } = site.text;
  const pad = paden.wijzigingen;
  const { vorige, verschillen } = wijzigingen;
  const sentence =
    vorige === null
      ? wijziging.eerste
      : verschillen.length === 0
        ? wijziging.geen
        : wijziging.sinds(vorige, notation.count(verschillen.length));
  const link = (href: string, label: string) => html`<li><a href="${href}">${label}</a></li>`;
  return pageFile(site, {
    pad,
    titel: wijziging.titel,
    lead: wijziging.lead(release.id),
    inhoud: html`<section class="tekst"><p>${sentence}</p>${(release.ingetrokken ?? []).map((id) => html`<p><strong>${openData.releases.ingetrokken(id)}</strong></p>`)}${verschillen.length > 0 && summary(site)}${verschillen.length > 0 && byIndicator(site)}
<ul>${link(naarRelease(taal, pad, 'wijzigingen.json'), wijziging.bestandJson)}${link(naarRelease(taal, pad, 'wijzigingen.md'), wijziging.bestandMd)}${link(`${taal === 'nl' ? '' : '../'}wijzigingen.xml`, wijziging.feed)}</ul></section>`,
  });
}

function summary({ woord, text, wijzigingen, notation }: Site): Markup {
  const { wijziging } = woord;
  return html`<div class="schuif" role="group" tabindex="0" aria-label="${wijziging.klasse}"><table><thead><tr><th scope="col">${wijziging.klasse}</th><th scope="col">${wijziging.reden}</th><th scope="col" class="getal">${wijziging.aantal}</th></tr></thead><tbody>${wijzigingen.samenvatting.map(({ klasse, soort, reden, aantal }) => html`<tr><th scope="row">${wijziging.klassen[klasse]}</th><td>${text.wijzigingen.soort[soort]}; ${text.wijzigingen.reden[reden]}</td><td class="getal">${notation.count(aantal)}</td></tr>`)}</tbody></table></div>`;
}

function byIndicator({ woord, wijzigingen, indicatoren, notation }: Site): Markup {
  const { wijziging } = woord;
  const counts = indicatoren
    .map(({ id, naam }) => ({
      id,
      naam,
      aantal: wijzigingen.verschillen.filter(({ indicator }) => indicator === id).length,
    }))
    .filter(({ aantal }) => aantal > 0);
  return html`<h2>${wijziging.voorbeelden}</h2><ul>${counts.map(({ id, naam, aantal }) => html`<li><a href="${naarPagina(paden.wijzigingen, paden.indicator(id))}">${naam}</a>: ${notation.count(aantal)}</li>`)}</ul>`;
}
