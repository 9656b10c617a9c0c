// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { earlierReleases } from '../../src/cli/protected-figures.ts';
import type { FigureRow, FigureTable, GemeenteCode, Grootheid, Regio } from '../../src/contract/index.ts';
import { protect } from '../../src/disclose/index.ts';
import { writeRelease } from '../../src/publish/index.ts';
import { projectRoot } from '../project-root.ts';
import { GEBIEDEN, regioMet, rij, seeded, tabel, voorbeeldRelease } from './voorbeeld-release.ts';
import { voorbeeldUitgave } from './voorbeeld-uitgave.ts';

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

const jaren = (tables: readonly FigureTable[], ...wanted: readonly string[]) =>
  tables.map((table) => ({ ...table, rows: table.rows.filter(({ periode }) => wanted.includes(periode)) }));

/** The same with € 25.000 more for jeugd-ggz in Den Haag in 2024, wherever that counts. */
function corrected(tables: readonly FigureTable[]): readonly FigureTable[] {
  const more = 2_500_000;
  const touched = GEBIEDEN.filter(({ gemeenten }) => gemeenten.includes('GM0518')).map(({ code }) => code);
  return tables.map((table) => ({
    ...table,
    rows: table.rows.map((row) => {
      const made = table.opbouw?.find(({ variant }) => variant === row.variant);
      const here = row.periode === '2024' && touched.includes(row.gebied);
      if (made === undefined || !here || !['', 'jeugd-ggz'].includes(row.dimensies.join())) return row;
      const rise = (name: string | undefined, value: number | null) =>
        name === 'uitgaven' && value !== null ? value + more : value;
      const [teller, noemer] = [rise(made.teller.naam, row.teller), rise(made.noemer?.naam, row.noemer)];
      if (made.vorm === 'waarde') return { ...row, waarde: rise(made.teller.naam, row.waarde) };
      return {
        ...row,
        teller,
        noemer,
        waarde: row.waarde === null ? null : (teller ?? 0) / (noemer ?? 1) - Number(made.vorm === 'groei'),
      };
    }),
  }));
}

interface Uitgave {
  readonly map: string;
  readonly id: string;
  readonly tables: readonly FigureTable[];
  readonly regio?: Regio;
}

/** Published beside what stands in the folder already, which counts as earlier. */
async function publish({ map, id, tables: exact, regio = regioMet() }: Uitgave) {
  const releasesDir = join(folder, map);
  const eerdere = earlierReleases(releasesDir, {});
  const { tables, geheimhouding } = await protect({ tables: exact, regio, zone: 'open', eerdere });
  const release = voorbeeldUitgave(regio, id);
  const { dir } = writeRelease({ releasesDir, release, tables, geheimhouding, pages: [] });
  return { dir, tables };
}

function assertSafe(dir: string, least: number): void {
  const run = spawnSync('python3', [join(projectRoot, 'test', 'disclose', 'aanvaller.py'), dir], {
    encoding: 'utf8',
  });
  assert.equal(run.status, 0, run.stderr);
  const { cellen, verschillen, ...found } = JSON.parse(run.stdout) as Antwoord;
  assert.ok(cellen >= least, `${cellen}`);
  assert.deepEqual(verschillen, []);
  for (const kind of ['teSmal', 'eigen', 'klein', 'bestanden'] as const)
    assert.deepEqual(found[kind], [], kind);
}

for (const [seed, regels] of [
  [1, {}],
  [2, { afronding: 5 }],
  [3, { toonNul: false, verbergTotEnMet: 4 }],
] as const) {
  test(`an attacker in another language and another solver finds the same intervals: release ${seed}`, {
    skip,
  }, async () => {
    const { dir } = await publish({
      map: `${seed}`,
      id: `2024-${seed}`,
      tables: kleineRelease(seed),
      regio: regioMet(regels),
    });
    assertSafe(dir, 30);
  });
}

test('the same attacker with the release of another year, and then with the one before a correction, finds the same too', {
  skip,
}, async () => {
  const tables = kleineRelease(4).filter(({ indicator }) => !['uitval', 'aanbieders'].includes(indicator));
  await publish({ map: 'later', id: '2020-1', tables: jaren(tables, '2020') });
  const second = await publish({ map: 'later', id: '2024-1', tables });
  assertSafe(second.dir, 20);
  const third = await publish({ map: 'later', id: '2024-2', tables: corrected(tables) });
  assert.notDeepEqual(third.tables, second.tables);
  assertSafe(third.dir, 20);
});

/** The release of before a gemeente left: it is one more row, and part of the region. */
function metVertrokken(tables: readonly FigureTable[], kinderen: number): readonly FigureTable[] {
  return tables.map((table) => {
    const size = table.indicator === 'clienten' ? kinderen : 300_000 * kinderen;
    const extra = (row: FigureRow) => ({ ...row, gebied: VERTROKKEN, waarde: size });
    const whole = table.rows.filter(({ gebied }) => gebied === 'JZ24');
    const rest = table.rows.filter(({ gebied }) => gebied !== 'JZ24');
    const larger = whole.map((row) => ({ ...row, waarde: Number(row.waarde) + size }));
    return { ...table, rows: [...rest, ...whole.map(extra), ...larger] };
  });
}

