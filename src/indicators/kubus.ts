// SPDX-License-Identifier: EUPL-1.2
import type { Dimensie, SqlColumns } from '../contract/index.ts';
import { Celboek } from './celboek.ts';
import { vasteCodes } from './dimensie.ts';
import { type FigureBundle, splitOf } from './figure-bundle.ts';
import { type Gelezen, lees } from './gelezen.ts';
import type { Bron } from './maat.ts';
import { type Houder, Metingen } from './metingen.ts';
import { Woordenboek } from './woordenboek.ts';

/** One way of splitting: its cells, and what each query that knows it measured. */
interface Splitsing {
  readonly celboek: Celboek;
  readonly metingen: ReadonlyMap<number, Metingen>;
  readonly vast: Map<string, Int32Array>;
}

/** All that the queries of a bundle gave, made ready per way of splitting when the first figure of it is asked. */
export class Kubus {
  readonly gelezen: readonly Gelezen[];
  readonly #bundle: FigureBundle;
  readonly #boek: Woordenboek;
  readonly #houder: Houder = {};
  readonly #splitsingen = new Map<string, Splitsing>();

  constructor(bundle: FigureBundle, results: readonly SqlColumns[]) {
    this.#bundle = bundle;
    this.gelezen = bundle.queries.map((query, index) => lees(query, results[index] ?? NO_ROWS));
    const codes = new Set(this.gelezen.flatMap(({ woorden }) => woorden));
    for (const { bron, leden, gebieden, splits } of bundle.queries) {
      for (const { gemeente } of leden) codes.add(gemeente);
      for (const { code } of gebieden) codes.add(code);
      for (const dimensie of new Set(splits.flat()))
        for (const code of vasteCodes(bron, dimensie)) codes.add(code);
    }
    this.#boek = new Woordenboek(codes);
  }

  /** What the query at this place measured for cells of these dimensions. */
  metingen(query: number, dimensies: readonly Dimensie[]): Metingen {
    const found = this.#splitsing(dimensies).metingen.get(query);
    if (found === undefined) throw new RangeError(`query ${query} does not split by ${dimensies.join(', ')}`);
    return found;
  }

  /** The codes of each cell of these dimensions. */
  cellen(dimensies: readonly Dimensie[]): readonly (readonly string[])[] {
    return this.#splitsing(dimensies).celboek.cellen;
  }

  /** Per cell of some dimensions the cell of some of them; -1 where nobody measured that. */
  deelVan(dimensies: readonly Dimensie[], deel: readonly Dimensie[]): Int32Array {
    const { celboek } = this.#splitsing(deel);
    const places = deel.map((dimensie) => dimensies.indexOf(dimensie));
    return Int32Array.from(this.cellen(dimensies), (codes) =>
      celboek.find(places.map((place) => codes[place] ?? '')),
    );
  }

  /** The cells that are shown even when nothing occurs in them, in order; `members` are the gemeenten that the area then has. */
  vaste(bron: Bron, dimensies: readonly Dimensie[], members: readonly string[]): Int32Array {
    const { celboek, vast } = this.#splitsing(dimensies);
    const name = [bron, ...members].join('|');
    const known = vast.get(name);
    if (known !== undefined) return known;
    const cells = Int32Array.from(fixedCells(bron, dimensies, members), (codes) =>
      celboek.find(codes),
    ).sort();
    vast.set(name, cells);
    return cells;
  }

  #splitsing(dimensies: readonly Dimensie[]): Splitsing {
    const name = dimensies.join();
    const known = this.#splitsingen.get(name);
    if (known !== undefined) return known;
    const made = this.#make(dimensies);
    this.#splitsingen.set(name, made);
    return made;
  }

  #make(dimensies: readonly Dimensie[]): Splitsing {
    const celboek = new Celboek(this.#boek, dimensies.length);
    const counted: { readonly query: number; readonly records: Int32Array; readonly nummers: Int32Array }[] =
      [];
    for (const [query, gelezen] of this.gelezen.entries()) {
      const records = gelezen.rijen[splitOf(gelezen.query, dimensies)];
      if (records === undefined) continue;
      this.#addFixed(celboek, gelezen.query.bron, dimensies);
      const codes = dimensies.map((dimensie) => this.#codesOf(gelezen, dimensie));
      let record = 0;
      const code = (place: number): number => codes[place]?.(record) ?? 0;
      const nummers = records.map((one) => {
        record = one;
        return celboek.add(code);
      });
      counted.push({ query, records, nummers });
    }
    celboek.sort();
    const { volgorde, cellen } = celboek;
    const metingen = counted.map(({ query, records, nummers }) => {
      const cel = nummers.map((nummer) => volgorde[nummer] ?? 0);
      return [
        query,
        new Metingen(this.gelezen[query] as Gelezen, records, cel, cellen.length, this.#houder),
      ] as const;
    });
    return { celboek, metingen: new Map(metingen), vast: new Map() };
  }

  /** By record of a query: the number of its code in the dictionary. */
  #codesOf(gelezen: Gelezen, dimensie: Dimensie): (record: number) => number {
    const local = gelezen.dimensies.get(dimensie) ?? new Int32Array(0);
    const nummers = Int32Array.from(gelezen.woorden, (woord) => this.#boek.nummer(woord));
    return (record) => nummers[local[record] ?? 0] ?? 0;
  }

  #addFixed(celboek: Celboek, bron: Bron, dimensies: readonly Dimensie[]): void {
    const gemeenten = new Set(
      this.#bundle.queries.flatMap(({ leden, gebieden }) => [
        ...leden.map(({ gemeente }) => gemeente),
        ...gebieden.flatMap(({ code, extern }) => (extern === true ? [code] : [])),
      ]),
    );
    for (const codes of fixedCells(bron, dimensies, [...gemeenten]))
      celboek.add((place) => this.#boek.nummer(codes[place] ?? ''));
  }
}

const NO_ROWS: SqlColumns = { rows: 0, columns: new Map() };

function fixedCells(
  bron: Bron,
  dimensies: readonly Dimensie[],
  members: readonly string[],
): readonly (readonly string[])[] {
  return dimensies
    .map((dimensie) => (dimensie === 'gemeente' ? members : vasteCodes(bron, dimensie)))
    .reduce<readonly (readonly string[])[]>(
      (cells, values) => cells.flatMap((cell) => values.map((value) => [...cell, value])),
      [[]],
    );
}
