// SPDX-License-Identifier: EUPL-1.2
import { finished, html, type Markup } from '../markup/index.ts';
import { texts } from '../text/index.ts';
import type { Site } from './dashboard-source.ts';
import type { FigureData } from './figure/figure-data.ts';
import { bestandVan, naarPagina, naarRelease, naarWortel, paden } from './paden.ts';

/** One page before it stands in its frame. */
export interface Pagina {
  /** Below the root of its language. */
  readonly pad: string;
  readonly titel: string;
  readonly lead: string;
  readonly inhoud: Markup;
  /** Pages above it, from the start page. */
  readonly kruimels?: readonly (readonly [pad: string, label: string])[];
  /** Figures that choices on this page are made from. */
  readonly data?: FigureData;
  /** Without menu and foot: to stand on somebody else's page. */
  readonly kaal?: boolean;
}

/** A finished file of the dashboard, its path relative to the dashboard's folder. */
export interface DashboardFile {
  readonly pad: string;
  readonly inhoud: string;
}

/**
 * The page as HTML. It asks for two files of its own site and nothing else, and says everything without the second, its script. Only a page whose
 * address can choose a figure waits for the script, so that no other figure is seen first.
 */
export function pageFile(site: Site, pagina: Pagina): DashboardFile {
  const { taal, woord, release } = site;
  const { pad, titel, lead, data } = pagina;
  const wortel = naarWortel(taal, pad);
  const naam = woord.naam(release.regio.naam);
  const isStart = pad === paden.start;
  const inhoud = html`<!doctype html>
<html lang="${taal}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${isStart ? titel : `${titel} | ${naam}`}</title>
<meta name="description" content="${lead}">
<meta name="color-scheme" content="light">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${wortel}stijl.css">
<link rel="alternate" type="application/atom+xml" title="${woord.wijziging.feed}" href="${wortel}wijzigingen.xml">
${otherLanguage(site, pad, 'link')}
<script src="${wortel}dashboard.js" defer${data && html` blocking="render"`}></script>
</head>
${pagina.kaal ? bareBody(site, pagina) : fullBody(site, pagina)}
${data && html`<script type="application/json" id="gegevens">${finished(scriptSafe(data))}</script>`}
</body>
</html>
`.markup;
  return { pad: bestandVan(taal, pad), inhoud };
}

/** JSON that cannot end its own element. */
export function scriptSafe(data: object): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}

function bareBody(site: Site, { inhoud }: Pagina): Markup {
  return html`<body class="kaal" data-taal="${site.taal}">
<main id="inhoud">${inhoud}</main>`;
}

function fullBody(site: Site, pagina: Pagina): Markup {
  const { taal, woord, text, release } = site;
  const { pad, titel, lead, inhoud } = pagina;
  const naam = woord.naam(release.regio.naam);
  const ga = (naar: string) => naarPagina(pad, naar);
  return html`<body data-taal="${taal}">
<a class="sla-over" href="#inhoud">${woord.naarInhoud}</a>
${release.fictief && html`<aside class="fictief" aria-label="${text.fictief.titel}"><p><strong>${text.fictief.titel}.</strong> ${text.fictief.uitleg}</p></aside>`}
<header class="kop">
<div class="kop-boven">
<p class="merk"><a href="${ga(paden.start)}">${naam}</a> <span>${woord.ondertitel}</span></p>
<div class="kop-rechts">
<form class="zoek" role="search" action="${ga(paden.zoeken)}" method="get"><label class="alleen-hoorbaar" for="zoekveld">${woord.zoek.label}</label><input id="zoekveld" name="zoek" type="search" placeholder="${woord.zoek.label}" autocomplete="off"><button>${woord.zoek.knop}</button></form>
${otherLanguage(site, pad, 'a')}
</div>
</div>
<nav class="hoofdmenu" aria-label="${woord.hoofdmenu}"><ul>${mainMenu(site).map(([naar, label]) => html`<li><a href="${ga(naar)}"${isUnder(pad, naar) && html` aria-current="${pad === naar ? 'page' : 'true'}"`}>${label}</a></li>`)}</ul></nav>
</header>
${breadcrumbs(site, pagina)}
<main id="inhoud" tabindex="-1">
<div class="opening"><h1>${titel}</h1>
<p class="lead">${lead}</p></div>
${inhoud}
</main>
<footer class="voet">
<nav aria-label="${woord.voetmenu}"><ul>${footMenu(site).map(([naar, label]) => html`<li><a href="${ga(naar)}">${label}</a></li>`)}<li><a href="${naarRelease(taal, pad, taal === 'nl' ? 'index.html' : `index.${taal}.html`)}">${woord.menu.monitor}</a></li></ul></nav>
<p class="stempel">${text.stempel.release} ${release.id} · ${text.status[release.status].naam} · ${text.stempel.dataTot} ${site.notation.date(release.dataTot)}</p>
<p>${text.status[release.status].uitleg} ${woord.voet.licentie}</p>
</footer>`;
}

function mainMenu({ woord, ambities }: Site): (readonly [string, string])[] {
  const { menu } = woord;
  return [
    [paden.start, menu.start],
    ...(ambities.length > 0 ? [[paden.ambities, menu.ambities] as const] : []),
    [paden.indicatoren, menu.indicatoren],
    [paden.gemeenten, menu.gemeenten],
    [paden.wachten, menu.wachten],
  ];
}

function footMenu({ woord: { menu } }: Site): (readonly [string, string])[] {
  return [
    [paden.kwaliteit, menu.kwaliteit],
    [paden.methode, menu.methode],
    [paden.begrippen, menu.begrippen],
    [paden.wijzigingen, menu.wijzigingen],
    [paden.over, menu.over],
    [paden.toegankelijkheid, menu.toegankelijkheid],
  ];
}

function isUnder(pad: string, naar: string): boolean {
  const folder = pad.split('/')[0] ?? '';
  const list: Readonly<Record<string, string>> = {
    ambitie: paden.ambities,
    cijfer: paden.indicatoren,
    gemeente: paden.gemeenten,
  };
  return pad === naar || list[folder] === naar;
}

function breadcrumbs({ woord }: Site, { pad, kruimels, titel }: Pagina): Markup | undefined {
  return (
    kruimels &&
    html`<nav class="kruimels" aria-label="${woord.kruimels}"><ol>${kruimels.map(([naar, label]) => html`<li><a href="${naarPagina(pad, naar)}">${label}</a></li>`)}<li aria-current="page">${titel}</li></ol></nav>`
  );
}

/** The same page in the other language, as a link of the head or for people. */
function otherLanguage({ taal }: Site, pad: string, as: 'link' | 'a'): Markup {
  const other = taal === 'nl' ? 'en' : 'nl';
  const href = naarWortel(taal, pad) + bestandVan(other, pad);
  return as === 'link'
    ? html`<link rel="alternate" hreflang="${other}" href="${href}">`
    : html`<a class="taal" data-rol="taal" href="${href}" lang="${other}" hreflang="${other}">${texts(other).taalNaam}</a>`;
}
