// SPDX-License-Identifier: EUPL-1.2
import type { ReleaseBreuk, ReleaseGebied } from '../contract/index.ts';
import { breaksIn, breakYear, type Edition, isTouched } from './edition.ts';

/** What a break is weighed against: an area, a type within it, and the period of one figure. */
export interface BreakKey {
  readonly indicator: string;
  readonly gebied: ReleaseGebied;
  readonly jaar: number;
  readonly periode?: string;
  readonly split?: Readonly<{ type?: string }>;
}

/** Which breaks lie inside one table, and where. */
export interface TableBreaks {
  /** Touch every figure, and need no mark at a row. */
  readonly general: readonly ReleaseBreuk[];
  /** Touch some of these figures and not the whole table. */
  marked(keys: readonly BreakKey[]): ReleaseBreuk[];
  /** A break lies between the period of the cell to the left and this one. */
  between(before: BreakKey | undefined, key: BreakKey): boolean;
}

/** The breaks of a table with these figures: those between its first and its last year. */
export function tableBreaks(edition: Edition, keys: readonly BreakKey[]): TableBreaks {
  const years = keys.map(({ jaar }) => jaar);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const known = new Map<string, readonly ReleaseBreuk[]>();
  const of = ({ indicator, gebied, split }: BreakKey): readonly ReleaseBreuk[] => {
    const type = split?.type;
    const name = [indicator, gebied.code, type ?? ''].join('|');
    const found =
      known.get(name) ??
      breaksIn(edition, gebied, type === undefined ? {} : { type }).filter(
        (breuk) =>
          isTouched(edition, indicator, breuk.soort) && breakYear(breuk) > first && breakYear(breuk) <= last,
      );
    known.set(name, found);
    return found;
  };
  const sets = [...new Set(keys.map(of))];
  const general = (sets[0] ?? []).filter(
    (breuk) => breuk.types.length === 0 && sets.every((breaks) => breaks.includes(breuk)),
  );
  return {
    general,
    marked: (own) => [...new Set(own.flatMap(of))].filter((breuk) => !general.includes(breuk)),
    between: (before, key) =>
      before !== undefined && of(key).some(({ datum }) => firstDay(before) < datum && datum <= firstDay(key)),
  };
}

function firstDay({ jaar, periode }: BreakKey): string {
  const [, kwartaal] = /-Q(\d)$/.exec(periode ?? '') ?? [];
  return `${jaar}-${String((Number(kwartaal ?? 1) - 1) * 3 + 1).padStart(2, '0')}-01`;
}
