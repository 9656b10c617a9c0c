// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, test } from 'node:test';
import { APRIL, BSN, declaratie, deliver, MAART, Terminal, workspaceWith } from './small-region.ts';

let terminal: Terminal;
beforeEach(() => {
  terminal = new Terminal();
});
afterEach(() => terminal.remove());

const delft = (): Uint8Array =>
  declaratie('D1', 'GM0503', MAART, [
    { bsn: BSN[0], referentie: 'R1', cents: 1_200_000 },
    { bsn: BSN[1], referentie: 'R2', cents: 30_000 },
  ]);
const rijswijk = (): Uint8Array =>
  declaratie('D2', 'GM0603', APRIL, [{ bsn: BSN[0], referentie: 'R3', cents: 100 }]);

async function rawCsv(...argv: readonly string[]): Promise<readonly string[]> {
  const { code, out, notes } = await terminal.run('figures', 'w', ...argv, '--raw', '--format', 'csv');
  assert.equal(code, 0, notes);
  return out.trimEnd().split('\n');
}

test('wrong usage is 2, what an operator can mend is 1, help is 0', async () => {
  assert.equal((await terminal.run()).code, 2);
  assert.equal((await terminal.run('figurs')).code, 2);
  assert.equal((await terminal.run('new', 'w')).code, 2);
  assert.equal((await terminal.run('figures', '--help')).code, 0);
  const noWorkspace = await terminal.run('ingest', 'w');
  assert.equal(noWorkspace.code, 1);
  assert.match(noWorkspace.notes, /^cli\.no-workspace: .*\n {2}.*regiovisie new/);
});

test('a key is random, printed alone, and says how to keep it', async () => {
  const { code, out, notes } = await terminal.run('key');
  assert.equal(code, 0);
  assert.match(out, /^[A-Za-z0-9_-]{43}\n$/);
  assert.match(notes, /REGIOVISIE_SLEUTEL/);
  const file = terminal.path('sleutel');
  writeFileSync(file, out);
  await workspaceWith(terminal, { 'a.xml': delft() });
  terminal.secret = undefined;
  assert.equal((await terminal.run('ingest', 'w', '--key-file', 'sleutel')).code, 0);
});

test('a workspace is never made over something else', async () => {
  mkdirSync(terminal.path('w'));
  writeFileSync(terminal.path('w', 'notes.txt'), 'mine');
  const { code, notes } = await terminal.run('new', 'w', '--regio', 'haaglanden');
  assert.equal(code, 1);
  assert.match(notes, /cli\.folder-not-empty/);
});

test('without the key, or with another one, nothing that touches persons runs', async () => {
  await workspaceWith(terminal, { 'a.xml': delft() });
  terminal.secret = undefined;
  const without = await terminal.run('ingest', 'w');
  assert.equal(without.code, 1);
  assert.match(without.notes, /cli\.no-key: .*\n {2}.*regiovisie key/);
  assert.ok(!existsSync(terminal.path('w', 'magazijn.duckdb')));
  terminal.secret = 'een-eerste-sleutel-voor-deze-werkmap';
  assert.equal((await terminal.run('ingest', 'w')).code, 0);
  terminal.secret = 'een-andere-sleutel-voor-deze-werkmap';
  for (const argv of [
    ['ingest', 'w'],
    ['figures', 'w', 'clienten', '--raw'],
    ['publish', 'w'],
  ]) {
    const wrong = await terminal.run(...argv);
    assert.equal(wrong.code, 1, argv.join(' '));
    assert.match(wrong.notes, /ingest\.wrong-key/);
  }
});

test('ingest adds up, and the same files again are a no-op', async () => {
  await workspaceWith(terminal, {
    'a.xml': delft(),
    'deep/er/b.dat': rijswijk(),
    'c.txt': Buffer.from('geen bericht'),
  });
  const first = await terminal.run('ingest', 'w', '--json');
  assert.equal(first.code, 0, first.notes);
  const report = JSON.parse(first.out);
  assert.deepEqual(report.bestanden, { totaal: 3, genomen: 2, bekend: 0, opzij: 1 });
  assert.deepEqual(report.berichten, { totaal: 2, genomen: 2, bekend: 0, opzij: 0 });
  deliver(terminal, { 'a.xml': delft(), 'deep/er/b.dat': rijswijk() });
  const again = JSON.parse((await terminal.run('ingest', 'w', '--json')).out);
  assert.deepEqual(again.berichten, { totaal: 2, genomen: 0, bekend: 2, opzij: 0 });
  assert.deepEqual(again.rijen.genomen, 0);
});

