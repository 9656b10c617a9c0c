// SPDX-License-Identifier: EUPL-1.2
import type {
  Buitenkennis,
  FigureRow,
  GeheimhoudingZone,
  GemeenteCode,
  Grootheid,
  MeervoudigGeteld,
  NulMogelijk,
  PublishedTable,
} from '../../contract/index.ts';
import { formuleOf, isTelling } from './definities.ts';

/** What anybody can look up about the region and the policy: it stands in `manifest.json` and `geheimhouding.json`. */
export interface PubliekeKennis {
  readonly gebieden: readonly { readonly code: string; readonly gemeenten: readonly GemeenteCode[] }[];
  readonly basisjaar: number;
  readonly regels: GeheimhoudingZone;
  readonly meervoudigGeteld?: readonly MeervoudigGeteld[];
  readonly buitenkennis?: readonly Buitenkennis[];
  readonly nulMogelijk?: readonly NulMogelijk[];
  /** Nothing is told of what is counted twice, not even that nothing is. */
  readonly isUntold?: true;
  /** Which areas are or were the region, as gemeenten joined; that of all of them when it is left out. */
  readonly regios?: readonly string[];
}

/** A number that is printed, hidden, or made up by a relation, with the values that it can have so far. */
export interface Onbekende {
  readonly grootheid: Grootheid;
  readonly periode: string;
  /** Gemeenten that the area consists of, sorted and joined; the code when it is unknown. */
  readonly gebied: string;
  readonly split: ReadonlyMap<string, string>;
  lower: number;
  upper: number;
  /** As printed, in the unit of the figure; rates are made of printed numbers. */
  geprint?: number;
  /** Difference between the ends of what others published about it; whole for a count. */
  buiten?: number;
  /** Rows that print it. */
  readonly bronnen: string[];
}

/** Sums count in thousands of euros and hundreds of days, so that they do not drown the counts. Unit: cents, days. */
const DUIZEND_EURO = 100_000;
const HONDERD_DAGEN = 100;

/** Everything that can be read off the pages of one release, number by number. */
export class Kennis {
  readonly publiek: PubliekeKennis;
  readonly onbekenden = new Map<string, Onbekende>();
  readonly #members = new Map<string, string>();
  readonly #regios: ReadonlySet<string>;

  /** `elsewhere`: numbers of another release, with values of a split that may have no row here in any area. */
  constructor(
    tables: readonly PublishedTable[],
    publiek: PubliekeKennis,
    elsewhere: Iterable<Onbekende> = [],
  ) {
    this.publiek = publiek;
    for (const { code, gemeenten } of publiek.gebieden)
      this.#members.set(code, [...gemeenten].sort().join('+'));
    const all = new Set(publiek.gebieden.flatMap(({ gemeenten }) => gemeenten));
    this.#regios = new Set(publiek.regios ?? [[...all].sort().join('+')]);
    for (const table of tables) for (const row of table.rows) this.#read(table, row);
    const nobody = this.#whatNobodyKnows(tables);
    this.#readAbsence(nobody, elsewhere);
    for (const key of nobody) this.onbekenden.delete(key);
    for (const known of publiek.buitenkennis ?? []) this.#readOutside(known);
  }

