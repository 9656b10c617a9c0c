// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { revealBsn } from '../../src/contract/index.ts';
import { writeZip } from '../../src/ijw/index.ts';
import { opens } from '../../src/ingest/index.ts';
import { openWarehouse } from '../../src/store/index.ts';
import { projectRoot } from '../project-root.ts';
import { afdruk } from '../store/derive-eigenschappen.ts';
import { producten, testBsn, tijdelijkeMap, waarden } from '../store/voorbeeld.ts';
import { Dobbelsteen, willekeurigeKeten } from '../store/willekeurige-keten.ts';
import { sleutel } from './werkplaats.ts';
import { asXml } from './xml-bericht.ts';

const child = join(projectRoot, 'dist/test/ingest/kill-child.js');

const MARKERS = ['Achternaammarker', 'Voornaammarker', 'Commentaarmarker', 'Verwijzermarker'];

/** What must stand nowhere but in the deliveries: BSNs, names, free text. */
function secretsOf(): readonly string[] {
  const bsns = [1, 2].flatMap((seed) =>
    willekeurigeKeten(seed).flatMap(({ rijen }) =>
      rijen.flatMap((rij) => ('client' in rij && rij.client ? [revealBsn(rij.client.bsn)] : [])),
    ),
  );
  return [...new Set([...bsns, ...[1, 2, 3].map(testBsn)]), ...MARKERS];
}

/** A file of another source: measures of one institution in one year, about three children. */
function maatregelen(jaar: number): string {
  const rijen = [1, 2, 3].map(
    (n) => `jbw;${jaar};${jaar + 1}-02-01;${testBsn(n)};;GM0503;ots;${jaar}-0${n}-01;;;;`,
  );
  return `gi;periode;opgesteld_op;bsn;eigen_nummer;gemeente;soort;begin;eind;beschikking_op;verlengingen;bestemming\r\n${rijen.join('\r\n')}\r\n`;
}

/** A waiting list: two children who wait, at one provider. */
function wachtlijst(peildatum: string): string {
  const rijen = [1, 2].map(
    (n) =>
      `99000001;${peildatum};regulier;2024-07-12;${testBsn(n)};;GM0503;jo;;ambulant;4-11;2024-0${n}-01;nee`,
  );
  return `aanbieder;peildatum;uitvraag;opgesteld_op;bsn;eigen_nummer;gemeente;zorgvorm;zorgvorm_detail;verblijf;leeftijdsklasse;aangemeld_op;overbrugging\r\n${rijen.join('\r\n')}\r\n`;
}

/** Messages bare, in gzip and in ZIPs; files of other sources beside them, one in a ZIP with messages. */
async function writeBronnen(folder: string): Promise<void> {
  const bronnen = join(folder, 'bronnen');
  mkdirSync(bronnen);
  for (const jaar of [2021, 2022, 2023, 2024])
    writeFileSync(join(bronnen, `maatregelen-${jaar}.csv`), maatregelen(jaar));
  writeFileSync(join(bronnen, 'wachtlijst-Q1.csv'), wachtlijst('2024-03-31'));
  for (const seed of [1, 2]) {
    const zip = [{ name: 'wachtlijst.csv', bytes: Buffer.from(wachtlijst(`2024-0${seed * 3 + 3}-30`)) }];
    for (const [n, bericht] of willekeurigeKeten(seed).entries()) {
      const path = join(bronnen, `${seed}-${n}.xml`);
      const bytes = Buffer.from(asXml(bericht).inhoud);
      if (n % 3 === 0) writeFileSync(`${path}.gz`, gzipSync(bytes));
      else if (n % 3 === 1) zip.push({ name: `${n}.xml`, bytes });
      else writeFileSync(path, bytes);
    }
    for (let n = 0; n * 12 < zip.length; n += 1)
      await writeZip(join(bronnen, `${seed}-${n}.zip`), zip.slice(n * 12, (n + 1) * 12));
  }
}