test('figures are tidy, sorted, and complete with zeros', async () => {
  await workspaceWith(terminal, { 'a.xml': delft(), 'b.xml': rijswijk() });
  await terminal.run('ingest', 'w');
  const lines = await rawCsv('clienten', '--area', 'JZ24,GM0503', '--year', '2023-2024', '--by', 'gemeente');
  assert.equal(lines[0], 'indicator,variant,periode,gebied,gemeente,waarde,eenheid,teller,noemer,status');
  assert.ok(lines.includes('clienten,,2024,JZ24,GM0503,2,unieke cliënten,,,normaal'));
  assert.ok(lines.includes('clienten,,2024,JZ24,GM0603,1,unieke cliënten,,,normaal'));
  assert.ok(lines.includes('clienten,,2023,GM0503,GM0503,0,unieke cliënten,,,normaal'));
  assert.deepEqual(lines.slice(1), lines.slice(1).toSorted());
});

test('a child that moves counts once in the region, and its costs are judged per area', async () => {
  await workspaceWith(terminal, { 'a.xml': delft(), 'b.xml': rijswijk() });
  await terminal.run('ingest', 'w');
  const lines = await rawCsv('clienten', 'kosten-boven-grens', '--year', '2024', '--area', 'JZ24,GM0603');
  assert.deepEqual(lines.slice(1), [
    'clienten,,2024,GM0603,1,unieke cliënten,,,normaal',
    'clienten,,2024,JZ24,2,unieke cliënten,,,normaal',
    'kosten-boven-grens,clienten,2024,GM0603,0,aandeel,0,1,normaal',
    'kosten-boven-grens,clienten,2024,JZ24,0.5,aandeel,1,2,normaal',
    'kosten-boven-grens,uitgaven,2024,GM0603,0,aandeel,0,100,normaal',
    `kosten-boven-grens,uitgaven,2024,JZ24,${1_200_100 / 1_230_100},aandeel,1200100,1230100,normaal`,
  ]);
});

test('figures as known on an earlier day do not know what came later', async () => {
  await workspaceWith(terminal, { 'a.xml': delft() });
  await terminal.run('ingest', 'w');
  terminal.now = Date.UTC(2025, 1, 20, 9);
  deliver(terminal, { 'b.xml': rijswijk() });
  await terminal.run('ingest', 'w');
  const question = ['uitgaven', '--year', '2024', '--area', 'JZ24'];
  assert.match((await rawCsv(...question))[1] ?? '', /,1230100,eurocent,/);
  assert.match((await rawCsv(...question, '--as-known-on', '2025-01-31'))[1] ?? '', /,1230000,eurocent,/);
  assert.match((await rawCsv(...question))[1] ?? '', /,1230100,eurocent,/);
});

test('without --raw small counts are hidden; with it the question is logged, without persons', async () => {
  await workspaceWith(terminal, { 'a.xml': delft(), 'b.xml': rijswijk() });
  await terminal.run('ingest', 'w');
  const safe = await terminal.run(
    'figures',
    'w',
    'clienten',
    '--year',
    '2024',
    '--area',
    'JZ24',
    '--format',
    'csv',
  );
  assert.equal(safe.code, 0, safe.notes);
  assert.equal(safe.out.trimEnd().split('\n')[1], 'clienten,,2024,JZ24,,unieke cliënten,,,geheim');
  const log = (): string => readFileSync(terminal.path('w', 'logboek.jsonl'), 'utf8');
  assert.doesNotMatch(log(), /--raw/);
  await rawCsv('clienten', '--year', '2024');
  assert.match(log(), /"name":"figures --raw"/);
  const before = log();
  await rawCsv('clienten', '--year', '2024', '--logbook', terminal.path('elders.jsonl'));
  assert.match(log().slice(before.length), /"name":"figures --raw"/, 'its own logbook has every question');
  assert.equal(existsSync(terminal.path('elders.jsonl')), false);
  for (const bsn of BSN) assert.ok(!log().includes(bsn));
});

