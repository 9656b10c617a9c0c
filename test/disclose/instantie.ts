// SPDX-License-Identifier: EUPL-1.2
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LinearRow } from '../../src/disclose/solver.ts';
import type { PlanCell, Stelsel } from '../../src/disclose/stelsel.ts';
import { sharedRoot } from '../project-root.ts';

/** A published test table of the statistical offices. Source: shared reference, `sdc/README.md`. */
export interface Instantie {
  readonly id: string;
  readonly hierarchies: readonly Readonly<Record<string, readonly string[]>>[];
  readonly cells: readonly InstantieCel[];
  readonly optimum?: Readonly<
    Record<string, { readonly cost: number | null; readonly secondary_cost?: number }>
  >;
  readonly checks?: { readonly equations: number };
  /** What a published run of another program hides, by its name. */
  readonly published?: Readonly<Record<string, { readonly suppressed: readonly number[] }>>;
}

interface InstantieCel {
  readonly codes: readonly string[];
  readonly value: number;
  readonly primary?: boolean;
  readonly lpl?: number;
  readonly upl?: number;
  readonly fixed?: boolean;
  readonly freq?: number;
  readonly tables?: readonly string[];
}

const folder = join(sharedRoot, 'reference', 'sdc', 'instances');
export const instantiesAanwezig = existsSync(folder);

export function leesInstantie(id: string): Instantie {
  return JSON.parse(readFileSync(join(folder, `${id}.json`), 'utf8')) as Instantie;
}

/** What the attacker and the judge of an instance assume. */
export interface Opgave {
  readonly kosten: 'unit' | 'value' | 'argus';
  /** Smallest value of a hidden cell in the eyes of the attacker. */
  readonly ondergrens: number;
  /** Width asked for every primary cell; absent = the levels of the instance, or any uncertainty at all. */
  readonly breedte?: number;
}

/** The instance as a system for the planner; equations follow from the hierarchies. */
export function instantieStelsel(instantie: Instantie, { kosten, ondergrens, breedte }: Opgave): Stelsel {
  const largest = Math.max(...instantie.cells.map(({ value }) => value));
  const cells = instantie.cells.map((cell): PlanCell => {
    const levels = breedte === undefined && cell.primary === true && (cell.lpl ?? 0) + (cell.upl ?? 0) > 0;
    const isPrimary = cell.primary === true;
    return {
      key: cell.codes.join('/'),
      keuze: isPrimary ? 'verborgen' : cell.fixed === true ? 'getoond' : 'vrij',
      gewicht: kosten === 'unit' ? 1 : kosten === 'argus' ? argusCost(cell.value, largest) : cell.value,
      value: cell.value,
      down: Math.max(0, cell.value - ondergrens),
      up: Number.POSITIVE_INFINITY,
      shownDown: 0,
      shownUp: 0,
      needDown: levels ? (cell.lpl ?? 0) : 0,
      needUp: levels ? (cell.upl ?? 0) : 0,
      needWidth: isPrimary && !levels ? (breedte ?? 0.001) : 0,
    };
  });
  return { cells, relations: vergelijkingen(instantie) };
}

/** τ-ARGUS scales costs to whole numbers up to 20,000. */
function argusCost(value: number, largest: number): number {
  return Math.max(1, Math.round((20_000 * value) / largest));
}

function vergelijkingen({ cells, hierarchies }: Instantie): LinearRow[] {
  const index = new Map(cells.map(({ codes }, at) => [codes.join('\t'), at]));
  const rows = new Map<string, LinearRow>();
  hierarchies.forEach((hierarchy, dimension) => {
    for (const [parent, children] of Object.entries(hierarchy)) {
      const members = new Set([parent, ...children]);
      for (const { codes, tables } of cells) {
        if (!members.has(codes[dimension] ?? '')) continue;
        const at = (code: string) =>
          index.get(codes.map((own, d) => (d === dimension ? code : own)).join('\t'));
        const key = `${dimension} ${parent} ${codes.map((own, d) => (d === dimension ? '*' : own)).join('\t')}`;
        if (rows.has(key)) continue;
        const whole = at(parent);
        const parts = children.flatMap((code) => at(code) ?? []);
        if (tables !== undefined && (whole === undefined || parts.length < children.length)) continue;
        rows.set(key, {
          lower: 0,
          upper: 0,
          columns: [...parts, ...(whole === undefined ? [] : [whole])],
          values: [...parts.map(() => 1), ...(whole === undefined ? [] : [-1])],
        });
      }
    }
  });
  return [...rows.values()];
}

/** Published or proved optimum of up to 414 cells: instance, cost function, cost of the secondary cells. Source: shared reference, sdc/README.md. */
export const OPTIMA: readonly (readonly [id: string, kosten: Opgave['kosten'], cost: number])[] = [
  ['argus-check-ex1', 'value', 1950],
  ['argus-check-simple2d', 'argus', 621],
  ['argus-check-simple2d', 'unit', 4],
  ['argus-manual-cta-3x3', 'value', 86],
  ['argus-manual-cta-3x3', 'unit', 3],
  ['argus-manual-singleton-2x4', 'unit', 2],
  ['argus-sas2argus-example1', 'argus', 87],
  ['argus-sas2argus-example1', 'unit', 4],
  ['argus-sas2argus-example4', 'argus', 36],
  ['argus-sas2argus-example4', 'unit', 6],
  ['gauss-small-t1-2014-age-geo-maxN1', 'unit', 3],
  ['gauss-small-t2-2014-age-geo-eu-maxN2', 'unit', 5],
  ['gauss-small-t4-2014-maxN4-nozeros', 'unit', 4],
  ['gauss-small-t5-2014-maxN3-seczeros', 'unit', 2],
  ['gauss-small-t7-2015-maxN2', 'unit', 7],
  ['gauss-z1', 'unit', 3],
  ['gauss-z1', 'value', 29],
  ['rtauargus-turnover-act-size', 'value', 49_223_640.1391],
  ['rtauargus-turnover-act-size', 'unit', 60],
  ['rtauargus-vignette-act-size', 'value', 80],
  ['rtauargus-vignette-act-size', 'unit', 2],
  ['sdctable-4x4-two-per-line-not-enough', 'unit', 1],
  ['sdctable-4x4-two-per-line-not-enough', 'value', 31],
  ['sdctable-linked-county-size', 'unit', 1],
  ['sdctable-microdata1-freq', 'value', 40],
  ['sdctable-microdata1-freq', 'unit', 3],
  ['usersupport-135-three-singletons', 'unit', 0],
];
