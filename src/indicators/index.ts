// SPDX-License-Identifier: EUPL-1.2
export { checkDefinition } from './check-definition.ts';
export type { Definition } from './definition.ts';
export { figureSql } from './duckdb.ts';
export type { FigurePlan, FigureRequest } from './figure-plan.ts';
export { toFigureTable } from './figure-table.ts';
export { planFigures } from './plan-figures.ts';