test('an amount that one child dominates is hidden, and with it the one that the total would give it away by', async () => {
  const regels = BSN.slice(0, 60).map((bsn, index) => ({
    bsn,
    referentie: `R${index}`,
    cents: index === 0 ? 9_000_000 : 100,
  }));
  const even = BSN.slice(60, 100).map((bsn, index) => ({
    bsn,
    referentie: `S${index}`,
    cents: 1_000 + index,
  }));
  await workspaceWith(terminal, {
    'a.xml': declaratie('D1', 'GM0503', MAART, regels),
    'b.xml': declaratie('D2', 'GM0637', MAART, even),
  });
  await terminal.run('ingest', 'w');
  const { out } = await terminal.run(
    'figures',
    'w',
    'uitgaven',
    'clienten',
    '--year',
    '2024',
    '--area',
    'GM0503,GM0637,JZ24',
    '--format',
    'csv',
  );
  assert.deepEqual(out.trimEnd().split('\n').slice(1), [
    'clienten,,2024,GM0503,60,unieke cliënten,,,normaal',
    'clienten,,2024,GM0637,40,unieke cliënten,,,normaal',
    'clienten,,2024,JZ24,100,unieke cliënten,,,normaal',
    'uitgaven,,2024,GM0503,,eurocent,,,geheim',
    'uitgaven,,2024,GM0637,,eurocent,,,geheim',
    'uitgaven,,2024,JZ24,,eurocent,,,geheim',
  ]);
});

test('a split that no release publishes is not shown safely, and says so', async () => {
  await workspaceWith(terminal, { 'a.xml': delft() });
  await terminal.run('ingest', 'w');
  const { code, notes } = await terminal.run('figures', 'w', 'clienten', '--by', 'aanbieder');
  assert.equal(code, 1);
  assert.match(notes, /cli\.not-protected: clienten by aanbieder/);
});

test('every mistake in a question is named at once, with the nearest good word', async () => {
  await workspaceWith(terminal, { 'a.xml': delft() });
  await terminal.run('ingest', 'w');
  const options = await terminal.run(
    'figures',
    'w',
    'clienten',
    '--by',
    'tipe',
    '--year',
    '24',
    '--format',
    'xls',
  );
  assert.equal(options.code, 2);
  assert.equal(options.notes.match(/cli\.wrong-option/g)?.length, 3);
  assert.match(options.notes, /did you mean type\?/);
  const indicator = await terminal.run('figures', 'w', 'clinten', '--raw');
  assert.equal(indicator.code, 1);
  assert.match(indicator.notes, /cli\.unknown-indicator: clinten\n.*did you mean clienten\?/);
});

test('a workspace without a warehouse, and one whose warehouse is empty, have no figures, not noughts', async () => {
  await terminal.run('new', 'w', '--regio', 'haaglanden');
  for (const refusal of [/cli\.no-warehouse: /, /cli\.empty-warehouse: /]) {
    for (const command of [
      ['publish', 'w', '--year', '2024'],
      ['figures', 'w', 'clienten', '--raw'],
      ['figures', 'w', 'clienten'],
      ['explain', 'w', 'clienten', '--cell', 'gebied=GM0518,periode=2024'],
      ['check', 'w'],
    ]) {
      const { code, notes, out } = await terminal.run(...command);
      assert.equal(code, 1, command.join(' '));
      assert.match(notes, refusal);
      assert.equal(out, '');
    }
    await terminal.run('ingest', 'w');
  }
});

test('validate names the broken rule and its place, never the value, and exits 1', async () => {
  const good = declaratie('D1', 'GM0503', MAART, [{ bsn: BSN[0], referentie: 'R1', cents: 100 }]);
  const wrong = Buffer.from(good).toString('utf8').replace('TotaalBedrag>100<', 'TotaalBedrag>999<');
  writeFileSync(terminal.path('good.xml'), good);
  writeFileSync(terminal.path('wrong.xml'), wrong);
  terminal.secret = undefined;
  const clean = await terminal.run('validate', 'good.xml');
  assert.equal(clean.code, 0);
  assert.match(clean.out, /1 file, 1 message, 2 rows: 0 errors/);
  const { code, out } = await terminal.run('validate', 'good.xml', 'wrong.xml');
  assert.equal(code, 1);
  assert.match(out, /wrong\.xml {2}JW323 D1\n {2}fout +TR358 +Bericht\/Declaratie/);
  assert.doesNotMatch(out, /999/);
  const json = JSON.parse((await terminal.run('validate', 'wrong.xml', '--json')).out);
  const betekenis = 'TotaalIngediendBedrag is the sum of the debit lines minus that of the credit lines.';
  assert.deepEqual(json.regels, [{ code: 'TR358', severity: 'fout', aantal: 1, betekenis }]);
});

