// SPDX-License-Identifier: EUPL-1.2

export { groepName, listing, shortName } from './area-name.ts';
export { codeName, codeNames } from './code-name.ts';
export type { DashboardTexts } from './dashboard-nl.ts';
export { dashboardTexts } from './dashboard-texts.ts';
export type { FigureTexts } from './figure-nl.ts';
export { figureTexts } from './figure-texts.ts';
export type { Texts } from './nl.ts';
export { type Notation, notation } from './notation.ts';
export type { UitlegSleutel } from './proof-nl.ts';
export { slug } from './slug.ts';
export { sourceLine } from './source-line.ts';
export { TALEN, type Taal } from './taal.ts';
export { texts } from './texts.ts';
