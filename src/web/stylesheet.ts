// SPDX-License-Identifier: EUPL-1.2

/** How the dashboard looks, for every theme: colours and fonts come from design tokens only. */
export const stylesheet = `
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem; }
body { overflow-wrap: break-word; margin: 0; background: var(--rvm-document-background-color); color: var(--rvm-document-color); font: 1.0625rem/1.55 var(--rvm-document-font-family); --rand: clamp(1rem, 4vw, 3rem); --breed: 76rem; }
.kop, .kruimels, main, .voet, .fictief { padding-inline: max(var(--rand), calc((100vw - var(--breed)) / 2)); }
h1, h2, h3 { font-family: var(--rvm-heading-font-family); color: var(--rvm-heading-color); line-height: 1.2; text-wrap: balance; hyphens: auto; overflow-wrap: break-word; margin: 0; }
h1 { font-size: clamp(1.4rem, .85rem + 2.7vw, 2.9rem); letter-spacing: -.015em; }
h2 { font-size: clamp(1.3rem, 1.15rem + .7vw, 1.65rem); }
h3 { font-size: 1.125rem; }
p, ul, ol, dl { margin: 0 0 .75rem; }
a { color: var(--rvm-link-color); text-underline-offset: .15em; text-decoration-thickness: .06em; }
a:hover { color: var(--rvm-link-hover-color); text-decoration-thickness: .14em; }
:focus-visible { outline: 3px solid var(--rvm-focus-color); outline-offset: 2px; box-shadow: 0 0 0 2px var(--rvm-focus-inverse-color); }
main:focus-visible { outline: 0; box-shadow: none; }
code { font-family: ui-monospace, "Liberation Mono", monospace; font-size: .92em; }
[hidden] { display: none !important; }
.alleen-hoorbaar { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.sla-over { position: absolute; left: 1rem; top: -6rem; padding: .6rem 1rem; background: var(--rvm-document-background-color); z-index: 9; }
.sla-over:focus { top: .5rem; }
.klein { font-size: .9375rem; color: var(--rvm-document-subtle-color); }

.fictief { background: var(--rvm-accent-background-color); color: var(--rvm-accent-color); font-size: .9375rem; padding-block: .45rem; }
.fictief p { margin: 0; }
.kop { background: var(--rvm-page-header-background-color); color: var(--rvm-page-header-color); border-bottom: var(--rvm-page-header-border-width) solid var(--rvm-page-header-border-color); padding-top: 1rem; }
.kop a { color: inherit; }
.kop-boven { display: flex; flex-wrap: wrap; gap: .75rem 2rem; justify-content: space-between; align-items: center; }
.merk { margin: 0; font-size: 1.1875rem; line-height: 1.3; }
.merk a { font-weight: 700; text-decoration: none; display: inline-block; padding-block: .1rem; }
.merk a:hover { text-decoration: underline; }
.merk span { display: block; font-size: .875rem; }
.kop-rechts { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; }
.zoek { display: flex; }
.zoek input { width: 15rem; max-width: 54vw; font: inherit; font-size: .9375rem; padding: .35rem .6rem; border: 1px solid var(--rvm-document-subtle-color); border-radius: 3px 0 0 3px; background: var(--rvm-document-background-color); color: var(--rvm-document-color); }
.zoek input::placeholder { color: var(--rvm-document-subtle-color); opacity: 1; }
.zoek button { border-radius: 0 3px 3px 0; margin-left: -1px; }
.taal { padding: .3rem 0; font-size: .9375rem; }
button, .knop { font: inherit; font-size: .9375rem; line-height: 1.3; cursor: pointer; background: var(--rvm-button-background-color); color: var(--rvm-button-color); border: 1px solid var(--rvm-button-background-color); border-radius: var(--rvm-button-border-radius); padding: .35rem .8rem; min-height: 2rem; }
.kop .zoek button { border-color: var(--rvm-document-subtle-color); }
.knop { display: inline-block; text-decoration: none; font-size: 1.0625rem; padding: .6rem 1.1rem; }
.knop:hover { color: var(--rvm-button-color); text-decoration: underline; }
.hoofdmenu ul { list-style: none; display: flex; flex-wrap: wrap; gap: 0 1.75rem; padding: 0; margin: .6rem 0 0; }
.hoofdmenu a { display: block; padding: .45rem 0 .55rem; text-decoration: none; border-bottom: 4px solid transparent; }
.hoofdmenu a:hover { text-decoration: underline; }
.hoofdmenu [aria-current] { font-weight: 700; border-bottom-color: currentColor; }
.kruimels { padding-top: 1rem; font-size: .9375rem; }
.kruimels ol { overflow-wrap: anywhere; list-style: none; display: flex; flex-wrap: wrap; gap: 0 .5rem; padding: 0; margin: 0; }
.kruimels li + li::before { content: "›"; margin-right: .5rem; color: var(--rvm-document-subtle-color); }
.kruimels li { display: flex; align-items: baseline; padding-block: .15rem; }
main { padding-block: 1.75rem 4rem; }
.opening { max-width: 50rem; margin-bottom: 2rem; }
.lead { font-size: clamp(1.125rem, 1.05rem + .35vw, 1.3rem); line-height: 1.45; color: var(--rvm-document-subtle-color); margin: .75rem 0 0; }
main > section, main > figure, main > .twee, main > .onderwerpen, main > .figuren { margin: 0 0 3rem; }
main > section > h2 { margin-bottom: .75rem; }
.tekst { max-width: 46rem; }
.tekst h2 { margin-top: 1.75rem; margin-bottom: .5rem; }
.tekst h2:first-child { margin-top: 0; }
.tekst table, .schuif table { margin-top: .5rem; }

.kern ul { list-style: none; padding: 0; margin: 1rem 0 0; display: grid; grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr)); gap: 1.25rem 2rem; }
.kern li { border-top: 3px solid var(--rvm-page-header-border-color); padding-top: .7rem; }
.kern a { text-decoration: none; display: block; }
.kern .getal-groot { display: block; font-family: var(--rvm-heading-font-family); font-size: clamp(1.6rem, 1.3rem + .6vw, 1.85rem); overflow-wrap: normal; font-weight: 700; line-height: 1.15; letter-spacing: -.02em; color: var(--rvm-heading-color); font-variant-numeric: tabular-nums; }
.kern .wat { text-decoration: underline; }
.kern .vroeger { display: block; font-size: .9375rem; color: var(--rvm-document-subtle-color); }
.band { background: var(--rvm-document-subtle-background-color); margin-inline: calc(-1 * var(--rand)); padding: 2rem var(--rand); border-radius: 4px; }
.band > p { max-width: 46rem; }
.ambities { columns: 26rem 2; column-gap: 3rem; margin-top: 1.25rem; }
.ambitie, .onderwerp { break-inside: avoid; margin-bottom: 1.75rem; }
.ambitie { border-top: 1px solid var(--rvm-document-border-color); padding-top: .9rem; }
.ambitie .doel { margin: .35rem 0 .6rem; font-size: 1rem; }
.standen { list-style: none; padding: 0; margin: 0; font-size: .9375rem; }
.standen li { display: grid; grid-template-columns: 11.75rem minmax(0, 1fr); gap: 0 .75rem; padding: .3rem 0; align-items: baseline; }
.standen .waarden { grid-column: 2; color: var(--rvm-document-subtle-color); font-size: .875rem; }
.oordeel { display: inline-flex; gap: .4em; white-space: nowrap; font-weight: 600; font-size: .875rem; align-items: baseline; }
.oordeel > span { display: inline-grid; place-items: center; flex: none; width: 1.35em; height: 1.35em; border-radius: 50%; font-size: .8em; line-height: 1; background: var(--rvm-document-background-color); border: 1.5px solid currentColor; }
.oordeel.dichterbij { color: #11603a; } .oordeel.verderWeg { color: #8f2a14; } .oordeel.geen, .oordeel.breuk, .oordeel.toeval, .oordeel.gelijk { color: var(--rvm-document-subtle-color); }
.legenda { list-style: none; padding: 0; margin-top: 1rem; font-size: .9375rem; }
.legenda li { padding: .15rem 0; }
.wens { display: block; font-weight: 400; font-size: .875rem; color: var(--rvm-document-subtle-color); }
.jaar { color: var(--rvm-document-subtle-color); font-weight: 400; }
.kanttekening { border-left: 4px solid var(--rvm-page-header-border-color); padding-left: 1rem; max-width: 46rem; }
.twee { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(24rem, 100%), 1fr)); gap: 2rem 3rem; align-items: start; }
.twee h2 { margin-bottom: .9rem; }
.oproep { background: var(--rvm-accent-background-color); color: var(--rvm-accent-color); padding: 1.75rem; border-radius: 4px; }
.oproep h2 { color: inherit; }
.oproep p:last-child { margin: 1.1rem 0 0; }
.tegels { list-style: none; padding: 0; margin: 0; display: grid; gap: .4rem; grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr)); max-width: 40rem; }
.tegels a { display: flex; align-items: center; min-height: 3.25rem; height: 100%; padding: .5rem .75rem; background: var(--rvm-accent-background-color); border-radius: 3px; text-decoration: none; line-height: 1.25; hyphens: auto; overflow-wrap: anywhere; }
.tegels a:hover { text-decoration: underline; }
@media (min-width: 40rem) { .tegels.op-kaart { grid-template-columns: none; grid-auto-columns: minmax(0, 1fr); grid-auto-rows: 4.5rem; } }
@media (max-width: 39.99rem) { .tegels.op-kaart li { grid-row: auto !important; grid-column: auto !important; } }
.onderwerpen { columns: 21rem 3; column-gap: 3rem; }
.onderwerp ul { list-style: none; padding: 0; margin: .6rem 0 0; }
.onderwerp li { border-top: 1px solid var(--rvm-document-border-color); padding: .5rem 0; }
.onderwerp li a { font-weight: 600; display: inline-block; padding-block: .1rem; }
.onderwerp li span { display: block; font-size: .9375rem; line-height: 1.4; color: var(--rvm-document-subtle-color); }
section > .onderwerpen { margin-top: 1rem; }

.figuur { margin: 0 0 3rem; border-top: 3px solid var(--rvm-heading-color); padding-top: 1rem; }
.figuur ~ .figuur { content-visibility: auto; contain-intrinsic-size: auto 40rem; }
.figuren { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0 3.5rem; }
.figuur-kop { max-width: 54rem; }
.ondertitel { margin: .3rem 0 .6rem; color: var(--rvm-document-subtle-color); }
.boodschap { margin: 0 0 1rem; max-width: 46rem; }
.keuzes, .aanpassen { display: none; }
.script .aanpassen { display: block; margin: 0 0 .75rem; }
.aanpassen .keuzes { margin-top: .5rem; }
.script .keuzes { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(13rem, 44%), 1fr)); gap: .7rem 1rem; align-items: end; background: var(--rvm-document-subtle-background-color); padding: 1rem; border-radius: 4px; margin: 0 0 1rem; }
.veld { margin: 0; min-width: 0; border: 0; padding: 0; }
.veld label, .veld legend { display: block; font-size: .875rem; font-weight: 600; padding: 0; margin-bottom: .2rem; }
.veld select { width: 100%; font: inherit; font-size: 1rem; min-height: 2.35rem; padding: .25rem .5rem; color: var(--rvm-document-color); background: var(--rvm-document-background-color); border: 1px solid var(--rvm-document-subtle-color); border-radius: 3px; }
.vergelijk { grid-column: 1 / -1; }
.vergelijk summary { font-size: .875rem; padding: .15rem 0; }
.vergelijk fieldset { border: 0; padding: 0; margin: 0; min-width: 0; }
.vakjes { display: flex; flex-wrap: wrap; gap: .15rem 1.1rem; }
.vergelijk label { display: inline-flex; align-items: center; gap: .4rem; font-weight: 400; font-size: .9375rem; margin: 0; min-height: 1.75rem; cursor: pointer; }
.vergelijk input { width: 1.15rem; height: 1.15rem; margin: 0; accent-color: var(--rvm-button-background-color); }
.keuzes button { background: transparent; color: var(--rvm-link-color); border-color: var(--rvm-document-subtle-color); }
.melding { margin: 0; }
.melding:not(:empty) { background: var(--rvm-accent-background-color); color: var(--rvm-accent-color); padding: .5rem .8rem; margin-bottom: .75rem; border-radius: 3px; max-width: 54rem; }
.melding.stil:not(:empty) { position: absolute; width: 1px; height: 1px; padding: 0; margin: -1px; overflow: hidden; clip-path: inset(50%); }
.tabs { display: flex; gap: .25rem; border-bottom: 1px solid var(--rvm-document-border-color); margin-bottom: 1rem; }
.tabs button { background: none; color: var(--rvm-document-color); border: 0; border-bottom: 4px solid transparent; border-radius: 0; padding: .45rem 1rem; font-size: 1rem; min-height: 2.5rem; }
.tabs [aria-selected="true"] { font-weight: 700; border-bottom-color: var(--rvm-button-background-color); }
.paneel { margin-bottom: 1.25rem; }
.tekening { max-width: 60rem; position: relative; }
.punt-nu { stroke: var(--rvm-focus-color); stroke-width: 3; paint-order: stroke; }
.wijzer { position: absolute; transform: translateY(calc(-100% - .6rem)); background: var(--rvm-document-color); color: var(--rvm-document-background-color); padding: .2rem .6rem; border-radius: 3px; font-size: .875rem; white-space: nowrap; pointer-events: none; z-index: 2; }
.tekening svg { display: block; width: 100%; height: auto; font-family: var(--rvm-document-font-family); font-variant-numeric: tabular-nums lining-nums; overflow: visible; }
.paneel .tekening svg { background: #ffffff; box-shadow: 0 0 0 .6rem #ffffff; }
.tekening.smal { display: none; }
@media (min-width: 70rem) { .figuren { grid-template-columns: repeat(2, minmax(0, 1fr)); align-items: start; } .figuren .tekening.breed { display: none; } .figuren .tekening.smal { display: block; max-width: 26rem; } }
@media (max-width: 44rem) { .tekening.breed { display: none; } .tekening.smal { display: block; max-width: 30rem; } }
.schuif { position: relative; overflow-x: auto; max-width: 100%; }
table { border-collapse: collapse; font-size: .9375rem; line-height: 1.4; font-variant-numeric: tabular-nums lining-nums; min-width: min(100%, 34rem); }
caption { text-align: left; padding: 0 0 .6rem; }
caption .titel { font-weight: 700; }
caption .eenheid { display: block; color: var(--rvm-document-subtle-color); }
th, td { padding: .4rem .7rem; text-align: left; vertical-align: top; }
tr > :first-child { padding-left: 0; }
thead th { border-bottom: 2px solid var(--rvm-heading-color); vertical-align: bottom; }
tbody tr { border-bottom: 1px solid var(--rvm-document-border-color); }
tbody th { font-weight: 400; min-width: 9rem; }
tbody th a { display: inline-block; padding-block: .1rem; }
.getal, .reden { text-align: right; white-space: nowrap; }
th.getal { white-space: normal; }
.reden { font-style: italic; color: var(--rvm-document-subtle-color); }
th .eenheid { display: block; color: var(--rvm-document-subtle-color); font-size: .875rem; font-weight: 400; }
td.breuk { background: linear-gradient(to bottom, var(--rvm-document-subtle-color) 50%, transparent 50%) left top / 1px 6px repeat-y; }
.nadruk > * { font-weight: 700; }
.onder { font-size: .9375rem; max-width: 54rem; }
.noten { padding-left: 1.1rem; margin-bottom: .75rem; }
.noten li { margin-bottom: .25rem; }
.bron { color: var(--rvm-document-subtle-color); margin-bottom: .5rem; }
.acties { display: flex; flex-wrap: wrap; gap: .4rem 1.75rem; align-items: center; }
.acties p { margin: 0; display: flex; flex-wrap: wrap; gap: .35rem .5rem; align-items: center; }
.acties a { display: inline-block; padding: .15rem .2rem; min-width: 1.5rem; min-height: 1.5rem; }
.acties button { background: transparent; color: var(--rvm-link-color); border-color: var(--rvm-document-border-color); padding: .2rem .6rem; min-height: 1.75rem; font-size: .875rem; }
details.definitie { margin-top: .75rem; max-width: 54rem; }
summary { cursor: pointer; color: var(--rvm-link-color); padding: .3rem 0; font-weight: 600; }
details.definitie > div { border-left: 3px solid var(--rvm-document-border-color); padding: .25rem 0 .25rem 1.1rem; margin: .25rem 0 .75rem; font-size: 1rem; }
.termen div { display: grid; grid-template-columns: minmax(8rem, 12rem) minmax(0, 1fr); gap: 0 1rem; border-top: 1px solid var(--rvm-document-border-color); padding: .4rem 0; }
.termen dt { font-weight: 600; } .termen dd { margin: 0; }
.versie { color: var(--rvm-document-subtle-color); }
@media (max-width: 30rem) { .termen div { grid-template-columns: 1fr; } }
.begrippen { max-width: 50rem; }
.begrippen > div { border-top: 1px solid var(--rvm-document-border-color); padding: .9rem 0 .4rem; scroll-margin-top: 1rem; }
.begrippen > div:target, .definitie-blad:target, .wacht:target { background: var(--rvm-accent-background-color); color: var(--rvm-accent-color); box-shadow: 0 0 0 .75rem var(--rvm-accent-background-color); border-radius: 1px; }
.begrippen dt { font-weight: 700; font-size: 1.0625rem; }
.begrippen dd { margin: .2rem 0 0; }
.begrippen dd p { margin: 0 0 .35rem; }
.definitie-blad h3 { font-size: 1.25rem; }
.waarvoor ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .5rem; margin: .75rem 0 2.5rem; max-width: 54rem; }
.waarvoor a { display: block; padding: .5rem .9rem; background: var(--rvm-accent-background-color); border-radius: 1.25rem; text-decoration: none; }
.waarvoor a:hover { text-decoration: underline; }
.wacht .groot { font-size: 1.1875rem; font-weight: 600; line-height: 1.45; }
.wacht .bij { color: var(--rvm-document-subtle-color); }
.spoed { border: 2px solid var(--rvm-page-header-border-color); border-radius: 4px; padding: 1.25rem 1.5rem .75rem; }
.vondsten { list-style: none; padding: 0; }
.vondsten li { border-top: 1px solid var(--rvm-document-border-color); padding: .6rem 0; }
.vondsten a { font-weight: 600; }
.vondsten .soort { display: inline-block; min-width: 6.5rem; font-size: .875rem; color: var(--rvm-document-subtle-color); }
.vondsten .wat { display: block; font-size: .9375rem; line-height: 1.4; }
.voet { background: var(--rvm-page-footer-background-color); color: var(--rvm-page-footer-color); padding-block: 2rem 3rem; font-size: .9375rem; }
.voet a { color: inherit; }
.voet ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1.75rem; margin-bottom: 1.25rem; }
.voet nav a { display: inline-block; padding: .2rem 0; }
.voet p { max-width: 54rem; margin: 0 0 .3rem; }
.kaal main { padding: 1rem; }
.kaal .figuur { margin: 0; }
@media (max-width: 40rem) {
  .standen li { grid-template-columns: 1fr; } .standen .waarden { grid-column: 1; }
  th, td { padding-inline: .4rem; }
  .schuif tr > th:first-child { position: sticky; left: 0; background: var(--rvm-document-background-color); max-width: 42vw; padding-right: .6rem; z-index: 1; }
}
@page { size: A4; margin: 16mm; }
@media print {
  * { content-visibility: visible !important; }
  body { font-size: 10pt; --rand: 0px; }
  .kop .zoek, .hoofdmenu, .taal, .kruimels, .keuzes, .aanpassen, .tabs, .acties, .voet nav, .sla-over, .waarvoor { display: none !important; }
  .kop { border-bottom: 0; color: #000; background: none; }
  .paneel[hidden] { display: block !important; }
  .tekening.breed { display: block; } .tekening.smal { display: none; }
  .figuur, .tekening, tr, .kern { break-inside: avoid; } h2, h3, caption { break-after: avoid; }
  .schuif { overflow: visible; } .schuif tr > th:first-child { position: static; }
  details::details-content { content-visibility: visible; block-size: auto; }
  .voet { background: none; color: #000; padding: 0; }
  .een-figuur main > :not(.op-papier, :has(.op-papier)), .een-figuur .figuren > :not(.op-papier) { display: none; }
}
`;
