// SPDX-License-Identifier: EUPL-1.2
import type { GeheimhoudingZone, Telbaar } from '../contract/index.ts';
import { roundingRoom } from './afronden.ts';
import type { BekendeGrens } from './buitenkennis.ts';
import type { Getal, Getallen } from './getallen.ts';
import { isSom } from './grootheid.ts';
import type { LinearRow } from './solver.ts';
import type { Ingewijd, PlanCell, Stelsel } from './stelsel.ts';
import type { Verband } from './verbanden.ts';

/** Sums are planned in units of 1000 euro and of 100 days: they would drown the counts. Unit: cents, days. */
const EENHEDEN: Readonly<Partial<Record<Telbaar, number>>> = { eurocent: 100_000, dagen: 100 };

/** What must happen to a number, before any plan. */
export interface Voorschrift {
  readonly keuze: PlanCell['keuze'];
  readonly gewicht: number;
  /** It must stay uncertain while it is hidden. */
  readonly beschermd: boolean;
  /** It has a table of its own in which zeros are shown, so hidden means: not zero. */
  readonly nietNul: boolean;
  /** Its value is one that it can have, and not known to be the true one: only how wide it is can be asked for. */
  readonly geraden?: true;
}

/** The planner's system of a release. Order of cells and relations depends on keys alone. */
export function releaseStelsel(
  getallen: Getallen,
  verbanden: readonly Verband[],
  voorschrift: (key: string, getal: Getal) => Voorschrift,
  regels: GeheimhoudingZone,
  bekend: ReadonlyMap<string, BekendeGrens> = new Map(),
): Stelsel {
  const keys = [...getallen.keys()];
  const number = new Map(keys.map((key, index) => [key, index]));
  const cells = [...getallen].map(([key, getal]) =>
    withinBekend(planCell(key, getal, voorschrift(key, getal), regels), getal, bekend.get(key)),
  );
  const relations = verbanden.map(({ soort, termen, sum, afwijking }): LinearRow => {
    const unit = Math.max(...termen.map(([key]) => eenheid(getallen.get(key))));
    const [lower, upper] = afwijking ?? (soort === 'gelijk' ? [0, 0] : [-sum, Number.POSITIVE_INFINITY]);
    return {
      lower: lower / unit,
      upper: upper / unit,
      columns: termen.map(([key]) => number.get(key) ?? 0),
      values: termen.map(([key, factor]) => (factor * eenheid(getallen.get(key))) / unit),
    };
  });
  return { cells, relations };
}

/** Size of one unit of the planner in the unit of the figure. */
export function eenheid(getal: Pick<Getal, 'grootheid'> | undefined): number {
  return getal === undefined ? 1 : (EENHEDEN[getal.grootheid.telt] ?? 1);
}

/** Smallest value that a hidden number can have in the eyes of the attacker. */
export function ondergrens(getal: Getal, nietNul: boolean, regels: GeheimhoudingZone): number {
  if (getal.grootheid.negatief === true) return Number.NEGATIVE_INFINITY;
  if (isSom(getal.grootheid)) return Math.min(0, getal.value);
  return nietNul && regels.toonNul && getal.grootheid.afgeleid !== true ? Math.min(1, getal.value) : 0;
}

/** Nobody looks outside what is known already; what others made narrower than the policy asks is kept as wide as they left it. */
function withinBekend(cell: PlanCell, getal: Getal, bekend: BekendeGrens | undefined): PlanCell {
  if (bekend === undefined) return cell;
  const unit = eenheid(getal);
  const [down, up] = [(getal.value - bekend.low) / unit, (bekend.high - getal.value) / unit];
  return {
    ...cell,
    down: Math.min(cell.down, down),
    up: Math.min(cell.up, up),
    shownDown: Math.min(cell.shownDown, down),
    shownUp: Math.min(cell.shownUp, up),
    needDown: Math.min(cell.needDown, down),
    needUp: Math.min(cell.needUp, up),
    needWidth: Math.min(cell.needWidth, down + up),
  };
}

function planCell(
  key: string,
  getal: Getal,
  { keuze, gewicht, beschermd, nietNul, geraden }: Voorschrift,
  regels: GeheimhoudingZone,
): PlanCell {
  const unit = eenheid(getal);
  const value = getal.value / unit;
  const rounding = roundingRoom(getal.value, getal.grootheid, regels);
  const isBedrag = isSom(getal.grootheid);
  const share = regels.bedragBescherming;
  const side = isBedrag && beschermd ? share * Math.abs(value) : 0;
  const width = geraden === true ? (2 * side) / (1 - share) : 2 * side;
  return {
    key,
    keuze,
    gewicht,
    value,
    down: value - ondergrens(getal, nietNul, regels) / unit,
    up: Number.POSITIVE_INFINITY,
    shownDown: rounding.down,
    shownUp: rounding.up,
    needDown: geraden === true ? 0 : side,
    needUp: geraden === true ? 0 : side,
    // A hidden sum is never a single value, also when the policy asks for no room: at least one euro or one day.
    needWidth: !beschermd
      ? 0
      : isBedrag
        ? Math.max(width, getal.grootheid.telt === 'dagen' ? 1 / 100 : 1 / 1000)
        : Math.max(1, regels.intervalBreedte),
    ...(geraden === true ? {} : ingewijdIn(getal)),
  };
}

/** Whoever is counted knows that one is; and of a sum what he makes up of it, at most what the largest does. Source: docs/adr/the-plan-knows-what-the-counted-know.md */
function ingewijdIn({ grootheid, value, bijdragen, hoogsteBijdrage = 0 }: Getal): {
  readonly ingewijd?: Ingewijd;
} {
  if (grootheid.telt === 'openbaar' || grootheid.negatief === true || grootheid.afgeleid === true) return {};
  const isBedrag = isSom(grootheid);
  const eigen = isBedrag ? (bijdragen?.grootste ?? Math.min(value, hoogsteBijdrage)) : Math.min(value, 1);
  return eigen > 0 ? { ingewijd: { eigen: eigen / eenheid({ grootheid }), samen: !isBedrag } } : {};
}