/** Clients of a gemeente that nobody knows count in the region, whatever it consists of. */
function metOnbekenden(tables: readonly FigureTable[], region: readonly string[]): readonly FigureTable[] {
  return tables.map((table) => ({
    ...table,
    rows: table.rows.map((row) =>
      table.indicator === 'clienten' && region.includes(row.gebied)
        ? { ...row, waarde: Number(row.waarde) + 2 }
        : row,
    ),
  }));
}

const VERTROKKEN = 'GM0626';

test('the same attacker with the release of before a gemeente left, whose group is the region now: each is read by what it tells itself', {
  skip,
}, async () => {
  const now = regioMet();
  const before = {
    ...now,
    gemeenten: [...now.gemeenten, { code: VERTROKKEN as GemeenteCode, naam: VERTROKKEN }],
  };
  const tables = kleineRelease(5).filter(({ indicator }) => ['clienten', 'uitgaven'].includes(indicator));
  const old = metOnbekenden(metVertrokken(tables, 8), ['JZ24']);
  const first = await publish({ map: 'vertrokken', id: '2023-1', tables: old, regio: before });
  assertSafe(first.dir, 20);
  const second = await publish({
    map: 'vertrokken',
    id: '2024-1',
    tables: metOnbekenden(tables, ['JZ24', 'H9']),
    regio: now,
  });
  assertSafe(second.dir, 20);
});

const WACHTENDEN: Grootheid = {
  naam: 'wachtenden',
  telt: 'personen',
  maat: 'wachtenden',
  delen: { gebied: 'som', kenmerk: 'som', dimensie: 'som', periode: 'geen' },
};

/** Who waits, all and by zorgvorm, per gemeente; `vertrokken`: with a row for a gemeente of nobody. */
function wachtlijst(
  perZorgvorm: Readonly<Record<string, readonly number[]>>,
  vertrokken: boolean,
): readonly FigureTable[] {
  const gemeenten = GEBIEDEN.filter((gebied) => gebied.gemeenten.length === 1).map(({ code }) => code);
  const gebieden = [...GEBIEDEN, ...(vertrokken ? [{ code: VERTROKKEN, gemeenten: [] }] : [])];
  const count = (per: readonly number[], inside: readonly string[]) =>
    gemeenten.reduce((sum, code, at) => (inside.includes(code) ? sum + (per[at] ?? 0) : sum), 0);
  const waarde = (jaar: { code: string; jaar: number; type?: string }, value: number) =>
    rij('wachtenden', '', jaar, value);
  const opbouw = [{ variant: '', vorm: 'waarde', teller: WACHTENDEN }] as const;
  const all = gebieden.map((gebied) =>
    waarde(
      { code: gebied.code, jaar: 2024 },
      Object.values(perZorgvorm).reduce((sum, per) => sum + count(per, gebied.gemeenten), 0),
    ),
  );
  const each = Object.entries(perZorgvorm).flatMap(([type, per]) =>
    gebieden.map((gebied) => waarde({ code: gebied.code, jaar: 2024, type }, count(per, gebied.gemeenten))),
  );
  return [
    tabel('wachtenden', 'jeugdigen', [], all, opbouw),
    tabel('wachtenden', 'jeugdigen', ['zorgvorm'], each, opbouw),
  ];
}

test('the same attacker after a correction that brings a zorgvorm which nobody had: neither what was nothing then nor what was printed then is taken for what is hidden now', {
  skip,
}, async () => {
  const before = {
    ...regioMet(),
    gemeenten: [...regioMet().gemeenten, { code: VERTROKKEN as GemeenteCode, naam: VERTROKKEN }],
  };
  const first = { map: 'zorgvorm', id: '2023-1', tables: wachtlijst(WACHTLIJST, true), regio: before };
  assertSafe((await publish(first)).dir, 10);
  const second = { map: 'zorgvorm', id: '2024-1', tables: wachtlijst(WACHTLIJST, false) };
  assertSafe((await publish(second)).dir, 10);
  const { jo, lvb, ggz } = WACHTLIJST;
  const now = {
    jo: jo.with(1, 38),
    lvb: lvb.with(6, 0),
    ggz,
    dys: [0, 0, 0, 0, 0, 0, 1, 0, 0],
  };
  const third = { map: 'zorgvorm', id: '2024-2', tables: wachtlijst(now, false) };
  assertSafe((await publish(third)).dir, 10);
});

const WACHTLIJST = {
  jo: [30, 40, 15, 25, 60, 50, 20, 30, 70],
  lvb: [12, 40, 3, 0, 20, 14, 1, 9, 11],
  ggz: [2, 6, 1, 0, 3, 2, 0, 1, 1],
} satisfies Readonly<Record<string, readonly number[]>>;
