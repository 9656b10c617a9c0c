// SPDX-License-Identifier: EUPL-1.2
export type { Block, DocumentPage, FigureBlock, TableBlock } from './document.ts';
export type { EditionSource } from './edition.ts';
export { pageHtml } from './html/page.ts';
export { proofDocument } from './proof-page.ts';
export {
  monitorDocuments,
  type RenderedPage,
  type RenderedPaper,
  renderDocuments,
  renderPages,
  renderPapers,
} from './render-pages.ts';
