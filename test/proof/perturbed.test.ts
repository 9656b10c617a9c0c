// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cleanTables, printed, prove, type Row, type Table } from './clean-document.ts';

/** The cell as the document with one other number in it; the raw print and the value change together. */
function withOtherNumber(
  tables: readonly Table[],
  at: number,
  share: number,
  up: boolean,
): { changed: Table[]; table: Table; row: Row } | undefined {
  const cells = tables.flatMap((table) => table.rows.map((row) => ({ table, row })));
  const chosen = cells[at % cells.length];
  if (!chosen) return undefined;
  const { table, row } = chosen;
  const raw = String(row.raw);
  const decimals = /,(\d+)/.exec(raw)?.[1]?.length ?? 0;
  const value = Number(row.value);
  const step = Math.max(decimals === 0 ? 2 : 0.3, Math.abs(value) * share);
  const other = Number((value + (up || value - step < 0 ? step : -step)).toFixed(decimals));
  const euro = raw.startsWith('€') ? '€ ' : '';
  const print = `${euro}${printed(other, decimals, raw.endsWith('%') ? '%' : '')}`;
  const changed = tables.map((one) =>
    one === table
      ? { ...one, rows: one.rows.map((old) => (old === row ? { ...old, value: other, raw: print } : old)) }
      : one,
  );
  return { changed, table, row };
}

test('a document without a contradiction gives no finding', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
      assert.deepEqual(
        prove(cleanTables(seed)).map(({ id, controles }) => [id, controles]),
        [],
      );
    }),
    { numRuns: 5, seed: 7 },
  );
});

test('one other number anywhere is found, and the cell is named', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1e6 }),
      fc.nat(1e6),
      fc.double({ min: 0.06, max: 0.5, noNaN: true }),
      fc.boolean(),
      (seed, at, share, up) => {
        const made = withOtherNumber(cleanTables(seed), at, share, up);
        if (!made) return;
        const findings = prove(made.changed);
        const id = [made.table.id, made.row.year].join(' ');
        assert.ok(findings.length > 0, `nothing found for ${JSON.stringify(made.row)} in ${id}`);
        const named = findings.some(
          ({ plaats, ook, gedrukt, id: key }) =>
            key.includes(made.table.id) ||
            [plaats, ...ook].some(
              ({ waar }) => waar.includes(String(made.table.number)) && waar.includes(String(made.row.year)),
            ) ||
            gedrukt === made.row.raw,
        );
        assert.ok(
          named,
          `${JSON.stringify(made.row)} in ${id}: ${findings.map((finding) => finding.id).join(', ')}`,
        );
        assert.ok(findings.length <= 3, `${findings.length} findings for one wrong number`);
      },
    ),
    { numRuns: 25, seed: 11 },
  );
});
