// SPDX-License-Identifier: EUPL-1.2
import { TALEN } from '../text/index.ts';
import { type DashboardSource, type Site, siteIn } from './dashboard-source.ts';
import { gegevensPad } from './figure-block.ts';
import { bestandVan } from './paden.ts';
import { type DashboardFile, scriptSafe } from './page.ts';
import { ambitiePages } from './pages/ambitie-pages.ts';
import { begrippenPage } from './pages/begrippen-page.ts';
import { gemeentePages } from './pages/gemeente-pages.ts';
import { indicatorPages } from './pages/indicator-pages.ts';
import { insluitPages } from './pages/insluit-pages.ts';
import { kwaliteitPage } from './pages/kwaliteit-page.ts';
import { methodePage } from './pages/methode-page.ts';
import { overPages } from './pages/over-pages.ts';
import { startPage } from './pages/start-page.ts';
import { wachtenPage } from './pages/wachten-page.ts';
import { wijzigingenPage } from './pages/wijzigingen-page.ts';
import { zoekPage } from './pages/zoek-page.ts';
import { dataOf } from './site-figures.ts';
import { stylesheet } from './stylesheet.ts';
import { themaCss } from './thema.ts';

/** Every file of the dashboard, paths relative to its folder. Byte-stable: the same source gives the same files. */
export function dashboardFiles(source: DashboardSource): DashboardFile[] {
  return [
    { pad: 'stijl.css', inhoud: themaCss(source.thema) + stylesheet },
    { pad: 'dashboard.js', inhoud: source.script.pagina },
    { pad: 'rekenblad.js', inhoud: source.script.rekenblad },
    ...TALEN.flatMap((taal) => siteFiles(siteIn(source, taal))),
  ];
}

function siteFiles(site: Site): DashboardFile[] {
  return [
    startPage(site),
    ...ambitiePages(site),
    ...indicatorPages(site),
    ...insluitPages(site),
    ...gemeentePages(site),
    wachtenPage(site),
    kwaliteitPage(site),
    methodePage(site),
    begrippenPage(site),
    wijzigingenPage(site),
    zoekPage(site),
    ...overPages(site),
    ...site.indicatoren.flatMap(({ id }) => {
      const data = dataOf(site, id);
      return data ? [{ pad: bestandVan(site.taal, gegevensPad(id)), inhoud: scriptSafe(data) }] : [];
    }),
  ];
}
