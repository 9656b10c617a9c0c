// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, test } from 'node:test';
import { openWarehouse } from '../../src/store/index.ts';
import { APRIL, BSN, declaratie, deliver, MAART, Terminal, workspaceWith } from './small-region.ts';

let terminal: Terminal;
beforeEach(async () => {
  terminal = new Terminal();
  await workspaceWith(terminal, {
    'a.xml': declaratie('D1', 'GM0503', MAART, [
      { bsn: BSN[0], referentie: 'R1', cents: 1_200_000 },
      { bsn: BSN[1], referentie: 'R2', cents: 30_000 },
    ]),
  });
  terminal.now = Date.UTC(2025, 0, 15, 9);
  await terminal.run('ingest', 'w');
});
afterEach(() => terminal.remove());

test('since an earlier day: what was new, from which delivery, and the figure then', async () => {
  terminal.now = Date.UTC(2025, 1, 20, 9);
  deliver(terminal, {
    'b.xml': declaratie('D2', 'GM0503', APRIL, [{ bsn: BSN[2], referentie: 'R3', cents: 500 }]),
  });
  await terminal.run('ingest', 'w');
  const question = ['explain', 'w', 'uitgaven', '--cell', 'year=2024,gemeente=GM0503'];
  const { code, out, notes } = await terminal.run(...question, '--since', '2025-01-31', '--json');
  assert.equal(code, 0, notes);
  const { cijfers, metingen } = JSON.parse(out);
  assert.deepEqual([cijfers[0].waarde, cijfers[0].toen, cijfers[0].klopt], [1_230_500, 1_230_000, true]);
  assert.deepEqual(metingen[0].wijzigingen, [{ soort: 'nieuw', levering: 2, regels: 1, bedragCents: 500 }]);
  const then = await terminal.run(...question, '--as-known-on', '2025-01-31');
  assert.match(then.out, /figure +1230000 eurocent +the steps below give the same/);
  const text = (await terminal.run(...question, '--since', '2025-01-31')).out;
  assert.match(text, /1 rows new, from delivery 2, \+500 eurocent/);
  assert.match(text, /declaratie: 2 deliveries/);
});

const ENQUETE =
  'aanbieder;peildatum;uitvraag;opgesteld_op;gemeente;zorgvorm;zorgvorm_detail;verblijf;leeftijdsklasse;wachtklasse;wachtenden;meer_dan_90_dagen;met_overbrugging;in_zorg;gebruikelijke_wachtklasse;niets_te_melden';

function enquete(opgesteldOp: string, wachtenden: number): Uint8Array {
  const line = `99000001;2024-06-30;regulier;${opgesteldOp};GM0503;ggz;;ambulant;4-11;85-98;${wachtenden};3;2;40;;`;
  return Buffer.from(`${ENQUETE}\r\n${line}\r\n`);
}

test('a figure of another source: its rows by file, what a newer file changed, and what was not delivered yet', async () => {
  deliver(terminal, { 'q2.csv': enquete('2024-07-10', 12) });
  terminal.now = Date.UTC(2025, 1, 1, 9);
  assert.equal((await terminal.run('ingest', 'w')).code, 0);
  deliver(terminal, { 'q2-nieuw.csv': enquete('2024-08-10', 15) });
  terminal.now = Date.UTC(2025, 2, 1, 9);
  assert.equal((await terminal.run('ingest', 'w')).code, 0);
  const ask = async (...more: readonly string[]) => {
    const question = ['explain', 'w', 'wachtenden', '--cell', 'period=2024-Q2,gemeente=GM0503,zorgvorm=ggz'];
    const { code, out, notes } = await terminal.run(...question, '--variant', 'bruto', '--json', ...more);
    assert.equal(code, 0, notes);
    return JSON.parse(out);
  };
  const { cijfers, metingen } = await ask('--since', '2025-02-10');
  assert.deepEqual([cijfers[0].waarde, cijfers[0].toen, cijfers[0].klopt], [15, 12, true]);
  assert.deepEqual(metingen[0].stappen[0].telt, { geleverd: 2, leveringen: 2, van_kracht: 1 });
  assert.deepEqual(metingen[0].herkomst.rijen, [{ levering: 3, bericht: 0, regel: 2, rol: 'wachttijd' }]);
  assert.deepEqual(metingen[0].wijzigingen, [
    { soort: 'nieuw', levering: 3, regels: 1, bedragCents: 0 },
    { soort: 'verdwenen', regels: 1, bedragCents: 0 },
  ]);
  const then = await ask('--as-known-on', '2025-02-10');
  assert.deepEqual([then.cijfers[0].waarde, then.cijfers[0].klopt], [12, true]);
  assert.deepEqual(then.metingen[0].stappen[0].telt, { geleverd: 1, leveringen: 1, van_kracht: 1 });
  const before = await ask('--as-known-on', '2025-01-20');
  assert.deepEqual([before.cijfers[0].waarde, before.cijfers[0].klopt], [null, true]);
});

