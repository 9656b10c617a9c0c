// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FigureRow, FigureTable, PublishedTable } from '../../src/contract/index.ts';
import { attack, protect } from '../../src/disclose/index.ts';
import { assertProtected, found, regio, tryOn } from './op-proef.ts';
import { eindes } from './voorbeeld-opbouw.ts';
import { publiekVan, rij, tabel } from './voorbeeld-release.ts';

const opbouw = [{ variant: '', vorm: 'waarde', teller: eindes('31') }] as const;
type PerPeriode = Readonly<Record<string, number | null>>;

/** Ends of one gemeente by period, of all types or of one; null = hidden. */
function beeindigd(perPeriode: PerPeriode, type?: string): readonly FigureRow[] {
  const cel = { code: 'GM0603', jaar: 2024, ...(type === undefined ? {} : { type }) };
  return Object.entries(perPeriode).map(([periode, waarde]) => ({
    ...rij('beeindigd', '', cel, waarde),
    periode,
    ...(waarde === null ? { status: ['geheim'] as const } : {}),
  }));
}

/** A table of all types, and one by type. */
function uitgave(totaal: PerPeriode, perType: Readonly<Record<string, PerPeriode>>): readonly FigureTable[] {
  const rows = Object.entries(perType).flatMap(([type, aantallen]) => beeindigd(aantallen, type));
  return [
    tabel('beeindigd', 'trajecten', [], beeindigd(totaal), opbouw),
    tabel('beeindigd', 'trajecten', ['type'], rows, opbouw),
  ];
}

const TOTAAL = { '2024': 45 };
const KWARTALEN = { '2024-Q1': 10, '2024-Q2': 11, '2024-Q3': 12 };

test('an older release without a type that has a row now: the others of its total are not what they were', async () => {
  const old = uitgave(TOTAAL, {
    lvb: { '2024': null, ...KWARTALEN, '2024-Q4': null },
    cit: { '2024': null },
  });
  const now = uitgave(TOTAAL, {
    lvb: { '2024': null, '2024-Q4': null },
    cit: { '2024': null },
    dyslexie: { '2024': null },
  });
  const alone = await tryOn(now);
  const both = await attack({
    tables: now,
    publiek: publiekVan(regio),
    eerdere: [{ id: '2023-1', tables: old }],
  });
  assert.deepEqual(found(both), {});
  assert.deepEqual(both.cellen, alone.cellen);
});

test('the same in the plan: its intervals do not rest on what those others were either', async () => {
  const first = await assertProtected(
    uitgave(TOTAAL, { lvb: { '2024': 42, ...KWARTALEN, '2024-Q4': 9 }, cit: { '2024': 3 } }),
  );
  const hidden = (tables: readonly PublishedTable[]) =>
    tables.flatMap(({ rows }) =>
      rows.flatMap(({ periode, dimensies, waarde }) =>
        waarde === null ? [`${dimensies.join()} ${periode}`] : [],
      ),
    );
  assert.deepEqual(hidden(first.tables), ['lvb 2024', 'lvb 2024-Q4', 'cit 2024']);
  const types = { lvb: { '2024': 42, '2024-Q4': 9 }, cit: { '2024': 1 }, dyslexie: { '2024': 2 } };
  const second = await assertProtected(uitgave(TOTAAL, types), [first]);
  assert.deepEqual(hidden(second.tables), ['lvb 2024', 'lvb 2024-Q4', 'cit 2024', 'dyslexie 2024']);
});

test('a type without a row in an older release was nothing there: hidden in between and nothing again, it can be known', async () => {
  const before = uitgave({ '2024': 9 }, { lvb: { '2024': 6 }, cit: { '2024': 3 } });
  const between = uitgave(
    { '2024': 11 },
    { lvb: { '2024': 6 }, cit: { '2024': 3 }, dyslexie: { '2024': 2 } },
  );
  const first = await assertProtected(before);
  const second = await assertProtected(between, [first]);
  const eerdere = [
    { id: '2023-1', ...first },
    { id: '2024-1', ...second },
  ];
  const back = uitgave({ '2024': 9 }, { lvb: { '2024': 6 }, cit: { '2024': 3 }, dyslexie: { '2024': 0 } });
  await assert.rejects(protect({ tables: back, regio, zone: 'open', eerdere }), /2023-1/);
});
