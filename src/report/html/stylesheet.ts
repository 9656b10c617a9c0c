// SPDX-License-Identifier: EUPL-1.2

/** The look of every page, for screen and paper. Colours have at least 4.5 : 1 on their ground, lines that mean something 3 : 1. */
export const stylesheet = `
:root {
  --inkt: #1a1d21; --stil: #565d64; --lijn: #d6dadd; --haar: #b9bfc4; --grond: #ffffff; --vlak: #f4f5f3;
  --accent: #1d5b73; --let-op: #7a4a00; --let-op-vlak: #fdf3dc;
  --schreefloos: "Source Sans 3", "Segoe UI", -apple-system, BlinkMacSystemFont, Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif;
}
* { box-sizing: border-box; }
html { font-size: 100%; -webkit-text-size-adjust: 100%; scroll-behavior: smooth; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body { margin: 0; color: var(--inkt); background: var(--grond); font: 1rem/1.6 var(--schreefloos); overflow-wrap: break-word; }
a { color: var(--accent); text-underline-offset: .18em; text-decoration-thickness: 1px; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid #d2953a; outline-offset: 2px; box-shadow: 0 0 0 2px #1a1d21; border-radius: 1px; }
main:focus { outline: none; }
.alleen-hoorbaar { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.sla-over { position: absolute; left: -100vw; }
.sla-over:focus { left: 1rem; top: 1rem; z-index: 2; background: var(--grond); padding: .5rem .75rem; }

.fictief { background: var(--let-op-vlak); color: var(--let-op); border-bottom: 1px solid #d9b565; padding: .6rem var(--rand); font-size: .9375rem; }
:root { --rand: clamp(1rem, 4vw, 4rem); }
.kop { padding: 2rem var(--rand) 1.75rem; border-bottom: 1px solid var(--lijn); }
.bovenregel { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 2rem; margin-bottom: 1.5rem; font-size: .9375rem; }
.bovenregel p { margin: 0; }
.bovenregel a { display: inline-block; padding: .15rem 0; }
.kop .merk { font-weight: 600; }
.kop .merk a { text-decoration: none; }
.kop .merk a:hover { text-decoration: underline; }
h1, h2, h3 { font-weight: 700; line-height: 1.2; letter-spacing: -.012em; text-wrap: balance; }
h1 { font-size: clamp(1.875rem, 1.4rem + 2.2vw, 3rem); margin: 0 0 .75rem; letter-spacing: -.022em; max-width: 24em; }
.lead { font-size: clamp(1.125rem, 1rem + .5vw, 1.3125rem); line-height: 1.5; margin: 0; max-width: 36em; color: #33383d; }
.stempel { display: flex; flex-wrap: wrap; gap: .25rem 2rem; margin: 1.5rem 0 0; font-size: .875rem; }
.stempel div { display: flex; gap: .4em; }
.papier { margin: .75rem 0 0; font-size: .9375rem; }
.papier a { display: inline-block; padding: .2rem 0; margin-right: 1.25rem; }
.stempel dt { color: var(--stil); }
.stempel dd { margin: 0; font-weight: 600; }

.vlak { padding: 0 var(--rand); }
.zij { font-size: .9375rem; }
.zij ul { list-style: none; margin: 0; padding: 0; }
.zij a { display: inline-block; padding: .2rem 0; text-decoration: none; }
.zij a:hover { text-decoration: underline; }
.zij [aria-current] { color: var(--inkt); font-weight: 700; }
.navkop { margin: 0; color: var(--stil); font-size: .875rem; }
.zij nav { padding: 1rem 0; border-bottom: 1px solid var(--lijn); }
.zij nav ul { display: flex; flex-wrap: wrap; gap: 0 1.25rem; }
main { padding: 0 0 4rem; }
main > section { padding-top: 2.25rem; }
main > p:first-child { margin-top: 2.25rem; }
.hoofdstuk { color: var(--accent); margin-right: .35em; }
main section > .lead { font-size: 1.1875rem; margin-bottom: 1.5rem; }
main .opmerking { border-left: 3px solid var(--haar); padding: .1rem 0 .1rem 1rem; color: var(--stil); font-style: italic; }
.verder { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 1rem 2rem; border-top: 2px solid var(--inkt); margin-top: 3rem; padding-top: 1rem; }
.verder a { display: block; max-width: 22rem; padding: .2rem 0; text-decoration: none; font-weight: 600; }
.verder a:hover { text-decoration: underline; }
.verder a[rel=next] { margin-left: auto; text-align: right; }
.verder span { display: block; color: var(--stil); font-weight: 400; font-size: .875rem; }
h2 { font-size: clamp(1.5rem, 1.3rem + .8vw, 1.875rem); margin: 0 0 1rem; }
h3 { font-size: 1.1875rem; margin: 2rem 0 .5rem; }
main p, main > section > ul { max-width: 40em; }
main p { margin: 0 0 1rem; }
main li { margin-bottom: .35rem; }

.kern { padding-top: 2.25rem; }
.kern h2 { font-size: 1.1875rem; margin-bottom: .75rem; }
.kern dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 12.9rem), 1fr)); gap: 1.25rem 2rem; margin: 0; }
@media (max-width: 60rem) { .kern dl { grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr)); } }
.kern dl > div { display: flex; flex-direction: column-reverse; justify-content: flex-end; border-top: 2px solid var(--inkt); padding-top: .6rem; }
.kern dt { line-height: 1.35; }
.kern dd { margin: 0 0 .35rem; display: contents; }
.kern dd strong { order: 3; font-size: 1.875rem; line-height: 1.2; letter-spacing: -.02em; font-variant-numeric: lining-nums; }
.kern dt { order: 2; }
.kern .vorig { order: 1; color: var(--stil); font-size: .9375rem; margin-top: .35rem; }
.kern .let-op { order: 0; color: var(--let-op); font-size: .875rem; font-style: italic; }


.blok { margin: 2rem 0 2.75rem; padding: 0; }
figcaption, caption { text-align: left; line-height: 1.4; }
figcaption { border-top: 2px solid var(--inkt); padding-top: .6rem; }
.blok > .schuif:first-child { border-top: 2px solid var(--inkt); padding-top: .6rem; }
caption { padding-bottom: .75rem; }
.vast { display: block; position: sticky; left: 0; width: max-content; max-width: min(60rem, calc(100vw - 2 * var(--rand))); }
.nummer { font-weight: 700; color: var(--accent); margin-right: .35em; }
.titel { font-weight: 700; font-size: 1.0625rem; }
.eenheid { display: block; color: var(--stil); font-size: .9375rem; }
figure caption { padding: 0; }
.cijfers { max-width: none; }
.cijfers > summary { font-size: .9375rem; margin-bottom: .25rem; }
figure caption .titel { font-size: .9375rem; }
.tekening { margin: 1.25rem 0 1.75rem; }
.tekening svg { display: block; width: 100%; height: auto; font-family: var(--schreefloos); font-variant-numeric: tabular-nums lining-nums; overflow: visible; }
.tekening.breed svg { max-width: 60rem; }
.tekening.smal { display: none; }
@media (max-width: 44rem) { .tekening.breed { display: none; } .tekening.smal { display: block; } .tekening.smal svg { max-width: 30rem; } }

.schuif { position: relative; overflow-x: auto; max-width: 100%; background: linear-gradient(to left, #ffffff 40%, #ffffff00) right / 3rem 100% no-repeat local, linear-gradient(to left, #1a1d2133, #1a1d2100) right / .75rem 100% no-repeat scroll; }
table { border-collapse: collapse; font-size: .9375rem; line-height: 1.35; font-variant-numeric: tabular-nums lining-nums; min-width: min(100%, 38rem); }
.breed-tabel table { width: 100%; font-size: .875rem; }
th, td { padding: .4rem .55rem; vertical-align: baseline; }
thead th { vertical-align: bottom; }
th { text-align: left; font-weight: 600; }
thead th { border-bottom: 1px solid var(--inkt); color: var(--inkt); }
thead th.groep { border-bottom: 1px solid var(--haar); text-align: left; padding-left: .9rem; }
tbody th { font-weight: 400; min-width: 9.5rem; }
tbody th > a { display: inline-block; padding: .1rem 0; }
thead th.getal { white-space: normal; }
tbody tr { border-bottom: 1px solid var(--lijn); }
tr > :first-child { padding-left: 0; }
.getal, .reden { text-align: right; white-space: nowrap; }
.eerste { padding-left: 1.4rem; }
.reden { color: var(--stil); font-style: italic; }
td.breuk { background: linear-gradient(to bottom, var(--stil) 50%, transparent 50%) left top / 1px 6px repeat-y; }
.nadruk > * { font-weight: 700; }
.nadruk { border-top: 1px solid var(--inkt); }
tbody .nadruk:first-child { border-top: 0; }
sup { vertical-align: .35em; line-height: 1; font-size: .75em; }
.noot { display: inline-flex; align-items: center; min-width: 24px; min-height: 24px; padding-left: .3em; line-height: 1; text-decoration: none; font-weight: 600; }
.samen { white-space: nowrap; }
.samen .noot { margin-block: -5px; }
@media (max-width: 68rem) { .breed-tabel th, .breed-tabel td { padding: .4rem .28rem; } .breed-tabel .eerste { padding-left: .8rem; } .breed-tabel tbody th { min-width: 8rem; } .breed-tabel tr > :first-child { padding-left: 0; } }
@media (max-width: 48rem) {
  .schuif tr > th:first-child { position: sticky; left: 0; background: var(--grond); z-index: 1; }
  .schuif tbody th { min-width: 8rem; max-width: 42vw; padding-right: .8rem; }
}

.herkomst { margin-top: .9rem; font-size: .875rem; line-height: 1.5; color: var(--stil); }
.herkomst p, .herkomst ul { margin: 0 0 .4rem; max-width: 52rem; }
.noten { list-style: none; padding: 0; }
.noten li { margin-bottom: .2rem; }
.noten .merk { font-weight: 700; color: var(--accent); font-size: .8125em; vertical-align: .25em; }
.noten li:target { background: var(--let-op-vlak); }
.bestanden { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 0 1.75rem; }
.bestanden a { display: inline-block; padding: .2rem 0; margin-left: .4rem; }
details { max-width: 52rem; }
summary { cursor: pointer; color: var(--accent); padding: .25rem 0; }
.definitie { border-left: 2px solid var(--haar); padding: .25rem 0 .25rem 1rem; margin: .25rem 0 .75rem; color: var(--inkt); font-size: .9375rem; }
.definitie p, .definitie ul { margin: 0 0 .5rem; max-width: 42rem; }
.versie { color: var(--stil); }
.termen { margin: 0; }
.termen div { display: grid; grid-template-columns: minmax(7rem, 10rem) minmax(0, 1fr); gap: 0 1rem; border-top: 1px solid var(--lijn); padding: .5rem 0; max-width: 46rem; }
.termen dt { font-style: italic; }
.termen dd { margin: 0; }
@media (max-width: 30rem) { .termen div { grid-template-columns: 1fr; } }
code { font-family: ui-monospace, "Liberation Mono", monospace; font-size: .92em; }

.voet { border-top: 1px solid var(--lijn); background: var(--vlak); padding: 1.5rem var(--rand) 2.5rem; font-size: .875rem; color: var(--stil); }
.voet p { margin: 0 0 .4rem; max-width: 52rem; }

@media (min-width: 68rem) {
  .vlak { display: grid; grid-template-columns: 13rem minmax(0, 1fr); gap: 0 clamp(2rem, 4vw, 4.5rem); }
  .zij { position: sticky; top: 0; align-self: start; padding-top: 1.25rem; max-height: 100vh; overflow-y: auto; }
  .zij nav ul { display: block; }
  main { max-width: 60rem; }
}

@page { size: A4; margin: 18mm 16mm 20mm; @bottom-right { content: counter(page); font: 9pt sans-serif; color: #565d64; } }
@media print {
  html { font-size: 10pt; }
  body { line-height: 1.45; }
  :root { --rand: 0; }
  .sla-over, .zij, .bestanden, .taal, .papier, .verder { display: none; }
  .vlak { display: block; }
  main { max-width: none; padding: 0; }
  .fictief { border: 1px solid #d9b565; padding: .5rem .75rem; }
  .kop { padding-top: 1rem; }
  .tekening.breed { display: block; } .tekening.smal { display: none; }
  .tekening, .schuif, tr, figcaption, caption, .kern, .noten li, .termen div { break-inside: avoid; }
  figcaption, h2, h3, caption, section > p:has(+ .blok) { break-after: avoid; }
  thead { display: table-header-group; }
  .schuif { overflow: visible; }
  .schuif tr > th:first-child { position: static; }
  table { font-size: 9pt; }
  .breed-tabel table { font-size: 8pt; }
  th, td { padding: .25rem .35rem; }
  .eerste { padding-left: .8rem; }
  a { color: inherit; text-decoration: none; }
  details::details-content { content-visibility: visible; block-size: auto; }
  details { break-inside: avoid; }
  .voet { background: none; padding: 1rem 0 0; }
}
`;
