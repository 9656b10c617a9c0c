// SPDX-License-Identifier: EUPL-1.2
import { TALEN } from '../text/index.ts';
import type { DocumentPage } from './document.ts';
import { type EditionSource, edition } from './edition.ts';
import { pageHtml } from './html/page.ts';
import { indexPage } from './index-page.ts';
import { letterPages } from './letter-pages.ts';
import { monitorPages } from './monitor-pages.ts';
import { pageOdt } from './odt/page-odt.ts';
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
  return TALEN.flatMap((taal) => {
    const bound = edition(source, taal);
    return [indexPage(bound), ...monitorPages(bound), ...letterPages(bound)];
  });
}

/** The pages of a release, ready to be published. Byte-stable: the same source gives the same text. */
export function renderPages(source: EditionSource): RenderedPage[] {
  return monitorDocuments(source).map((page) => ({ pad: page.pad, inhoud: pageHtml(page) }));
}

/** Every document as PDF/UA-1, and letters as text that can be edited too, in every language. Byte-stable. Cost: a tenth of a second per document. */
export function renderPapers(source: EditionSource): RenderedPaper[] {
  const { pdf } = typesetter();
  return monitorDocuments(source).flatMap((page) => [
    ...(hasOwnPaper(page) ? [{ pad: page.paper.href, inhoud: pdf(page) }] : []),
    ...(page.editable ? [{ pad: page.editable.href, inhoud: pageOdt(page) }] : []),
  ]);
}

/** A chapter on a page of its own points to the paper of the whole. */
function hasOwnPaper(page: DocumentPage): page is DocumentPage & Required<Pick<DocumentPage, 'paper'>> {
  return page.paper?.href === page.pad.replace(/html$/, 'pdf');
}
