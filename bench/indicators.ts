// SPDX-License-Identifier: EUPL-1.2
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { DuckDBInstance } from '@duckdb/node-api';
import { DIMENSIES, type Dimensie, type SqlRow, type SqlValue } from '../src/contract/index.ts';
import {
  bundlePlans,
  bundleSql,
  bundleTables,
  checkDefinition,
  type FigurePlan,
  planRequest,
} from '../src/indicators/index.ts';
import { readRegio, readYaml } from '../src/policy/index.ts';
import { projectRoot } from '../test/project-root.ts';

/**
 * All indicators, splits of up to two dimensions and areas over five years, on made-up derived tables of Haaglanden's size (argument: scale); and
 * single figures against SQL that was written by hand for that figure alone, alternated in one run. Prints processor seconds too: on a shared machine
 * those tell more than the clock.
 */
const scale = Number(process.argv[2] ?? '1');
/** Dimensions of message traffic. */
const SPLITS = DIMENSIES.slice(0, 7);
const YEARS = ['2020', '2021', '2022', '2023', '2024'];
const ROUNDS = 5;

const OTHER_SOURCES =
  /^(jeugdigen|beschikking|jbt|cit-|cbs|plaatsing|proeftuin|wachtend|in-zorg|aanbieders-|vragen|antwoord|rci|big5|inwoners)/;

function read(...path: readonly string[]): string {
  return readFileSync(join(projectRoot, ...path), 'utf8');
}

const regio = readRegio(readYaml('regio.yaml', read('regio', 'haaglanden', 'regio.yaml')));
/** Indicators over message traffic; the other sources are small. */
const ids = readdirSync(join(projectRoot, 'indicatoren'))
  .filter((name) => /^[a-z-]+$/.test(name))
  .filter((id) => {
    const file = join('indicatoren', id, '2020-01-01.yaml');
    const { varianten } = checkDefinition(readYaml(file, read(file)));
    return varianten.every(({ teller, noemer }) =>
      [teller, noemer].every((term) => term === undefined || !OTHER_SOURCES.test(term.maat)),
    );
  });
const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
const connection = await instance.connect();
await makeTables();

function plansOf(id: string, dimensies: readonly Dimensie[]): readonly FigurePlan[] {
  const file = join('indicatoren', id, '2020-01-01.yaml');
  const definition = checkDefinition(readYaml(file, read(file)));
  return planRequest(
    { indicator: id, dimensies, perioden: YEARS, samenstelling: 'restated' },
    regio,
    definition,
  );
}

async function run(text: string, params: readonly SqlValue[] = []): Promise<readonly SqlRow[]> {
  const reader = await connection.runAndReadAll(text, params as SqlValue[]);
  return reader.getRowObjects() as unknown as readonly SqlRow[];
}

/** 20,000 clients at a time, each for some months with one or two types, most with one provider, some moving. */
async function makeTables(): Promise<void> {
  const prestaties = Math.round(1_500_000 * scale);
  const clients = Math.round(60_000 * scale);
  await run('SELECT setseed(0.5)');
  await run(`CREATE TABLE prestatie_staand AS SELECT n AS prestatie_id, hash(k) AS pseudoniem,
      (['GM0503', 'GM0518', 'GM1916', 'GM1842', 'GM1926', 'GM0603', 'GM0629', 'GM1783', 'GM0637'])
        [1 + (CASE WHEN random() < 0.003 THEN floor(random() * 9)::INTEGER ELSE k % 9 END)] AS gemeente,
      (99000000 + (k * 7 + (n % 29 = 0)::INTEGER) % 300)::VARCHAR AS aanbieder,
      (['45', '43', '44', '50', '51', '54'])[1 + k % 6] AS categorie,
      (['cit', 'dyslexie', 'basis-ggz', 'gezinshuizen', 'lvb', 'jeugd-en-opvoedhulp', 'jeugd-ggz', 'pleegzorg'])
        [1 + (k + (n % 31 = 0)::INTEGER) % 8] AS type,
      (DATE '2020-01-01' + to_months((k % 48 + n // ${clients} % 24)::INTEGER))::DATE AS begin, NULL::DATE AS eind,
      (random() * 200000)::BIGINT AS bedrag_cents, '0' || (1 + k % 6) AS verwijzer, k % 6 = 0 AS verwijzer_afgeleid,
      '45A' || (k % 9) AS code, 1 + n % 40 AS volume, '04' AS eenheid
    FROM (SELECT range AS n, range % ${clients} AS k FROM range(${prestaties}))`);
  await run('UPDATE prestatie_staand SET eind = last_day(begin)');
  await run(`CREATE TABLE client AS SELECT DISTINCT pseudoniem, (2000 + pseudoniem % 20)::SMALLINT AS geboorte_jaar,
      (1 + pseudoniem % 12)::TINYINT AS geboorte_maand, (1 + pseudoniem % 2)::VARCHAR AS geslacht FROM prestatie_staand`);
  await run(`CREATE TABLE zorg_interval AS SELECT pseudoniem, gemeente, aanbieder, prestatie_id AS toewijzing_nummer, categorie, type,
      verwijzer, verwijzer_afgeleid, CASE WHEN type = 'pleegzorg' THEN 'pleegzorg' END AS vorm, begin, CASE WHEN prestatie_id % 10 < 8 THEN begin + (30 + prestatie_id % 300)::INTEGER END AS eind,
      (31 + prestatie_id % 9)::VARCHAR AS reden, false AS eind_afgeleid FROM prestatie_staand WHERE prestatie_id % 13 = 0`);
  await run(`CREATE TABLE toewijzing_actueel AS SELECT gemeente, toewijzing_nummer, pseudoniem, aanbieder, categorie, NULL::VARCHAR AS code, begin - 20 AS eerste_datum,
      begin - 30 AS verzoek_datum, begin - 10 AS ingangsdatum, NULL::DATE AS einddatum, verwijzer FROM zorg_interval`);
  await run("CREATE TABLE data_datum AS SELECT DATE '2025-02-01' AS datum, DATE '2019-01-01' AS vanaf");
  const gebieden = (plansOf('clienten', [])[0]?.gebieden ?? []).flatMap(({ code, gemeenten }) =>
    gemeenten.map((gemeente) => `('${code}', '${gemeente}')`),
  );
  await run(`CREATE TABLE gebied AS SELECT * FROM (VALUES ${gebieden.join(', ')}) AS g(gebied, gemeente)`);
}

