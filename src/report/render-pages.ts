// SPDX-License-Identifier: EUPL-1.2
import { type Progress, silentProgress } from '../contract/index.ts';
import { TALEN } from '../text/index.ts';
import type { DocumentPage } from './document.ts';
import { type EditionSource, edition } from './edition.ts';
import { pageHtml } from './html/page.ts';
import { indexPage } from './index-page.ts';
import { letterPages } from './letter-pages.ts';
import { monitorPages } from './monitor-pages.ts';
import { pageOdt } from './odt/page-odt.ts';
import { inLanguage, MONITOR } from './page-frame.ts';
import { typesetter } from './pdf/typesetter.ts';

/** One file of a release, as `publish` takes it. */
export interface RenderedPage {
  readonly pad: string;
  readonly inhoud: string;
}

/** One document of a release as PDF. */
export interface RenderedPaper {
  readonly pad: string;
  readonly inhoud: Uint8Array;
}

/** The document trees of the monitor in every language: index, region, every gemeente and its letter. */
export function monitorDocuments(source: EditionSource): DocumentPage[] {
  const documents = TALEN.flatMap((taal) => {
    const bound = edition(source, taal);
    const [monitor, ...others] = monitorPages(bound);
    const letters = letterPages(bound);
    return [
      indexPage(bound, { chapters: monitor?.chapters ?? [], letters }),
      ...(monitor ? [monitor] : []),
      ...others,
      ...letters,
    ];
  });
  const paths = new Set(documents.map(({ pad }) => pad));
  return documents.map((page) => withTranslation(page, paths));
}

/** Leads to the same page in the other language; where nobody wrote that, a chapter leads to the whole monitor and a letter to nothing. */
function withTranslation(page: DocumentPage, paths: ReadonlySet<string>): DocumentPage {
  const { otherLanguage, ...alone } = page;
  if (!otherLanguage || paths.has(otherLanguage.href)) return page;
  const whole = inLanguage(MONITOR, otherLanguage.taal);
  return page.number === undefined ? alone : { ...page, otherLanguage: { ...otherLanguage, href: whole } };
}

/** The pages of a release, ready to be published. Byte-stable: the same source gives the same text. */
export function renderPages(source: EditionSource): RenderedPage[] {
  return renderDocuments(monitorDocuments(source));
}

/** Documents as pages. */
export function renderDocuments(documents: readonly DocumentPage[]): RenderedPage[] {
  return documents.map((page) => ({ pad: page.pad, inhoud: pageHtml(page) }));
}

/**
 * Every document as PDF/UA-1, and letters as text that can be edited too. Byte-stable. Cost: a tenth of a second per document, a second for
 * the monitor.
 */
export async function renderPapers(
  documents: readonly DocumentPage[],
  progress: Progress = silentProgress,
): Promise<RenderedPaper[]> {
  const { pdf } = typesetter();
  const papers = documents.filter(({ pad, paper }) => paper?.href === pad.replace(/html$/, 'pdf'));
  progress.start('typeset', papers.length, 'documents');
  const rendered: RenderedPaper[] = [];
  for (const [index, page] of papers.entries()) {
    if (page.paper) rendered.push({ pad: page.paper.href, inhoud: await pdf(page) });
    if (page.editable) rendered.push({ pad: page.editable.href, inhoud: pageOdt(page) });
    progress.advance(index + 1);
  }
  progress.end();
  return rendered;
}
