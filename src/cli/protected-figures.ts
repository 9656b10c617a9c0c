// SPDX-License-Identifier: EUPL-1.2

import { join } from 'node:path';
import type { EerdereRelease, FigureTable, Regio } from '../contract/index.ts';
import { type Protected, protect } from '../disclose/index.ts';
import { bijdragenSql, type Definition, type FigurePlan, withBijdragen } from '../indicators/index.ts';
import { figuresOfRelease, readManifest, readRelease, releaseIds } from '../publish/index.ts';
import type { Warehouse } from '../store/index.ts';
import { cbsKennis } from './cbs-kennis.ts';
import { computePlans } from './compute-figures.ts';
import type { Context } from './context.ts';
import { loadDefinition } from './definitions.ts';
import type { FigureQuestion } from './figure-options.ts';
import { RELEASE_TABLES, releasePlans, releaseYears } from './release-tables.ts';
import type { Workspace } from './workspace.ts';

/** All tables of a release, protected together, and the exact ones they came from. */
export interface ProtectedFigures extends Protected {
  readonly exact: readonly FigureTable[];
  readonly definitions: readonly Definition[];
}

/** Whether the tables of a release hold the answer. */
export function isProtected(indicator: string, question: FigureQuestion, regio: Regio): boolean {
  return (
    question.samenstelling === 'restated' &&
    question.asKnownOn === undefined &&
    question.perioden.every((periode) => releaseYears(regio).includes(periode)) &&
    RELEASE_TABLES.some(
      (table) =>
        table.indicator === indicator &&
        table.dimensies.join() === question.dimensies.join() &&
        (question.variant ?? table.variant ?? '') === (table.variant ?? question.variant ?? ''),
    )
  );
}

/** Which earlier releases count. */
export interface Eerdere {
  /** Those before this id only; absent = all. */
  readonly before?: string;
  /** Those that do not; absent = what these releases themselves say. */
  readonly ingetrokken?: readonly string[];
}

/** The tables of a release, safe for anyone. What earlier releases showed and hid binds them. */
export async function protectedFigures(
  context: Context,
  workspace: Workspace,
  warehouse: Warehouse,
  eerdere: Eerdere = {},
): Promise<ProtectedFigures> {
  const { regio } = workspace;
  const definitions = new Map<string, Definition>();
  for (const { indicator } of RELEASE_TABLES) {
    definitions.set(
      indicator,
      definitions.get(indicator) ?? (await loadDefinition(context, workspace.dir, indicator)),
    );
  }
  const plans = releasePlans(regio, definitions);
  const exact = await withContributions(warehouse, plans, await computePlans(warehouse, plans));
  const protectedTables = await protect({
    tables: exact,
    regio,
    zone: 'open',
    eerdere: earlierReleases(workspace.paths.releases, eerdere),
    buitenkennis: cbsKennis(exact),
  });
  return { ...protectedTables, exact, definitions: [...definitions.values()] };
}

/** Amounts with who makes them up, for the dominance and p % rules. */
async function withContributions(
  warehouse: Warehouse,
  plans: readonly FigurePlan[],
  tables: readonly FigureTable[],
): Promise<readonly FigureTable[]> {
  const done: FigureTable[] = [];
  for (const [index, table] of tables.entries()) {
    const plan = plans[index] as FigurePlan;
    const sql = bijdragenSql(plan);
    done.push(sql === undefined ? table : withBijdragen(table, plan, await warehouse.query(sql)));
  }
  return done;
}

/** Published releases of a workspace that count, oldest first. */
export function earlierReleases(
  releasesDir: string,
  { before, ingetrokken = withdrawnReleases(releasesDir, before) }: Eerdere = {},
): readonly EerdereRelease[] {
  const ids = releaseIds(releasesDir);
  const end = before === undefined || !ids.includes(before) ? ids.length : ids.indexOf(before);
  return ids
    .slice(0, end)
    .filter((id) => !ingetrokken.includes(id))
    .map((id) => ({ id, tables: figuresOfRelease(readRelease(join(releasesDir, id))) }));
}

/** Releases that were withdrawn by one of them, up to and including this one. */
export function withdrawnReleases(releasesDir: string, upTo?: string): readonly string[] {
  const ids = releaseIds(releasesDir);
  const last = upTo === undefined || !ids.includes(upTo) ? ids.length : ids.indexOf(upTo) + 1;
  return ids.slice(0, last).flatMap((id) => readManifest(join(releasesDir, id)).release.ingetrokken ?? []);
}
