// SPDX-License-Identifier: EUPL-1.2
import type { Regio } from '../contract/index.ts';
import { TYPEN_JEUGDHULP } from '../contract/index.ts';

/** One published number of clients. */
export interface Cijfer {
  readonly gebied: string;
  /** Empty = all types together. */
  readonly type: string;
  readonly jaar: number;
  readonly waarde: number;
}

/** Numbers that cannot all be true: leave any one of them out and the others can. */
export interface Tegenspraak {
  readonly jaar: number;
  readonly cijfers: readonly Cijfer[];
  /** The one that is most likely the mistake, and the value with which everything holds; absent when several are as likely. */
  readonly verdacht?: { readonly cijfer: Cijfer; readonly past: number };
  /** Whole sentences. */
  readonly nl: string;
  readonly en: string;
}

/** Something that must hold: the sum of the terms is 0 (`=`) or at most 0 (`<=`). */
interface Eis {
  readonly termen: readonly { readonly cijfer: Cijfer; readonly factor: 1 | -1 }[];
  readonly relatie: '=' | '<=';
  readonly nl: string;
  readonly en: string;
}

/** What clients cost on average, to tell apart figures that could each be the mistake. Unit: eurocent per client, or undefined. */
export type Gemiddelde = (gebied: string, jaar: number) => number | undefined;

/**
 * Every set of published numbers of clients that contradict each other, smallest first; of nested ones the smallest.
 *
 * What must hold in a year: a gemeente or area has no fewer clients than any of its types and no more than all types together; an area has
 * as many as its gemeenten together, in total and per type, because no child is in two of them. Each of these is irreducible: with one number
 * unknown it can be met. So the numbers of a broken one are a smallest contradicting set.
 */
export function findTegenspraken(
  cijfers: readonly Cijfer[],
  regio: Regio,
  gemeenten: readonly string[],
  years: readonly number[],
  gemiddelde: Gemiddelde,
): Tegenspraak[] {
  const book = new Map(cijfers.map((cijfer) => [keyOf(cijfer.gebied, cijfer.type, cijfer.jaar), cijfer]));
  const eisen = years.flatMap((jaar) => eisenOf(book, regio, gemeenten, jaar));
  const broken = eisen.filter((eis) => !holds(eis)).sort((a, b) => a.termen.length - b.termen.length);
  return broken.map((eis) => {
    const verdacht = suspect(eis, eisen, broken, (wrong, past) =>
      misfit(book, gemeenten, regio, gemiddelde, wrong, past),
    );
    const jaar = eis.termen[0]?.cijfer.jaar ?? 0;
    return {
      jaar,
      cijfers: eis.termen.map(({ cijfer }) => cijfer),
      ...(verdacht && { verdacht }),
      ...inWords(eis, verdacht, regio),
    };
  });
}

function keyOf(gebied: string, type: string, jaar: number): string {
  return `${gebied}|${type}|${jaar}`;
}

function eisenOf(
  book: ReadonlyMap<string, Cijfer>,
  regio: Regio,
  gemeenten: readonly string[],
  jaar: number,
): Eis[] {
  const find = (gebied: string, type = ''): Cijfer | undefined => book.get(keyOf(gebied, type, jaar));
  const areas = [
    { code: regio.code as string, leden: gemeenten },
    ...regio.groepen.map(({ code, gemeenten: leden }) => ({
      code: code as string,
      leden: leden as readonly string[],
    })),
  ];
  const within = [...gemeenten, ...areas.map(({ code }) => code)].flatMap((gebied): Eis[] => {
    const total = find(gebied);
    const types = TYPEN_JEUGDHULP.map((type) => find(gebied, type)).filter((cijfer) => cijfer !== undefined);
    if (!total) return [];
    const naam = nameOf(gebied, regio);
    const least = types.map(
      (type): Eis => ({
        termen: [term(total, -1), term(type, 1)],
        relatie: '<=',
        nl: `${type.type} alleen al ${getal(type.waarde)} cliënten heeft`,
        en: `${type.type} alone has ${number(type.waarde)} clients`,
      }),
    );
    if (types.length < TYPEN_JEUGDHULP.length) return least;
    const sum = types.reduce((all, { waarde }) => all + waarde, 0);
    const most: Eis = {
      termen: [term(total, 1), ...types.map((type) => term(type, -1))],
      relatie: '<=',
      nl: `alle typen van ${naam} samen er maar ${getal(sum)} hebben`,
      en: `all types of ${naam} together have only ${number(sum)}`,
    };
    return [...least, most];
  });
  const across = areas.flatMap(({ code, leden }) =>
    ['', ...TYPEN_JEUGDHULP].flatMap((type): Eis[] => {
      const total = find(code, type);
      const parts = leden.map((lid) => find(lid, type)).filter((cijfer) => cijfer !== undefined);
      if (!total || parts.length < leden.length) return [];
      const sum = parts.reduce((all, { waarde }) => all + waarde, 0);
      const what = type === '' ? '' : ` (${type})`;
      return [
        {
          termen: [term(total, -1), ...parts.map((part) => term(part, 1))],
          relatie: '=',
          nl: `de ${parts.length} gemeenten samen ${getal(sum)} geven en ${nameOf(code, regio)}${what} ${getal(total.waarde)} (verschil ${getal(Math.abs(sum - total.waarde))})`,
          en: `the ${parts.length} gemeenten add up to ${number(sum)} and ${nameOf(code, regio)}${what} has ${number(total.waarde)} (difference ${number(Math.abs(sum - total.waarde))})`,
        },
      ];
    }),
  );
  return [...within, ...across];
}

