// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type {
  EerdereRelease,
  FigureRow,
  FigureTable,
  GebiedCode,
  GeheimhoudingZone,
  GemeenteCode,
  PublishedTable,
  Regio,
} from '../../src/contract/index.ts';
import { OperatorError } from '../../src/contract/index.ts';
import type { PubliekeKennis } from '../../src/disclose/index.ts';
import { attack, protect } from '../../src/disclose/index.ts';
import { OPEN, rij, seeded, tabel } from './voorbeeld-release.ts';

/** A random region with random figures: everything follows from these numbers. */
interface Wereld {
  readonly seed: number;
  readonly gemeenten: number;
  readonly groepen: number;
  readonly typen: number;
  readonly jaren: number;
  readonly regels: Partial<GeheimhoudingZone>;
  /** Children may be counted in two gemeenten. */
  readonly verhuizers: boolean;
  /** So few children that most figures are 0, and nothing but zeros stands beside a small one. */
  readonly ijl: boolean;
}

const wereld: fc.Arbitrary<Wereld> = fc.record({
  seed: fc.integer({ min: 1, max: 1_000_000 }),
  gemeenten: fc.integer({ min: 2, max: 6 }),
  groepen: fc.integer({ min: 0, max: 3 }),
  typen: fc.integer({ min: 1, max: 4 }),
  jaren: fc.integer({ min: 1, max: 2 }),
  regels: fc.record({
    verbergTotEnMet: fc.integer({ min: 1, max: 9 }),
    afronding: fc.constantFrom(0, 0, 5),
    intervalBreedte: fc.integer({ min: 1, max: 6 }),
    minimumNoemer: fc.constantFrom(1, 10, 50),
    bedragBescherming: fc.constantFrom(0, 0.1),
  }),
  verhuizers: fc.boolean(),
  ijl: fc.boolean(),
});

interface Gemaakt {
  readonly regio: Regio;
  readonly publiek: PubliekeKennis;
  readonly tables: readonly FigureTable[];
}

const code = (at: number) => `GM000${at}`;

