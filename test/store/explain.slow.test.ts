// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ExplainVraag, Explanation } from '../../src/store/index.ts';
import {
  antwoord,
  credit,
  DELFT,
  dag,
  declaratie,
  lever,
  prestatie,
  producten,
  tijdelijkMagazijn,
  waarden,
} from './voorbeeld.ts';
import { willekeurigeKeten } from './willekeurige-keten.ts';

const januari: ExplainVraag = {
  gemeenten: [DELFT],
  van: dag('2024-01-01'),
  tot: dag('2024-01-31'),
  op: 'begin',
};

function steps({ stappen }: Explanation): Record<string, readonly [number, number, number]> {
  return Object.fromEntries(
    stappen.map(({ id, regels, bedragCents, clienten }) => [id, [regels, bedragCents, clienten]]),
  );
}

test('every delivered line of the cell is followed to where it ended', async (t) => {
  const warehouse = await tijdelijkMagazijn(t);
  const feb = { begindatum: dag('2024-02-01'), einddatum: dag('2024-02-29') };
  await lever(
    warehouse,
    [
      declaratie('D1', [
        prestatie('R1', 1),
        prestatie('R2', 1, { bedragCents: 5 }),
        prestatie('R3', 2),
        prestatie('R4', 3, { categorie: '41' }),
        prestatie('R5', 4, feb),
      ]),
      declaratie('D2', [prestatie('R6', 5)]),
      {
        ...declaratie('D1', [prestatie('R7', 6)]),
        inhoud: 'ander bericht',
        kop: { ...declaratie('D1', []).kop, dagtekening: dag('2024-03-01') },
      },
    ],
    Date.UTC(2024, 3, 1),
  );
  await lever(
    warehouse,
    [
      antwoord('A1', 'D1', [['R2', 1]]),
      antwoord('A2', 'D2', [], { retourCodes: ['0001'] }),
      declaratie('D3', [credit('C1', 'R3', 2)]),
    ],
    Date.UTC(2024, 4, 1),
  );
  const uitleg = await warehouse.explain(producten, {
    ...januari,
    selectie: { type: 'jeugd-en-opvoedhulp' },
  });
  assert.deepEqual(steps(uitleg), {
    geleverd: [6, 50005, 5],
    'identificatie-dubbel': [1, 10000, 1],
    'bericht-geweigerd': [1, 10000, 1],
    'regel-geweigerd': [1, 5, 1],
    gecrediteerd: [1, 10000, 1],
    'buiten-selectie': [1, 10000, 1],
    'in-cel': [1, 10000, 1],
  });
  assert.equal(uitleg.voorlopig, 0);
  assert.deepEqual(
    uitleg.leveringen.map(({ leveringId, rol, bekend, berichten }) => [leveringId, rol, bekend, berichten]),
    [
      [1, 'declaratie', '2024-04-01 00:00:00', 1],
      [2, 'antwoord', '2024-05-01 00:00:00', 1],
    ],
  );
  const toen = await warehouse.explain(producten, { ...januari, asKnownOn: Date.UTC(2024, 3, 2) });
  assert.deepEqual(steps(toen)['in-cel'], [5, 40005, 4]);
  assert.equal(toen.voorlopig, 5);
  const overlap = await warehouse.explain(producten, {
    ...januari,
    van: dag('2024-01-31'),
    tot: dag('2024-02-01'),
    op: 'overlap',
  });
  assert.deepEqual(steps(overlap).geleverd, [7, 60005, 6]);
});

test('on random traffic the steps divide what was delivered, and the last one is the standing lines', async (t) => {
  const warehouse = await tijdelijkMagazijn(t);
  await lever(warehouse, willekeurigeKeten(41));
  const alles = { van: dag('2000-01-01'), tot: dag('2100-01-01'), op: 'begin' } as const;
  for (const gemeente of ['GM0503', 'GM0518', 'GM1783']) {
    const uitleg = steps(
      await warehouse.explain(producten, { ...alles, gemeenten: [gemeente as typeof DELFT] }),
    );
    const { geleverd = [0], ...rest } = uitleg;
    assert.equal(
      Object.values(rest).reduce((sum, [regels]) => sum + regels, 0),
      geleverd[0],
    );
    assert.deepEqual(
      await waarden(
        warehouse,
        `SELECT count(*), coalesce(sum(bedrag_cents), 0)::BIGINT, count(DISTINCT pseudoniem) FROM prestatie_staand WHERE gemeente = '${gemeente}'`,
      ),
      [[...(uitleg['in-cel'] ?? [])]],
    );
  }
});