async function everything(): Promise<void> {
  const splits: Dimensie[][] = [
    [],
    ...SPLITS.map((one) => [one]),
    ...SPLITS.flatMap((one, index) => SPLITS.slice(index + 1).map((other) => [one, other])),
  ];
  const begin = performance.now();
  const cpu = process.cpuUsage();
  let figures = 0;
  const bundle = bundlePlans(ids.flatMap((id) => splits.flatMap((split) => plansOf(id, split))));
  const results = [];
  for (const { text, params } of bundleSql(bundle)) {
    const reader = await connection.runAndReadAll(text, params as SqlValue[]);
    const columns = Object.entries(reader.getColumnsObject()) as unknown as [string, SqlValue[]][];
    results.push({ rows: reader.currentRowCount, columns: new Map(columns) });
  }
  const tables = bundleTables(bundle, results);
  figures += tables.reduce((sum, table) => sum + table.rows.length, 0);
  const used = process.cpuUsage(cpu);
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  const processor = ((used.user + used.system) / 1e6).toFixed(1);
  process.stdout.write(
    `${ids.length} indicators, ${splits.length} splits, 14 areas, 5 years: ${figures} figures\n`,
  );
  process.stdout.write(`${seconds} s on the clock, ${processor} s of processor\n`);
}

const YEAR = 'year(begin) BETWEEN 2020 AND 2024';

/** One figure, and the shortest SQL that somebody who knows these data would write for it: product periods lie within a month. */
const PAIRS: readonly (readonly [string, readonly Dimensie[], string])[] = [
  [
    'clienten',
    [],
    `SELECT gebied, jaar, count(DISTINCT pseudoniem) FROM (SELECT DISTINCT gemeente, pseudoniem, year(begin) AS jaar
     FROM prestatie_staand WHERE ${YEAR}) JOIN gebied USING (gemeente) GROUP BY ALL`,
  ],
  [
    'clienten',
    ['type'],
    `SELECT gebied, jaar, type, count(DISTINCT pseudoniem) FROM (SELECT DISTINCT gemeente, type, pseudoniem, year(begin) AS jaar
     FROM prestatie_staand WHERE ${YEAR}) JOIN gebied USING (gemeente) GROUP BY ALL`,
  ],
  [
    'clienten',
    ['aanbieder', 'type'],
    `SELECT gebied, jaar, aanbieder, type, count(DISTINCT pseudoniem)
     FROM (SELECT DISTINCT gemeente, aanbieder, type, pseudoniem, year(begin) AS jaar FROM prestatie_staand WHERE ${YEAR})
     JOIN gebied USING (gemeente) GROUP BY ALL`,
  ],
  [
    'uitgaven',
    ['type'],
    `SELECT gebied, jaar, type, sum(bedrag) FROM (SELECT gemeente, type, year(begin) AS jaar, sum(bedrag_cents) AS bedrag
     FROM prestatie_staand WHERE ${YEAR} GROUP BY ALL) JOIN gebied USING (gemeente) GROUP BY ALL`,
  ],
  [
    'kosten-boven-grens',
    [],
    `SELECT gebied, jaar, count(*), count(*) FILTER (bedrag > 1000000), sum(bedrag), sum(bedrag) FILTER (bedrag > 1000000)
     FROM (SELECT gebied, jaar, pseudoniem, sum(bedrag) AS bedrag
       FROM (SELECT gemeente, pseudoniem, year(begin) AS jaar, sum(bedrag_cents)::BIGINT AS bedrag
         FROM prestatie_staand WHERE ${YEAR} GROUP BY ALL) JOIN gebied USING (gemeente) GROUP BY ALL) GROUP BY ALL`,
  ],
  [
    'aanbieders',
    ['type'],
    `SELECT gebied, jaar, type, count(DISTINCT aanbieder) FROM (SELECT DISTINCT gemeente, aanbieder, type, year(begin) AS jaar
     FROM prestatie_staand WHERE ${YEAR}) JOIN gebied USING (gemeente) GROUP BY ALL`,
  ],
];

async function pairs(): Promise<void> {
  for (const [id, dimensies, byHand] of PAIRS) {
    const [sql] = bundleSql(bundlePlans(plansOf(id, dimensies)));
    if (sql === undefined) continue;
    const { text, params } = sql;
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      ours.push(await timed(() => run(text, params)));
      theirs.push(await timed(() => run(byHand)));
    }
    const [plans, hand] = [Math.min(...ours), Math.min(...theirs)];
    const name = [id, ...dimensies].join(' ').padEnd(28);
    process.stdout.write(
      `${name} ${plans.toFixed(0)} ms, by hand ${hand.toFixed(0)} ms: ${(plans / hand).toFixed(2)} ×\n`,
    );
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

await pairs();
await everything();
