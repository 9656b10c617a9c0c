// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import {
  type AgbCode,
  type BerichtKop,
  daysInMonth,
  gemeenteCode,
  type IjwRij,
  type PlainDate,
  type PrestatieRij,
  plainDate,
  type StartRij,
  type ToewijzingRij,
} from '../../src/contract/index.ts';
import { type CheckReport, KETEN_REGELS } from '../../src/store/index.ts';
import {
  antwoord,
  type Bericht,
  client,
  credit,
  dag,
  kop,
  lever,
  prestatie,
  producten,
  tijdelijkMagazijn,
  waarden,
} from './voorbeeld.ts';

const JW323 = {
  declaratieNummer: 'N',
  periodeBegin: dag('2024-01-01'),
  periodeEinde: dag('2024-01-31'),
  totaalCents: 0,
};

function bericht(
  soort: BerichtKop['soort'],
  id: string,
  rijen: readonly IjwRij[],
  anders: Partial<BerichtKop> = {},
): Bericht {
  return { kop: kop(soort, id, anders), rijen };
}

function toewijzing(toewijzingNummer: number, anders: Partial<ToewijzingRij> = {}): ToewijzingRij {
  return {
    rij: 'toewijzing',
    client: client(1, 2010),
    toewijzingNummer,
    referentieAanbieder: 'Q1',
    categorie: '45',
    toewijzingsdatum: dag('2024-01-01'),
    toewijzingstijd: 0,
    ingangsdatum: dag('2024-01-01'),
    ...anders,
  };
}

function start(anders: Partial<StartRij> = {}): StartRij {
  return {
    rij: 'start',
    client: client(1, 2010),
    toewijzingNummer: 7,
    categorie: '45',
    begindatum: dag('2024-02-05'),
    statusAanlevering: '1',
    ...anders,
  };
}

function stop(anders: Partial<StartRij> = {}): IjwRij {
  return { ...start(anders), rij: 'stop', einddatum: dag('2024-02-08'), redenBeeindiging: '31' };
}

function regel(ref: string, anders: Partial<PrestatieRij> = {}): PrestatieRij {
  return prestatie(ref, 1, { toewijzingNummer: 7, ...anders });
}

/** Traffic in which every rule holds. */
const goed: readonly Bericht[] = [
  bericht('JW315', 'V1', [
    { rij: 'verzoek', client: client(1, 2010), referentieAanbieder: 'Q1', verwijzerType: '03' },
  ]),
  bericht('JW301', 'T1', [toewijzing(7)]),
  bericht('JW305', 'S1', [start()]),
  bericht('JW307', 'P1', [stop()]),
  bericht('JW323', 'D1', [{ rij: 'declaratie', ...JW323, declaratieNummer: 'N1' }, regel('R1')]),
  antwoord('A1', 'D1'),
];

const later = { dagtekening: dag('2024-07-01') };