/** Runs the child; kills it after a while when asked. True when it came to its end. */
async function run(folder: string, killAfterMs?: number): Promise<boolean> {
  mkdirSync(join(folder, 'tmp'), { recursive: true });
  const running = spawn(process.execPath, [child, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, TMPDIR: join(folder, 'tmp') },
  });
  const exit = once(running, 'exit');
  if (killAfterMs !== undefined) {
    await Promise.race([once(running.stdout, 'data'), exit]);
    await Promise.race([sleep(killAfterMs), exit]);
    running.kill('SIGKILL');
  }
  const [code, signal] = await exit;
  assert.ok(code === 0 || signal === 'SIGKILL', `ended with ${code ?? signal}`);
  return code === 0;
}

async function outcome(folder: string): Promise<readonly [string, readonly (readonly unknown[])[]]> {
  const warehouse = await openWarehouse(join(folder, 'magazijn.duckdb'));
  await warehouse.derive(producten);
  const tables = await afdruk(warehouse);
  const counts = await waarden(
    warehouse,
    `SELECT (SELECT count(*) FROM bericht), (SELECT count(*) FROM prestatie), (SELECT count(*) FROM retour),
       (SELECT count(DISTINCT sha256) FROM levering), (SELECT count(*) FROM levering), (SELECT count(*) FROM bevinding),
       (SELECT count(*) FROM bron), (SELECT count(*) FROM maatregel), (SELECT count(*) FROM wachtlijst)`,
  );
  await warehouse.close();
  return [tables, counts];
}

/** Everything below a folder that is not a delivery still waiting. */
function writtenFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.startsWith(join(folder, 'bronnen')));
}

/** No byte that was written names a person: also not in what a killed run left behind. */
function assertNobody(folder: string, secret: readonly string[]): void {
  for (const path of writtenFiles(folder)) {
    const bytes = readFileSync(path).toString('latin1');
    for (const [n, value] of secret.entries())
      assert.ok(!bytes.includes(value), `value ${n} stands in ${path}`);
  }
}

/** Every delivered file is waiting, or is in the archive and opens. */
async function assertNothingLost(folder: string, delivered: ReadonlyMap<string, string>): Promise<void> {
  const waiting = new Set(
    readdirSync(join(folder, 'bronnen')).map((name) => sha256Of(readFileSync(join(folder, 'bronnen', name)))),
  );
  for (const [sha256, name] of delivered)
    assert.ok(
      waiting.has(sha256) || (await opens(sha256, sleutel, join(folder, 'archief'))),
      `${name} is lost`,
    );
}

function sha256Of(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

const KILLS = Number(process.env.KILLS ?? 8);
const KILLS_PER_WORKSPACE = 5;

test(`killed at ${KILLS} random moments and started again: figures and counts equal an undisturbed run, no file is lost, no person is left behind`, async (t) => {
  const quiet = tijdelijkeMap(t);
  await writeBronnen(quiet);
  const names = readdirSync(join(quiet, 'bronnen'));
  const delivered = new Map(
    names.map((name) => [sha256Of(readFileSync(join(quiet, 'bronnen', name))), name]),
  );
  const secret = secretsOf();
  const begin = performance.now();
  assert.equal(await run(quiet), true);
  const wholeMs = performance.now() - begin;
  const expected = await outcome(quiet);
  assert.ok(
    expected[1][0]?.every((count) => Number(count) > 0),
    'there is something of everything',
  );
  assertNobody(quiet, secret);
  await assertNothingLost(quiet, delivered);
  assert.deepEqual(readdirSync(join(quiet, 'bronnen')), []);
  const dobbel = new Dobbelsteen(9);
  let kills = 0;
  while (kills < KILLS) {
    const folder = tijdelijkeMap(t);
    await writeBronnen(folder);
    for (let tries = 0, done = false; !done; tries += 1) {
      const killing = tries < KILLS_PER_WORKSPACE && kills < KILLS;
      done = await run(folder, killing ? dobbel.getal(Math.ceil(wholeMs * 0.7)) : undefined);
      if (!done) kills += 1;
      assertNobody(folder, secret);
      await assertNothingLost(folder, delivered);
    }
    assert.deepEqual(await outcome(folder), expected);
    assert.deepEqual(readdirSync(join(folder, 'bronnen')), []);
    rmSync(folder, { recursive: true });
  }
  t.diagnostic(`${kills} kills`);
});
