// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RetourRij, StartRij, StopRij, ToewijzingRij, VerzoekRij } from '../../src/contract/index.ts';
import {
  type Bericht,
  client,
  dag,
  declaratie,
  kop,
  lever,
  prestatie,
  producten,
  testBsn,
  tijdelijkMagazijn,
  waarden,
} from './voorbeeld.ts';

function toewijzing(toewijzingNummer: number, anders: Partial<ToewijzingRij> = {}): ToewijzingRij {
  return {
    rij: 'toewijzing',
    client: client(1, 2010),
    toewijzingNummer,
    categorie: '45',
    toewijzingsdatum: dag('2024-01-01'),
    toewijzingstijd: 3600,
    ingangsdatum: dag('2024-01-05'),
    ...anders,
  };
}

function start(begin: string, statusAanlevering = '1'): StartRij {
  return {
    rij: 'start',
    client: client(1, 2010),
    toewijzingNummer: 7,
    categorie: '45',
    begindatum: dag(begin),
    statusAanlevering,
  };
}

function stop(begin: string, eind: string, reden = '31', statusAanlevering = '1'): StopRij {
  return {
    ...start(begin, statusAanlevering),
    rij: 'stop',
    einddatum: dag(eind),
    redenBeeindiging: reden,
  };
}

function verzoek(referentieAanbieder: string, verwijzerType: string): VerzoekRij {
  return { rij: 'verzoek', client: client(1, 2010), referentieAanbieder, verwijzerType };
}

function bericht(
  soort: 'JW301' | 'JW305' | 'JW307' | 'JW315',
  id: string,
  rijen: Bericht['rijen'],
  datum = '2024-02-01',
): Bericht {
  return { kop: kop(soort, id, { dagtekening: dag(datum) }), rijen };
}

test('the version of a toewijzing with the latest Toewijzingsdatum and time is the valid one; a deletion leaves none', async (t) => {
  const warehouse = await tijdelijkMagazijn(t);
  const later = { toewijzingsdatum: dag('2024-03-01') };
  await lever(warehouse, [
    bericht('JW301', 'T3', [toewijzing(7, { toewijzingstijd: 7200, einddatum: dag('2024-06-30') })]),
    bericht('JW301', 'T2', [
      toewijzing(8, { ...later, redenWijziging: '13', einddatum: dag('2024-01-05') }),
      toewijzing(9, { ...later, redenWijziging: '01', einddatum: dag('2024-01-05') }),
      toewijzing(10, { ...later, redenWijziging: '01', einddatum: dag('2024-01-06') }),
    ]),
    bericht('JW301', 'T1', [toewijzing(7), toewijzing(8), toewijzing(9), toewijzing(10)]),
  ]);
  await warehouse.derive(producten);
  assert.deepEqual(
    await waarden(warehouse, 'SELECT toewijzing_nummer, einddatum FROM toewijzing_actueel ORDER BY 1'),
    [
      [7, '2024-06-30'],
      [10, '2024-01-06'],
    ],
  );
});

test('the verwijzer is that of the first reference of the toewijzing, and 01 derived without a request', async (t) => {
  const warehouse = await tijdelijkMagazijn(t);
  await lever(warehouse, [
    bericht('JW301', 'T2', [
      toewijzing(7, { toewijzingsdatum: dag('2024-02-01'), referentieAanbieder: 'Q2' }),
      toewijzing(8),
    ]),
    bericht('JW301', 'T1', [toewijzing(7, { referentieAanbieder: 'Q1' })]),
    bericht('JW315', 'V1', [verzoek('Q1', '03'), verzoek('Q2', '04')]),
    bericht('JW315', 'V2', [verzoek('Q1', '05')], '2024-02-02'),
    declaratie('D1', [
      prestatie('R1', 1, { toewijzingNummer: 7 }),
      prestatie('R2', 1, { toewijzingNummer: 8 }),
      prestatie('R3', 1),
    ]),
  ]);
  await warehouse.derive(producten);
  assert.deepEqual(
    await waarden(
      warehouse,
      'SELECT toewijzing_nummer, verwijzer, verwijzer_afgeleid FROM prestatie_staand ORDER BY 1 NULLS LAST',
    ),
    [
      [7, '03', false],
      [8, '01', true],
      [null, '01', true],
    ],
  );
});

