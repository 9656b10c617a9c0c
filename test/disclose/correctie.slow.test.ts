// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { earlierReleases } from '../../src/cli/protected-figures.ts';
import { type FigureTable, type Grootheid, OperatorError, type SafeTable } from '../../src/contract/index.ts';
import { attack, protect } from '../../src/disclose/index.ts';
import { changesSince, writeRelease } from '../../src/publish/index.ts';
import { GEBIEDEN, publiekMet, regioMet, rij, tabel } from './voorbeeld-release.ts';
import { voorbeeldUitgave } from './voorbeeld-uitgave.ts';

const releasesDir = mkdtempSync(join(tmpdir(), 'correctie-'));
after(() => rmSync(releasesDir, { recursive: true }));

const regio = regioMet();
const GEMEENTEN = GEBIEDEN.flatMap(({ code, gemeenten }) => (gemeenten.length === 1 ? [code] : []));

type PerGemeente = Readonly<Record<string, number>>;
interface Stand {
  readonly toen: PerGemeente;
  readonly nu: PerGemeente;
  readonly cents: PerGemeente;
}

/** Clients of two years, their growth, and spending of the last; areas are sums of their gemeenten. */
function release({ toen, nu, cents }: Stand): readonly FigureTable[] {
  const sum = (per: PerGemeente, gemeenten: readonly string[]) =>
    gemeenten.reduce((total, gemeente) => total + (per[gemeente] ?? 0), 0);
  const cel = (code: string, jaar: number) => ({ code, jaar });
  return [
    tabel(
      'clienten',
      'unieke cliënten',
      [],
      [
        ...GEBIEDEN.map(({ code, gemeenten }) => rij('clienten', '', cel(code, 2020), sum(toen, gemeenten))),
        ...GEBIEDEN.map(({ code, gemeenten }) => rij('clienten', '', cel(code, 2024), sum(nu, gemeenten))),
      ],
    ),
    tabel(
      'clienten-groei',
      'aandeel',
      [],
      GEBIEDEN.map(({ code, gemeenten }) => {
        const [now, base] = [sum(nu, gemeenten), sum(toen, gemeenten)];
        return rij('clienten-groei', '', cel(code, 2024), now / base - 1, now, base);
      }),
    ),
    tabel(
      'uitgaven',
      'eurocent',
      [],
      GEBIEDEN.map(({ code, gemeenten }) => rij('uitgaven', '', cel(code, 2024), sum(cents, gemeenten))),
    ),
  ];
}

const per = (value: (at: number) => number): PerGemeente =>
  Object.fromEntries(GEMEENTEN.map((code, at) => [code, value(at)]));

/** One small gemeente; 2024-2 corrects the spending of another and a count of the base year. */
const EERST: Stand = {
  toen: { ...per((at) => 120 + 10 * at), GM0629: 7 },
  nu: { ...per((at) => 140 + 10 * at), GM0629: 6 },
  cents: { ...per((at) => 90_000_000 + 7_000_000 * at), GM0629: 3_000_000 },
};
const HERSTELD: Stand = {
  ...EERST,
  toen: { ...EERST.toen, GM0637: (EERST.toen.GM0637 ?? 0) + 5 },
  cents: { ...EERST.cents, GM0518: (EERST.cents.GM0518 ?? 0) + 2_500_000 },
};

const about = (id: string) =>
  voorbeeldUitgave(regio, id, {
    clienten: '2020-01-01',
    'clienten-groei': '2020-01-01',
    uitgaven: '2020-01-01',
  });

test('2024-1 and its correction 2024-2 together give no hidden figure away, growth included, and the changes name what was corrected', async () => {
  const first = await protect({ tables: release(EERST), regio, zone: 'open' });
  writeRelease({
    releasesDir,
    release: about('2024-1'),
    tables: first.tables,
    geheimhouding: first.geheimhouding,
    pages: [],
  });
  const eerdere = [{ id: '2024-1', tables: first.tables }];
  const second = await protect({ tables: release(HERSTELD), regio, zone: 'open', eerdere });
  const report = await attack({
    tables: second.tables,
    publiek: publiekMet(regio, second.geheimhouding),
    eerdere,
  });
  assert.deepEqual(report.teSmal, []);
  assert.deepEqual(report.tegenspraak, []);
  assert.deepEqual(report.cellen, second.geheimhouding.cellen);

  const secret = (tables: readonly SafeTable[]) =>
    tables.flatMap(({ rows }) =>
      rows.flatMap(({ indicator, periode, gebied, status }) =>
        status.includes('geheim') ? [`${indicator} ${periode} ${gebied}`] : [],
      ),
    );
  const now = new Set(secret(second.tables));
  for (const cell of secret(first.tables)) assert.ok(now.has(cell), `${cell} was hidden and is shown`);
  for (const cell of [
    'clienten 2020 GM0629',
    'clienten 2024 GM0629',
    'clienten-groei 2024 GM0629',
    'uitgaven 2024 GM0629',
  ])
    assert.ok(now.has(cell), cell);

  const { verschillen } = changesSince(releasesDir, about('2024-2'), second.tables);
  const named = verschillen.map(({ indicator, periode, gebied }) => `${indicator} ${periode} ${gebied}`);
  assert.ok(named.includes('uitgaven 2024 GM0518'), named.join());
  assert.ok(named.includes('clienten-groei 2024 GM0637'), named.join());
  const spent = verschillen.find(({ indicator, gebied }) => indicator === 'uitgaven' && gebied === 'GM0518');
  assert.equal(Number(spent?.nieuw?.waarde) - Number(spent?.oud?.waarde), 2_500_000);
  for (const { oud, nieuw } of verschillen)
    if (nieuw?.status.includes('geheim')) assert.equal(oud?.waarde ?? null, null);
});

