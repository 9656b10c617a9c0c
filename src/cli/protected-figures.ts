// SPDX-License-Identifier: EUPL-1.2

import { join } from 'node:path';
import {
  type EerdereRelease,
  type FigureTable,
  type Geheimhouding,
  OperatorError,
  type PublishedTable,
  type Regio,
} from '../contract/index.ts';
import { type Protected, protect } from '../disclose/index.ts';
import { bijdragenSql, type Definition, type FigurePlan, withBijdragen } from '../indicators/index.ts';
import {
  figuresOfRelease,
  type PublishedRelease,
  readManifest,
  readRelease,
  releaseIds,
} from '../publish/index.ts';
import type { Warehouse } from '../store/index.ts';
import { cbsKennis } from './cbs-kennis.ts';
import { computePlans } from './compute-figures.ts';
import type { Context } from './context.ts';
import { loadDefinition } from './definitions.ts';
import type { FigureQuestion } from './figure-options.ts';
import { RELEASE_TABLES, releasePlans, releaseYears } from './release-tables.ts';
import type { Workspace } from './workspace.ts';

/** All tables of a release as they are, and what defines them; not safe to show. */
export interface ExactFigures {
  readonly exact: readonly FigureTable[];
  readonly definitions: readonly Definition[];
}

/** The same, protected together. */
export interface ProtectedFigures extends Protected, ExactFigures {}

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
  /** Those that this release was made after, as it says itself, by its id or as it was read; absent, or not made yet = all there are. */
  readonly before?: string | PublishedRelease;
  /** Those that do not; absent = what these releases themselves say. */
  readonly ingetrokken?: readonly string[];
}

/** The tables of a release, safe for anyone. What earlier releases showed and hid binds them. Throws: `disclose.cannot-protect`. */
export async function protectedFigures(
  { regio, paths }: Workspace,
  figures: ExactFigures,
  eerdere: Eerdere = {},
): Promise<ProtectedFigures> {
  const protectedTables = await protect({
    tables: figures.exact,
    regio,
    zone: 'open',
    eerdere: earlierReleases(paths.releases, eerdere),
    buitenkennis: cbsKennis(figures.exact),
  });
  return { ...protectedTables, ...figures };
}

/** Whether a release shows other figures than these: one of its figures has another value now. Of figures that are rounded nothing is said. */
export function showsOther(
  tables: readonly PublishedTable[],
  { exact }: ExactFigures,
  { geheimhouding }: Regio,
): boolean {
  if (geheimhouding.open.afronding > 1) return false;
  const values = (all: readonly PublishedTable[]) =>
    all.flatMap(({ dimensies: split, rows }) =>
      rows.map(({ indicator, variant, periode, gebied, dimensies, waarde }) => {
        const key = [indicator, variant, periode, gebied, ...split, ...dimensies].join('|');
        return [key, waarde] as const;
      }),
    );
  const now = new Map(values(exact));
  return values(tables).some(([key, waarde]) => waarde !== null && now.get(key) !== waarde);
}

/** The tables of a release as they are, with who makes up their sums; not safe to show. */
export async function releaseFigures(
  context: Context,
  workspace: Workspace,
  warehouse: Warehouse,
): Promise<ExactFigures> {
  const definitions = new Map<string, Definition>();
  for (const { indicator } of RELEASE_TABLES) {
    definitions.set(
      indicator,
      definitions.get(indicator) ?? (await loadDefinition(context, workspace.dir, indicator)),
    );
  }
  const plans = releasePlans(workspace.regio, definitions);
  const exact = await withContributions(warehouse, plans, await computePlans(warehouse, plans));
  return { exact, definitions: [...definitions.values()] };
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

/**
 * Published releases of a workspace that count, by id: an id says nothing about which of two years was published first. Throws: `cli.earlier-release-absent`, when one that this
 * release was made after is not there: what it shows is missing then.
 */
export function earlierReleases(
  releasesDir: string,
  { before, ingetrokken = withdrawnReleases(releasesDir, before) }: Eerdere = {},
): readonly EerdereRelease[] {
  const ids = releaseIds(releasesDir);
  const counted = countedBy(releasesDir, before) ?? ids;
  const absent = counted.filter((id) => !ids.includes(id) && !ingetrokken.includes(id));
  if (absent.length > 0)
    throw new OperatorError({
      code: 'cli.earlier-release-absent',
      subject: absent.join(', '),
      place: releasesDir,
      remedy: 'this release was made after these, and what they show counts: put their folders beside it',
    });
  return ids
    .filter((id) => counted.includes(id) && !ingetrokken.includes(id))
    .map((id) => {
      const published = readRelease(join(releasesDir, id));
      const { basisjaar, samenstelling } = published.manifest.release;
      return {
        id,
        basisjaar,
        gebieden: samenstelling.gebieden,
        geheimhouding: published.geheimhouding as Geheimhouding,
        tables: figuresOfRelease(published),
      };
    });
}

/** Those that a release says it was made after. `undefined`: there is none yet. */
function countedBy(releasesDir: string, of: Eerdere['before']): readonly string[] | undefined {
  if (of === undefined || (typeof of === 'string' && !releaseIds(releasesDir).includes(of))) return undefined;
  const { geheimhouding } = typeof of === 'string' ? readRelease(join(releasesDir, of)) : of;
  return (geheimhouding as Geheimhouding).aanvaller.eerdereReleases;
}

/** Releases that are withdrawn, as this one says itself; when it is not made yet, as any of them says. */
export function withdrawnReleases(releasesDir: string, of?: Eerdere['before']): readonly string[] {
  if (typeof of === 'object') return of.manifest.release.ingetrokken ?? [];
  const ids = releaseIds(releasesDir);
  const asked = of === undefined || !ids.includes(of) ? ids : [of];
  return asked.flatMap((id) => readManifest(join(releasesDir, id)).release.ingetrokken ?? []);
}
