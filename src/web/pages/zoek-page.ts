// SPDX-License-Identifier: EUPL-1.2
import { html } from '../../markup/index.ts';
import type { Site } from '../dashboard-source.ts';
import { naarPagina, paden } from '../paden.ts';
import { type DashboardFile, pageFile } from '../page.ts';
import { sortedBegrippen } from './begrippen-page.ts';

interface Ingang {
  readonly href: string;
  readonly naam: string;
  readonly soort: string;
  readonly uitleg: string;
  /** Other words by which it should be found. */
  readonly ook: string;
}

/** Everything that can be looked for, in one list; a script makes it shorter. */
export function zoekPage(site: Site): DashboardFile {
  const { woord } = site;
  const { zoek } = woord;
  const entries = ingangen(site);
  return pageFile(site, {
    pad: paden.zoeken,
    titel: zoek.titel,
    lead: zoek.lead,
    inhoud: html`<section class="tekst"><p data-rol="zoekuitleg">${zoek.zonderScript}</p><p role="status" data-rol="zoekstand"></p>
<ul class="vondsten" data-rol="vondsten">${entries.map(({ href, naam, soort, uitleg, ook }) => html`<li data-ook="${ook}"><span class="soort">${soort}</span> <a href="${href}">${naam}</a> <span class="wat">${uitleg}</span></li>`)}</ul></section>`,
  });
}

function ingangen(site: Site): Ingang[] {
  const { woord, taal, indicatoren, gemeenten, text } = site;
  const { soort } = woord.zoek;
  const van = paden.zoeken;
  const aliases = (id: string) => site.begrippen.find((begrip) => begrip.id === id)?.ook ?? [];
  const pages = [
    [
      paden.wachten,
      woord.wachten.titel,
      woord.wachten.lead(site.regio.naam),
      Object.values(woord.wachten.vragen).flat(),
    ],
    [paden.kwaliteit, woord.kwaliteit.titel, woord.kwaliteit.lead, []],
    [paden.methode, woord.methode.titel, woord.methode.lead, []],
    [paden.wijzigingen, woord.wijziging.titel, '', []],
    [paden.over, woord.over.titel, woord.over.lead, []],
    [paden.toegankelijkheid, woord.toegankelijk.titel, woord.toegankelijk.lead, []],
  ] as const;
  return [
    ...indicatoren.map(({ id, naam, definitie, tables }) => ({
      href: naarPagina(van, paden.indicator(id)),
      naam,
      soort: soort.indicator,
      uitleg: definitie.betekenis[taal],
      ook: [
        id,
        ...aliases(id),
        ...definitie.varianten.map((variant) => variant.naam[taal]),
        ...(tables.some(({ dimensies }) => dimensies.includes('type')) ? Object.values(text.typen) : []),
      ].join(' '),
    })),
    ...pages.map(([pad, naam, uitleg, ook]) => ({
      href: pad,
      naam,
      soort: soort.pagina,
      uitleg,
      ook: ook.join(' '),
    })),
    ...gemeenten.map((gemeente) => ({
      href: naarPagina(van, paden.gemeente(gemeente)),
      naam: gemeente.naam,
      soort: soort.gemeente,
      uitleg: woord.gemeente.titel(gemeente.naam),
      ook: gemeente.code,
    })),
    ...sortedBegrippen(site).map(({ id, term, uitleg, ook }) => ({
      href: `${paden.begrippen}#begrip-${id}`,
      naam: term[taal],
      soort: soort.begrip,
      uitleg: uitleg[taal],
      ook: ook.join(' '),
    })),
  ];
}
