// SPDX-License-Identifier: EUPL-1.2
export { dataTableHtml, type TableFrame, type TableWords } from './data-table-html.ts';
export { inlineHtml } from './inline-html.ts';
export { type Inline, markdownBlocks, type TextBlock } from './markdown.ts';
export { finished, html, type Markup, type MarkupValue } from './markup.ts';
