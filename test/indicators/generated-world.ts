// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import {
  addDays,
  type PrestatieAntwoordRij,
  type PrestatieRij,
  parsePlainDate,
} from '../../src/contract/index.ts';
import type { Geleverd } from './evaluator-prestaties.ts';
import type { World } from './evaluator-world.ts';
import {
  assignmentMessages,
  type Care,
  care,
  careMessages,
  type Toewijzing,
  toewijzing,
} from './generated-care.ts';
import {
  AANBIEDERS,
  clientOf,
  FIRST_DAY,
  GEMEENTEN,
  type GeneratedPerson,
  header,
  message,
  PRODUCTEN,
  person,
} from './generated-messages.ts';
import { voorbeeldproducten, voorbeeldregio } from './voorbeeldregio.ts';

/** First days of product periods: anywhere, and around the turn of years and quarters. */
const beginDay = fc.oneof(
  fc.nat({ max: 1500 }),
  fc
    .constantFrom(
      '2020-01-01',
      '2020-12-14',
      '2020-12-31',
      '2021-01-01',
      '2021-07-01',
      '2021-12-31',
      '2022-01-01',
      '2022-06-30',
    )
    .map((text) => (parsePlainDate(text) ?? FIRST_DAY) - FIRST_DAY),
);

const line = fc.record({
  person: fc.nat({ max: 3 }),
  gemeente: fc.nat({ max: 3 }),
  aanbieder: fc.nat({ max: 2 }),
  product: fc.nat({ max: PRODUCTEN.length - 1 }),
  toewijzing: fc.nat({ max: 7 }),
  begin: beginDay,
  days: fc.oneof(fc.constantFrom(0, 1, 30), fc.nat({ max: 400 })),
  cents: fc.constantFrom(0, 1, 400_000, 600_000, 600_000, 1_000_000, 1_000_000, 1_000_001),
  volume: fc.constantFrom(0, 1, 1, 2, 7, 1440),
  eenheid: fc.constantFrom('04', '04', '84'),
  message: fc.nat({ max: 2 }),
  refused: fc.constantFrom('no', 'no', 'no', 'line', 'client', 'part'),
  credited: fc.constantFrom('no', 'no', 'no', 'yes', 'refused', 'message-refused', 'unanswered'),
});

const verdict = fc.constantFrom('none', 'approved', 'lines', 'lines', 'header', 'declaratie');

/** A small region's traffic with everything that can go wrong in it: moves, credits, refusals, repetitions, changes, any order. */
export const generatedWorld: fc.Arbitrary<World> = fc
  .record({
    persons: fc.array(person, { minLength: 4, maxLength: 4 }),
    toewijzingen: fc.array(toewijzing, { minLength: 2, maxLength: 8 }),
    cares: fc.array(care, { maxLength: 8 }),
    dataDays: fc.constantFrom(700, 1172, 1200, 1600, 2000),
    lines: fc.array(line, { minLength: 1, maxLength: 14 }),
    verdicts: fc.array(verdict, { minLength: 36, maxLength: 36 }),
    oldStyle: fc.array(fc.boolean(), { minLength: 36, maxLength: 36 }),
    repeated: fc.array(fc.nat({ max: 60 }), { maxLength: 4 }),
    changed: fc.array(fc.tuple(fc.nat({ max: 60 }), fc.integer({ min: -3, max: 3 })), { maxLength: 4 }),
    order: fc.array(fc.nat(), { minLength: 80, maxLength: 80 }),
  })
  .map((facts) => ({ delivered: delivered(facts), producten: voorbeeldproducten, regio: voorbeeldregio }));

type Facts = {
  readonly persons: readonly GeneratedPerson[];
  readonly toewijzingen: readonly Toewijzing[];
  readonly cares: readonly Care[];
  /** How far the data reach. Unit: days after the first day. */
  readonly dataDays: number;
  readonly lines: readonly Line[];
  readonly verdicts: readonly string[];
  readonly oldStyle: readonly boolean[];
  readonly repeated: readonly number[];
  readonly changed: readonly (readonly [number, number])[];
  readonly order: readonly number[];
};
type Line = typeof line extends fc.Arbitrary<infer Value> ? Value : never;

function delivered(facts: Facts): readonly Geleverd[] {
  const messages = [
    ...assignmentMessages(facts.persons, facts.toewijzingen),
    ...careMessages(facts.persons, facts.toewijzingen, facts.cares, facts.dataDays),
    ...declarations(facts),
  ];
  const repeats = facts.repeated.map((index) => messages[index % messages.length] as Geleverd);
  const changes = facts.changed.map(([index, days]) =>
    change(messages[index % messages.length] as Geleverd, days),
  );
  return [...messages, ...repeats, ...changes]
    .map((message, index) => ({ message, rank: facts.order[index % facts.order.length] ?? 0 }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ message }) => message);
}