/** The world as tables; with `correctie`, a few figures of the last year differ. */
function maak(plan: Wereld, correctie = 0): Gemaakt {
  const random = seeded(plan.seed);
  const gemeenten = Array.from({ length: plan.gemeenten }, (_, at) => code(at));
  const gebieden = [
    ...gemeenten.map((gemeente) => ({ code: gemeente, leden: [gemeente] })),
    ...Array.from({ length: plan.groepen }, (_, at) => ({
      code: `H${at}`,
      leden: gemeenten.filter(() => random() < 0.5),
    })).filter(({ leden }) => leden.length > 0),
    { code: 'JZ99', leden: gemeenten },
  ];
  const typen = ['cit', 'lvb', 'pleegzorg', 'dyslexie'].slice(0, plan.typen);
  const jaren = Array.from({ length: plan.jaren }, (_, at) => 2020 + at);
  const cellen = jaren.flatMap((jaar) => gebieden.map((gebied) => ({ ...gebied, jaar })));
  const changes = seeded(correctie);
  const counts = new Map<string, number>();
  for (const jaar of jaren) {
    for (const gemeente of gemeenten) {
      for (const type of typen) {
        const scale = random() < 0.5 ? 8 : 60;
        const value = Math.floor(plan.ijl ? Math.max(0, random() * 6 - 4) : random() * scale);
        const corrected =
          correctie > 0 && jaar === jaren.at(-1) && changes() < 0.2 ? 1 + Math.floor(changes() * 12) : 0;
        counts.set(`${gemeente} ${type} ${jaar}`, value + corrected);
      }
      const shared = Math.floor(random() * 4);
      counts.set(`dubbel ${gemeente} ${jaar}`, shared);
    }
  }
  const get = (key: string) => counts.get(key) ?? 0;
  const perType = (leden: readonly string[], type: string, jaar: number) => {
    const parts = leden.map((gemeente) => get(`${gemeente} ${type} ${jaar}`));
    const twice = plan.verhuizers && leden.length > 1 ? Math.min(2, total(parts) - Math.max(...parts)) : 0;
    return total(parts) - Math.max(0, twice);
  };
  const alle = (leden: readonly string[], jaar: number) => {
    const parts = leden.map((gemeente) => {
      const types = typen.map((type) => get(`${gemeente} ${type} ${jaar}`));
      return Math.max(...types, total(types) - get(`dubbel ${gemeente} ${jaar}`));
    });
    return Math.min(total(parts), total(typen.map((type) => perType(leden, type, jaar))));
  };
  const euro = (leden: readonly string[], type: string, jaar: number) =>
    total(leden.map((gemeente, at) => get(`${gemeente} ${type} ${jaar}`) * (100_000 + 7 * at)));
  const tables = [
    tabel(
      'clienten',
      'unieke cliënten',
      [],
      cellen.map(({ code: gebied, leden, jaar }) =>
        rij('clienten', '', { code: gebied, jaar }, alle(leden, jaar)),
      ),
    ),
    tabel(
      'clienten',
      'unieke cliënten',
      ['type'],
      cellen.flatMap(({ code: gebied, leden, jaar }) =>
        typen.map((type) => rij('clienten', '', { code: gebied, jaar, type }, perType(leden, type, jaar))),
      ),
    ),
    tabel(
      'clienten-groei',
      'aandeel',
      [],
      cellen.map(({ code: gebied, leden, jaar }) => {
        const [now, base] = [alle(leden, jaar), alle(leden, 2020)];
        return rij(
          'clienten-groei',
          '',
          { code: gebied, jaar },
          base === 0 ? null : now / base - 1,
          now,
          base,
        );
      }),
    ),
    tabel(
      'uitgaven',
      'eurocent',
      ['type'],
      cellen.flatMap(({ code: gebied, leden, jaar }) =>
        typen.map((type) => rij('uitgaven', '', { code: gebied, jaar, type }, euro(leden, type, jaar))),
      ),
    ),
  ];
  const regels = { ...OPEN, ...plan.regels };
  const regio: Regio = {
    naam: 'Verzonnen',
    code: 'JZ99' as GebiedCode,
    gemeenten: gemeenten.map((gemeente) => ({ code: gemeente as GemeenteCode, naam: gemeente })),
    groepen: gebieden
      .filter(({ code: gebied }) => gebied.startsWith('H'))
      .map(({ code: gebied, leden }) => ({
        code: gebied as GebiedCode,
        naam: gebied,
        gemeenten: leden as readonly string[] as readonly GemeenteCode[],
      })),
    basisjaar: 2020,
    publicatiejaar: 2019 + plan.jaren,
    drempels: { kostenGrensCents: 1_000_000 },
    breuken: [],
    geheimhouding: { open: regels, intern: regels },
  };
  const publiek = {
    gebieden: gebieden.map(({ code: gebied, leden }) => ({
      code: gebied,
      gemeenten: leden as readonly string[] as readonly GemeenteCode[],
    })),
    basisjaar: 2020,
    regels,
    kostenGrensCents: 1_000_000,
  };
  return { regio, publiek, tables };
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

async function protectAndAttack(
  { regio, publiek, tables }: Gemaakt,
  eerdere: readonly EerdereRelease[] = [],
) {
  const safe = await protect({ tables, regio, zone: 'open', eerdere });
  const report = await attack({
    tables: safe.tables,
    publiek: {
      ...publiek,
      meervoudigGeteld: safe.geheimhouding.meervoudigGeteld,
      nulMogelijk: safe.geheimhouding.aanvaller.nulMogelijk,
    },
    eerdere,
  });
  return { safe, report };
}

const RUNS = { numRuns: 12 };

test('nothing is disclosed: the attack finds no hidden figure below its protection, and the truth is inside', async () => {
  await fc.assert(
    fc.asyncProperty(wereld, async (plan) => {
      const made = maak(plan);
      const { safe, report } = await protectAndAttack(made);
      assert.deepEqual(report.teSmal, []);
      assert.deepEqual(report.tegenspraak, []);
      assert.deepEqual(report.cellen, safe.geheimhouding.cellen);
      const exact = new Map(
        made.tables.flatMap(({ dimensies, rows }) =>
          rows.map((row) => [
            [row.indicator, row.periode, row.gebied, dimensies, row.dimensies].join(),
            row.waarde,
          ]),
        ),
      );
      for (const { indicator, periode, gebied, dimensies, interval } of report.cellen) {
        if (indicator === 'clienten-groei') continue;
        const key = [indicator, periode, gebied, Object.keys(dimensies), Object.values(dimensies)].join();
        const value = exact.get(key) ?? Number.NaN;
        assert.ok((interval[0] ?? 0) <= value && value <= (interval[1] ?? Number.POSITIVE_INFINITY), key);
      }
    }),
    RUNS,
  );
});

test('the order of tables and rows is irrelevant', async () => {
  await fc.assert(
    fc.asyncProperty(wereld, fc.infiniteStream(fc.nat()), async (plan, stream) => {
      const made = maak(plan);
      const shuffle = <T>(items: readonly T[]): T[] =>
        items
          .map((item) => ({ item, at: stream.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ item }) => item);
      const mixed = shuffle(made.tables).map((table) => ({ ...table, rows: shuffle(table.rows) }));
      const first = await protect({ tables: made.tables, regio: made.regio, zone: 'open' });
      const second = await protect({ tables: mixed, regio: made.regio, zone: 'open' });
      assert.deepEqual(second.geheimhouding, first.geheimhouding);
    }),
    { numRuns: 10 },
  );
});

test('with the policy off the figures are exact', async () => {
  await fc.assert(
    fc.asyncProperty(wereld, async (plan) => {
      const off = {
        verbergTotEnMet: 0,
        minimumBijdragers: 0,
        minimumNoemer: 0,
        dominantie: 1,
        pProcent: 0,
        afronding: 0,
      };
      const made = maak({ ...plan, regels: off });
      const { tables } = await protect({ tables: made.tables, regio: made.regio, zone: 'open' });
      assert.deepEqual(
        tables.map(({ rows }) => rows),
        made.tables.map(({ rows }) => rows),
      );
    }),
    { numRuns: 10 },
  );
});

/** The later release for somebody who kept the earlier one: what it hides and the earlier one printed with the value that is still true is filled in. */
function filledIn(
  later: readonly PublishedTable[],
  earlier: readonly PublishedTable[],
  exact: readonly FigureTable[],
): { readonly tables: readonly PublishedTable[]; readonly filled: ReadonlySet<string> } {
  const label = (table: PublishedTable, row: FigureRow) =>
    [row.indicator, row.periode, row.gebied, ...table.dimensies, ...row.dimensies].join();
  const values = (tables: readonly PublishedTable[]) =>
    new Map(tables.flatMap((table) => table.rows.map((row) => [label(table, row), row] as const)));
  const [before, truth] = [values(earlier), values(exact)];
  const filled = new Set<string>();
  const tables = later.map((table) => ({
    ...table,
    rows: table.rows.map((row) => {
      const known = before.get(label(table, row));
      const now = truth.get(label(table, row));
      const isKept =
        known?.waarde != null &&
        known.waarde === now?.waarde &&
        known.teller === now.teller &&
        known.noemer === now.noemer;
      if (!row.status.includes('geheim') || !isKept) return row;
      filled.add(label(table, row));
      return known;
    }),
  }));
  return { tables, filled };
}

test('a later release never discloses an older one, nor a newer one, to somebody who kept the older one', async () => {
  await fc.assert(
    fc.asyncProperty(wereld, fc.boolean(), async (plan, corrected) => {
      const old = maak({ ...plan, jaren: corrected ? plan.jaren : 1 });
      const first = await protect({ tables: old.tables, regio: old.regio, zone: 'open' });
      const eerdere = [{ id: '2020-1', tables: first.tables }];
      const now = maak(plan, corrected ? plan.seed : 0);
      const { safe, report } = await protectAndAttack(now, eerdere).catch((error: unknown) => {
        if (corrected && error instanceof OperatorError) return { safe: undefined, report: undefined };
        throw error;
      });
      fc.pre(safe !== undefined && report !== undefined);
      assert.deepEqual(report.teSmal, []);
      assert.deepEqual(report.tegenspraak, []);
      const key = (cel: { indicator: string; periode: string; gebied: string; dimensies: object }) =>
        [cel.indicator, cel.periode, cel.gebied, ...Object.values(cel.dimensies)].join();
      const hidden = new Set(safe.geheimhouding.cellen.map(key));
      for (const cel of first.geheimhouding.cellen)
        if (cel.indicator !== 'clienten-groei') assert.ok(hidden.has(key(cel)), key(cel));
      const rounds = (plan.regels.afronding ?? 0) > 1;
      const { tables, filled } = filledIn(safe.tables, first.tables, now.tables);
      if (!rounds) assert.deepEqual([...filled], []);
      const again = await attack({
        tables,
        publiek: {
          ...now.publiek,
          meervoudigGeteld: safe.geheimhouding.meervoudigGeteld,
          nulMogelijk: safe.geheimhouding.aanvaller.nulMogelijk,
        },
        eerdere,
      });
      assert.deepEqual(again.teSmal, []);
    }),
    RUNS,
  );
});
