// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cleanTables, kindsOf, prove, type Table } from './clean-document.ts';

const CLEAN = cleanTables(1);

function changed(id: string, change: (table: Table) => Table): string[] {
  return kindsOf(prove(CLEAN.map((table) => (table.id === id ? change(table) : table))));
}

function withDimension(name: string, codes: readonly string[]): (table: Table) => Table {
  return (table) => ({
    ...table,
    dimensions: [{ name, label_nl: name, values: codes.map((code) => ({ code, nl: code })) }],
  });
}

test('labels of tables', () => {
  assert.deepEqual(changed('tabel-8', withDimension('year', ['2020', '2021', '2022', '2022', '2024'])), [
    'label asJaren',
  ]);
  assert.deepEqual(changed('tabel-8', withDimension('leeftijd', ['0-3 jaar', '4-12 jaar', '12+'])), [
    'label klassenOverlap',
  ]);
  assert.deepEqual(changed('tabel-8', withDimension('wacht', ['0-14 dagen', '15-28 dagen', '>35 dagen'])), [
    'label klassenGat',
  ]);
  assert.deepEqual(
    changed('tabel-8', withDimension('wacht', ['0-14 dagen', '15-28 dagen', '>28 dagen'])),
    [],
  );
  assert.deepEqual(
    changed('tabel-8', (table) => ({ ...table, title_nl: `${table.title_nl}, 2023` })),
    ['label titelPeriode'],
  );
  assert.deepEqual(
    changed('tabel-8', (table) => ({
      ...table,
      dimensions: [
        { name: 'melder', label_nl: 'Melder', values: [{ code: 'totaal', nl: 'Totaal besluiten' }] },
      ],
    })),
    ['label totaalNaam'],
  );
  assert.deepEqual(
    changed('aveen-tabel-2', (table) => ({ ...table, number: 'Tabel 4' })),
    ['ontbreekt nummerOvergeslagen'],
  );
  assert.deepEqual(
    changed('aveen-tabel-2', (table) => ({ ...table, number: 'Tabel 1' })),
    ['label nummerDubbel'],
  );
});

test('a decimal point among decimal commas', () => {
  const found = changed('aveen-tabel-2', (table) => ({
    ...table,
    rows: table.rows.map((row, index) =>
      index === 1 ? { ...row, raw: String(row.raw).replace(',', '.') } : row,
    ),
  }));
  assert.deepEqual(found, ['label decimalePunt']);
});

const PAGE = ['REGIOVISIE MONITOR 2024 INHOUD', '', '2020 2021 2022 2023 2024', ''];

test('running titles and axes of a text', () => {
  const kinds = (lines: readonly string[]) => kindsOf(prove(CLEAN, lines.join('\n')));
  assert.deepEqual(kinds(PAGE), []);
  assert.deepEqual(kinds(['REGIOVISIE MONITOR 2021 INHOUD', ...PAGE.slice(1)]), ['label voettekst']);
  assert.deepEqual(kinds([...PAGE.slice(0, 2), '2020 2021 2022 2022 2023 2024']), ['label asJaren']);
});

test('a glossary that is promised after every chapter', () => {
  const chapters = (glossaries: readonly number[]) =>
    [1, 2, 3].flatMap((chapter) => [
      `${chapter} Hoofdstuk`,
      '',
      'Een zin.',
      '',
      ...(glossaries.includes(chapter) ? ['Begrippenlijst', ''] : []),
    ]);
  const promise = ['Begrippen worden na elk hoofdstuk kort toegelicht.', ''];
  const kinds = (glossaries: readonly number[]) =>
    kindsOf(prove(CLEAN, [...chapters(glossaries), ...promise].join('\n')));
  assert.deepEqual(kinds([1, 2, 3]), []);
  assert.deepEqual(kinds([1, 3]), ['ontbreekt begrippenlijst']);
});
