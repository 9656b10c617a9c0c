// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { FigureTable, PlainDate } from '../../src/contract/index.ts';
import { protect } from '../../src/disclose/index.ts';
import { describeRelease, writeRelease } from '../../src/publish/index.ts';
import { projectRoot } from '../project-root.ts';
import { GEBIEDEN, regioMet, rij, seeded, tabel, voorbeeldRelease } from './voorbeeld-release.ts';

const folder = mkdtempSync(join(tmpdir(), 'aanvaller-'));
after(() => rmSync(folder, { recursive: true }));

const present = (program: string) => spawnSync(program, ['--version']).status === 0;
const skip =
  present('python3') && present('glpsol')
    ? false
    : 'the independent attacker needs python3 and GLPK (Debian: glpk-utils)';

/** Ends by reason, with some children counted in two gemeenten. */
function uitval(seed: number): FigureTable {
  const random = seeded(seed);
  const redenen = new Map(
    GEBIEDEN.filter(({ gemeenten }) => gemeenten.length === 1).map(({ code }) => [
      code,
      [40, 9, 5, 8, 12].map((mean) => Math.floor(random() * mean)),
    ]),
  );
  const rows = GEBIEDEN.flatMap(({ code, gemeenten }) => {
    const twice = gemeenten.length > 3 ? 3 * gemeenten.length - 12 : 0;
    const per = [0, 1, 2, 3, 4].map((reden) =>
      gemeenten.reduce((sum, gemeente) => sum + (redenen.get(gemeente)?.[reden] ?? 0), 0),
    );
    const upTo = (last: number) => per.slice(1, last + 1).reduce((sum, count) => sum + count, 0);
    const all = upTo(4) + (per[0] ?? 0) - Math.min(twice, (per[0] ?? 0) - 1);
    return [['U1', upTo(1)] as const, ['U2', upTo(2)] as const, ['U3', upTo(4)] as const].map(
      ([variant, count]) =>
        rij('uitval', variant, { code, jaar: 2024 }, all === 0 ? null : count / all, count, all),
    );
  });
  return tabel('uitval', 'aandeel', [], rows);
}

/** A small release: every form of figure for two years, and three indicators by type for one. */
function kleineRelease(seed: number): readonly FigureTable[] {
  const perType = ['clienten', 'aanbieders', 'uitgaven'];
  const keep = voorbeeldRelease(seed)
    .filter(({ indicator, dimensies }) => dimensies.length === 0 || perType.includes(indicator))
    .map((table) => {
      const jaren = table.dimensies.length === 0 ? ['2020', '2024'] : ['2024'];
      return { ...table, rows: table.rows.filter(({ periode }) => jaren.includes(periode)) };
    });
  return [...keep, uitval(seed)];
}

/** What `aanvaller.py` prints: its head says what each means. */
type Antwoord = Readonly<
  Record<'verschillen' | 'teSmal' | 'eigen' | 'klein' | 'bestanden', readonly unknown[]>
> & {
  readonly cellen: number;
};

for (const [seed, regels] of [
  [1, {}],
  [2, { afronding: 5 }],
  [3, { toonNul: false, verbergTotEnMet: 4 }],
] as const) {
  test(`an attacker in another language and another solver finds the same intervals: release ${seed}`, {
    skip,
  }, async () => {
    const regio = regioMet(regels);
    const { tables, geheimhouding } = await protect({ tables: kleineRelease(seed), regio, zone: 'open' });
    const release = describeRelease(regio, {
      id: `2024-${seed}`,
      jaar: 2024,
      status: 'voorlopig',
      dataTot: 20_000 as PlainDate,
      jaren: [2020, 2024],
      definities: {},
      zone: 'open',
      fictief: true,
      programma: 'test',
    });
    const { dir } = writeRelease({
      releasesDir: join(folder, String(seed)),
      release,
      tables,
      geheimhouding,
      pages: [],
    });
    const run = spawnSync('python3', [join(projectRoot, 'test', 'disclose', 'aanvaller.py'), dir], {
      encoding: 'utf8',
    });
    assert.equal(run.status, 0, run.stderr);
    const { cellen, verschillen, ...found } = JSON.parse(run.stdout) as Antwoord;
    assert.ok(cellen > 30, `${cellen}`);
    assert.deepEqual(verschillen, []);
    for (const kind of ['teSmal', 'eigen', 'klein', 'bestanden'] as const)
      assert.deepEqual(found[kind], [], kind);
  });
}
