// SPDX-License-Identifier: EUPL-1.2
import type { SafeTable } from '../../contract/index.ts';
import { html, type Markup } from '../../markup/index.ts';
import { areaShort, dimensionName, type Site } from '../dashboard-source.ts';
import { standaardKeuze } from '../figure/keuze.ts';
import { NEDERLAND } from '../figure-areas.ts';
import { figureBlock } from '../figure-block.ts';
import { inSentence } from '../in-sentence.ts';
import { naarRelease, paden } from '../paden.ts';
import { type DashboardFile, pageFile } from '../page.ts';
import { dataOf } from '../site-figures.ts';

/** How good the data are: how final, how much is shown, which breaks, who answered. */
export function kwaliteitPage(site: Site): DashboardFile {
  const { woord, taal, release } = site;
  const { kwaliteit } = woord;
  const pad = paden.kwaliteit;
  const respons = dataOf(site, 'respons');
  return pageFile(site, {
    pad,
    titel: kwaliteit.titel,
    lead: kwaliteit.lead,
    inhoud: html`<section class="tekst"><h2>${kwaliteit.status}</h2>${statusTable(site)}</section>
<section class="tekst"><h2>${kwaliteit.terug}</h2><p>${kwaliteit.terugTekst}</p></section>
<section class="tekst"><h2>${kwaliteit.breuken}</h2><p>${kwaliteit.breukenUitleg}</p>${breaks(site)}</section>
${respons ? figureBlock(site, { id: 'respons', pad, data: respons, keuze: standaardKeuze(respons) }) : html`<section class="tekst"><h2>${kwaliteit.respons}</h2><p>${kwaliteit.geenRespons}</p></section>`}
<section class="tekst"><h2>${kwaliteit.bescherming}</h2><p>${kwaliteit.beschermingTekst(String(release.geheimhouding.regels.verbergTotEnMet))} <a href="${naarRelease(taal, pad, 'geheimhouding.json')}">${kwaliteit.bewijs}</a></p></section>
<section class="tekst"><h2>${kwaliteit.dekking}</h2><p>${kwaliteit.dekkingUitleg}</p>${coverage(site)}</section>`,
  });
}

function statusTable({ tables, text, woord, release }: Site): Markup {
  const { kwaliteit } = woord;
  const known: Readonly<Record<string, keyof typeof text.status>> = Object.assign(
    {},
    ...tables.map(({ voorlopigheid }) => voorlopigheid ?? {}),
  );
  const rows = release.jaren.map((jaar) => [jaar, known[String(jaar)] ?? release.status] as const);
  return html`<div class="schuif" role="group" tabindex="0" aria-label="${kwaliteit.status}"><table><thead><tr><th scope="col">${kwaliteit.jaar}</th><th scope="col">${kwaliteit.statusKop}</th><th scope="col">${kwaliteit.betekenis}</th></tr></thead><tbody>${rows.map(([jaar, status]) => html`<tr><th scope="row">${jaar}</th><td>${text.status[status].naam}</td><td>${text.status[status].uitleg}</td></tr>`)}</tbody></table></div>`;
}

function breaks(site: Site): Markup {
  const { release, woord, taal, notation } = site;
  const { kwaliteit } = woord;
  if (release.breuken.length === 0) return html`<p>${kwaliteit.geenBreuken}</p>`;
  const names = (codes: readonly string[]) => [
    ...release.samenstelling.gebieden
      .filter(({ code }) => codes.includes(code))
      .map((gebied) => areaShort(site, gebied)),
    ...codes.filter((code) => code === NEDERLAND).map(() => woord.gebied.nederland),
  ];
  return html`<div class="schuif" role="group" tabindex="0" aria-label="${kwaliteit.breuken}"><table><thead><tr><th scope="col">${kwaliteit.datum}</th><th scope="col">${kwaliteit.gebieden}</th><th scope="col">${kwaliteit.oorzaak}</th></tr></thead><tbody>${release.breuken.map((breuk) => html`<tr><th scope="row">${notation.date(breuk.datum)}</th><td>${names(breuk.gebieden).join(', ')}</td><td>${breuk.oorzaak[taal]}${breuk.overbrugd && ` (${kwaliteit.herrekend})`}</td></tr>`)}</tbody></table></div>`;
}

function coverage(site: Site): Markup {
  const { kwaliteit } = site.woord;
  const { count } = site.notation;
  const rows = site.indicatoren.flatMap(({ naam, tables }) =>
    tables.map((table) => {
      const { shown, hidden, other } = counted(table);
      const split = table.dimensies.map((dimensie) => inSentence(dimensionName(site, dimensie))).join(', ');
      return html`<tr><th scope="row">${split === '' ? naam : `${naam}, ${split}`}</th><td class="getal">${count(table.rows.length)}</td><td class="getal">${count(shown)}</td><td class="getal">${count(hidden)}</td><td class="getal">${count(other)}</td></tr>`;
    }),
  );
  return html`<div class="schuif" role="group" tabindex="0" aria-label="${kwaliteit.dekking}"><table><thead><tr><th scope="col">${kwaliteit.tabel}</th><th scope="col" class="getal">${kwaliteit.cijfers}</th><th scope="col" class="getal">${kwaliteit.getoond}</th><th scope="col" class="getal">${kwaliteit.geheim}</th><th scope="col" class="getal">${kwaliteit.anders}</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

function counted({ rows }: SafeTable): {
  readonly shown: number;
  readonly hidden: number;
  readonly other: number;
} {
  const shown = rows.filter(({ waarde }) => waarde !== null).length;
  const hidden = rows.filter(({ status }) => status.includes('geheim')).length;
  return { shown, hidden, other: rows.length - shown - hidden };
}