/** Per rule, traffic that breaks it beside the good traffic, and how often. */
const fout: Readonly<Record<string, readonly Bericht[]>> = {
  TR019: [bericht('JW305', 'S2', [start({ toewijzingNummer: 99 })])],
  TR063: [bericht('JW305', 'S2', [start({ begindatum: dag('2024-02-06'), statusAanlevering: '3' })])],
  TR074: [bericht('JW305', 'S2', [start()])],
  TR304: [
    bericht('JW323', 'D2', [prestatie('R2', 2, { toewijzingNummer: 7, begindatum: dag('2024-02-01') })]),
  ],
  TR307: [bericht('JW323', 'D2', [regel('R2', { begindatum: dag('2023-12-01') })])],
  TR308: [
    bericht('JW301', 'T2', [toewijzing(8, { einddatum: dag('2024-01-10') })]),
    bericht('JW305', 'S2', [start({ toewijzingNummer: 8 })]),
    bericht('JW323', 'D2', [regel('R2', { toewijzingNummer: 8 })]),
  ],
  TR314: [bericht('JW323', 'D2', [regel('R1', { begindatum: dag('2024-02-01') })])],
  TR323: [bericht('JW323', 'D2', [{ ...credit('C1', 'R99', 1), toewijzingNummer: 7 }])],
  TR332: [bericht('JW301', 'T2', [toewijzing(7, { client: client(2, 2011) })])],
  TR333: [bericht('JW323', 'D2', [{ rij: 'declaratie', ...JW323, declaratieNummer: 'N1' }])],
  TR337: [antwoord('A2', 'D99')],
  TR338: [bericht('JW323', 'D2', [regel('R2', { toewijzingNummer: 99 })])],
  TR339: [bericht('JW323', 'D2', [regel('R2', { categorie: '54' })])],
  TR340: [
    bericht('JW301', 'T2', [toewijzing(8, { code: '45A02' })]),
    bericht('JW323', 'D2', [regel('R2', { toewijzingNummer: 8 })]),
  ],
  TR347: [
    bericht('JW315', 'V2', [
      { rij: 'verzoek', client: client(1, 2010), referentieAanbieder: 'Q1', verwijzerType: '03' },
    ]),
  ],
  TR355: [bericht('JW319', 'W1', [{ rij: 'antwoord', referentieAanbieder: 'Q99', verzoekAntwoord: '1' }])],
  TR366: [bericht('JW323', 'D2', []), antwoord('A2', 'D2', [['R99', 1]])],
  TR382: [bericht('JW307', 'P2', [stop({ begindatum: dag('2024-02-06') })])],
  TR384: [
    bericht('JW301', 'T2', [toewijzing(7, { toewijzingsdatum: dag('2024-01-02'), redenWijziging: '13' })]),
  ],
  TR389: [bericht('JW323', 'D2', [regel('R2')])],
  TR390: [
    bericht('JW323', 'D2', [
      { ...credit('C1', 'R1', 1), toewijzingNummer: 7 },
      { ...credit('C2', 'R1', 1), toewijzingNummer: 7 },
    ]),
  ],
  'store.start-ontbreekt': [bericht('JW301', 'T2', [toewijzing(8)], later)],
  'store.stop-ontbreekt': [
    bericht('JW301', 'T2', [toewijzing(8, { einddatum: dag('2024-03-01') })]),
    bericht('JW305', 'S2', [start({ toewijzingNummer: 8 })]),
    bericht('JW315', 'V2', [], later),
  ],
  'store.start-laat': [bericht('JW305', 'S2', [start({ begindatum: dag('2024-02-02') })])],
  'store.stop-laat': [bericht('JW307', 'P2', [stop()], later), bericht('JW307', 'P1', [stop()], later)],
  'store.antwoord-ontbreekt': [
    bericht('JW323', 'D2', [regel('R2', { begindatum: dag('2024-02-01') })]),
    bericht('JW315', 'V2', [], later),
  ],
  'store.verwijzer-afgeleid': [bericht('JW301', 'T2', [toewijzing(8, { referentieAanbieder: 'Q99' })])],
};

async function checked(t: TestContext, berichten: readonly Bericht[]): Promise<CheckReport> {
  const warehouse = await tijdelijkMagazijn(t);
  await lever(warehouse, berichten);
  return warehouse.check(producten);
}

test('good traffic has no finding', async (t) => {
  assert.deepEqual((await checked(t, goed)).bevindingen, []);
});

/** The same traffic between a gemeente and a provider of their own. */
function inWereld(wereld: number, berichten: readonly Bericht[]): Bericht[] {
  const gemeente = gemeenteCode(String(1000 + wereld));
  const aanbieder = String(99_000_100 + wereld) as AgbCode;
  return berichten.map(({ kop: header, rijen }) => {
    const afzender = header.afzender.length === 4 ? gemeente.slice(2) : aanbieder;
    return { kop: { ...header, gemeente, aanbieder, afzender }, rijen };
  });
}

test('every rule has traffic that breaks it, and finds it there', async (t) => {
  const codes = KETEN_REGELS.map(({ code }) => code);
  assert.deepEqual(Object.keys(fout).sort(), codes.toSorted());
  const berichten = codes.flatMap((code, wereld) => {
    const basis = code === 'store.stop-laat' ? goed.filter(({ kop: { soort } }) => soort !== 'JW307') : goed;
    return inWereld(wereld, [...basis, ...(fout[code] ?? [])]);
  });
  const { bevindingen } = await checked(t, berichten);
  for (const [wereld, code] of codes.entries()) {
    const here = bevindingen
      .filter(({ gemeente }) => gemeente === `GM${1000 + wereld}`)
      .map((telling) => telling.code);
    assert.ok(here.includes(code), `${code} was not found, but ${here.join()}`);
  }
});

