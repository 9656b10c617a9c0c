// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import {
  type AgbCode,
  addDays,
  type BerichtKop,
  Bsn,
  type Clientgegevens,
  gemeenteCode,
  type IjwRij,
  type PlainDate,
  parsePlainDate,
  revealBsn,
} from '../../src/contract/index.ts';
import type { Geleverd } from './evaluator-prestaties.ts';

export const GEMEENTEN = ['9001', '9002', '9003', '9004'];
export const AANBIEDERS = ['99000001', '99000002', '99000003'];
/** Category and code; the sixth and seventh are in no product table. */
export const PRODUCTEN = [
  '44 44P01',
  '45 45A01',
  '45 45V01',
  '54 54D01',
  '54 54Z99',
  '99 99X01',
  '44 44X01',
  '43 43R01',
  '43 43J01',
  '43 43N01',
  '41 41D01',
  '44 44G01',
];
export const FIRST_DAY = parsePlainDate('2019-11-15') as PlainDate;

export interface GeneratedPerson {
  readonly jaar: number | undefined;
  readonly maand: number | undefined;
  readonly geslacht: string;
}

/** Years and months of birth around the edges of the age classes. */
export const person: fc.Arbitrary<GeneratedPerson> = fc.record({
  jaar: fc.option(fc.constantFrom(2001, 2002, 2003, 2008, 2009, 2010, 2016, 2017, 2018, 2022), {
    nil: undefined,
  }),
  maand: fc.option(fc.constantFrom(1, 2, 12), { nil: undefined }),
  geslacht: fc.constantFrom('0', '1', '2'),
});

/** A message with the hash of what is in it; `salt` makes another hash for the same content. */
export function message(kop: BerichtKop, rijen: readonly IjwRij[], salt = ''): Geleverd {
  const content = JSON.stringify([kop, rijen, salt], (key, value) =>
    key === 'client' ? revealBsn((value as Clientgegevens).bsn) : value,
  );
  return { kop, rijen, sha256: createHash('sha256').update(content).digest('hex') };
}

export function header(
  soort: BerichtKop['soort'],
  gemeente: string,
  aanbieder: string,
  identificatie: string,
  days: number,
): BerichtKop {
  return {
    soort,
    release: '3.2',
    berichtCode: '1',
    gemeente: gemeenteCode(gemeente),
    aanbieder: aanbieder as AgbCode,
    afzender: soort === 'JW301' || soort === 'JW325' ? gemeente : aanbieder,
    identificatie,
    dagtekening: addDays(FIRST_DAY, days),
  };
}

/** The person part of a client; only some messages carry birth and sex. */
export function clientOf(
  persons: readonly GeneratedPerson[],
  index: number,
  withBirth: boolean,
): Clientgegevens {
  const fact = persons[index];
  const bsn = new Bsn(String(999_900_000 + index));
  if (!withBirth || fact === undefined) return { bsn };
  return {
    bsn,
    geslacht: fact.geslacht,
    ...(fact.jaar === undefined ? {} : { geboorteJaar: fact.jaar }),
    ...(fact.jaar === undefined || fact.maand === undefined ? {} : { geboorteMaand: fact.maand }),
  };
}