  /** The same numbers with others beside them, of which nobody told how much is counted twice in their sums. */
  beside(extra: ReadonlyMap<string, Onbekende>, older: readonly Kennis[]): Kennis {
    const { buitenkennis: _, ...publiek } = this.publiek;
    const both = new Kennis([], {
      ...publiek,
      gebieden: [...older, this].flatMap((kennis) => kennis.publiek.gebieden),
      isUntold: true,
      regios: [...older, this].flatMap((kennis) => [...kennis.#regios]),
    });
    for (const [key, number] of [...this.onbekenden, ...extra]) both.onbekenden.set(key, number);
    return both;
  }

  gebied(code: string): string {
    return this.#members.get(code) ?? code;
  }

  /** All gemeenten that there are: the region, which also counts whose gemeente nobody knows. */
  isRegio(gebied: string): boolean {
    return this.#regios.has(gebied);
  }

  /** The numbers behind a row; top and bottom for a rate. */
  numbersOf(table: PublishedTable, row: FigureRow): readonly Onbekende[] {
    const formule = formuleOf(table, row.variant);
    const alone = formule.getal ?? formule.aantal;
    if (alone !== undefined) return [this.#number(table, row, alone, row.periode)];
    if (formule.breuk === undefined) return [];
    const bottom = formule.basisjaar
      ? row.periode.replace(/^\d\d\d\d/, `${this.publiek.basisjaar}`)
      : row.periode;
    return [
      this.#number(table, row, formule.breuk.top, row.periode),
      this.#number(table, row, formule.breuk.bottom, bottom, formule.breuk.leavesOut),
    ];
  }

  #number(
    table: PublishedTable,
    row: FigureRow,
    grootheid: Grootheid,
    periode: string,
    leavesOut = '',
  ): Onbekende {
    const split = new Map(table.dimensies.map((name, at) => [name as string, row.dimensies[at] ?? '']));
    const gebied = this.gebied(split.get('gemeente') ?? row.gebied);
    split.delete('gemeente');
    split.delete(leavesOut);
    return this.find(grootheid, periode, gebied, split);
  }

  find(grootheid: Grootheid, periode: string, gebied: string, split: ReadonlyMap<string, string>): Onbekende {
    const key = keyOf(grootheid.naam, periode, gebied, split);
    const known = this.onbekenden.get(key);
    if (known !== undefined) return known;
    const fresh: Onbekende = {
      grootheid,
      periode,
      gebied,
      split,
      lower: grootheid.negatief === true ? Number.NEGATIVE_INFINITY : 0,
      upper: Number.POSITIVE_INFINITY,
      bronnen: [],
    };
    this.onbekenden.set(key, fresh);
    return fresh;
  }

  #read(table: PublishedTable, row: FigureRow): void {
    const numbers = this.numbersOf(table, row);
    const [first, second] = numbers;
    if (first === undefined) return;
    if (formuleOf(table, row.variant).aantal !== undefined) {
      if (row.noemer !== null) this.#print(first, row.noemer, labelOf(table, row));
      return;
    }
    if (second === undefined) {
      if (row.waarde !== null) this.#print(first, row.waarde, labelOf(table, row));
      else if (row.status.includes('geheim') && isTelling(first.grootheid) && !this.#canBeZero(first))
        first.lower = Math.max(first.lower, 1);
      return;
    }
    if (row.teller !== null) this.#print(first, row.teller, labelOf(table, row));
    if (row.noemer !== null) this.#print(second, row.noemer, labelOf(table, row));
  }

  /** Hidden does not tell that there is something. */
  #canBeZero({ grootheid, periode, split }: Onbekende): boolean {
    const { regels, nulMogelijk = [] } = this.publiek;
    const names = [...split.keys()].sort().join();
    return (
      !regels.toonNul ||
      nulMogelijk.some(
        (entry) =>
          entry.grootheid === grootheid.naam &&
          entry.periode === periode &&
          [...entry.dimensies].sort().join() === names,
      )
    );
  }

  #print(number: Onbekende, value: number, bron: string): void {
    number.bronnen.push(bron);
    number.geprint = value;
    const [lower, upper] = this.#values(number.grootheid, value);
    number.lower = Math.max(number.lower, lower);
    number.upper = Math.min(number.upper, upper);
  }

