// SPDX-License-Identifier: EUPL-1.2
export { bijdragenSql, withBijdragen } from './bijdragen.ts';
export { checkDefinition } from './check-definition.ts';
export type { Berekening, Definition } from './definition.ts';
export { definitionSchema } from './definition-schema.ts';
export { bundleSql } from './duckdb.ts';
export { type BundlePart, bundleParts, bundlePlans, type FigureBundle } from './figure-bundle.ts';
export { type FigureColumns, tableOf } from './figure-columns.ts';
export type { FigurePlan, FigureRequest } from './figure-plan.ts';
export { bundleTables, eachColumns } from './figure-table.ts';
export { mediaanGrenzen, overlevingGrenzen } from './kaplan-meier.ts';
export { kwantielGrenzen } from './kwantiel.ts';
export { planFigures, planRequest } from './plan-figures.ts';
export type { UitlegCel } from './uitleg/cel.ts';
export {
  type PlanUitleg,
  type UitlegMeting,
  type UitlegStap,
  type UitlegTabellen,
  type UitlegVariant,
  withTables,
} from './uitleg/stap.ts';
export { explainPlan } from './uitleg/uitleg.ts';
export { verdelingPerPeriode } from './verdeling-per-periode.ts';
export { wordsWithParameters } from './words-with-parameters.ts';