test('a start or stop that was deleted does not exist; one delivered again does', async (t) => {
  const warehouse = await tijdelijkMagazijn(t);
  await lever(warehouse, [
    bericht('JW305', 'S3', [start('2024-01-06'), start('2024-01-08', '3')], '2024-02-03'),
    bericht(
      'JW305',
      'S2',
      [start('2024-01-05', '3'), start('2024-01-07', '3'), start('2024-01-07')],
      '2024-02-02',
    ),
    bericht('JW305', 'S1', [start('2024-01-05'), start('2024-01-07'), start('2024-01-08')], '2024-02-01'),
    bericht('JW307', 'P1', [stop('2024-01-06', '2024-02-01', '31'), stop('2024-01-06', '2024-02-01', '32')]),
    bericht('JW307', 'P2', [stop('2024-01-06', '2024-02-01', '31', '3')], '2024-02-04'),
  ]);
  await warehouse.derive(producten);
  assert.deepEqual(await waarden(warehouse, 'SELECT begindatum FROM start_actueel ORDER BY 1'), [
    ['2024-01-06'],
    ['2024-01-07'],
  ]);
  assert.deepEqual(await waarden(warehouse, 'SELECT reden_beeindiging FROM stop_actueel'), [['32']]);
});

test('a heen message, client or class that a retour refuses was not delivered', async (t) => {
  const warehouse = await tijdelijkMagazijn(t);
  const heen = kop('JW305', 'S2');
  const retour = (nummer: number, klasse: string, code: string, begin?: string): RetourRij => ({
    rij: 'retour',
    klasse,
    client: client(nummer),
    retourCodes: [code],
    ...(begin !== undefined && { toewijzingNummer: 7, categorie: '45', begindatum: dag(begin) }),
  });
  const ander = (nummer: number, begin: string): StartRij => ({
    ...start(begin),
    client: client(nummer, 2010),
  });
  await lever(warehouse, [
    {
      kop: {
        ...kop('JW305', 'S1'),
        soort: 'JW306',
        retourCodes: ['0001'],
        dagtekeningRetour: dag('2024-02-11'),
      },
      rijen: [],
    },
    {
      kop: { ...heen, soort: 'JW306', dagtekeningRetour: dag('2024-02-11') },
      rijen: [
        retour(1, 'Client', '0200'),
        retour(1, 'StartProduct', '0200', '2024-01-03'),
        retour(1, 'StartProduct', '9019', '2024-01-04'),
        retour(2, 'Client', '9999'),
        retour(2, 'StartProduct', '0233', '2024-01-05'),
      ],
    },
  ]);
  await lever(warehouse, [
    bericht('JW305', 'S1', [start('2024-01-01')]),
    {
      kop: heen,
      rijen: [start('2024-01-03'), start('2024-01-04'), ander(2, '2024-01-05'), ander(3, '2024-01-06')],
    },
  ]);
  await warehouse.derive(producten);
  assert.deepEqual(await waarden(warehouse, 'SELECT begindatum FROM start_actueel ORDER BY 1'), [
    ['2024-01-03'],
    ['2024-01-06'],
  ]);
});

test('a client is one row: the toewijzing is the source, also when a later message says otherwise', async (t) => {
  const warehouse = await tijdelijkMagazijn(t);
  await lever(warehouse, [
    bericht('JW305', 'S1', [{ ...start('2024-01-01'), client: client(1, 1999) }], '2024-05-01'),
    bericht('JW301', 'T1', [toewijzing(7)], '2024-01-01'),
    declaratie('D1', [prestatie('R1', 1), prestatie('R2', 2)]),
  ]);
  await warehouse.derive(producten);
  assert.deepEqual(await waarden(warehouse, 'SELECT * EXCLUDE (bericht_id, regel) FROM client ORDER BY 1'), [
    [Number(testBsn(1)), 2010, 4, '2'],
    [Number(testBsn(2)), null, null, '0'],
  ]);
  assert.deepEqual(await waarden(warehouse, 'SELECT datum FROM data_datum'), [['2024-05-01']]);
});
