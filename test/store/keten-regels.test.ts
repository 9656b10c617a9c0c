// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { type AgbCode, type BerichtKop, gemeenteCode } from '../../src/contract/index.ts';
import { KETEN_REGELS } from '../../src/store/index.ts';
import {
  antwoordOp,
  bericht,
  declaratieKop,
  goed,
  later,
  regel,
  start,
  stop,
  toewijzing,
  verzoek,
} from './keten-voorbeeld.ts';
import {
  antwoord,
  type Bericht,
  client,
  credit,
  dag,
  lever,
  prestatie,
  producten,
  tijdelijkMagazijn,
} from './voorbeeld.ts';

/** Given good traffic, when these messages come as well, then exactly these findings. */
interface Geval {
  readonly als: string;
  readonly komen: readonly Bericht[];
  readonly dan: Readonly<Record<string, number>>;
  /** Messages of the good traffic that are left out. */
  readonly zonder?: readonly string[];
}

const op = (datum: string): Partial<BerichtKop> => ({ dagtekening: dag(datum) });
/** A declaration on 10 February 2024 and, with codes, what its JW325 says of the whole. */
const D2 = (...rijen: Bericht['rijen']): Bericht => bericht('JW323', 'D2', rijen);
const D3 = (...rijen: Bericht['rijen']): Bericht => bericht('JW323', 'D3', rijen, op('2024-03-10'));
const crediteer = (ref: string, vorig: string) => ({ ...credit(ref, vorig, 1), toewijzingNummer: 7 });
const feb = { begindatum: dag('2024-02-01'), einddatum: dag('2024-02-29') };
/** Toewijzing 8 of 2024 beside number 7. */
const T8 = (anders: Parameters<typeof toewijzing>[1]): Bericht =>
  bericht('JW301', 'T8', [toewijzing(8, { einddatum: dag('2024-12-31'), ...anders })]);
const weigering = (op: string, code: string): Bericht => antwoord(`A-${op}`, op, [], { retourCodes: [code] });
const temporary = { redenBeeindiging: '20' };
const MINUTEN = { volume: 60, eenheid: '01', frequentie: '2' } as const;
const acht = { toewijzingNummer: 8 };

