// SPDX-License-Identifier: EUPL-1.2
export { foutenCsv, type GeplandeFout } from './faults.ts';
export { parseFigures } from './figures.ts';
export { generateSample, type SampleReport, type SampleRequest } from './generate-sample.ts';
export type { Aanbieder } from './providers.ts';
export type { FiguresFile, PublishedFigure, PublishedFigures } from './published-figure.ts';
export { type Remark, remarkText } from './remark.ts';
export type { Targets } from './targets.ts';
export type { Geschreven } from './write-bronnen.ts';