  /** What others published about a number, unless it contradicts what is printed here. */
  #readOutside({ grootheid, periode, gebied, dimensies, interval }: Buitenkennis): void {
    const split = new Map(Object.entries(dimensies));
    const number = this.onbekenden.get(keyOf(grootheid, periode, this.gebied(gebied), split));
    if (number === undefined) return;
    const unit = maatOf(number.grootheid);
    const low = (interval[0] ?? Number.NEGATIVE_INFINITY) / unit;
    const high = (interval[1] ?? Number.POSITIVE_INFINITY) / unit;
    if (low > number.upper || high < number.lower) return;
    number.lower = Math.max(number.lower, low);
    number.upper = Math.min(number.upper, high);
    number.buiten = Math.min(number.buiten ?? Number.POSITIVE_INFINITY, Math.floor(high) - Math.ceil(low));
  }

  /** Numbers of rows that are unknown, of no other row and not printed: no sum holds with them. Shape: keys. */
  #whatNobodyKnows(tables: readonly PublishedTable[]): ReadonlySet<string> {
    const numbers = (isUnknown: boolean): readonly Onbekende[] =>
      tables.flatMap((table) =>
        table.rows.flatMap((row) =>
          (row.status.includes('onbekend') && !row.status.includes('geheim')) === isUnknown
            ? this.numbersOf(table, row)
            : [],
        ),
      );
    const known = new Set(numbers(false));
    const isKnown = (number: Onbekende): boolean => number.bronnen.length > 0 || known.has(number);
    return new Set(numbers(true).flatMap((number) => (isKnown(number) ? [] : [keyOfNumber(number)])));
  }

  /** An area with rows for some values of a split, and none for another value that occurs in another area or elsewhere: nothing occurs there. */
  #readAbsence(nobody: ReadonlySet<string>, elsewhere: Iterable<Onbekende>): void {
    const present = new Map<string, { areas: Set<string>; members: Onbekende[] }>();
    for (const number of this.onbekenden.values()) {
      if (number.split.size === 0 || nobody.has(keyOfNumber(number))) continue;
      const key = splitOf(number);
      const group = present.get(key) ?? { areas: new Set<string>(), members: [] };
      group.areas.add(number.gebied);
      group.members.push(number);
      present.set(key, group);
    }
    const unknown = new Set([...nobody].map((key) => withoutArea(this.onbekenden.get(key))));
    for (const number of elsewhere)
      if (!unknown.has(withoutArea(number))) present.get(splitOf(number))?.members.push(number);
    for (const { areas, members } of present.values()) {
      for (const { grootheid, periode, split } of members) {
        for (const gebied of areas) {
          if (this.onbekenden.has(keyOf(grootheid.naam, periode, gebied, split))) continue;
          const zero = this.find(grootheid, periode, gebied, split);
          zero.upper = 0;
          zero.bronnen.push(`no row: ${keyOf(grootheid.naam, periode, gebied, split)}`);
        }
      }
    }
  }

  /** The true values that are printed as this one. */
  #values(grootheid: Grootheid, value: number): readonly [number, number] {
    const unit = maatOf(grootheid);
    if (!isTelling(grootheid) || grootheid.telt === 'openbaar') return [value / unit, value / unit];
    const { afronding, verbergTotEnMet } = this.publiek.regels;
    if (afronding <= 1 || value === 0) return [value, value];
    const least = value === afronding ? 1 : Math.ceil(value - afronding / 2);
    return [Math.max(least, verbergTotEnMet + 1), Math.ceil(value + afronding / 2) - 1];
  }
}

export function keyOf(
  naam: string,
  periode: string,
  gebied: string,
  split: ReadonlyMap<string, string>,
): string {
  const sorted = [...split].map(([name, value]) => `${name}:${value}`).sort();
  return [naam, periode, gebied, ...sorted].join(' / ');
}

export function keyOfNumber({ grootheid, periode, gebied, split }: Onbekende): string {
  return keyOf(grootheid.naam, periode, gebied, split);
}

/** Numbers that stand beside each other for all areas and all values of their split. */
function splitOf({ grootheid, periode, split }: Onbekende): string {
  return [grootheid.naam, periode, ...[...split.keys()].sort()].join(' / ');
}

/** The same in every area. */
function withoutArea(number: Onbekende | undefined): string {
  return number === undefined ? '' : keyOf(number.grootheid.naam, number.periode, '', number.split);
}

/** How a reader would point at a row: `clienten 2024 GM0603 type=lvb`. Two tables of an indicator can have the same values. */
export function labelOf(
  { dimensies: names }: Pick<PublishedTable, 'dimensies'>,
  { indicator, variant, periode, gebied, dimensies }: FigureRow,
): string {
  const split = names.map((name, at) => `${name}=${dimensies[at] ?? ''}`);
  return [indicator, variant, periode, gebied, ...split].filter((word) => word !== '').join(' ');
}

/** Size of one unit of the attack in the unit of the figure. */
export function maatOf({ telt }: Grootheid): number {
  if (telt === 'eurocent') return DUIZEND_EURO;
  return telt === 'dagen' ? HONDERD_DAGEN : 1;
}
