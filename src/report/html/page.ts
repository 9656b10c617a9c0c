// SPDX-License-Identifier: EUPL-1.2
import { finished, html, type Markup } from '../../markup/index.ts';
import { texts } from '../../text/index.ts';
import type { DocumentPage } from '../document.ts';
import { blocksHtml, chapterNumber } from './blocks.ts';
import { stylesheet } from './stylesheet.ts';

/** The page as one self-contained HTML file: no script, no other origin, no clock. */
export function pageHtml(page: DocumentPage): string {
  const text = texts(page.taal);
  return html`<!doctype html>
<html lang="${page.taal}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title}. ${page.siteName}</title>
<meta name="description" content="${page.lead}">
<meta name="color-scheme" content="light">
${page.otherLanguage && html`<link rel="alternate" hreflang="${page.otherLanguage.taal}" href="${page.otherLanguage.href}">`}
<link rel="icon" href="data:,">
<style>${finished(stylesheet)}</style>
</head>
<body>
<a class="sla-over" href="#inhoud">${text.site.naarInhoud}</a>
${banner(page)}
<header class="kop">
<div class="bovenregel"><p class="merk">${page.home === undefined ? page.siteName : html`<a href="${page.home}">${page.siteName}</a>`}</p>${otherLanguage(page)}</div>
<h1>${chapterNumber(page.number)}${page.title}</h1>
<p class="lead">${page.lead}</p>
<dl class="stempel" aria-label="${page.stampTitle}">${page.stamp.map(({ term, text: value }) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`)}</dl>
${page.paper && html`<p class="papier">${[page.paper, page.editable].map((form) => form && html`<a href="${form.href}">${form.label}</a> `)}</p>`}
</header>
<div class="vlak">
<div class="zij">
${contents(page)}
${chapters(page)}
${otherPages(page)}
</div>
<main id="inhoud" tabindex="-1">
${blocksHtml(page.blocks, 1, text)}
${around(page)}
</main>
</div>
<footer class="voet">
${page.colophon.map((sentence) => html`<p>${sentence}</p>`)}
</footer>
</body>
</html>
`.markup;
}

function otherLanguage({ otherLanguage: other }: DocumentPage): Markup | undefined {
  return (
    other &&
    html`<p class="taal"><a href="${other.href}" lang="${other.taal}" hreflang="${other.taal}">${other.label}</a></p>`
  );
}

function banner({ banner: warning }: DocumentPage): Markup | undefined {
  return (
    warning &&
    html`<aside class="fictief" aria-label="${warning.title}"><strong>${warning.title}.</strong> ${warning.text}</aside>`
  );
}

function otherPages({ taal, pages }: DocumentPage): Markup | undefined {
  if (pages.length === 0) return undefined;
  return html`<nav class="paginas" aria-label="${texts(taal).site.paginas}">
<ul>${pages.map(({ href, label, current }) => html`<li><a href="${href}"${current && html` aria-current="page"`}>${label}</a></li>`)}</ul>
</nav>`;
}

function chapters({ taal, chapters: links = [] }: DocumentPage): Markup | undefined {
  if (links.length === 0) return undefined;
  const { site } = texts(taal);
  return html`<nav class="paginas" aria-label="${site.hoofdstukken}">
<p class="navkop">${site.hoofdstukken}</p>
<ul>${links.map(({ href, label, current }) => html`<li><a href="${href}"${current && html` aria-current="page"`}>${label}</a></li>`)}</ul>
</nav>`;
}

function around({ taal, previous, next }: DocumentPage): Markup | undefined {
  if (!previous && !next) return undefined;
  const { site } = texts(taal);
  return html`<nav class="verder" aria-label="${site.verderLezen}">${previous && html`<a rel="prev" href="${previous.href}"><span>${site.vorige}</span> ${previous.label}</a>`}${next && html`<a rel="next" href="${next.href}"><span>${site.volgende}</span> ${next.label}</a>`}</nav>`;
}

function contents(page: DocumentPage): Markup | undefined {
  const text = texts(page.taal);
  const sections = page.blocks.flatMap((block) => (block.kind === 'section' ? [block] : []));
  if (sections.length < 3) return undefined;
  return html`<nav class="inhoud" aria-label="${text.site.opDezePagina}">
<p class="navkop">${text.site.opDezePagina}</p>
<ul>${sections.map(({ id, title, number }) => html`<li><a href="#${id}">${number === undefined ? '' : `${number} `}${title}</a></li>`)}</ul>
</nav>`;
}
