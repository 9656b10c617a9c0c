// SPDX-License-Identifier: EUPL-1.2
import { TYPEN_JEUGDHULP } from '../contract/index.ts';
import { yearOfMonth } from './calendar.ts';
import type { Prestatie } from './prestatie.ts';
import { bedragCents } from './prestatie.ts';
import type { Remark } from './remark.ts';
import type { Targets } from './targets.ts';

/** What the standing prestaties of one gemeente came to in one year. Amounts in eurocent. */
export interface Uitkomst {
  readonly gemeente: string;
  readonly jaar: number;
  readonly clienten: number;
  /** In the order of `TYPEN_JEUGDHULP`. */
  readonly perType: readonly number[];
  readonly uitgavenCents: number;
  /** Above the threshold of the year's split; 0 where none is asked. */
  readonly bovenGrens: { readonly clienten: number; readonly uitgavenCents: number };
}

/** Outcomes of the parts of a region as those of the whole. No child is in two parts. */
export function addUp(uitkomsten: readonly Uitkomst[]): Uitkomst[] {
  const sums = new Map<string, Uitkomst>();
  for (const one of uitkomsten) {
    const key = `${one.gemeente}|${one.jaar}`;
    const other = sums.get(key);
    sums.set(key, other ? plus(one, other) : one);
  }
  return [...sums.values()];
}

function plus(one: Uitkomst, other: Uitkomst): Uitkomst {
  return {
    ...one,
    clienten: one.clienten + other.clienten,
    perType: one.perType.map((count, type) => count + (other.perType[type] ?? 0)),
    uitgavenCents: one.uitgavenCents + other.uitgavenCents,
    bovenGrens: {
      clienten: one.bovenGrens.clienten + other.bovenGrens.clienten,
      uitgavenCents: one.bovenGrens.uitgavenCents + other.bovenGrens.uitgavenCents,
    },
  };
}

/** Counts what stands, without looking at how it was calibrated. */
export function uitkomstenOf(
  prestaties: readonly Prestatie[],
  gemeente: number,
  targets: Targets,
): Uitkomst[] {
  return targets.years.map((jaar) => {
    const costs = new Map<number, number>();
    const perType = TYPEN_JEUGDHULP.map(() => new Set<number>());
    for (const prestatie of prestaties) {
      if (yearOfMonth(prestatie.maand) !== jaar) continue;
      const { child, type } = prestatie.traject;
      costs.set(child.id, (costs.get(child.id) ?? 0) + bedragCents(prestatie));
      perType[type]?.add(child.id);
    }
    const grens = targets.grens.find((candidate) => candidate.jaar === jaar);
    const above = [...costs.values()].filter((cents) => grens !== undefined && cents > grens.grensCents);
    return {
      gemeente: targets.gemeenten[gemeente] ?? '',
      jaar,
      clienten: costs.size,
      perType: perType.map((children) => children.size),
      uitgavenCents: sum([...costs.values()]),
      bovenGrens: { clienten: above.length, uitgavenCents: sum(above) },
    };
  });
}

/** Every target that was not reached: amounts that whole units cannot make, and splits that the means leave no room for. */
export function missedTargets(uitkomsten: readonly Uitkomst[], targets: Targets, regio: string): Remark[] {
  const remarks: Remark[] = [];
  for (const cell of targets.cells) {
    const found = uitkomsten.find(({ gemeente, jaar }) => gemeente === cell.gemeente && jaar === cell.jaar);
    if (!found) continue;
    const base = { kind: 'contradiction', gebied: cell.gemeente, jaar: cell.jaar } as const;
    const because = 'the sample could not make it';
    if (found.clienten !== cell.clienten) {
      remarks.push({
        ...base,
        indicator: 'clienten',
        type: '',
        printed: cell.clienten,
        used: found.clienten,
        because,
      });
    }
    for (const [type, code] of TYPEN_JEUGDHULP.entries()) {
      const printed = cell.perType[type] ?? 0;
      const used = found.perType[type] ?? 0;
      if (printed !== used)
        remarks.push({ ...base, indicator: 'clienten', type: code, printed, used, because });
    }
    const mean = (cents: number): number => Math.round(cents / Math.max(cell.clienten, 1) / 100) * 100;
    if (mean(found.uitgavenCents) !== mean(cell.uitgavenCents)) {
      remarks.push({
        ...base,
        indicator: 'uitgaven-per-client',
        type: '',
        printed: mean(cell.uitgavenCents),
        used: mean(found.uitgavenCents),
        because: 'lines in whole units leave no room for this amount with so few clients',
      });
    }
  }
  for (const grens of targets.grens) {
    const own = uitkomsten.filter(({ jaar }) => jaar === grens.jaar);
    const clienten = sum(own.map((uitkomst) => uitkomst.clienten));
    const cents = sum(own.map((uitkomst) => uitkomst.uitgavenCents));
    const shares = [
      ['clienten', grens.clientenShare, sum(own.map(({ bovenGrens }) => bovenGrens.clienten)) / clienten],
      ['uitgaven', grens.uitgavenShare, sum(own.map(({ bovenGrens }) => bovenGrens.uitgavenCents)) / cents],
    ] as const;
    for (const [variant, printed, used] of shares) {
      if (Math.round(printed * 100) === Math.round(used * 100)) continue;
      remarks.push({
        kind: 'contradiction',
        indicator: `kosten-boven-grens ${variant}`,
        gebied: regio,
        type: '',
        jaar: grens.jaar,
        printed,
        used,
        because: 'clients and means of the gemeenten leave no room for this split',
      });
    }
  }
  return remarks;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
