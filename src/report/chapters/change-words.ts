// SPDX-License-Identifier: EUPL-1.2
import type { Unit } from '../../contract/index.ts';
import { breaksIn, breakYear, type Edition, isTouched } from '../edition.ts';
import { figureFormat } from '../figure-format.ts';
import type { FigureRequest } from './figure-request.ts';

/** Below this a percentage says more than the numbers do, so both numbers are given instead. */
const SMALLEST_BASE = 50;

/** How a change is put: as a verb (`steeg met 5,9%`), or as a number with its sign (`+5,9%`). */
export type ChangeForm = 'werkwoord' | 'getal';

/**
 * A change in words that are never stronger than the figures: a rise that rounds to nothing is `bleef nagenoeg gelijk`, a small base gives both
 * numbers, a difference between shares is in percentage points, and a break between the years is said.
 */
export function changeWords(
  edition: Edition,
  request: FigureRequest,
  [before, now]: readonly [before: number, now: number],
  years: readonly [from: number, to: number],
  form: ChangeForm,
): string {
  const { text } = edition;
  const words =
    form === 'getal' ? signed(edition, request.eenheid, before, now) : inVerbs(edition, request, before, now);
  return breakBetween(edition, request, years) ? `${words} (${text.verschil.breuk})` : words;
}

function inVerbs(edition: Edition, { eenheid, vorm }: FigureRequest, before: number, now: number): string {
  const { text, notation } = edition;
  if (before === now) return text.verschil.gelijk;
  const up = now > before;
  if (eenheid === 'aandeel') {
    const points = notation.number(Math.abs(now - before) * 100, 1);
    return isNothing(points) ? text.verschil.nagenoegGelijk : text.verschil.punten(up, points);
  }
  if (eenheid !== 'eurocent' && Math.abs(before) < SMALLEST_BASE) {
    const write = figureFormat(edition, eenheid, vorm);
    return text.verschil.vanNaar(up, write(before), write(now));
  }
  const percent = notation.percent(Math.abs(now / before - 1), 1);
  return isNothing(percent) ? text.verschil.nagenoegGelijk : text.verschil.procent(up, percent);
}

function signed({ notation, text }: Edition, eenheid: Unit, before: number, now: number): string {
  if (eenheid === 'aandeel') return text.verschil.punt(notation.signed((now - before) * 100, 1));
  if (eenheid !== 'eurocent' && Math.abs(before) < SMALLEST_BASE) return notation.signed(now - before, 0);
  return notation.change(now / before - 1, 1);
}

function isNothing(written: string): boolean {
  return !/[1-9]/.test(written);
}

function breakBetween(
  edition: Edition,
  { gebied, key }: FigureRequest,
  [from, to]: readonly [number, number],
): boolean {
  const type = key.split?.type;
  return breaksIn(edition, gebied, type === undefined ? {} : { type }).some(
    (breuk) =>
      isTouched(edition, key.indicator, breuk.soort) &&
      breakYear(breuk) > Math.min(from, to) &&
      breakYear(breuk) <= Math.max(from, to),
  );
}