const GEVALLEN: readonly Geval[] = [
  {
    als: 'a start and a stop name a toewijzing that was never sent',
    komen: [
      bericht('JW305', 'S2', [start({ toewijzingNummer: 99 })]),
      bericht('JW307', 'P2', [stop({ toewijzingNummer: 99 })]),
    ],
    dan: { TR019: 2 },
  },
  {
    als: 'a start and a stop without toewijzing are of the task variant',
    komen: [
      bericht('JW305', 'S2', [{ ...start(), toewijzingNummer: undefined } as never]),
      bericht('JW307', 'P2', [{ ...stop(), toewijzingNummer: undefined } as never]),
    ],
    dan: {},
  },
  {
    als: 'a start and a stop are deleted that were never delivered',
    komen: [
      bericht('JW305', 'S2', [start({ begindatum: dag('2024-02-06'), statusAanlevering: '3' })]),
      bericht('JW307', 'P2', [stop({ einddatum: dag('2024-02-09'), statusAanlevering: '3' })]),
    ],
    dan: { TR063: 2 },
  },
  {
    als: 'a start is deleted while its stop stands',
    komen: [bericht('JW305', 'S2', [start({ statusAanlevering: '3' })], op('2024-02-12'))],
    dan: { TR071: 1 },
  },
  {
    als: 'first the stop is deleted, then the start',
    komen: [
      bericht('JW307', 'P2', [stop({ statusAanlevering: '3' })], op('2024-02-11')),
      bericht('JW305', 'S2', [start({ statusAanlevering: '3' })], op('2024-02-12')),
    ],
    dan: {},
  },
  {
    als: 'a start and a stop are delivered twice',
    komen: [bericht('JW305', 'S2', [start()]), bericht('JW307', 'P2', [stop()])],
    dan: { TR074: 2 },
  },
  {
    als: 'a stop is corrected: deleted and delivered again on one day',
    komen: [
      bericht('JW307', 'P2', [stop({ statusAanlevering: '3' })], op('2024-02-11')),
      bericht('JW307', 'P3', [stop()], op('2024-02-11')),
    ],
    dan: {},
  },
  {
    als: 'a line names another client than its toewijzing',
    komen: [D2(prestatie('R2', 2, { ...feb, toewijzingNummer: 7 }))],
    dan: { TR304: 1 },
  },
  {
    als: 'a JW325 returns a line under another client',
    komen: [D2(declaratieKop('N2'), regel('R2', feb)), antwoord('A2', 'D2', [['R2', 2]])],
    dan: { TR304: 1 },
  },
  {
    als: 'a period begins before its toewijzing',
    komen: [D2(regel('R2', { begindatum: dag('2023-12-01'), einddatum: dag('2023-12-31') }))],
    dan: { TR307: 1 },
  },
  {
    als: 'a period ends after its toewijzing',
    komen: [T8({ einddatum: dag('2024-01-10') }), D2(regel('R2', acht))],
    dan: { TR308: 1 },
  },
  {
    als: 'an earlier version of the toewijzing ended later',
    komen: [
      T8({}),
      bericht('JW301', 'T9', [
        toewijzing(8, { einddatum: dag('2024-01-10'), toewijzingsdatum: dag('2024-02-09') }),
      ]),
      D2(regel('R2', acht)),
    ],
    dan: {},
  },
  {
    als: 'a provider uses a ReferentieNummer twice',
    komen: [D2(regel('R1', feb))],
    dan: { TR314: 1 },
  },
  {
    als: 'a declaration that was refused as a whole is sent again with the same numbers',
    komen: [
      D2(declaratieKop('N2'), regel('R2', feb)),
      weigering('D2', '0001'),
      D3(declaratieKop('N2'), regel('R2', feb)),
    ],
    dan: {},
  },
  {
    als: 'more minutes are declared than a week gives for the weeks that January touches',
    komen: [T8(MINUTEN), D2(regel('R2', { ...acht, volume: 5 * 60 + 1, eenheid: '01' }))],
    dan: { TR321: 1 },
  },
  {
    als: 'as many minutes are declared as the five weeks that January touches give',
    komen: [T8(MINUTEN), D2(regel('R2', { ...acht, volume: 5 * 60, eenheid: '01' }))],
    dan: {},
  },
  {
    als: 'hours are declared in minutes, as many as a month gives',
    komen: [
      T8({ volume: 10, eenheid: '04', frequentie: '4' }),
      D2(regel('R2', { ...acht, volume: 600, eenheid: '01' }), regel('R3', { ...acht, ...feb, volume: 10 })),
    ],
    dan: {},
  },
  {
    als: 'one minute more than the hours of a month',
    komen: [
      T8({ volume: 10, eenheid: '04', frequentie: '4' }),
      D2(regel('R2', { ...acht, volume: 601, eenheid: '01' })),
    ],
    dan: { TR321: 1 },
  },
  {
    als: 'two lines together pass a total volume, and the second is too much',
    komen: [
      T8({ volume: 100, eenheid: '04', frequentie: '6' }),
      D2(regel('R2', { ...acht, volume: 100 })),
      D3(regel('R3', { ...acht, ...feb, volume: 1 })),
    ],
    dan: { TR322: 1 },
  },
  {
    als: 'a line was credited before the next comes on the same total volume',
    komen: [
      T8({ volume: 100, eenheid: '04', frequentie: '6' }),
      D2(regel('R2', { ...acht, volume: 100 })),
      D3({ ...crediteer('C2', 'R2'), ...acht, volume: 100 }, regel('R3', { ...acht, ...feb, volume: 100 })),
    ],
    dan: {},
  },
  {
    als: 'a credit names a line that never was',
    komen: [D2(crediteer('C1', 'R99'))],
    dan: { TR323: 1 },
  },
  {
    als: 'a credit names a line that was refused',
    komen: [
      D2(declaratieKop('N2'), regel('R2', feb)),
      antwoord('A2', 'D2', [['R2', 1]]),
      D3({ ...crediteer('C1', 'R2'), ...feb }),
    ],
    dan: { TR323: 1 },
  },
  {
    als: 'care starts again while the earlier start has no stop',
    zonder: ['P1'],
    komen: [bericht('JW305', 'S2', [start({ begindatum: dag('2024-02-08') })])],
    dan: { TR326: 1 },
  },
  {
    als: 'care starts again on the day of a temporary stop',
    zonder: ['P1'],
    komen: [
      bericht('JW307', 'P2', [stop(temporary)]),
      bericht('JW305', 'S2', [start({ begindatum: dag('2024-02-08') })]),
    ],
    dan: {},
  },
  {
    als: 'a ToewijzingNummer is given to another client',
    komen: [bericht('JW301', 'T2', [toewijzing(7, { client: client(2, 2011) })])],
    dan: { TR332: 2 },
  },
  {
    als: 'a provider uses a DeclaratieNummer twice',
    komen: [D2(declaratieKop('N1'), regel('R2', feb))],
    dan: { TR333: 1 },
  },
  {
    als: 'a JW325 answers nothing that was sent',
    komen: [antwoord('A2', 'D99', [['R99', 1]])],
    dan: { TR337: 1 },
  },
  {
    als: 'a line names a toewijzing that was never sent',
    komen: [D2(regel('R2', { ...feb, toewijzingNummer: 99 }))],
    dan: { TR338: 1 },
  },
  {
    als: 'a line has another category than was assigned',
    komen: [D2(regel('R2', { ...feb, categorie: '54', code: '54001' }))],
    dan: { TR339: 1 },
  },
  {
    als: 'a line has another code than was assigned',
    komen: [T8({ code: '45A02' }), D2(regel('R2', acht))],
    dan: { TR340: 1 },
  },
  {
    als: 'a line has another unit than was assigned',
    komen: [T8({ volume: 9, eenheid: '16', frequentie: '4' }), D2(regel('R2', { ...acht, volume: 1 }))],
    dan: { TR341: 1 },
  },
  {
    als: 'a request uses the ReferentieAanbieder of another',
    komen: [bericht('JW315', 'V2', [verzoek('Q1')])],
    dan: { TR347: 1 },
  },
  {
    als: 'an answer names a request that was never sent',
    komen: [bericht('JW319', 'W1', [antwoordOp('Q99', '1')])],
    dan: { TR355: 1 },
  },
  {
    als: 'an answer comes after the toewijzing that honours the request',
    komen: [bericht('JW319', 'W1', [antwoordOp('Q1', '1')], op('2024-02-11'))],
    dan: { TR359: 1 },
  },
  {
    als: 'in onderzoek is answered twice',
    komen: [
      bericht('JW315', 'V2', [verzoek('Q2')]),
      bericht('JW319', 'W1', [antwoordOp('Q2', '2')], op('2024-02-11')),
      bericht('JW319', 'W2', [antwoordOp('Q2', '2')], op('2024-02-12')),
      bericht('JW319', 'W3', [antwoordOp('Q2', '1')], op('2024-02-13')),
    ],
    dan: { TR360: 1 },
  },
  {
    als: 'a request is refused twice',
    komen: [
      bericht('JW315', 'V2', [verzoek('Q2')]),
      bericht('JW319', 'W1', [antwoordOp('Q2', '1')], op('2024-02-11')),
      bericht('JW319', 'W2', [antwoordOp('Q2', '1')], op('2024-02-12')),
    ],
    dan: { TR365: 1 },
  },
  {
    als: 'a JW325 returns a line that was never declared',
    komen: [D2(declaratieKop('N2')), antwoord('A2', 'D2', [['R99', 1]])],
    dan: { TR366: 1 },
  },
  {
    als: 'lines together pass the budget, and the second is too much',
    komen: [
      T8({ budgetCents: 150_00 }),
      D2(regel('R2', acht)),
      D3(regel('R3', { ...acht, ...feb, bedragCents: 50_01 })),
    ],
    dan: { TR369: 1 },
  },
  {
    als: 'lines together reach the budget',
    komen: [
      T8({ budgetCents: 150_00 }),
      D2(regel('R2', acht)),
      D3(regel('R3', { ...acht, ...feb, bedragCents: 50_00 })),
    ],
    dan: {},
  },
  {
    als: 'a JW325 names another DeclaratieNummer than the JW323 it answers',
    komen: [
      D2(declaratieKop('N2'), regel('R2', feb)),
      {
        ...antwoord('A2', 'D2'),
        rijen: [
          {
            rij: 'declaratie-antwoord',
            declaratieNummer: 'N3',
            ingediendCents: 0,
            toegekendCents: 0,
            retourCodes: ['8001'],
          },
        ],
      },
    ],
    dan: { TR376: 1 },
  },
  {
    als: 'a toewijzing has a ReferentieAanbieder that no request has',
    komen: [T8({ referentieAanbieder: 'Q99' })],
    dan: { TR379: 1, 'store.verwijzer-afgeleid': 1 },
  },
  {
    als: 'a stop names another begin than the start',
    komen: [bericht('JW307', 'P2', [stop({ begindatum: dag('2024-02-06') })])],
    dan: { TR382: 1 },
  },
  {
    als: 'care is declared on a toewijzing that was deleted before',
    komen: [
      bericht(
        'JW301',
        'T2',
        [toewijzing(7, { toewijzingsdatum: dag('2024-01-02'), redenWijziging: '13' })],
        op('2024-02-09'),
      ),
    ],
    dan: { TR384: 1 },
  },
  {
    als: 'a toewijzing is deleted while an approved line on it stands',
    komen: [
      bericht(
        'JW301',
        'T2',
        [toewijzing(7, { toewijzingsdatum: dag('2024-01-02'), redenWijziging: '13' })],
        op('2024-02-21'),
      ),
    ],
    dan: { TR385: 1 },
  },
  {
    als: 'a toewijzing is deleted after its line was credited',
    komen: [
      D2(crediteer('C1', 'R1')),
      bericht(
        'JW301',
        'T2',
        [toewijzing(7, { toewijzingsdatum: dag('2024-01-02'), redenWijziging: '13' })],
        op('2024-02-21'),
      ),
    ],
    dan: {},
  },
  {
    als: 'a period begins on a day of its own',
    komen: [D2(regel('R2', { ...feb, begindatum: dag('2024-02-02') }))],
    dan: { TR387: 1 },
  },
  {
    als: 'a period begins and ends with its toewijzing',
    komen: [
      T8({ ingangsdatum: dag('2024-01-09'), einddatum: dag('2024-01-20') }),
      D2(regel('R2', { ...acht, begindatum: dag('2024-01-09'), einddatum: dag('2024-01-20') })),
    ],
    dan: {},
  },
  {
    als: 'a period ends on a day of its own',
    komen: [D2(regel('R2', { ...feb, einddatum: dag('2024-02-28') }))],
    dan: { TR388: 1 },
  },
  {
    als: 'a month is declared twice',
    komen: [D2(regel('R2'))],
    dan: { TR389: 1 },
  },
  {
    als: 'a month is declared again after it was credited, in one message',
    komen: [D2(crediteer('C1', 'R1'), regel('R2'))],
    dan: {},
  },
  {
    als: 'a line is credited twice',
    komen: [D2(crediteer('C1', 'R1'), crediteer('C2', 'R1'))],
    dan: { TR390: 1 },
  },
  {
    als: 'a line is credited again after the first credit was refused with its message',
    komen: [
      D2(declaratieKop('N2'), crediteer('C1', 'R1')),
      weigering('D2', '0001'),
      D3(crediteer('C2', 'R1')),
    ],
    dan: {},
  },
  {
    als: 'a line is credited again after the first credit was refused',
    komen: [
      D2(declaratieKop('N2'), crediteer('C1', 'R1')),
      antwoord('A2', 'D2', [['C1', 1]]),
      D3(crediteer('C2', 'R1')),
    ],
    dan: {},
  },
  {
    als: 'a start has two temporary stops',
    zonder: ['P1'],
    komen: [
      bericht('JW307', 'P2', [stop(temporary)]),
      bericht('JW307', 'P3', [stop({ ...temporary, einddatum: dag('2024-02-09') })], op('2024-02-11')),
    ],
    dan: { TR413: 1 },
  },
  {
    als: 'the definitive stop ends before the temporary one',
    zonder: ['P1'],
    komen: [
      bericht('JW307', 'P2', [stop(temporary)]),
      bericht('JW307', 'P3', [stop({ einddatum: dag('2024-02-07') })], op('2024-02-11')),
    ],
    dan: { TR414: 1 },
  },
  {
    als: 'a definitive stop follows a temporary one',
    zonder: ['P1'],
    komen: [
      bericht('JW307', 'P2', [stop(temporary)]),
      bericht('JW307', 'P3', [stop({ einddatum: dag('2024-02-10') })], op('2024-02-11')),
    ],
    dan: {},
  },
  {
    als: 'a stop follows a definitive one',
    komen: [bericht('JW307', 'P2', [stop({ einddatum: dag('2024-02-09') })], op('2024-02-11'))],
    dan: { TR415: 1 },
  },
];

