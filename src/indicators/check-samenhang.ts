// SPDX-License-Identifier: EUPL-1.2
import { DIMENSIES } from '../contract/index.ts';
import { type Checker, didYouMean } from '../policy/index.ts';
import type { Definition } from './definition.ts';
import { canSplit } from './figure-bundle.ts';
import { MATEN } from './maat.ts';

/** Where a definition stands: its folder, its file name without ending, and the indicators that it may name. */
export interface DefinitiePlek {
  readonly id: string;
  readonly geldigVanaf: string;
  readonly indicatoren: readonly string[];
}

/** What the parts of a definition say together: its splits, its intervals and its place. `isSure` is false when it is not known what the variants count. */
export function checkSamenhang(
  check: Checker,
  definition: Definition,
  isSure: boolean,
  plek: DefinitiePlek | undefined,
): void {
  if (isSure) checkDimensies(check, definition);
  if (isSure) checkIntervals(check, definition);
  if (plek !== undefined) checkPlek(check, definition, plek);
}

/** A dimension that none of the variants can be split by. */
function checkDimensies(check: Checker, { dimensies, varianten }: Definition): void {
  const possible = DIMENSIES.filter((dimensie) => varianten.some((variant) => canSplit(variant, dimensie)));
  dimensies.forEach((dimensie, index) => {
    if (possible.includes(dimensie) || check.isTold(['dimensies', index])) return;
    const remedy = `what is counted here can be split by: ${possible.join(', ')}. leave ${dimensie} out`;
    check.problem('policy.wrong-value', ['dimensies', index], remedy);
  });
}

/** Chance moves what is counted one by one: an interval of amounts or days says nothing. */
function checkIntervals(check: Checker, { interval, varianten }: Definition): void {
  for (const { id, eenheid, noemer, interval: own } of varianten) {
    const path = id === '' ? [] : ['varianten', id];
    if ((own ?? interval) === undefined || eenheid !== 'aandeel' || noemer === undefined) continue;
    if (!['eurocent', 'dagen'].includes(MATEN[noemer.maat].telt)) continue;
    const remedy = `${noemer.maat} is no count of persons or things: name the interval in each of the varianten that has one`;
    check.problem('policy.wrong-value', own === undefined ? ['interval'] : [...path, 'interval'], remedy);
  }
}

/** What others find it by is what it says of itself, and what it names exists. */
function checkPlek(check: Checker, { id, geldigVanaf, naast }: Definition, plek: DefinitiePlek): void {
  if (id !== plek.id && !check.isTold(['id']))
    check.problem('policy.wrong-value', ['id'], `write ${plek.id}, the name of its folder, or move the file`);
  if (geldigVanaf !== plek.geldigVanaf && !check.isTold(['geldig-vanaf']))
    check.problem(
      'policy.wrong-value',
      ['geldig-vanaf'],
      `write "${plek.geldigVanaf}", the name of its file, or rename the file`,
    );
  naast.forEach((other, index) => {
    if (other === '' || plek.indicatoren.includes(other)) return;
    const remedy = `name an indicator: ${plek.indicatoren.join(', ')}.${didYouMean(other, plek.indicatoren)}`;
    check.problem('policy.wrong-value', ['naast', index], remedy);
  });
}