test('every query of the steps gives its counts again when a person runs it', async () => {
  const { out } = await terminal.run(
    'explain',
    'w',
    'clienten',
    '--cell',
    'year=2024,gemeente=GM0503',
    '--json',
  );
  const [{ stappen }] = JSON.parse(out).metingen;
  const warehouse = await openWarehouse(terminal.path('w', 'magazijn.duckdb'));
  for (const { id, telt, sql } of stappen) {
    const rows = await warehouse.query({ text: sql, params: [] });
    const row = 'lot' in (rows[0] ?? {}) ? rows.find(({ lot }) => lot === id) : rows[0];
    if (id === 'geleverd')
      assert.equal(
        rows.reduce((sum, { regels }) => sum + Number(regels), 0),
        telt.regels,
      );
    else
      for (const [naam, aantal] of Object.entries(telt))
        assert.equal(Number(row?.[naam] ?? 0), aantal, `${id} ${naam}`);
  }
  await warehouse.close();
});

test('a cell is read strictly, needs the key, and is written in the logbook', async () => {
  const refused = async (code: string, exit: number, ...argv: readonly string[]): Promise<void> => {
    const outcome = await terminal.run('explain', 'w', ...argv);
    assert.equal(outcome.code, exit, outcome.notes);
    assert.ok(outcome.notes.startsWith(`${code}: `), outcome.notes);
  };
  await refused('cli.wrong-option', 2, 'clienten', '--cell', 'gemeente=GM0503');
  await refused('cli.wrong-option', 2, 'clienten', '--cell', 'year=2024,gemeent=GM0503');
  await refused('cli.wrong-option', 2, 'clienten', '--cell', 'year=2024', '--since', 'gisteren');
  await refused('indicators.unknown-area', 1, 'clienten', '--cell', 'year=2024,gemeente=GM9999');
  const area = await terminal.run('explain', 'w', 'clienten', '--cell', 'year=2024,gemeente=GM9999');
  assert.match(area.notes, /\(--cell\)/);
  await refused('cli.no-such-cell', 1, 'clienten', '--cell', "year=2024,aanbieder=x' OR true --");
  await refused('cli.unknown-indicator', 1, 'clientn', '--cell', 'year=2024');
  assert.match((await terminal.run('explain', 'w', 'clienten', '--cell', 'year=2024')).out, /waarde 2/);
  assert.match(
    readFileSync(terminal.path('w', 'logboek.jsonl'), 'utf8'),
    /"name":"explain".*"cel":"year=2024"/,
  );
  terminal.secret = 'een-andere-sleutel-dan-die-van-de-werkmap';
  await refused('ingest.wrong-key', 1, 'clienten', '--cell', 'year=2024');
});

test('the share of young people of one age and sex: which numbers of residents it is taken over, or why it is unknown', async () => {
  const classes = ['0;3', '4;11', '12;17'].flatMap((ages, age) =>
    ['1', '2'].map((sex, at) => `bureau;2024-01-01;2024-02-01;GM0503;${ages};${sex};${100 * age + at + 10};`),
  );
  const head = 'afzender;peildatum;opgesteld_op;gemeente;leeftijd_van;leeftijd_tot;geslacht;aantal;status';
  deliver(terminal, { 'inwoners.csv': Buffer.from(`${[head, ...classes].join('\r\n')}\r\n`) });
  assert.equal((await terminal.run('ingest', 'w')).code, 0);
  const cells: readonly (readonly [selectie: string, inwoners: number, regels: number])[] = [
    ['', 663, 6],
    [',leeftijd=4-11', 221, 2],
    [',geslacht=2', 333, 3],
    [',leeftijd=12-17,geslacht=1', 210, 1],
  ];
  for (const [selectie, inwoners, regels] of cells) {
    const cell = `year=2024,gemeente=GM0503${selectie}`;
    const asked = await terminal.run('explain', 'w', 'aandeel-jeugdigen', '--cell', cell, '--json');
    assert.equal(asked.code, 0, asked.notes);
    const { cijfers, metingen } = JSON.parse(asked.out);
    assert.deepEqual([cijfers[0].noemer, cijfers[0].klopt], [inwoners, true], cell);
    const own = metingen.find(({ kolom }: { readonly kolom: string }) => kolom.startsWith('inwoners'));
    assert.equal(own.herkomst.regels, regels, cell);
  }
  const wider = 'year=2024,area=JZ24,leeftijd=4-11';
  const { out } = await terminal.run('explain', 'w', 'aandeel-jeugdigen', '--cell', wider);
  assert.match(out, /figure +onbekend aandeel +the steps below give the same/);
});