test('what a rule could do to figures: the lines it touches, their amount, and clients who rest on nothing else', async (t) => {
  const report = await checked(t, [
    ...goed,
    bericht('JW323', 'D2', [
      regel('R2', { toewijzingNummer: 99, bedragCents: 7 }),
      prestatie('R3', 2, { toewijzingNummer: 98, bedragCents: 5 }),
    ]),
  ]);
  assert.deepEqual(
    report.invloed.filter(({ code }) => code === 'TR338'),
    [{ code: 'TR338', jaar: 2024, prestaties: 2, bedragCents: 12, clienten: 1 }],
  );
});

/** Care at one provider from January 2023 on, to the end of that year where `eindigt`, declared in the months given. */
function gedeclareerdIn(maanden: readonly number[], eindigt = false): readonly Bericht[] {
  const dagen = (maand: number): [PlainDate, PlainDate] =>
    [plainDate(2023, maand, 1), plainDate(2023, maand, daysInMonth(2023, maand))] as [PlainDate, PlainDate];
  return [
    bericht('JW301', 'T1', [toewijzing(7, { ingangsdatum: dag('2023-01-01') })]),
    bericht('JW305', 'S1', [start({ begindatum: dag('2023-01-01') })]),
    ...(eindigt
      ? [
          bericht('JW307', 'P1', [
            { ...stop({ begindatum: dag('2023-01-01') }), einddatum: dag('2023-12-31') } as IjwRij,
          ]),
        ]
      : []),
    bericht(
      'JW323',
      'D1',
      maanden.map((maand) => {
        const [begindatum, einddatum] = dagen(maand);
        return regel(`R${maand}`, { begindatum, einddatum });
      }),
    ),
    bericht('JW315', 'V2', [], later),
  ];
}

test('months with care that a regular provider did not declare are a gap, and it is silent when nothing came after', async (t) => {
  const gat = { gemeente: 'GM0503', aanbieder: '99000001', kinderen: 1 };
  const during = await checked(t, gedeclareerdIn([1, 2, 3, 4, 8, 9, 10, 11, 12], true));
  assert.deepEqual(during.gaten, [{ ...gat, van: '2023-05', tot: '2023-07', maanden: 3, duurtVoort: false }]);
  const silent = await checked(t, gedeclareerdIn([1, 2, 3, 4, 5, 6, 7, 8, 9]));
  assert.deepEqual(silent.gaten, [{ ...gat, van: '2023-10', tot: '2024-03', maanden: 6, duurtVoort: true }]);
  assert.deepEqual((await checked(t, gedeclareerdIn([1, 2, 6, 10], true))).gaten, [], 'no regular declarant');
});

test('coverage per month: of the children with care all month, those with a standing line', async (t) => {
  const { dekking } = await checked(t, gedeclareerdIn([1, 2, 4]));
  assert.deepEqual(
    dekking.slice(0, 4).map(({ maand, kinderen, gedeclareerd }) => [maand, kinderen, gedeclareerd]),
    [
      ['2023-01', 1, 1],
      ['2023-02', 1, 1],
      ['2023-03', 1, 0],
      ['2023-04', 1, 1],
    ],
  );
});

test('what findings touch is left out of what queries see, until the next derivation', async (t) => {
  const warehouse = await tijdelijkMagazijn(t);
  await lever(warehouse, [
    ...goed,
    bericht('JW323', 'D2', [regel('R2', { toewijzingNummer: 99, bedragCents: 7 })]),
  ]);
  const { geraakt } = await warehouse.check(producten);
  assert.deepEqual(
    [geraakt.prestaties, geraakt.debetCents, geraakt.clienten, geraakt.rijenOpzij],
    [1, 7, 0, 0],
  );
  const lines =
    'SELECT count(*), sum(bedrag_cents)::BIGINT, (SELECT sum(bedrag_cents)::BIGINT FROM bedrag_maand) FROM prestatie_staand';
  assert.deepEqual(await waarden(warehouse, lines), [[2, 10_007, 10_007]]);
  await warehouse.leaveOutGeraakt();
  assert.deepEqual(await waarden(warehouse, lines), [[1, 10_000, 10_000]]);
  await warehouse.derive(producten);
  assert.deepEqual(await waarden(warehouse, lines), [[2, 10_007, 10_007]]);
});
