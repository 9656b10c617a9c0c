// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { randomStream } from '../../src/sample/random.ts';
import { assertWithin, type Grens } from './grenzen.ts';
import { BSN, declaratie, MAART, Terminal } from './small-region.ts';

type Random = ReturnType<typeof randomStream>;
type Rijen = readonly (readonly string[])[];

/** How many times everything is broken anew. */
const SEEDS = Number(process.env.BREUKEN ?? 1);

const BREUKEN: readonly ((rijen: Rijen, random: Random) => readonly Rijen[])[] = [
  (rijen, random) => [perRij(rijen, random, (cellen) => unreadable(cellen, random))],
  (rijen, random) => [perRij(rijen, random, (cellen) => contradicting(rijen[0] ?? [], cellen))],
  (rijen, random) => [rijen, rijen.filter((_, index) => index === 0 || random.chance(0.7))],
  (rijen, random) => [rijen, later(rijen.filter((_, index) => index === 0 || random.chance(0.8)))],
  ([kop = [], ...rijen]) => [[kop.map((naam) => (OPTIONEEL.includes(naam) ? `${naam}s` : naam)), ...rijen]],
];
const OPTIONEEL = ['met_overbrugging', 'besluit', 'waarde', 'beschikking_op'];

function perRij(
  [kop = [], ...rijen]: Rijen,
  random: Random,
  breek: (cellen: readonly string[]) => readonly string[],
): Rijen {
  return [kop, ...rijen.map((cellen) => (random.chance(0.15) ? breek(cellen) : cellen))];
}

function unreadable(cellen: readonly string[], random: Random): readonly string[] {
  const filled = cellen.flatMap((cel, place) => (cel === '' ? [] : [place]));
  const broken = filled[Math.floor(random.next() * filled.length)];
  return cellen.map((cel, place) => (place === broken ? '???' : cel));
}

/** More with a long wait than wait at all. */
function contradicting(kop: readonly string[], cellen: readonly string[]): readonly string[] {
  const waiting = Number(cellen[kop.indexOf('wachtenden')] ?? 0);
  return cellen.map((cel, place) => (kop[place] === 'meer_dan_90_dagen' ? String(waiting + 2) : cel));
}

function later([kop = [], ...rijen]: Rijen): Rijen {
  const place = kop.indexOf('opgesteld_op');
  return [kop, ...rijen.map((cellen) => cellen.map((cel, at) => (at === place ? '2025-09-01' : cel)))];
}

/** Breaks most of the CSV files, each in one way. */
function breakFiles(folder: string, random: Random): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!name.endsWith('.csv') || !random.chance(0.8)) continue;
    const rijen = readFileSync(join(folder, name), 'utf8')
      .trimEnd()
      .split(/\r?\n/)
      .map((line) => line.split(';'));
    const versions = BREUKEN[Math.floor(random.next() * BREUKEN.length)]?.(rijen, random) ?? [];
    for (const [nr, version] of versions.entries()) {
      const path = join(folder, nr === 0 ? name : name.replace('.csv', `-${nr}.csv`));
      writeFileSync(path, `${version.map((cellen) => cellen.join(';')).join('\r\n')}\r\n`);
    }
  }
}

test('what figures of other sources are without faults lies within the bounds that check gives with faults', async (t) => {
  const terminal = new Terminal();
  t.after(() => terminal.remove());
  await terminal.run('new', 'alles', '--regio', 'haaglanden');
  assert.equal((await terminal.run('sample', 'alles', '--scale', '0.02', '--seed', '3')).code, 0);
  const checked = async (folder: string, breek?: Random): Promise<readonly Grens[]> => {
    await terminal.run('new', folder, '--regio', 'haaglanden');
    const bronnen = terminal.path(folder, 'bronnen');
    cpSync(terminal.path('alles', 'bronnen', 'overige-bronnen'), bronnen, { recursive: true });
    if (breek !== undefined) breakFiles(bronnen, breek);
    mkdirSync(bronnen, { recursive: true });
    const line = declaratie('D1', 'GM0503', MAART, [{ bsn: BSN[0], referentie: 'R1', cents: 100 }]);
    writeFileSync(join(bronnen, 'bericht.xml'), line);
    await terminal.run('ingest', folder);
    const { code, out, notes } = await terminal.run('check', folder, '--json');
    assert.equal(code, 0, notes);
    rmSync(terminal.path(folder), { recursive: true });
    return JSON.parse(out).grenzen;
  };
  const clean = await checked('heel');
  assert.ok(clean.some(({ indicator, periode }) => indicator === 'wachtenden' && periode === '2024'));
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const broken = await checked(`stuk${seed}`, randomStream(seed, 'stuk'));
    const { moved, compared } = assertWithin(clean, broken);
    t.diagnostic(`seed ${seed}: ${moved} of ${compared} figures moved, all within their bounds`);
    assert.ok(moved > 10);
  }
});
