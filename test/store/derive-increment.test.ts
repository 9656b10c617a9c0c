// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ToewijzingRij } from '../../src/contract/index.ts';
import { afdruk } from './derive-eigenschappen.ts';
import {
  type Bericht,
  client,
  dag,
  declaratie,
  kop,
  lever,
  prestatie,
  producten,
  tijdelijkMagazijn,
  waarden,
} from './voorbeeld.ts';

/** Enough messages that one more is a small part. */
const VEEL: readonly Bericht[] = Array.from({ length: 12 }, (_, n) =>
  declaratie(`V${n}`, [prestatie(`V${n}`, 20 + n)]),
);

test('only what new messages touch is derived again', async (t) => {
  const warehouse = await tijdelijkMagazijn(t);
  await lever(warehouse, VEEL);
  await warehouse.derive(producten);
  await waarden(warehouse, 'UPDATE prestatie_staand SET bedrag_cents = 0');
  await lever(warehouse, [declaratie('D1', [prestatie('R1', 1)])]);
  assert.equal(await warehouse.derive(producten), true);
  assert.deepEqual(
    await waarden(warehouse, 'SELECT count(*), count(*) FILTER (bedrag_cents = 0) FROM prestatie_staand'),
    [[13, 12]],
  );
});

test('another product mapping derives everything again', async (t) => {
  const warehouse = await tijdelijkMagazijn(t);
  await lever(warehouse, VEEL);
  await warehouse.derive(producten);
  await waarden(warehouse, 'UPDATE prestatie_staand SET bedrag_cents = 0');
  await lever(warehouse, [declaratie('D1', [prestatie('R1', 1)])]);
  await warehouse.derive(producten.slice(1));
  assert.deepEqual(await waarden(warehouse, 'SELECT count(*) FROM prestatie_staand WHERE bedrag_cents = 0'), [
    [0],
  ]);
});

test('care without a stop ends as later messages of others move the time on', async (t) => {
  const toewijzing: ToewijzingRij = {
    rij: 'toewijzing',
    client: client(1, 2010),
    toewijzingNummer: 7,
    categorie: '45',
    toewijzingsdatum: dag('2023-01-01'),
    toewijzingstijd: 0,
    ingangsdatum: dag('2023-01-01'),
    einddatum: dag('2024-01-31'),
  };
  const berichten: Bericht[] = [
    { kop: kop('JW301', 'T1', { dagtekening: dag('2023-01-01') }), rijen: [toewijzing] },
    {
      kop: kop('JW305', 'S1', { dagtekening: dag('2023-02-01') }),
      rijen: [
        {
          rij: 'start',
          client: client(1, 2010),
          toewijzingNummer: 7,
          categorie: '45',
          begindatum: dag('2023-01-10'),
          statusAanlevering: '1',
        },
      ],
    },
  ];
  const later = (id: string, datum: string): Bericht => {
    const een = declaratie(id, [prestatie(id, 2)]);
    return { ...een, kop: { ...een.kop, dagtekening: dag(datum) } };
  };
  const [warehouse, ineens] = [await tijdelijkMagazijn(t), await tijdelijkMagazijn(t)];
  await lever(warehouse, [...VEEL, ...berichten]);
  await warehouse.derive(producten);
  const eind = (): Promise<unknown> =>
    waarden(warehouse, 'SELECT eind::VARCHAR, eind_afgeleid FROM zorg_interval');
  await lever(warehouse, [later('D1', '2024-04-30')]);
  await warehouse.derive(producten);
  assert.deepEqual(await eind(), [[null, false]]);
  await lever(warehouse, [later('D2', '2024-05-02')]);
  await warehouse.derive(producten);
  assert.deepEqual(await eind(), [['2024-01-31', true]]);
  await lever(ineens, [...VEEL, ...berichten, later('D1', '2024-04-30'), later('D2', '2024-05-02')]);
  await ineens.derive(producten);
  assert.equal(await afdruk(warehouse), await afdruk(ineens));
});

test('who a person is goes back to an earlier message when the one that said it is refused later', async (t) => {
  const toewijzing = (id: string, geboorteJaar: number, datum: string): Bericht => ({
    kop: kop('JW301', id, { dagtekening: dag(datum) }),
    rijen: [
      {
        rij: 'toewijzing',
        client: client(1, geboorteJaar),
        toewijzingNummer: geboorteJaar,
        categorie: '45',
        toewijzingsdatum: dag(datum),
        toewijzingstijd: 0,
        ingangsdatum: dag(datum),
      },
    ],
  });
  const retour: Bericht = {
    kop: kop('JW302', 'T3', { afzender: '0503', dagtekening: dag('2024-03-01'), retourCodes: ['0001'] }),
    rijen: [],
  };
  const eerder = [
    toewijzing('T1', 2008, '2024-01-01'),
    toewijzing('T2', 2009, '2024-01-02'),
    toewijzing('T3', 2010, '2024-01-03'),
  ];
  const warehouse = await tijdelijkMagazijn(t);
  await lever(warehouse, [...VEEL, ...eerder]);
  await warehouse.derive(producten);
  const jaar = (): Promise<unknown> =>
    waarden(
      warehouse,
      'SELECT geboorte_jaar FROM client WHERE pseudoniem = (SELECT min(pseudoniem) FROM toewijzing)',
    );
  assert.deepEqual(await jaar(), [[2010]]);
  await lever(warehouse, [retour]);
  await warehouse.derive(producten);
  assert.deepEqual(await jaar(), [[2009]]);
  const ineens = await tijdelijkMagazijn(t);
  await lever(ineens, [...VEEL, ...eerder, retour]);
  await ineens.derive(producten);
  assert.equal(await afdruk(warehouse), await afdruk(ineens));
});