function term(cijfer: Cijfer, factor: 1 | -1): Eis['termen'][number] {
  return { cijfer, factor };
}

function excess({ termen }: Eis, wrong?: Cijfer, past?: number): number {
  return termen.reduce(
    (sum, { cijfer, factor }) =>
      sum + factor * (cijfer === wrong && past !== undefined ? past : cijfer.waarde),
    0,
  );
}

function holds(eis: Eis, wrong?: Cijfer, past?: number): boolean {
  const over = excess(eis, wrong, past);
  return eis.relatie === '=' ? over === 0 : over <= 0;
}

/**
 * The one number whose change mends everything that is broken around it. Of several: the one that mends most, then the one of which two digits changed
 * places, or one was mistyped, then the one with which the printed costs agree best.
 */
function suspect(
  eis: Eis,
  eisen: readonly Eis[],
  broken: readonly Eis[],
  misfitOf: (wrong: Cijfer, past: number) => number,
): Tegenspraak['verdacht'] {
  const candidates = eis.termen
    .flatMap(({ cijfer }) =>
      broken.flatMap((other) =>
        other.termen
          .filter((one) => one.cijfer === cijfer)
          .map(({ factor }) => ({ cijfer, past: cijfer.waarde - factor * excess(other) })),
      ),
    )
    .filter(({ past }) => Number.isInteger(past) && past >= 0)
    .filter(({ cijfer, past }) =>
      eisen.every(
        (other) => !other.termen.some((one) => one.cijfer === cijfer) || holds(other, cijfer, past),
      ),
    )
    .map(({ cijfer, past }) => ({
      cijfer,
      past,
      mends: broken.filter((other) => other.termen.some((one) => one.cijfer === cijfer)).length,
      slip: slipOf(cijfer.waarde, past),
      misfit: misfitOf(cijfer, past),
    }))
    .sort((a, b) => b.mends - a.mends || b.slip - a.slip || a.misfit - b.misfit);
  const [best] = candidates;
  if (!best) return undefined;
  const next = candidates.find(({ cijfer, past }) => cijfer !== best.cijfer || past !== best.past);
  const alone =
    !next || best.mends > next.mends || best.slip > next.slip || best.misfit + MISFIT_MARGIN < next.misfit;
  return alone ? { cijfer: best.cijfer, past: best.past } : undefined;
}

/** A mean that fits better by this much is evidence. Unit: euro per client. */
const MISFIT_MARGIN = 0.5;

/** How likely somebody mistyped one as the other: 2 = neighbouring digits changed places, 1 = one digit is another, 0 = neither. */
function slipOf(one: number, other: number): number {
  const a = String(one);
  const b = String(other);
  if (a.length !== b.length) return 0;
  const differ = [...a].flatMap((digit, index) => (digit === b[index] ? [] : [index]));
  const [first = -1, second = -1] = differ;
  if (differ.length === 1) return 1;
  const swapped =
    differ.length === 2 && second === first + 1 && a[first] === b[second] && a[second] === b[first];
  return swapped ? 2 : 0;
}

/** How far the regional mean is from the printed one when a number of clients of a gemeente changes. Unit: euro per client. */
function misfit(
  book: ReadonlyMap<string, Cijfer>,
  gemeenten: readonly string[],
  regio: Regio,
  gemiddelde: Gemiddelde,
  wrong: Cijfer,
  past: number,
): number {
  const printed = gemiddelde(regio.code, wrong.jaar);
  if (printed === undefined || wrong.type !== '') return 0;
  let clients = 0;
  let cents = 0;
  for (const gemeente of gemeenten) {
    const cijfer = book.get(keyOf(gemeente, '', wrong.jaar));
    const mean = gemiddelde(gemeente, wrong.jaar);
    if (!cijfer || mean === undefined) return 0;
    const count = cijfer === wrong ? past : cijfer.waarde;
    clients += count;
    cents += count * mean;
  }
  return Math.abs(cents / Math.max(clients, 1) - printed) / 100;
}

function inWords(eis: Eis, verdacht: Tegenspraak['verdacht'], regio: Regio): { nl: string; en: string } {
  const [first] = eis.termen;
  const cijfer = verdacht?.cijfer ?? (eis.relatie === '<=' ? first?.cijfer : undefined);
  const count = eis.termen.length;
  if (!cijfer) {
    const jaar = first?.cijfer.jaar ?? '';
    return {
      nl: `${jaar}: deze ${count} cijfers kunnen niet samen waar zijn, want ${eis.nl}.`,
      en: `${jaar}: these ${count} figures cannot all be true, because ${eis.en}.`,
    };
  }
  const place = [nameOf(cijfer.gebied, regio), cijfer.type, cijfer.jaar]
    .filter((part) => part !== '')
    .join(' ');
  const fits = verdacht?.past;
  return {
    nl: `${place}: ${getal(cijfer.waarde)} kan niet, want ${eis.nl}${fits === undefined ? '' : `; ${getal(fits)} past`}.`,
    en: `${place}: ${number(cijfer.waarde)} cannot be, because ${eis.en}${fits === undefined ? '' : `; ${number(fits)} fits`}.`,
  };
}

function nameOf(gebied: string, regio: Regio): string {
  if (gebied === regio.code) return regio.naam;
  return (
    regio.gemeenten.find(({ code }) => code === gebied)?.naam ??
    regio.groepen.find(({ code }) => code === gebied)?.naam ??
    gebied
  );
}

function getal(value: number): string {
  return String(value)
    .replace('.', ',')
    .replace(/\B(?=(\d{3})+(?!\d))/g, '.');
}

function number(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}
