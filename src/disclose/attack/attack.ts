// SPDX-License-Identifier: EUPL-1.2
import type {
  AttackReport,
  EerdereRelease,
  PublishedTable,
  TeSmal,
  VerborgenCel,
} from '../../contract/index.ts';
import type { Solver } from '../solver.ts';
import { loadSolver } from '../solver.ts';
import type { Formule } from './definities.ts';
import { formuleOf, isTelling, neverExceeds } from './definities.ts';
import { acrossReleases, earlierEquations, knowledgeOf, placeOf, reopened } from './eerdere.ts';
import type { Grens } from './grenzen.ts';
import { grenzen, undisputed } from './grenzen.ts';
import type { Onbekende, PubliekeKennis } from './kennis.ts';
import { Kennis, keyOfNumber, maatOf } from './kennis.ts';
import type { Vergelijking } from './vergelijking.ts';
import { NERGENS, vergelijkingenOf } from './vergelijkingen.ts';

export type { PubliekeKennis } from './kennis.ts';

export interface AttackInput {
  /** The figures as they stand in the release. */
  readonly tables: readonly PublishedTable[];
  readonly publiek: PubliekeKennis;
  readonly eerdere?: readonly EerdereRelease[];
}

/**
 * Tries to recompute every hidden figure from what is published, as somebody without the warehouse would. Shares no code with the planner
 * but the solver door. Intervals rest on what has a row in this release; somebody who kept older releases also has what they hid and this one leaves out,
 * and with that nothing may be too narrow either.
 */
export async function attack({ tables, publiek, eerdere = [] }: AttackInput): Promise<AttackReport> {
  const solver = await loadSolver();
  const kennis = new Kennis(tables, publiek);
  const equations = vergelijkingenOf(kennis, tables);
  const older = [
    ...eerdere.flatMap((release) => earlierEquations(release, kennis)),
    ...acrossReleases(eerdere, kennis),
  ];
  const rows = hiddenRows(tables, kennis);
  const hidden = [...rows, ...withoutRow(equations)];
  const wanted = new Set(hidden.flatMap(({ numbers }) => numbers).filter((number) => !isPrinted(number)));
  const { bounds, tegenspraak } = withOlder(equations, older, wanted, solver);
  const found = hidden.map(({ cel, numbers, formule }) => judge(cel, numbers, formule, bounds, publiek));
  const kept =
    tegenspraak.length > 0 ? [] : narrowByWhatWasKept({ kennis, equations, hidden, wanted, eerdere, solver });
  return {
    solver: { naam: solver.naam, versie: solver.versie },
    cellen: found.slice(0, rows.length).map(({ interval, ...cel }) => ({ ...stripped(cel), interval })),
    teSmal: [
      ...found.filter((cel) => cel.smal).map(({ smal: _, ...cel }): TeSmal => cel),
      ...kept
        .filter(({ label }) => !found.some((cel, place) => cel.smal && hidden[place]?.label === label))
        .map(({ cel }) => cel),
      ...eerdere.flatMap((release) => reopened(release, tables, kennis)),
    ],
    tegenspraak,
  };
}

/** Bounds with what older releases say, but for what contradicts this one. */
function withOlder(
  equations: readonly Vergelijking[],
  older: readonly Vergelijking[],
  wanted: ReadonlySet<Onbekende>,
  solver: Solver,
): ReturnType<typeof grenzen> {
  const together = grenzen([...equations, ...older], wanted, solver);
  return older.length > 0 && together.tegenspraak.length > 0
    ? grenzen([...equations, ...undisputed(equations, older, solver)], wanted, solver)
    : together;
}

interface Behouden {
  readonly kennis: Kennis;
  readonly equations: readonly Vergelijking[];
  readonly hidden: readonly HiddenRow[];
  readonly wanted: ReadonlySet<Onbekende>;
  readonly eerdere: readonly EerdereRelease[];
  readonly solver: Solver;
}

/** What is too narrow for somebody who kept older releases, with what they hid and this one has no row of: in this release, and in those. */
function narrowByWhatWasKept(input: Behouden): readonly { readonly label: string; readonly cel: TeSmal }[] {
  const { kennis, equations, hidden, wanted, eerdere, solver } = input;
  const weg = new Map<string, Onbekende>();
  const old = eerdere.flatMap((release) => earlierEquations(release, kennis, weg));
  const older = [...old, ...acrossReleases(eerdere, kennis, weg)];
  if (weg.size === 0) return [];
  const gone = eerdere.flatMap((release) => {
    const then = knowledgeOf(release, kennis);
    return hiddenRows(release.tables, then).flatMap((row) => {
      const [number, second] = row.numbers.map((one) => weg.get(placeOf(one, then, kennis)));
      return number === undefined || second !== undefined || row.numbers.length > 1
        ? []
        : [{ ...row, numbers: [number] }];
    });
  });
  const ofGone = new Set(gone.flatMap(({ numbers }) => numbers));
  const together = withOlder(equations, older, new Set([...wanted, ...ofGone]), solver);
  const alone = grenzen(old, ofGone, solver);
  const narrow = (rows: readonly HiddenRow[], { bounds }: typeof together) =>
    rows.flatMap(({ cel, label, numbers, formule }) => {
      const { smal, ...found } = judge(cel, numbers, formule, bounds, kennis.publiek);
      return smal ? [{ label, cel: found }] : [];
    });
  const before = new Set(narrow(gone, alone).map(({ label }) => label));
  return [...narrow(hidden, together), ...narrow(gone, together).filter(({ label }) => !before.has(label))];
}

