// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, test } from 'node:test';
import { openWarehouse } from '../../src/store/index.ts';
import { BSN, declaratie, MAART, Terminal, workspaceWith } from './small-region.ts';

/** Sizes in the file of DuckDB. Unit: bytes. */
const DUCKDB_HEADERS = 3 * 4096;
const DUCKDB_BLOCK = 256 * 1024;

let terminal: Terminal;
beforeEach(async () => {
  terminal = new Terminal();
  await workspaceWith(terminal, {
    'a.xml': declaratie('D1', 'GM0503', MAART, [{ bsn: BSN[0], referentie: 'R1', cents: 100 }]),
  });
});
afterEach(() => terminal.remove());

async function advice(): Promise<readonly string[]> {
  const { code, out, notes } = await terminal.run('doctor', 'w', '--json');
  assert.ok(code === 0 || code === 1, notes);
  const { controles } = JSON.parse(out) as {
    controles: readonly { id: string; afwijkingen: number; advies?: string }[];
  };
  const broken = controles.filter(({ afwijkingen }) => afwijkingen > 0);
  assert.equal(code, broken.length === 0 ? 0 : 1);
  for (const { advies } of broken) assert.ok(advies, 'every deviation has advice');
  return [...new Set(broken.map(({ id }) => id))];
}

test('a workspace in order, and each thing that can be wrong with it', async () => {
  const empty = await terminal.run('doctor', 'w');
  assert.equal(empty.code, 1);
  assert.match(empty.notes, /^cli\.no-warehouse/);
  await terminal.run('ingest', 'w');
  assert.deepEqual(await advice(), []);
  assert.match(
    (await terminal.run('doctor', 'w')).out,
    /schema +\d+, the newest[\s\S]*The warehouse is whole/,
  );

  const [key = ''] = readdirSync(terminal.path('w', 'archief'));
  const [name = ''] = readdirSync(terminal.path('w', 'archief', key));
  const file = terminal.path('w', 'archief', key, name);
  const good = readFileSync(file);
  writeFileSync(file, good.subarray(0, good.length - 3));
  assert.deepEqual(await advice(), ['archief-opent']);
  const naam = new RegExp(`\\n  ${name.slice(0, 16)} delivery 1, bronnen/a\\.xml\\n`);
  assert.match((await terminal.run('doctor', 'w')).out, naam);
  rmSync(file);
  assert.deepEqual(await advice(), ['archief-mist']);
  assert.match((await terminal.run('doctor', 'w')).out, naam);
  writeFileSync(file, good);

  mkdirSync(terminal.path('w', 'archief', '0123456789abcdef'));
  assert.deepEqual(await advice(), ['archief-andere-sleutel']);
  assert.match(
    (await terminal.run('doctor', 'w')).out,
    /archief-andere-sleutel: a rotation was not finished/,
  );
});

test('damage inside the warehouse is found with what to do; another key is refused first', async () => {
  await terminal.run('ingest', 'w');
  writeFileSync(terminal.path('w', 'magazijn.duckdb.nieuw'), '');
  assert.deepEqual(await advice(), ['resten']);
  const warehouse = await openWarehouse(terminal.path('w', 'magazijn.duckdb'));
  await warehouse.query({ text: 'UPDATE prestatie_staand SET bedrag_cents = 7', params: [] });
  await warehouse.close();
  assert.ok((await advice()).includes('afgeleid-anders'));
  terminal.secret = 'een-heel-andere-sleutel-dan-die-ervan';
  assert.match((await terminal.run('doctor', 'w')).notes, /^ingest\.wrong-key/);
});

test('a damaged block of the file is told, with what to do, by whatever command meets it', async () => {
  await terminal.run('ingest', 'w');
  const path = terminal.path('w', 'magazijn.duckdb');
  const warehouse = await openWarehouse(path);
  const [row] = await warehouse.query({
    text: "SELECT max(block_id) AS block FROM pragma_storage_info('bericht')",
    params: [],
  });
  await warehouse.close();
  const bytes = readFileSync(path);
  const at = DUCKDB_HEADERS + Number(row?.block) * DUCKDB_BLOCK + 64;
  bytes.subarray(at, at + 64).forEach((byte, n) => {
    bytes[at + n] = byte ^ 0xff;
  });
  writeFileSync(path, bytes);
  for (const argv of [
    ['doctor', 'w'],
    ['check', 'w'],
    ['explain', 'w', 'clienten', '--cell', 'year=2024'],
  ]) {
    const { code, notes } = await terminal.run(...argv);
    assert.equal(code, 1, `${argv[0]} ${notes}`);
    assert.match(notes, /store\.unreadable: [\s\S]*regiovisie archive restore/);
  }
});

test('all that is derived, thrown away and made again from the raw layer, gives the same figures', async () => {
  await terminal.run('ingest', 'w');
  const question = [
    'figures',
    'w',
    'clienten',
    'uitgaven',
    'aanbieders',
    '--by',
    'gemeente',
    '--raw',
    '--format',
    'csv',
  ];
  const before = (await terminal.run(...question)).out;
  const warehouse = await openWarehouse(terminal.path('w', 'magazijn.duckdb'));
  const tables = [
    'prestatie_staand',
    'prestatie_jaar',
    'client',
    'toewijzing_actueel',
    'start_actueel',
    'stop_actueel',
    'zorg_interval',
  ];
  for (const table of tables) await warehouse.query({ text: `DROP TABLE ${table}`, params: [] });
  await warehouse.query({ text: "DELETE FROM meta WHERE sleutel = 'afgeleid'", params: [] });
  await warehouse.close();
  assert.equal((await terminal.run(...question)).out, before);
});
