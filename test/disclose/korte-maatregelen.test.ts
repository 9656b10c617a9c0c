// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Grootheid } from '../../src/contract/index.ts';
import { protect } from '../../src/disclose/index.ts';
import { regioMet, rij, tabel } from './voorbeeld-release.ts';

const regio = regioMet({ intervalBreedte: 12 });

const grootheid = (maat: string, code: string): Grootheid => ({
  naam: `${maat}-${code}`,
  telt: 'personen',
  maat,
  codes: [code],
  delen: { gebied: 'som', kenmerk: 'som', dimensie: 'som', periode: 'geen' },
});

/** One gemeente: this many short measures in 2021 and in 2022, and this many granted in 2022. */
function maatregelen(kort2021: number, kort2022: number, verleend: number) {
  const table = (naam: string, teller: Grootheid, waarden: Readonly<Record<number, number>>) =>
    tabel(
      naam,
      'jeugdigen',
      [],
      Object.entries(waarden).map(([jaar, waarde]) =>
        rij(naam, '', { code: 'GM0603', jaar: Number(jaar) }, waarde),
      ),
      [{ variant: '', vorm: 'waarde', teller }],
    );
  return [
    table('maatregelen', grootheid('jeugdigen-met-maatregel', 'ots-kort'), {
      2021: kort2021,
      2022: kort2022,
    }),
    table('beschikkingen', grootheid('beschikkingen', 'ots'), { 2022: verleend }),
  ];
}

/** What is shown, in the order of `maatregelen`. */
async function getoond(...counts: Parameters<typeof maatregelen>) {
  const { tables } = await protect({ tables: maatregelen(...counts), regio, zone: 'open' });
  return tables.flatMap(({ rows }) => rows.map(({ waarde }) => waarde));
}

test('a short measure ran the year before or was granted in this one: what that tells of a hidden one is hidden too', async () => {
  assert.deepEqual(await getoond(0, 9, 10), [0, null, null]);
  assert.deepEqual(await getoond(0, 9, 40), [0, null, 40]);
});

test('a measure granted in the year before it begins: nobody supposes what is not so', async () => {
  assert.deepEqual(await getoond(0, 9, 0), [0, null, 0]);
});