/** Per check of our own, traffic that shows it when seen months later. */
const LATER: Readonly<Record<string, Geval>> = {
  'store.start-ontbreekt': {
    als: 'a toewijzing never got a start',
    komen: [bericht('JW301', 'T2', [toewijzing(8)])],
    dan: { 'store.start-ontbreekt': 1 },
  },
  'store.stop-ontbreekt': {
    als: 'care goes on after its toewijzing ended',
    komen: [
      bericht('JW301', 'T2', [toewijzing(8, { einddatum: dag('2024-03-01') })]),
      bericht('JW305', 'S2', [start({ toewijzingNummer: 8 })]),
    ],
    dan: { 'store.stop-ontbreekt': 1 },
  },
  'store.start-laat': {
    als: 'a start is reported eight days later',
    komen: [
      bericht('JW305', 'S2', [start({ begindatum: dag('2024-02-02') })]),
      bericht('JW307', 'P2', [stop({ begindatum: dag('2024-02-02'), einddatum: dag('2024-02-04') })]),
    ],
    dan: { 'store.start-laat': 1 },
  },
  'store.stop-laat': {
    als: 'a stop is reported months later',
    zonder: ['P1'],
    komen: [bericht('JW307', 'P2', [stop()], later)],
    dan: { 'store.stop-laat': 1 },
  },
  'store.antwoord-ontbreekt': {
    als: 'a declaration never got an answer',
    komen: [D2(regel('R2', feb))],
    dan: { 'store.antwoord-ontbreekt': 1 },
  },
  'store.verwijzer-afgeleid': {
    als: 'a toewijzing came without a request',
    komen: [
      bericht('JW301', 'T2', [toewijzing(8, { referentieAanbieder: undefined } as never)]),
      bericht('JW305', 'S2', [start({ toewijzingNummer: 8 })]),
    ],
    dan: { 'store.verwijzer-afgeleid': 1 },
  },
};