function declarations(facts: Facts): readonly Geleverd[] {
  const groups = new Map<number, { gemeente: string; aanbieder: string; lines: [Line, number][] }>();
  facts.lines.forEach((fact, nr) => {
    const key = (fact.gemeente * AANBIEDERS.length + fact.aanbieder) * 3 + fact.message;
    const group = groups.get(key) ?? {
      gemeente: GEMEENTEN[fact.gemeente] ?? '',
      aanbieder: AANBIEDERS[fact.aanbieder] ?? '',
      lines: [],
    };
    group.lines.push([fact, nr]);
    groups.set(key, group);
  });
  return [...groups].flatMap(([key, { gemeente, aanbieder, lines }]) => {
    const old = facts.oldStyle[key] === true;
    const rows = lines.map(([fact, nr]) => debit(facts, fact, nr));
    const heen = message(header(old ? 'JW303' : 'JW323', gemeente, aanbieder, `D${key}`, 60 + key), rows);
    return [
      heen,
      ...answers(heen, facts.verdicts[key] ?? 'none', lines, old),
      ...lines.flatMap(([fact, nr]) => credits(facts, fact, nr, gemeente, aanbieder)),
    ];
  });
}

function debit(facts: Facts, fact: Line, nr: number): PrestatieRij {
  const [categorie = '', code = ''] = (PRODUCTEN[fact.product] ?? '').split(' ');
  const begindatum = addDays(FIRST_DAY, fact.begin);
  return {
    rij: 'prestatie',
    client: clientOf(facts.persons, fact.person, false),
    referentieNummer: `R${nr}`,
    toewijzingNummer: fact.toewijzing,
    categorie,
    code,
    begindatum,
    einddatum: addDays(begindatum, fact.days),
    volume: fact.volume,
    eenheid: fact.eenheid,
    bedragCents: fact.cents,
    debetCredit: 'D',
  };
}

function answers(
  heen: Geleverd,
  verdictWord: string,
  lines: readonly (readonly [Line, number])[],
  old: boolean,
): readonly Geleverd[] {
  if (verdictWord === 'none') return [];
  const { gemeente, aanbieder, identificatie } = heen.kop;
  const kop = old
    ? { ...header('JW304', gemeente.slice(2), aanbieder, identificatie, 200) }
    : {
        ...header('JW325', gemeente.slice(2), aanbieder, `A${aanbieder}${identificatie}`, 200),
        declaratieIdentificatie: identificatie,
      };
  const total = { rij: 'declaratie-antwoord', ingediendCents: 0, toegekendCents: 0 } as const;
  if (verdictWord === 'header') return [message({ ...kop, retourCodes: ['0001'] }, [])];
  if (verdictWord === 'declaratie')
    return [message({ ...kop, retourCodes: ['0200'] }, [{ ...total, retourCodes: ['9333'] }])];
  if (verdictWord === 'approved')
    return [message({ ...kop, retourCodes: ['0200'] }, [{ ...total, retourCodes: ['8001'] }])];
  const judged = lines.flatMap(([fact, nr]) => {
    const rij = heen.rijen.find((row) => row.rij === 'prestatie' && row.referentieNummer === `R${nr}`);
    return rij?.rij === 'prestatie' && fact.refused !== 'no' ? [judgement(rij, fact.refused, old)] : [];
  });
  return [message({ ...kop, retourCodes: ['0200'] }, [{ ...total, retourCodes: ['0200'] }, ...judged])];
}

function judgement(rij: PrestatieRij, refused: string, old: boolean): PrestatieAntwoordRij {
  const { client, referentieNummer } = rij;
  const base = { rij: 'prestatie-antwoord', client, referentieNummer } as const;
  if (refused === 'client') return { ...base, retourCodes: ['0233'], clientRetourCodes: ['8187'] };
  const granted = old ? { toegekendCents: refused === 'part' ? Math.floor(rij.bedragCents / 2) : 0 } : {};
  return { ...base, retourCodes: ['9338'], clientRetourCodes: ['0200'], ...granted };
}

function credits(
  facts: Facts,
  fact: Line,
  nr: number,
  gemeente: string,
  aanbieder: string,
): readonly Geleverd[] {
  if (fact.credited === 'no') return [];
  const rij: PrestatieRij = {
    ...debit(facts, fact, nr),
    referentieNummer: `C${nr}`,
    vorigReferentieNummer: `R${nr}`,
    debetCredit: 'C',
  };
  const heen = message(header('JW323', gemeente, aanbieder, `K${nr}`, 120), [rij]);
  const kop = {
    ...header('JW325', gemeente, aanbieder, `KA${nr}`, 240),
    declaratieIdentificatie: heen.kop.identificatie,
  };
  if (fact.credited === 'unanswered') return [heen];
  if (fact.credited === 'message-refused') return [heen, message({ ...kop, retourCodes: ['0001'] }, [])];
  const refusal = fact.credited === 'refused' ? [judgement(rij, 'line', false)] : [];
  return [heen, message({ ...kop, retourCodes: ['0200'] }, refusal)];
}

/** The same message with another content, as TR056 forbids: other day, other amounts. */
function change(original: Geleverd, days: number): Geleverd {
  const rijen = original.rijen.map((rij) =>
    rij.rij === 'prestatie' ? { ...rij, bedragCents: rij.bedragCents + 7 } : rij,
  );
  return message({ ...original.kop, dagtekening: addDays(original.kop.dagtekening, days) }, rijen, `${days}`);
}
