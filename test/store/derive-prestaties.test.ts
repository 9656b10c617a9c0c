// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { BerichtKop } from '../../src/contract/index.ts';
import {
  antwoord,
  type Bericht,
  client,
  credit,
  DELFT,
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

/** Reference numbers of the standing lines with their amounts, after one delivery of these messages. */
async function staand(t: TestContext, berichten: readonly Bericht[]): Promise<unknown[][]> {
  const warehouse = await tijdelijkMagazijn(t);
  await lever(warehouse, berichten);
  await warehouse.derive(producten);
  return waarden(
    warehouse,
    `SELECT p.referentie_nummer, s.bedrag_cents, s.voorlopig FROM prestatie_staand s
     JOIN prestatie p USING (bericht_id, regel) ORDER BY ALL`,
  );
}

test('a line without an answer stands, provisionally', async (t) => {
  assert.deepEqual(await staand(t, [declaratie('D1', [prestatie('R1', 1)])]), [['R1', 10000, true]]);
});

test('lines that the answer does not name are approved; the others are gone', async (t) => {
  const berichten = [
    declaratie('D1', [prestatie('R1', 1), prestatie('R2', 2)]),
    antwoord('A1', 'D1', [['R2', 2]]),
  ];
  assert.deepEqual(await staand(t, berichten), [['R1', 10000, false]]);
});

test('a refused client takes its lines along', async (t) => {
  const weiger: Bericht = {
    kop: antwoord('A1', 'D1').kop,
    rijen: [
      {
        rij: 'prestatie-antwoord',
        client: client(1),
        referentieNummer: 'R1',
        retourCodes: ['0233'],
        clientRetourCodes: ['8187'],
      },
    ],
  };
  assert.deepEqual(await staand(t, [declaratie('D1', [prestatie('R1', 1), prestatie('R2', 2)]), weiger]), [
    ['R2', 10000, false],
  ]);
});

test('a message that is refused as a whole has no lines: by the header, or by its Declaratie', async (t) => {
  const header = antwoord('A1', 'D1', [], { retourCodes: ['0001'] });
  const opDeclaratie: Bericht = {
    kop: antwoord('A2', 'D2').kop,
    rijen: [{ rij: 'declaratie-antwoord', ingediendCents: 100, toegekendCents: 0, retourCodes: ['9333'] }],
  };
  const goed: Bericht = {
    kop: antwoord('A3', 'D3').kop,
    rijen: [{ rij: 'declaratie-antwoord', ingediendCents: 100, toegekendCents: 100, retourCodes: ['8001'] }],
  };
  const berichten = ['D1', 'D2', 'D3'].map((id, n) => declaratie(id, [prestatie(`R${id}`, n)]));
  assert.deepEqual(await staand(t, [...berichten, header, opDeclaratie, goed]), [['RD3', 10000, false]]);
});

test('a credit that stands takes its debit away; a refused credit does not', async (t) => {
  const berichten = [
    declaratie('D1', [prestatie('R1', 1), prestatie('R2', 2)]),
    declaratie('D2', [credit('C1', 'R1', 1), prestatie('R3', 1, { bedragCents: 5 })]),
    declaratie('D3', [credit('C2', 'R2', 2)]),
    antwoord('A3', 'D3', [['C2', 2]]),
  ];
  assert.deepEqual(await staand(t, berichten), [
    ['R2', 10000, true],
    ['R3', 5, true],
  ]);
});

test('a credit of another provider with the same number changes nothing', async (t) => {
  const ander = { aanbieder: '99000002', afzender: '99000002' } as Partial<BerichtKop>;
  const berichten = [
    declaratie('D1', [prestatie('R1', 1)]),
    declaratie('D1', [credit('C1', 'R1', 1)], ander),
  ];
  assert.deepEqual(await staand(t, berichten), [['R1', 10000, true]]);
});

test('JW303: a partial grant counts for the granted amount, a refused line not at all', async (t) => {
  const oud = { soort: 'JW303', release: '3.0', berichtCode: '432' } as const;
  const berichten: Bericht[] = [
    { kop: kop('JW303', 'F1', oud), rijen: [prestatie('R1', 1), prestatie('R2', 2), prestatie('R3', 3)] },
    {
      kop: kop('JW304', 'F1', { soort: 'JW304', release: '3.0', retourCodes: ['0200'] }),
      rijen: [
        {
          rij: 'prestatie-antwoord',
          client: client(1),
          referentieNummer: 'R1',
          retourCodes: ['9321'],
          clientRetourCodes: ['0200'],
          toegekendCents: 60_00,
        },
        {
          rij: 'prestatie-antwoord',
          client: client(2),
          referentieNummer: 'R2',
          retourCodes: ['9338'],
          clientRetourCodes: ['0200'],
          toegekendCents: 0,
        },
      ],
    },
  ];
  assert.deepEqual(await staand(t, berichten), [
    ['R1', 6000, false],
    ['R3', 10000, false],
  ]);
});

test('TR056: of two messages with one identification the earliest counts, whatever came first', async (t) => {
  const laat = declaratie('D1', [prestatie('R1', 1)], { dagtekening: dag('2024-03-01') });
  const vroeg = declaratie('D1', [prestatie('R2', 1)], { dagtekening: dag('2024-02-01') });
  for (const volgorde of [
    [laat, vroeg],
    [vroeg, laat],
  ]) {
    const warehouse = await tijdelijkMagazijn(t);
    for (const bericht of volgorde) await lever(warehouse, [bericht]);
    await warehouse.derive(producten);
    assert.deepEqual(await waarden(warehouse, 'SELECT bedrag_cents FROM prestatie_staand'), [[10000]]);
    assert.deepEqual(await waarden(warehouse, 'SELECT code, retourcode, dagtekening FROM bevinding_keten'), [
      ['TR056', '9056', '2024-03-01'],
    ]);
    assert.deepEqual(
      await waarden(
        warehouse,
        'SELECT p.referentie_nummer FROM prestatie_staand JOIN prestatie p USING (bericht_id)',
      ),
      [['R2']],
    );
  }
});

test('the type is that of the most specific product rule that is valid on the first day', async (t) => {
  const warehouse = await tijdelijkMagazijn(t);
  const regel = (code: string) => prestatie(code, 1, { categorie: '54', code });
  await lever(warehouse, [declaratie('D1', ['54001', '54002', '54003', '54004'].map(regel))]);
  const aanbieder = kop('JW323', '').aanbieder;
  await warehouse.derive([
    { categorie: '54', type: 'lvb', tot: dag('2023-12-31') },
    { categorie: '54', code: '54001', type: 'pleegzorg' },
    { categorie: '54', code: '54001', aanbieder, type: 'cit', van: dag('2024-01-02') },
    { categorie: '54', code: '54002', type: 'pleegzorg' },
    { categorie: '54', code: '54002', aanbieder, type: 'cit', van: dag('2024-01-01') },
    { categorie: '54', code: '54003', type: 'dyslexie', tot: dag('2024-01-01') },
  ]);
  assert.deepEqual(await waarden(warehouse, 'SELECT code, type FROM prestatie_staand ORDER BY code'), [
    ['54001', 'pleegzorg'],
    ['54002', 'cit'],
    ['54003', 'dyslexie'],
    ['54004', 'onbekend'],
  ]);
  assert.deepEqual(await waarden(warehouse, 'SELECT code, gemeente, product_code FROM bevinding_keten'), [
    ['store.product-onbekend', DELFT, '54004'],
  ]);
});

test('a year adds up per pseudonym, gemeente, provider and product, apart where a product period goes on into the next', async (t) => {
  const warehouse = await tijdelijkMagazijn(t);
  const later = { begindatum: dag('2024-12-15'), einddatum: dag('2024-12-31') };
  const over = { begindatum: dag('2024-12-15'), einddatum: dag('2025-01-14') };
  await lever(warehouse, [
    declaratie('D1', [
      prestatie('R1', 1),
      prestatie('R2', 1, later),
      prestatie('R3', 1, over),
      prestatie('R4', 2),
    ]),
  ]);
  await warehouse.derive(producten);
  assert.deepEqual(
    await waarden(
      warehouse,
      'SELECT pseudoniem, begin, eind, bedrag_cents, prestaties, type FROM prestatie_jaar ORDER BY 1, 3',
    ),
    [
      [Number(testBsn(1)), '2024-01-01', '2024-12-31', 20000, 2, 'jeugd-en-opvoedhulp'],
      [Number(testBsn(1)), '2024-01-01', '2025-12-31', 10000, 1, 'jeugd-en-opvoedhulp'],
      [Number(testBsn(2)), '2024-01-01', '2024-12-31', 10000, 1, 'jeugd-en-opvoedhulp'],
    ],
  );
});
