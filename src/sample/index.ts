// SPDX-License-Identifier: EUPL-1.2
export { type FiguresFile, type PublishedFigure, type PublishedFigures, parseFigures } from './figures.ts';
export type { Remark } from './remark.ts';
