// SPDX-License-Identifier: EUPL-1.2
import type { Getal, Getallen } from './getallen.ts';
import { plaatsKey } from './getallen.ts';

/** A term of a relation: a maat, and the calendar year that it is of (-1 = the year before). */
interface Term {
  readonly maat: string;
  readonly jaar: -1 | 0 | 1;
  readonly factor: 1 | -1;
}

/** `Σ factor · number ≥ 0` in one area and split. */
interface Regel {
  readonly termen: readonly Term[];
  /** Only without a split: what happens next can be of another type or provider. */
  readonly zonderSplitsing?: true;
  /** Nothing is left over but for what is rare: ends that were never told, a child placed twice. */
  readonly vrijwelGelijk?: true;
  /** No definition says it, but a reader may suppose it. */
  readonly vermoed?: true;
  /** Least value of a parameter for which it holds. */
  readonly vanaf?: readonly [parameter: string, least: number];
}

const meer = (maat: string, jaar: Term['jaar'] = 0): Term => ({ maat, jaar, factor: 1 });
const minder = (maat: string, jaar: Term['jaar'] = 0): Term => ({ maat, jaar, factor: -1 });

/** What definitions imply of a year and the years beside it, and what readers suppose of them (`vermoed`). Source: docs/reference/geheimhouding.md, rule 8 */
const REGELS: readonly Regel[] = [
  {
    termen: [meer('plaatsingen-op-einde', -1), meer('plaatsingen-begonnen'), minder('plaatsingen-op-einde')],
  },
  {
    termen: [meer('plaatsingen-op-einde', -1), meer('plaatsingen-begonnen'), minder('jeugdigen-geplaatst')],
    vrijwelGelijk: true,
  },
  { termen: [meer('jeugdigen-geplaatst', -1), meer('plaatsingen-begonnen'), minder('jeugdigen-geplaatst')] },
  {
    termen: [meer('trajecten', -1), meer('begonnen'), minder('trajecten'), minder('eindes', -1)],
    vrijwelGelijk: true,
  },
  { termen: [meer('trajecten', -1), meer('begonnen'), minder('trajecten'), minder('uitstroom', -1)] },
  {
    termen: [meer('uitstroom'), meer('momenten-met-terugkeer'), minder('uitstroom-momenten')],
    vanaf: ['return-window-days', 365],
  },
  {
    termen: [meer('begonnen'), meer('begonnen', 1), minder('momenten-met-terugkeer')],
    zonderSplitsing: true,
  },
  { termen: [meer('stand-beeindigd'), meer('stand-eind'), minder('uitstroom')] },
  { termen: [meer('dagen-van-eindes'), minder('eindes')] },
  // A decision is taken within a year of the request.
  { termen: [meer('jbt-gezinnen', -1), meer('jbt-gezinnen'), minder('jbt-besluiten')], vermoed: true },
  // Who is in care when the year begins had a traject in the year before.
  { termen: [meer('trajecten', -1), minder('stand-begin')], vermoed: true },
];

/** A relation over years, as the numbers that are never less together than the others. */
export interface Jaarverband {
  readonly meer: readonly Getal[];
  readonly minder: readonly Getal[];
  /** A reader may suppose that nothing is left over. */
  readonly vrijwelGelijk?: true;
  /** No definition says it, but a reader may suppose it. */
  readonly vermoed?: true;
}

/** The relations over years between these numbers, those that hold within a year included. */
export function jaarverbanden(getallen: Getallen): readonly Jaarverband[] {
  const cells = new Map<string, Getal[]>();
  for (const getal of getallen.values()) {
    if (!/^\d{4}$/.test(getal.periode) || getal.grootheid.afgeleid === true) continue;
    const key = plaatsKey('', '', getal.gebied, getal.dimensies);
    cells.set(key, [...(cells.get(key) ?? []), getal]);
  }
  return [...cells.values()].flatMap((cell) => {
    const at = groupByMaat(cell);
    const years = [...new Set(cell.map(({ periode }) => Number(periode)))].sort();
    const isSplit = (cell[0]?.dimensies.length ?? 0) > 0;
    return years.flatMap((year) => [
      ...REGELS.filter(({ zonderSplitsing }) => zonderSplitsing !== true || !isSplit).flatMap((regel) =>
        volgens(regel, year, at),
      ),
      ...langeMaatregelen(year, at),
      ...korteMaatregelen(year, at),
    ]);
  });
}

