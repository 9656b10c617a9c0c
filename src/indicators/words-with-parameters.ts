// SPDX-License-Identifier: EUPL-1.2
import type { Tweetalig } from '../contract/index.ts';
import type { Parameter } from './definition.ts';
import { PARAMETERS } from './parameter.ts';

const PLACE = /\{([a-z][a-z0-9-]*)(?:\+(\d+))?\}/g;

/**
 * Words of a definition with the values of its parameters: `{return-window-days}` becomes 365, `{uitstroom-dagen+1}` 31. So who changes a parameter changes the
 * words with it. A name that is no such parameter stays as it is: `unknownPlaces`.
 */
export function wordsWithParameters(text: string, parameters: readonly Parameter[]): string {
  return text.replace(PLACE, (place, naam: string, more = '0') => {
    const value = defaultOf(naam, parameters);
    return value === undefined ? place : String(value + Number(more));
  });
}

/** The same in both languages. */
export function tweetaligWithParameters({ nl, en }: Tweetalig, parameters: readonly Parameter[]): Tweetalig {
  return { nl: wordsWithParameters(nl, parameters), en: wordsWithParameters(en, parameters) };
}

/** Names between braces that are no number of the definition. */
export function unknownPlaces(text: string, parameters: readonly Parameter[]): readonly string[] {
  return [...text.matchAll(PLACE)].flatMap(([, naam = '']) =>
    defaultOf(naam, parameters) === undefined ? [naam] : [],
  );
}

/** A whole number that no region sets: a region's own value would make the words of all regions wrong. */
function defaultOf(naam: string, parameters: readonly Parameter[]): number | undefined {
  const found = parameters.find((parameter) => parameter.naam === naam);
  const known = found && PARAMETERS[found.naam];
  return known?.soort === 'getal' && known.vanRegio === undefined ? Number(found?.standaard) : undefined;
}
