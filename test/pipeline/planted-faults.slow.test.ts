// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { silentProgress } from '../../src/contract/index.ts';
import { findBronnen, ingest } from '../../src/ingest/index.ts';
import { generateSample, parseFigures, type SampleReport } from '../../src/sample/index.ts';
import { openWarehouse } from '../../src/store/index.ts';
import { sleutel } from '../ingest/werkplaats.ts';
import { figuresFiles, haaglanden, jaren, producten } from '../sample/haaglanden.ts';
import { tijdelijkeMap } from '../store/voorbeeld.ts';

interface Bevinding {
  readonly code: string;
  /** `soort|afzender|identificatie` */
  readonly bericht: string;
  /** It stands in a whole message that is about what a broken one is about: the same toewijzing, request or declaration. */
  readonly gevolg: boolean;
}

/**
 * Findings, each with whether its row shares with a broken message ($1: names of messages) the toewijzing, or the client and provider of a request, or
 * is the answer to its declaration. What is none of these has no cause that was planted.
 */
const metGevolg = (findings: string): string => `
  WITH raak AS (${findings}),
    geplant AS (SELECT * FROM bericht WHERE list_contains($1::VARCHAR[], concat_ws('|', soort, afzender, identificatie))),
    rij AS (${['toewijzing', 'start', 'stop', 'prestatie']
      .map((tabel) => `SELECT bericht_id, regel, pseudoniem, toewijzing_nummer FROM ${tabel}`)
      .join(' UNION ALL ')} UNION ALL SELECT bericht_id, regel, pseudoniem, NULL FROM verzoek),
    kapot AS (SELECT g.soort, g.gemeente, g.aanbieder, g.identificatie, r.pseudoniem, r.toewijzing_nummer FROM geplant g JOIN rij r USING (bericht_id))
  SELECT DISTINCT f.code, concat_ws('|', b.soort, b.afzender, b.identificatie) AS bericht,
    EXISTS (SELECT 1 FROM kapot k JOIN rij r ON r.bericht_id = f.bericht_id AND r.regel = f.regel
        WHERE k.gemeente = b.gemeente AND (k.toewijzing_nummer = r.toewijzing_nummer
          OR k.soort = 'JW315' AND k.aanbieder = b.aanbieder AND k.pseudoniem = r.pseudoniem))
      OR EXISTS (SELECT 1 FROM geplant g WHERE g.soort = 'JW323' AND g.aanbieder = b.aanbieder
        AND g.identificatie = b.declaratie_identificatie) AS gevolg
  FROM raak f JOIN bericht b USING (bericht_id)`;

/** Any seed will do. */
const SEED = Number(process.env.SEED ?? 5);

/** A rule of the message standard; our own rules (`store.…`, `policy.…`) say what follows from a fault as well. */
const VAN_DE_STANDAARD = /^(RS|CS|CD|TR)\d/;

/** A sample with faults, taken in and checked: what the whole product says about it. */
async function checked(
  t: TestContext,
  faultRate: number,
): Promise<{ report: SampleReport; gevonden: readonly Bevinding[] }> {
  const folder = tijdelijkeMap(t);
  const outDir = join(folder, 'bronnen');
  const report = await generateSample({
    figures: parseFigures(figuresFiles, haaglanden),
    regio: haaglanden,
    producten,
    years: jaren,
    seed: SEED,
    scale: 0.1,
    faultRate,
    outDir,
    threads: 2,
    progress: silentProgress,
  });
  const warehouse = await openWarehouse(join(folder, 'magazijn.duckdb'), { memoryLimit: '2GB' });
  t.after(() => warehouse.close());
  const taken = await ingest({
    warehouse,
    files: await findBronnen(outDir, folder),
    key: sleutel,
    clock: () => 0,
    progress: silentProgress,
  });
  assert.deepEqual(taken.opzij, []);
  await warehouse.check(producten);
  const read = `SELECT code, bericht_id, NULL::INTEGER AS regel FROM bevinding UNION ALL SELECT code, bericht_id, regel FROM bevinding_keten`;
  const gevonden = await warehouse.query({
    text: metGevolg(`${read} UNION ALL SELECT code, bericht_id, regel FROM keten_gevonden`),
    params: [`[${report.fouten.map(nameOf).join(', ')}]`],
  });
  return {
    report,
    gevonden: gevonden
      .map(({ code, bericht, gevolg }) => ({
        code: String(code),
        bericht: String(bericht),
        gevolg: gevolg === true,
      }))
      .filter(({ code }) => VAN_DE_STANDAARD.test(code)),
  };
}

function nameOf({ soort, afzender, identificatie }: SampleReport['fouten'][number]): string {
  return [soort, afzender, identificatie].join('|');
}

function perRule(codes: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].map(([code, count]) => `${code} ${count}×`).join(', ');
}

test('a sample without faults gives no finding of the message standard', async (t) => {
  const { gevonden } = await checked(t, 0);
  assert.equal(perRule(gevonden.map(({ code }) => code)), '');
});

test('of faults in 2 % of the messages at least 95 % is found, and less than 1 % of what is found is false', async (t) => {
  const { report, gevonden } = await checked(t, 0.02);
  const found = new Set(gevonden.map(({ code, bericht }) => `${code}|${bericht}`));
  const missed = report.fouten.filter((fout) => !found.has(`${fout.regel}|${nameOf(fout)}`));
  const planted = new Set(report.fouten.map(nameOf));
  const elsewhere = gevonden.filter(({ bericht }) => !planted.has(bericht));
  const withoutCause = elsewhere.filter(({ gevolg }) => !gevolg);
  t.diagnostic(
    `${report.fouten.length} planted, ${report.fouten.length - missed.length} found; missed: ${perRule(missed.map(({ regel }) => regel))}`,
  );
  t.diagnostic(
    `${gevonden.length} findings, ${elsewhere.length} in messages that were left whole: ${perRule(elsewhere.map(({ code }) => code))}`,
  );
  assert.ok(report.fouten.length > 1000);
  assert.ok(missed.length <= 0.05 * report.fouten.length);
  t.diagnostic(
    `${withoutCause.length} of those without a broken message as their cause: ${perRule(withoutCause.map(({ code }) => code))}`,
  );
  assert.ok(withoutCause.length < 0.01 * gevonden.length);
});