test('a release of an older program that gives a figure away stops the next one, which says by which figures, and can be withdrawn', async () => {
  const naive = release(EERST).map((table) => ({
    ...table,
    rows: table.rows.map((row) =>
      row.gebied === 'GM0629'
        ? { ...row, waarde: null, teller: null, noemer: null, status: ['geheim'] as const }
        : row,
    ),
  }));
  const eerdere = [{ id: '2023-1', tables: naive }];
  const refused = await protect({ tables: release(EERST), regio, zone: 'open', eerdere }).catch(
    (error: unknown) => error,
  );
  assert.ok(refused instanceof OperatorError);
  const small = refused.problems.find(({ subject }) => subject === 'clienten 2024 GM0629');
  assert.equal(small?.code, 'disclose.cannot-protect');
  assert.equal(small?.place, 'release 2023-1');
  assert.match(small?.remedy ?? '', /published before: .*clienten 2024 \w+.*--withdraw 2023-1/);
  assert.doesNotMatch(small?.remedy ?? '', /\b6\b/);
  await protect({ tables: release(EERST), regio, zone: 'open', eerdere: [] });
});

test('two years published crosswise: each is judged by what was out when it was made, whatever the ids say', async () => {
  const dir = join(releasesDir, 'kruis');
  const publish = async (id: string, jaar: number, stand: Stand): Promise<readonly string[]> => {
    const eerdere = earlierReleases(dir, { before: id });
    const made = await protect({ tables: release(stand), regio, zone: 'open', eerdere });
    const described = { ...about(id), jaar };
    const { tables, geheimhouding } = made;
    writeRelease({ releasesDir: dir, release: described, tables, geheimhouding, pages: [] });
    return eerdere.map((one) => one.id);
  };
  assert.deepEqual(await publish('2024-1', 2024, EERST), []);
  assert.deepEqual(await publish('2023-1', 2023, EERST), ['2024-1']);
  const ids = (before: string) => earlierReleases(dir, { before }).map(({ id }) => id);
  assert.deepEqual(ids('2024-1'), []);
  assert.deepEqual(ids('2023-1'), ['2024-1']);
  assert.deepEqual(ids('2024-2'), ['2023-1', '2024-1']);
});

const som = { gebied: 'som', kenmerk: 'som', dimensie: 'som', periode: 'geen' } as const;

/** Figures of which one is too small, and of which any other can protect it: what is hidden beside it? */
async function beside(
  cijfers: readonly {
    readonly grootheid: Grootheid;
    readonly code?: string;
    readonly jaar?: number;
    readonly value: number;
  }[],
) {
  const rows = cijfers.map(({ grootheid, code = 'GM1842', jaar = 2024, value }) =>
    rij('samen', grootheid.naam, { code, jaar }, value),
  );
  const opbouw = [...new Map(cijfers.map(({ grootheid }) => [grootheid.naam, grootheid])).values()].map(
    (teller) => ({
      variant: teller.naam,
      vorm: 'waarde' as const,
      teller,
    }),
  );
  const table = { ...tabel('samen', 'jeugdigen', [], rows, opbouw) };
  const { tables } = await protect({ tables: [table], regio, zone: 'open' });
  return (tables[0]?.rows ?? []).flatMap(({ variant, gebied, periode, status }) =>
    status.includes('geheim') ? [`${variant} ${gebied} ${periode}`] : [],
  );
}

test('what protects a small figure is a gemeente, and never a group (H8, H9) or the region', async () => {
  const clienten: Grootheid = { naam: 'clienten', telt: 'personen', maat: 'clienten', delen: som };
  const hidden = await beside(
    GEBIEDEN.map(({ code, gemeenten }) => ({
      grootheid: clienten,
      code,
      value: gemeenten.reduce((sum, gemeente) => sum + (gemeente === 'GM1842' ? 4 : 100), 0),
    })),
  );
  assert.equal(hidden.length, 2, hidden.join());
  for (const cell of hidden) assert.match(cell, /^clienten GM\d{4} 2024$/);
});

test('what protects a small figure is an older year before the newest one', async () => {
  const stand = (naam: string): Grootheid => ({
    naam,
    telt: 'personen',
    maat: naam,
    delen: { ...som, gebied: 'geen' },
  });
  const uitgaven: Grootheid = { ...stand('uitgaven'), telt: 'eurocent', over: 'clienten' };
  const verschil: Grootheid = {
    ...uitgaven,
    naam: 'kosten-verschil',
    maat: 'kosten-verschil',
    over: 'wie-verschilt',
    negatief: true,
    parameters: { 'vergelijk-met': 'vorig-jaar' },
  };
  const hidden = await beside([
    { grootheid: stand('clienten'), jaar: 2023, value: 120 },
    { grootheid: stand('clienten'), jaar: 2024, value: 120 },
    { grootheid: stand('wie-verschilt'), jaar: 2024, value: 4 },
    { grootheid: uitgaven, jaar: 2023, value: 90_000_000 },
    { grootheid: uitgaven, jaar: 2024, value: 95_000_000 },
    { grootheid: verschil, jaar: 2024, value: 5_000_000 },
  ]);
  assert.deepEqual(hidden.sort(), [
    'kosten-verschil GM1842 2024',
    'uitgaven GM1842 2023',
    'wie-verschilt GM1842 2024',
  ]);
});