test('check reports what is wrong with the data, doctor that the warehouse is whole', async () => {
  await workspaceWith(terminal, { 'a.xml': delft() });
  await terminal.run('ingest', 'w');
  const check = await terminal.run('check', 'w');
  assert.equal(check.code, 0, check.notes);
  assert.match(check.out, /TR338 +fout +2/);
  const doctor = await terminal.run('doctor', 'w');
  assert.equal(doctor.code, 0);
  assert.match(doctor.out, /The warehouse is whole\./);
});

test('begrippen lists the glossary and explains a term by any of its names', async () => {
  const list = await terminal.run('begrippen');
  assert.match(list.out, /^ots +Ondertoezichtstelling$/m);
  const one = await terminal.run('begrippen', 'OTS', '--taal', 'en');
  assert.match(one.out, /^Supervision order \(ots\)/);
  const wrong = await terminal.run('begrippen', 'trajekt');
  assert.equal(wrong.code, 1);
  assert.match(wrong.notes, /cli\.unknown-term: trajekt\n.*did you mean traject\?/);
});

test('indicators lists what can be computed and explains one, with a hint for a mistyped name', async () => {
  const list = await terminal.run('indicators');
  assert.equal(list.code, 0, list.notes);
  assert.match(list.out, /^uitval +aandeel +voorgesteld +Uitval \(U1, U2, U3\)$/m);
  const one = await terminal.run('indicators', 'terugkeer', '--taal', 'en');
  assert.match(list.out, /^terugkeer +aandeel +landelijk, voorgesteld +/m);
  assert.match(one.out, /^Return \(terugkeer 2020-01-01\)\n/);
  assert.match(one.out, /^ {2}R1 \(landelijk\): .*\n {2}R3 \(voorgesteld\): /m);
  assert.match(one.out, /^return-window-days: 365$/m);
  const wrong = await terminal.run('indicators', 'uitvall');
  assert.equal(wrong.code, 1);
  assert.match(wrong.notes, /did you mean uitval\?/);
});

test('exact figures of distinct clients say how many stand in several parts; the CSV and safe figures do not', async () => {
  await workspaceWith(terminal, { 'a.xml': delft(), 'b.xml': rijswijk() });
  await terminal.run('ingest', 'w');
  const ask = async (...more: readonly string[]): Promise<string> => {
    const question = ['figures', 'w', 'clienten', '--year', '2024', '--area', 'JZ24,GM0503'];
    const { code, out, notes } = await terminal.run(...question, ...more);
    assert.equal(code, 0, notes);
    return out;
  };
  const waarde = (csv: string, gebied: string): number =>
    Number(new RegExp(`^clienten,,2024,${gebied},(\\d+)`, 'm').exec(csv)?.[1]);
  const members = await ask('--raw', '--format', 'csv', '--area', 'JZ24,GM0503,GM0603');
  const som = waarde(members, 'GM0503') + waarde(members, 'GM0603');
  const uniek = waarde(members, 'JZ24');
  assert.ok(som > uniek, 'one client has care in both gemeenten');
  const twice = (out: string) =>
    JSON.parse(out).filter((record: object) => 'meervoudig_geteld' in record && 'gebied' in record);
  assert.deepEqual(twice(await ask('--raw', '--format', 'json')), [
    {
      indicator: 'clienten',
      variant: '',
      periode: '2024',
      gebied: 'JZ24',
      naast: true,
      meervoudig_geteld: { over: ['gemeente'], som, uniek, verschil: som - uniek },
    },
  ]);
  assert.match(
    await ask('--raw', '--format', 'table'),
    new RegExp(`clienten +2024 +JZ24 +gemeente +${som} +${uniek} +${som - uniek}`),
  );
  assert.match(await ask('--raw', '--format', 'json', '--by', 'categorie'), /"categorie"\s*\]/);
  assert.deepEqual(twice(await ask('--format', 'json')), []);
  assert.doesNotMatch(await ask('--raw', '--format', 'csv'), /meervoudig|counted/);
  const { out } = await terminal.run('explain', 'w', 'clienten', '--cell', 'year=2024');
  assert.match(out, new RegExp(`the parts by gemeente add up to ${som}, distinct are ${uniek}`));
});
