// SPDX-License-Identifier: EUPL-1.2
import { wilsonInterval } from '../../contract/index.ts';
import type { FigureData, RijData, TabelData } from './figure-data.ts';

/** One safe figure as the dashboard reads it. */
export interface Cijfer {
  readonly variant: string;
  readonly periode: string;
  readonly gebied: string;
  readonly codes: readonly string[];
  readonly waarde: number | null;
  /** `normaal`, or the reasons joined by `+`. */
  readonly status: string;
  readonly teller: number | null;
  readonly noemer: number | null;
  /** Margin at 95 %. Unit: that of the value. */
  readonly marge?: readonly [number, number];
}

export interface CijferVraag {
  readonly variant: string;
  readonly periode: string;
  readonly gebied: string;
  readonly codes: readonly string[];
}

/** Finds a figure by what it is about. */
export type Cijfers = (vraag: CijferVraag) => Cijfer | undefined;

/** Name of a table in an address: its dimensions. */
export function tabelNaam({ dimensies }: Pick<TabelData, 'dimensies'>): string {
  return dimensies.join('-');
}

const read = new WeakMap<TabelData, Cijfers>();

/** The figures of one table. Cost: linear the first time, nothing after that. */
export function cijfersOf(data: FigureData, tabel: TabelData): Cijfers {
  const known = read.get(tabel);
  if (known) return known;
  const cijfers = index(data, tabel);
  read.set(tabel, cijfers);
  return cijfers;
}

function index(data: FigureData, tabel: TabelData): Cijfers {
  const found = new Map(
    tabel.rijen.map((rij) => {
      const cijfer = decoded(data, tabel, rij);
      return [keyOf(cijfer), cijfer];
    }),
  );
  return (vraag) => found.get(keyOf(vraag));
}

function keyOf({ variant, periode, gebied, codes }: CijferVraag): string {
  return [variant, periode, gebied, ...codes].join('\n');
}

function decoded(data: FigureData, { codes: lists }: TabelData, rij: RijData): Cijfer {
  const place = (index: number) => Number(rij[index] ?? 0);
  const at = 3 + lists.length;
  const teller = numberAt(rij, at + 2);
  const noemer = numberAt(rij, at + 3);
  const waarde = rij[at] === true ? (teller ?? 0) / (noemer ?? 1) : numberAt(rij, at);
  const [laag, hoog] = [numberAt(rij, at + 4), numberAt(rij, at + 5)];
  const marge =
    laag !== null && hoog !== null
      ? ([laag, hoog] as const)
      : data.interval && waarde !== null
        ? wilson(waarde, teller, noemer)
        : undefined;
  return {
    variant: data.varianten[place(0)]?.id ?? '',
    periode: data.perioden[place(1)] ?? '',
    gebied: data.gebieden[place(2)]?.code ?? '',
    codes: lists.map((list, index) => list[place(3 + index)]?.[0] ?? ''),
    waarde,
    status: data.statussen[place(at + 1)] ?? 'onbekend',
    teller,
    noemer,
    ...(marge ? { marge } : {}),
  };
}

function wilson(
  waarde: number,
  teller: number | null,
  noemer: number | null,
): readonly [number, number] | undefined {
  if (teller === null || !noemer || teller < 0 || teller > noemer || waarde !== teller / noemer)
    return undefined;
  const { ondergrens, bovengrens } = wilsonInterval(teller, noemer);
  return [ondergrens, bovengrens];
}

function numberAt(rij: RijData, index: number): number | null {
  const value = rij[index];
  return typeof value === 'number' ? value : null;
}
