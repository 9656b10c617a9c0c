// SPDX-License-Identifier: EUPL-1.2
import { wilsonInterval } from '../../contract/index.ts';
import type { FigureData, RijData, TabelData } from './figure-data.ts';

/** One safe figure as the dashboard reads it. */
export interface Cijfer extends CijferVraag {
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
  const keys = 3 + tabel.codes.length;
  const found = new Map(tabel.rijen.map((rij) => [rij.slice(0, keys).join(), rij]));
  const places = [
    data.varianten.map(({ id }) => id),
    data.perioden,
    data.gebieden.map(({ code }) => code),
    ...tabel.codes.map((list) => list.map(([code]) => code)),
  ];
  return (vraag) => {
    const asked = [vraag.variant, vraag.periode, vraag.gebied, ...vraag.codes];
    const rij = found.get(asked.map((name, place) => places[place]?.indexOf(name) ?? -1).join());
    return rij && decoded(data, vraag, keys, rij);
  };
}

function decoded(data: FigureData, vraag: CijferVraag, at: number, rij: RijData): Cijfer {
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
    ...vraag,
    waarde,
    status: data.statussen[Number(rij[at + 1] ?? 0)] ?? 'onbekend',
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
