// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import type { SafeTable } from '../../src/contract/index.ts';
import { composeRelease } from '../../src/publish/index.ts';
import { editionSource, withRows } from '../report/haaglanden-release.ts';
import { clientenBlad } from './definitie-bladen.ts';

interface Column {
  readonly name: string;
  readonly titles: string | Readonly<Record<string, string>>;
  readonly datatype:
    | string
    | {
        readonly base: string;
        readonly format?: string;
        readonly minimum?: number;
        readonly maximum?: number;
      };
  readonly required?: boolean;
  readonly separator?: string;
}

interface Metadata {
  readonly url: string;
  readonly notes: readonly {
    readonly type: string;
    readonly target?: string;
    readonly body?: { id: string };
  }[];
  readonly tableSchema: { readonly columns: readonly Column[]; readonly primaryKey: readonly string[] };
}

function release(change: (table: SafeTable) => SafeTable = (table) => table) {
  const { release: facts, tables } = editionSource();
  const { files } = composeRelease({
    releasesDir: '/nergens',
    release: facts,
    tables: tables.map(change),
    definities: [clientenBlad],
    geheimhouding: {},
    pages: [],
  });
  const text = new Map(files.map(({ pad, inhoud }) => [pad, String(inhoud)]));
  const read = (name: string) => ({
    metadata: JSON.parse(text.get(`cijfers/${name}-metadata.json`) ?? '') as Metadata,
    rows: parse(text.get(`cijfers/${name}`) ?? '', { columns: true }) as Record<string, string>[],
    head: (text.get(`cijfers/${name}`) ?? '').split('\n', 1)[0] ?? '',
  });
  return { names: [...text.keys()].flatMap((pad) => /^cijfers\/(.*\.csv)$/.exec(pad)?.[1] ?? []), read };
}

/** What CSV on the Web would find wrong in a cell. */
function faults({ name, datatype, required = false, separator }: Column, cell: string): string[] {
  if (cell === '') return required ? [`${name}: required`] : [];
  const { base, format, minimum, maximum } =
    typeof datatype === 'string' ? ({ base: datatype } as Exclude<Column['datatype'], string>) : datatype;
  return (separator === undefined ? [cell] : cell.split(separator)).flatMap((value) => {
    if (base === 'string')
      return format === undefined || new RegExp(`^(?:${format})$`).test(value) ? [] : [`${name}: ${value}`];
    const shape = base === 'integer' ? /^-?\d+$/ : /^-?\d+(\.\d+)?$/;
    const inRange = Number(value) >= (minimum ?? -Infinity) && Number(value) <= (maximum ?? Infinity);
    return shape.test(value) && inRange ? [] : [`${name}: ${value}`];
  });
}

test('every cell of every figure file is what its metadata says, and the key is one', () => {
  const { names, read } = release();
  assert.equal(names.length, 9);
  for (const file of names) {
    const { metadata, rows, head } = read(file);
    const { columns, primaryKey } = metadata.tableSchema;
    assert.equal(metadata.url, file);
    assert.equal(columns.map(({ name }) => name).join(','), head);
    const wrong = rows.flatMap((row) => columns.flatMap((column) => faults(column, row[column.name] ?? '')));
    assert.deepEqual([...new Set(wrong)], [], file);
    const keys = rows.map((row) => primaryKey.map((name) => row[name]).join('\u0000'));
    assert.equal(new Set(keys).size, rows.length, file);
  }
});

test('the metadata would notice a sign in a number, an unknown word and an empty key', () => {
  const { columns } = release().read('clienten.csv').metadata.tableSchema;
  const column = (name: string) => columns.find((candidate) => candidate.name === name) as Column;
  assert.deepEqual(faults(column('waarde'), '.'), ['waarde: .']);
  assert.deepEqual(faults(column('waarde'), '-3'), ['waarde: -3']);
  assert.deepEqual(faults(column('status'), 'geheim+klein'), ['status: klein']);
  assert.deepEqual(faults(column('periode'), '24'), ['periode: 24']);
  assert.deepEqual(faults(column('gebied'), ''), ['gebied: required']);
});

test('a break is a note on the rows that it touches, by their places in the file', () => {
  const { rows, metadata } = release((table) =>
    withRows(table, (row) =>
      row.gebied === 'GM0518' && row.periode === '2024' ? { ...row, breuken: ['htp'] } : row,
    ),
  ).read('clienten-type.csv');
  const note = metadata.notes.find(({ type }) => type === 'reeksbreuk');
  assert.equal(note?.body?.id, 'htp');
  const [, selection = ''] = /^clienten-type\.csv#row=(.*)$/.exec(note?.target ?? '') ?? [];
  const places = selection.split(';').flatMap((range) => {
    const [from = 0, to = from] = range.split('-').map(Number);
    return Array.from({ length: to - from + 1 }, (_, index) => from + index);
  });
  const marked = rows.flatMap((row, index) => (row.breuken === 'htp' ? [index + 2] : []));
  assert.equal(marked.length, 11);
  assert.deepEqual(places, marked);
});

test('the list of codes names every area and every code that occurs', () => {
  const { read } = release();
  const codes = new Map(
    read('codes.csv').rows.map(({ kolom, code, naam_nl: naam }) => [`${kolom}/${code}`, naam]),
  );
  assert.equal(codes.get('gebied/GM0503'), 'Delft');
  for (const { gebied, type } of read('clienten-type.csv').rows) {
    assert.ok(codes.has(`gebied/${gebied}`));
    assert.ok(codes.has(`type/${type}`), type);
  }
});
