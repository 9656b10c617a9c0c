// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { AFGELEIDE_TABELLEN, openWarehouse } from '../../src/store/index.ts';
import { leverBron } from './lever-bron.ts';
import { producten, testBsn, tijdelijkMagazijn, waarden } from './voorbeeld.ts';

const WACHT = 'aanbieder;peildatum;opgesteld_op;zorgvorm;verblijf;wachtenden\n';
const MAATREGEL = 'gi;periode;opgesteld_op;bsn;gemeente;soort;begin;eind\n';
const CIT = 'afzender;periode;opgesteld_op;datum;soort\n';

test('as known on: after every delivery the rows are saved; asked later with that moment, all are equal', async (t) => {
  const warehouse = await tijdelijkMagazijn(t);
  const saved: string[] = [];
  const seen = async (): Promise<string> =>
    JSON.stringify(
      [
        await waarden(warehouse, 'FROM wachttijd_actueel'),
        await waarden(warehouse, 'FROM maatregel_actueel'),
        await waarden(warehouse, 'FROM cit_zaak_actueel'),
      ],
      text,
    );
  const files = [
    `${WACHT}99000001;2024-06-30;2024-07-05;ggz;ambulant;12\n`,
    `${MAATREGEL}jbw;2024-Q1;2024-04-05;${testBsn(1)};GM0503;ots;2023-06-01;\n`,
    `${WACHT}99000001;2024-06-30;2024-07-09;ggz;ambulant;10\n`,
    `${CIT}cit;2024;2025-01-05;2024-02-01;crisis\n`,
    `${MAATREGEL}jbw;2024-Q2;2024-07-05;${testBsn(2)};GM0503;ots;2024-06-01;\n`,
    `${CIT}cit;2024-Q1;2025-02-01;2024-02-02;crisis\n`,
  ];
  for (const [n, file] of files.entries()) {
    await leverBron(warehouse, file, Date.UTC(2025, 0, n + 1));
    await warehouse.derive(producten);
    saved.push(await seen());
  }
  assert.equal(new Set(saved).size, files.length);
  for (const [n, expected] of saved.entries()) {
    await warehouse.derive(producten, { asKnownOn: Date.UTC(2025, 0, n + 1, 12) });
    assert.equal(await seen(), expected);
  }
});

test('any order, repetition and division of deliveries gives the same tables', async () => {
  const rij = fc.record({
    leverancier: fc.constantFrom('jbw', 'wss'),
    kwartaal: fc.integer({ min: 1, max: 4 }),
    opgesteld: fc.integer({ min: 1, max: 3 }),
    kind: fc.integer({ min: 1, max: 3 }),
    open: fc.boolean(),
  });
  const bestanden = fc
    .array(fc.array(rij, { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 5 })
    .map((files) =>
      files.flatMap((rijen) => [
        MAATREGEL +
          rijen
            .map(
              ({ leverancier, kwartaal, opgesteld, kind, open }) =>
                `${leverancier};2024-Q${kwartaal};2025-01-0${opgesteld};${testBsn(kind)};GM0503;ots;2024-0${kwartaal}-0${kind};${open ? '' : '2024-12-30'}\n`,
            )
            .join(''),
        CIT +
          rijen
            .map(
              ({ leverancier, kwartaal, opgesteld, kind }) =>
                `${leverancier};2024-Q${kwartaal};2025-01-0${opgesteld};2024-${String(kwartaal * 3).padStart(2, '0')}-0${kind};crisis\n`,
            )
            .join(''),
      ]),
    );
  const dump = async (files: readonly string[]): Promise<string> => {
    const warehouse = await openWarehouse(':memory:', { memoryLimit: '500MB' });
    for (const file of files) await leverBron(warehouse, file);
    await warehouse.derive(producten);
    const tables = AFGELEIDE_TABELLEN.filter((tabel) => /maatregel|cit|bevinding/.test(tabel));
    const rows = await Promise.all(tables.map((tabel) => waarden(warehouse, `FROM ${tabel}`)));
    await warehouse.close();
    return JSON.stringify(rows, text);
  };
  await fc.assert(
    fc.asyncProperty(bestanden, fc.integer(), async (files, seed) => {
      const shuffled = [...files, ...files.slice(0, 1)]
        .map((file, n) => ({ file, at: (n * 7919 + seed) % 13 }))
        .sort((x, y) => x.at - y.at)
        .map(({ file }) => file);
      assert.equal(await dump(shuffled), await dump(files));
    }),
    { numRuns: 12, seed: 4 },
  );
});

function text(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}
