// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Grootheid } from '../../src/contract/index.ts';
import { protect } from '../../src/disclose/index.ts';
import { regioMet, rij, tabel } from './voorbeeld-release.ts';

const regio = regioMet({ intervalBreedte: 12 });

/** A quantity, and its numbers of a few years. */
type Reeks = readonly [
  maat: string,
  codes: readonly string[] | undefined,
  waarden: Readonly<Record<number, number>>,
];

/** A release of one gemeente. */
async function uitgave(...reeksen: readonly Reeks[]) {
  const given = reeksen.map(([maat, codes, waarden]) => {
    const teller: Grootheid = {
      naam: maat,
      telt: 'personen',
      maat,
      ...(codes === undefined ? {} : { codes }),
      delen: { gebied: 'som', kenmerk: 'som', dimensie: 'som', periode: 'geen' },
    };
    const rows = Object.entries(waarden).map(([jaar, waarde]) =>
      rij(maat, '', { code: 'GM0603', jaar: Number(jaar) }, waarde),
    );
    return tabel(maat, 'jeugdigen', [], rows, [{ variant: '', vorm: 'waarde', teller }]);
  });
  return await protect({ tables: given, regio, zone: 'open' });
}

/** What is shown of it. */
async function getoond(...reeksen: readonly Reeks[]): Promise<readonly (number | null)[]> {
  const { tables } = await uitgave(...reeksen);
  return tables.flatMap(({ rows }) => rows.map(({ waarde }) => waarde));
}

const kort = (before: number, now: number): Reeks => [
  'jeugdigen-met-maatregel',
  ['ots-kort'],
  { 2021: before, 2022: now },
];
const verleend = (count: number): Reeks => ['beschikkingen', ['ots'], { 2022: count }];

test('a short measure ran the year before or was granted in this one: what that tells of a hidden one is hidden too', async () => {
  assert.deepEqual(await getoond(kort(0, 9), verleend(10)), [0, null, null]);
  assert.deepEqual(await getoond(kort(0, 9), verleend(40)), [0, null, 40]);
});

test('a measure granted in the year before it begins: nobody supposes what is not so', async () => {
  assert.deepEqual(await getoond(kort(0, 9), verleend(0)), [0, null, 0]);
});

test('a decision is taken within a year of the request', async () => {
  const besluiten: Reeks = ['jbt-besluiten', undefined, { 2022: 9 }];
  const gezinnen = (count: number): Reeks => ['jbt-gezinnen', undefined, { 2021: 0, 2022: count }];
  assert.deepEqual(await getoond(gezinnen(10), besluiten), [0, null, null]);
  assert.deepEqual(await getoond(gezinnen(40), besluiten), [0, 40, null]);
});

test('more decisions than families of this year and the one before, or more in care than had a traject: nobody supposes what is not so', async () => {
  const besluiten: Reeks = ['jbt-besluiten', undefined, { 2022: 9 }];
  const gezinnen: Reeks = ['jbt-gezinnen', undefined, { 2021: 0, 2022: 0 }];
  assert.deepEqual(await getoond(gezinnen, besluiten), [0, 0, null]);
  const stand: Reeks = ['stand-begin', undefined, { 2022: 9 }];
  assert.deepEqual(await getoond(['trajecten', undefined, { 2021: 0 }], stand), [0, null]);
});

test('who is in care when the year begins had a traject in the year before', async () => {
  const stand: Reeks = ['stand-begin', undefined, { 2022: 9 }];
  assert.deepEqual(await getoond(['trajecten', undefined, { 2021: 10 }], stand), [null, null]);
  assert.deepEqual(await getoond(['trajecten', undefined, { 2021: 40 }], stand), [40, null]);
});

test('what is only supposed bounds no interval that is published', async () => {
  const { geheimhouding } = await uitgave(kort(0, 9), verleend(40));
  assert.deepEqual(
    geheimhouding.cellen.map(({ interval }) => interval),
    [[1, null]],
  );
});
