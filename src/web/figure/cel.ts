// SPDX-License-Identifier: EUPL-1.2
import type { TableCell } from '../../charts/index.ts';
import { FIGUUR_STATUSSEN, type FigureStatus } from '../../contract/index.ts';
import { figureTexts, type Notation, notation } from '../../text/index.ts';
import type { FigureData, VariantData } from './figure-data.ts';
import type { Cijfer, Cijfers } from './figure-rows.ts';
import type { Keuze } from './keuze.ts';

/** One number of a figure, as it is shown and as it goes into a file. */
export interface Cel {
  readonly gebied: string;
  readonly periode: string;
  readonly variant: string;
  readonly codes: readonly string[];
  readonly waarde: number | null;
  /** The figure of the release that the value was made from. */
  readonly gemeten: number | null;
  /** `normaal`, or the reasons joined by `+`. */
  readonly status: string;
  readonly teller: number | null;
  readonly noemer: number | null;
  readonly marge?: readonly [number, number];
  /** As printed. */
  readonly text: string;
  /** A break lies between this figure and the one before it. */
  readonly breuk: boolean;
}

/** Reads and writes the numbers of one choice. */
export interface Cellen {
  cel(gebied: string, periode: string, codes: readonly string[]): Cel;
  /** A value of the same kind in the language of the page. */
  print(value: number): string;
  /** What the numbers are, in words. */
  readonly eenheid: string;
}

/** Numbers of a choice: as measured, per 1,000 young people or as an index. */
export function cellenOf(data: FigureData, keuze: Keuze, cijfers: Cijfers): Cellen {
  const variant = data.varianten.find(({ id }) => id === keuze.variant) ?? data.varianten[0];
  if (!variant) throw new Error(`${data.indicator} has no variants`);
  const text = figureTexts(data.taal);
  const plain = printer(notation(data.taal), variant);
  const print = keuze.maat === 'waarde' ? plain : (value: number) => notation(data.taal).number(value, 1);
  const read = (gebied: string, periode: string, codes: readonly string[]): Cijfer | undefined =>
    cijfers({ variant: variant.id, periode, gebied, codes });
  return {
    print,
    eenheid:
      keuze.maat === 'per-1000'
        ? `${variant.woord} ${text.per1000}`
        : keuze.maat === 'index'
          ? text.index(keuze.van)
          : variant.woord,
    cel(gebied, periode, codes) {
      const cijfer = read(gebied, periode, codes);
      const divisor =
        keuze.maat === 'per-1000'
          ? (data.inwoners?.[gebied]?.[periode] ?? 0) / 1000
          : keuze.maat === 'index'
            ? (read(gebied, keuze.van, codes)?.waarde ?? 0) / 100
            : 1;
      const measured = cijfer?.waarde ?? null;
      const waarde = measured === null || divisor === 0 ? null : measured / divisor;
      const status = measured !== null && waarde === null ? 'onbekend' : (cijfer?.status ?? 'onbekend');
      return {
        gebied,
        periode,
        variant: variant.id,
        codes,
        waarde,
        gemeten: waarde === null ? null : measured,
        status,
        teller: keuze.maat === 'waarde' ? (cijfer?.teller ?? null) : null,
        noemer: keuze.maat === 'waarde' ? (cijfer?.noemer ?? null) : null,
        ...(cijfer?.marge && keuze.maat === 'waarde' ? { marge: cijfer.marge } : {}),
        text: printed(data, waarde, status, print),
        breuk: breaksBefore(data, gebied, periode, typeOf(keuze, codes)),
      };
    },
  };
}

/** The cell of a table. */
export function tableCell({ text, waarde, status, breuk }: Cel, marked: boolean): TableCell {
  return {
    text,
    waarde,
    ...(waarde === null ? { reden: reasonOf(status) } : {}),
    ...(breuk && marked ? { breuk: true } : {}),
  };
}

function reasonOf(status: string): Exclude<FigureStatus, 'normaal'> {
  const known = FIGUUR_STATUSSEN.find(
    (candidate) => candidate !== 'normaal' && status.split('+').includes(candidate),
  );
  return known === undefined || known === 'normaal' ? 'onbekend' : known;
}

function printed(
  { woorden }: FigureData,
  waarde: number | null,
  status: string,
  print: (value: number) => string,
): string {
  const words = status
    .split('+')
    .filter((part) => part !== 'normaal')
    .map((part) => woorden[part]?.[0] ?? part)
    .join(', ');
  if (waarde === null) return words;
  return words === '' ? print(waarde) : `${print(waarde)} (${words})`;
}

function printer(how: Notation, { vorm, eenheid }: VariantData): (value: number) => string {
  switch (vorm) {
    case 'procent':
      return (share) => how.percent(share, 1);
    case 'verandering':
      return (share) => how.change(share);
    case 'euro':
      return how.euro;
    case 'miljoen':
      return how.euroMillions;
    default:
      return eenheid === 'dagen' ? (days) => how.number(days, 0) : how.count;
  }
}

/** Whether a break that touches this series stands between a period and the year before it. */
function breaksBefore(
  { breuken }: FigureData,
  gebied: string,
  periode: string,
  type: string | undefined,
): boolean {
  return breuken.some(
    (breuk) =>
      !breuk.overbrugd &&
      (String(breuk.jaar) === periode || `${breuk.jaar}-Q1` === periode) &&
      breuk.gebieden.includes(gebied) &&
      (type === undefined || breuk.types.length === 0 || breuk.types.includes(type)),
  );
}

/** The type of care that a series is about; undefined for a series about all types. */
export function typeOf({ splitsing }: Keuze, codes: readonly string[]): string | undefined {
  const place = splitsing.split('-').indexOf('type');
  return place < 0 ? undefined : codes[place];
}
