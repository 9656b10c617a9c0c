// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { addDays, type IjwRij, type PlainDate, parsePlainDate } from '../../src/contract/index.ts';
import type { Geleverd } from './evaluator-prestaties.ts';
import {
  AANBIEDERS,
  clientOf,
  FIRST_DAY,
  GEMEENTEN,
  type GeneratedPerson,
  header,
  message,
  PRODUCTEN,
} from './generated-messages.ts';

/** Days at telling distances from each other: a gap of one or two, a month, a year, and one day more or less. */
const edgeDay: fc.Arbitrary<PlainDate> = fc
  .tuple(
    fc.constantFrom('2020-07-01', '2021-01-01', '2021-12-31', '2022-02-10'),
    fc.constantFrom(-366, -365, -31, -30, -29, -3, -2, -1, 0, 0, 1, 2, 3, 29, 30, 31, 32, 364, 365, 366, 367),
  )
  .map(([anchor, days]) => addDays(parsePlainDate(anchor) ?? FIRST_DAY, days));

export const toewijzing = fc.record({
  person: fc.nat({ max: 2 }),
  gemeente: fc.nat({ max: 3 }),
  aanbieder: fc.nat({ max: 1 }),
  requested: fc.boolean(),
  verwijzer: fc.constantFrom('01', '02', '04', '08'),
  planned: fc.option(edgeDay, { nil: undefined }),
  /** First day. Unit: days after the first day of all. */
  ingang: fc.constantFrom(0, 0, 20, 200, 229, 230, 413, 414, 415),
  product: fc.constantFrom(undefined, 0, 1),
  changedLater: fc.constantFrom('no', 'no', 'reference', 'planned', 'deleted'),
});
export type Toewijzing = typeof toewijzing extends fc.Arbitrary<infer Value> ? Value : never;

export const care = fc.record({
  toewijzing: fc.nat({ max: 7 }),
  product: fc.constantFrom(0, 0, 1, 5, 7, 8, 9, 10, 11),
  starts: fc.array(edgeDay, { minLength: 1, maxLength: 3 }),
  stops: fc.array(
    fc.record({
      day: edgeDay,
      reason: fc.constantFrom('31', '31', '32', '33', '34', '35', '02', '20', '38'),
    }),
    { maxLength: 3 },
  ),
  deleted: fc.constantFrom('no', 'no', 'no', 'start', 'stop', 'start again'),
});
export type Care = typeof care extends fc.Arbitrary<infer Value> ? Value : never;

/** JW315 and JW301 of every toewijzing; its number is its place in the list. */
export function assignmentMessages(
  persons: readonly GeneratedPerson[],
  toewijzingen: readonly Toewijzing[],
): readonly Geleverd[] {
  return toewijzingen.flatMap((fact, nummer) => {
    const client = clientOf(persons, fact.person, true);
    const [gemeente, aanbieder] = partiesOf(fact);
    const version = (later: number, extra: object): IjwRij => ({
      rij: 'toewijzing',
      client,
      toewijzingNummer: nummer,
      toewijzingsdatum: addDays(FIRST_DAY, nummer + later),
      toewijzingstijd: 0,
      ingangsdatum: addDays(FIRST_DAY, fact.ingang),
      ...productOf(fact),
      ...extra,
    });
    const reference = fact.requested ? { referentieAanbieder: `V${nummer}` } : {};
    const planned = fact.planned === undefined ? {} : { einddatum: fact.planned };
    const messages = [
      message(header('JW301', gemeente, aanbieder, `T${nummer}`, nummer), [
        version(0, { ...reference, ...planned }),
      ]),
    ];
    if (fact.requested) {
      const verzoek = {
        rij: 'verzoek',
        client,
        referentieAanbieder: `V${nummer}`,
        verwijzerType: fact.verwijzer,
      } as const;
      messages.push(message(header('JW315', gemeente, aanbieder, `V${nummer}`, nummer), [verzoek]));
    }
    if (fact.changedLater !== 'no') {
      const change = {
        reference: { referentieAanbieder: 'V0', ...planned },
        planned: { einddatum: addDays(FIRST_DAY, 400) },
        deleted: { redenWijziging: '13', einddatum: FIRST_DAY },
      }[fact.changedLater];
      messages.push(
        message(header('JW301', gemeente, aanbieder, `TW${nummer}`, nummer + 40), [version(40, change)]),
      );
    }
    return messages;
  });
}

/** JW305 and JW307 of the care, some of it deleted, and one message that decides how far the data reach. */
export function careMessages(
  persons: readonly GeneratedPerson[],
  toewijzingen: readonly Toewijzing[],
  cares: readonly Care[],
  dataDays: number,
): readonly Geleverd[] {
  const messages = cares.flatMap((fact, nr) => {
    const given = toewijzingen[fact.toewijzing];
    if (given === undefined) return [];
    const [gemeente, aanbieder] = partiesOf(given);
    const [categorie = '', code = ''] = (PRODUCTEN[fact.product] ?? '').split(' ');
    const client = clientOf(persons, given.person, false);
    const base = { client, toewijzingNummer: fact.toewijzing, categorie, code };
    const starts = fact.starts.map(
      (begindatum): IjwRij => ({ rij: 'start', ...base, begindatum, statusAanlevering: '1' }),
    );
    const stops = fact.stops.map(
      ({ day, reason }): IjwRij => ({
        rij: 'stop',
        ...base,
        begindatum: fact.starts[0] ?? FIRST_DAY,
        einddatum: day,
        redenBeeindiging: reason,
        statusAanlevering: '1',
      }),
    );
    const [doomed] = fact.deleted === 'stop' ? stops : starts;
    const soort = fact.deleted === 'stop' ? 'JW307' : 'JW305';
    const taken = (status: string) =>
      doomed === undefined ? [] : [{ ...doomed, statusAanlevering: status } as IjwRij];
    return [
      message(header('JW305', gemeente, aanbieder, `B${nr}`, 100 + nr), starts),
      message(header('JW307', gemeente, aanbieder, `E${nr}`, 100 + nr), stops),
      ...(fact.deleted === 'no'
        ? []
        : [message(header(soort, gemeente, aanbieder, `W${nr}`, 130 + nr), taken('3'))]),
      ...(fact.deleted === 'start again'
        ? [message(header(soort, gemeente, aanbieder, `H${nr}`, 160 + nr), taken('1'))]
        : []),
    ];
  });
  return [...messages, message(header('JW305', '9001', AANBIEDERS[0] ?? '', 'LAATSTE', dataDays), [])];
}

function productOf({ product }: Toewijzing): { readonly categorie?: string; readonly code?: string } {
  if (product === undefined) return {};
  const [categorie = '', code = ''] = (PRODUCTEN[product] ?? '').split(' ');
  return { categorie, code };
}

function partiesOf(fact: Toewijzing): readonly [string, string] {
  return [GEMEENTEN[fact.gemeente] ?? '', AANBIEDERS[fact.aanbieder] ?? ''];
}