/** The traffic of a case between a gemeente and a provider of their own. */
function inWereld(wereld: number, { komen, zonder = [] }: Geval): Bericht[] {
  const gemeente = gemeenteCode(String(1000 + wereld));
  const aanbieder = String(99_000_100 + wereld) as AgbCode;
  const basis = goed.filter(({ kop }) => !zonder.includes(kop.identificatie));
  return [...basis, ...komen].map(({ kop, rijen }) => {
    const afzender = kop.afzender.length === 4 ? gemeente.slice(2) : aanbieder;
    return { kop: { ...kop, gemeente, aanbieder, afzender }, rijen };
  });
}

/** Judges every case in a world of its own, all in one warehouse. */
async function judge(
  t: TestContext,
  gevallen: readonly Geval[],
  also: readonly Bericht[] = [],
): Promise<void> {
  const warehouse = await tijdelijkMagazijn(t);
  await lever(warehouse, [...gevallen.flatMap((geval, wereld) => inWereld(wereld, geval)), ...also]);
  const { bevindingen } = await warehouse.check(producten);
  const found = gevallen.map((geval, wereld) => {
    const codes: Record<string, number> = {};
    for (const { gemeente, code, aantal } of bevindingen) {
      if (gemeente === `GM${1000 + wereld}`) codes[code] = (codes[code] ?? 0) + aantal;
    }
    return [geval.als, codes];
  });
  assert.deepEqual(
    found,
    gevallen.map((geval) => [geval.als, geval.dan]),
  );
}

test('every rule of the standard is found where it is broken, and nothing else is', async (t) => {
  await judge(t, GEVALLEN);
});

test('every check of our own is found where it is broken, and nothing else is', async (t) => {
  await judge(t, Object.values(LATER), [bericht('JW315', 'V-later', [], later)]);
});

test('every rule has a case in which it is broken', () => {
  const broken = [...GEVALLEN, ...Object.values(LATER)].flatMap(({ dan }) => Object.keys(dan));
  assert.deepEqual(
    KETEN_REGELS.map(({ code }) => code).filter((code) => !broken.includes(code)),
    [],
  );
});