type PerMaat = (maat: string, jaar: number) => readonly Getal[];

function groupByMaat(cell: readonly Getal[]): PerMaat {
  const groups = new Map<string, Getal[]>();
  for (const getal of cell) {
    const key = `${getal.grootheid.maat} ${getal.periode}`;
    groups.set(key, [...(groups.get(key) ?? []), getal]);
  }
  return (maat, jaar) => groups.get(`${maat} ${jaar}`) ?? [];
}

/** Every way to fill in the terms with quantities that are counted alike. */
function volgens({ termen, vanaf, vrijwelGelijk, vermoed }: Regel, year: number, at: PerMaat): Jaarverband[] {
  let found: (readonly Getal[])[] = [[]];
  for (const { maat, jaar } of termen) {
    found = found.flatMap((before) =>
      at(maat, year + jaar)
        .filter((getal) => before.every((other) => isEender(getal, other)))
        .map((getal) => [...before, getal]),
    );
  }
  const holds = (numbers: readonly Getal[]): boolean =>
    vanaf === undefined ||
    numbers.every(({ grootheid }) => Number(grootheid.parameters?.[vanaf[0]] ?? vanaf[1]) >= vanaf[1]);
  const signed = (numbers: readonly Getal[], factor: 1 | -1): readonly Getal[] =>
    numbers.filter((_, place) => termen[place]?.factor === factor);
  return found.filter(holds).map((numbers) => ({
    meer: signed(numbers, 1),
    minder: signed(numbers, -1),
    ...(vrijwelGelijk === undefined ? {} : { vrijwelGelijk }),
    ...(vermoed === undefined ? {} : { vermoed }),
  }));
}

/** The same parameters and the same codes, as far as both have them. */
function isEender({ grootheid: a }: Getal, { grootheid: b }: Getal): boolean {
  const sameCodes =
    a.codes === undefined || b.codes === undefined || a.codes.toSorted().join() === b.codes.toSorted().join();
  return (
    sameCodes &&
    Object.entries(a.parameters ?? {}).every(
      ([name, value]) => b.parameters?.[name] === undefined || b.parameters[name] === value,
    )
  );
}

/** An ots that lasts two years or longer ran the year before and the one before that, as a short or a long one. */
function langeMaatregelen(year: number, at: PerMaat): Jaarverband[] {
  const ots = (jaar: number, code: string) => at(MET_MAATREGEL, jaar).filter((getal) => isOnly(getal, code));
  return ots(year, 'ots-lang').flatMap((lang) =>
    [year - 1, year - 2].flatMap((before): Jaarverband[] => {
      const parts = [...ots(before, 'ots-kort'), ...ots(before, 'ots-lang')];
      const wholes = at(MET_MAATREGEL, before).filter(
        ({ grootheid }) => grootheid.codes?.includes('ots-kort') && grootheid.codes.includes('ots-lang'),
      );
      return [
        ...(parts.length === 2 ? [{ meer: parts, minder: [lang] }] : []),
        ...wholes.map((whole) => ({ meer: [whole], minder: [lang] })),
      ];
    }),
  );
}

/** An ots of less than two years ran the year before, as a short one, or was granted in this one, unless that was done at the end of a year for the next. */
function korteMaatregelen(year: number, at: PerMaat): Jaarverband[] {
  const kort = (jaar: number) => at(MET_MAATREGEL, jaar).filter((getal) => isOnly(getal, 'ots-kort'));
  const verleend = at('beschikkingen', year).filter((getal) => isOnly(getal, 'ots'));
  return kort(year).flatMap((nu) =>
    kort(year - 1).flatMap((before) =>
      verleend.map((granted) => ({ meer: [before, granted], minder: [nu], vermoed: true as const })),
    ),
  );
}

const MET_MAATREGEL = 'jeugdigen-met-maatregel';

/** Whether it counts this code and no other. */
function isOnly({ grootheid }: Getal, code: string): boolean {
  return grootheid.codes?.join() === code;
}