/** What the solver may be off by. Unit: that of the attack. */
const NOISE = 1e-6;

interface HiddenRow {
  readonly label: string;
  readonly cel: Omit<VerborgenCel, 'interval'>;
  readonly numbers: readonly Onbekende[];
  readonly formule: Formule;
}

function hiddenRows(tables: readonly PublishedTable[], kennis: Kennis): HiddenRow[] {
  const rows = tables.flatMap((table) =>
    table.rows.flatMap((row): HiddenRow[] => {
      const formule = formuleOf(table, row.variant);
      if (!row.status.includes('geheim') || formule.getal?.telt === 'openbaar') return [];
      const { indicator, variant, periode, gebied } = row;
      const dimensies = Object.fromEntries(
        table.dimensies.map((name, at) => [name, row.dimensies[at] ?? '']),
      );
      return [
        {
          label: [indicator, variant, periode, gebied, ...row.dimensies, ...table.dimensies].join('\t'),
          cel: { indicator, variant, periode, gebied, dimensies },
          numbers: kennis.numbersOf(table, row),
          formule,
        },
      ];
    }),
  );
  return rows.sort((a, b) => (a.label < b.label ? -1 : a.label > b.label ? 1 : 0));
}

/** What no row shows and must not be found out all the same: how many have no known gemeente. */
function withoutRow(equations: readonly Vergelijking[]): HiddenRow[] {
  const numbers = new Set(
    equations.flatMap(({ termen }) =>
      termen.flatMap(({ number }) => (number.gebied === NERGENS ? [number] : [])),
    ),
  );
  return [...numbers].map((number) => {
    const { grootheid, periode, gebied, split } = number;
    return {
      label: keyOfNumber(number),
      cel: { indicator: grootheid.naam, variant: '', periode, gebied, dimensies: Object.fromEntries(split) },
      numbers: [number],
      formule: { getal: grootheid },
    };
  });
}

function isPrinted(number: Onbekende): boolean {
  return number.bronnen.length > 0 && number.upper - number.lower < 1e-9;
}

interface Judged extends TeSmal {
  readonly smal: boolean;
}

function judge(
  cel: Omit<VerborgenCel, 'interval'>,
  numbers: readonly Onbekende[],
  { breuk, aantal }: Formule,
  bounds: ReadonlyMap<Onbekende, Grens>,
  publiek: PubliekeKennis,
): Judged {
  const isRate = numbers.length > 1;
  const [first, second] = numbers.map((number) => boundOf(number, bounds, isRate));
  const [number] = numbers;
  if (first === undefined || number === undefined || aantal !== undefined)
    return { ...cel, interval: [null, null], door: [], smal: false };
  if (second === undefined) {
    const interval = [first.low, finite(first.high)] as const;
    return { ...cel, interval, door: first.door, smal: isNarrow(first, number, publiek) };
  }
  const low = second.high > 0 && Number.isFinite(second.high) ? first.low / second.high : 0;
  const raw = second.low > 0 ? first.high / second.low : Number.POSITIVE_INFINITY;
  const minus = breuk?.minus ?? 0;
  const isPart =
    breuk !== undefined && (breuk.leavesOut !== undefined || neverExceeds(breuk.top, breuk.bottom));
  const isShare = isPart && minus === 0;
  const high = isShare ? Math.min(1, raw) : raw;
  const door = [...new Set([...first.door, ...second.door])];
  const isNothing = first.low === 0 && first.high === 0;
  return {
    ...cel,
    interval: [low - minus, finite(high - minus)],
    door,
    smal: !isNothing && high - low < 1e-9,
  };
}

function boundOf(number: Onbekende, bounds: ReadonlyMap<Onbekende, Grens>, isRate: boolean): Grens {
  const unit = maatOf(number.grootheid);
  if (isRate && number.geprint !== undefined) {
    return { low: number.geprint, high: number.geprint, door: number.bronnen.slice(0, 1) };
  }
  const { low, high, door } = bounds.get(number) ?? {
    low: number.lower,
    high: number.upper,
    door: number.bronnen,
  };
  return { low: Math.ceil((low - NOISE) * unit), high: Math.floor((high + NOISE) * unit), door };
}

/** Closer than the policy allows. What others published more closely than that cannot be kept wider than they left it. */
function isNarrow(
  { low, high }: Grens,
  { grootheid, buiten, gebied }: Onbekende,
  { regels }: PubliekeKennis,
): boolean {
  if (gebied === NERGENS && high > regels.verbergTotEnMet) return false;
  const outside = buiten ?? Number.POSITIVE_INFINITY;
  if (isTelling(grootheid)) return high - low < Math.min(Math.max(1, regels.intervalBreedte), outside);
  const { bedragBescherming } = regels;
  const least = grootheid.telt === 'eurocent' ? 100 : 1;
  const [most, few] = [
    high * (1 - Math.sign(high) * bedragBescherming),
    low * (1 + Math.sign(low) * bedragBescherming),
  ];
  return high - low < least || most < few - 1e-6 * Math.abs(few);
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

function stripped({ smal: _, door: __, ...cel }: Omit<Judged, 'interval'>): Omit<VerborgenCel, 'interval'> {
  return cel;
}
