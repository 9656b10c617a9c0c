// SPDX-License-Identifier: EUPL-1.2
import { Worker } from 'node:worker_threads';
import type { Problem, ProductRegel, Progress, Regio } from '../contract/index.ts';
import { OperatorError } from '../contract/index.ts';
import type { Bronbestand } from './bronnen/bron-wereld.ts';
import { writeCbsTabel } from './bronnen/cbs.ts';
import type { Doelen } from './bronnen/make-bronnen.ts';
import { checkBronnen, makeBronnen } from './bronnen/make-bronnen.ts';
import { isCounted, mergeBronnen, writePart } from './bronnen/merge-bronnen.ts';
import { writeBronbestanden } from './bronnen/write-bronbestanden.ts';
import type { GeplandeFout } from './faults.ts';
import type { Uitkomst } from './outcome.ts';
import { addUp, missedTargets } from './outcome.ts';
import type { Aanbieder } from './providers.ts';
import { AANBIEDERS } from './providers.ts';
import type { PublishedFigures } from './published-figure.ts';
import type { Deel, FictieveRegio } from './region.ts';
import { buildRegion, buildVerkeer } from './region.ts';
import type { Remark } from './remark.ts';
import { splitTargets } from './split-targets.ts';
import type { Targets } from './targets.ts';
import { calibrationTargets } from './targets.ts';
import type { Geschreven } from './write-bronnen.ts';
import { writeBronnen } from './write-bronnen.ts';

export interface SampleRequest {
  readonly figures: PublishedFigures;
  readonly regio: Regio;
  readonly producten: readonly ProductRegel[];
  readonly years: readonly number[];
  readonly seed: number;
  /** 1 = as large as the figures; every count is multiplied by it. */
  readonly scale: number;
  /** Share of messages that is broken on purpose, 0 to 1; 0 when absent. Then the figures need not come out exactly. */
  readonly faultRate?: number;
  /** People live on for a year after the last one, so that what became of them is known; true when absent. */
  readonly vervolg?: boolean;
  /** Where the files go: one folder per gemeente. */
  readonly outDir: string;
  /** Threads to write with; the files are the same for any number. */
  readonly threads?: number;
  readonly progress: Progress;
}

export interface SampleReport {
  /** What was mended in the figures, and what cannot be. */
  readonly remarks: readonly Remark[];
  /** What the files come to. */
  readonly targets: Targets;
  /** Messages per gemeente and sort. */
  readonly geschreven: readonly Geschreven[];
  /** Rows of the other sources (`berichten`) per source. */
  readonly bronnen: readonly Geschreven[];
  /** Published figures of the other sources that come out of the files; empty at another scale than 1. */
  readonly doelen: readonly Doelen[];
  readonly aanbieders: readonly Aanbieder[];
  /** What was broken on purpose; empty at fault rate 0. */
  readonly fouten: readonly GeplandeFout[];
}

/** What one thread did. */
export interface Gedaan {
  readonly uitkomsten: readonly Uitkomst[];
  readonly geschreven: readonly Geschreven[];
  readonly fouten: readonly GeplandeFout[];
  readonly bronnen: readonly Geschreven[];
  readonly doelen: readonly Doelen[];
  readonly remarks: readonly Remark[];
}

/** What a thread says. An `OperatorError` crosses as its problems: its class does not survive the crossing. */
export type Melding =
  | { readonly advance: number }
  | { readonly problems: readonly Problem[] }
  | { readonly gedaan: Gedaan };

/** What a thread gets to do. Everything in it can be cloned to another thread. */
export interface Opdracht {
  readonly targets: Targets;
  readonly deel: Deel;
  readonly regio: Regio;
  readonly producten: readonly ProductRegel[];
  readonly seed: number;
  readonly faultRate: number;
  readonly outDir: string;
  readonly gemeenten: readonly number[];
  /** Set for those that make the other sources too: of a part, `scale` is its own, `whole` that of the region. */
  readonly bronnen:
    | { readonly figures: PublishedFigures; readonly scale: number; readonly whole: number }
    | undefined;
}

/** Largest scale that is made in one piece. */
const WHOLE = 1.5;

/**
 * Writes message files of a fictional region whose aggregates equal the figures. Deterministic: same request, same bytes.
 *
 * Throws: `sample.scale`, `sample.years`, `sample.fault-rate`, and those of `calibrationTargets` and `buildRegion`.
 * Cost: every thread holds one region in memory (about 1 GB), whatever the scale: a larger one is made in parts.
 */
export async function generateSample(request: SampleRequest): Promise<SampleReport> {
  const { regio, producten, seed, outDir, progress, scale } = request;
  checkRequest(request);
  const years = [...request.years].sort((a, b) => a - b);
  const vervolg = request.vervolg ?? true;
  const { targets, remarks } = calibrationTargets(request.figures, regio, years, scale, vervolg);
  const parts = splitTargets(targets, scale > WHOLE ? Math.ceil(scale) : 1);
  const threads = Math.max(1, request.threads ?? 1);
  const base = { regio, producten, seed, faultRate: request.faultRate ?? 0, outDir };
  const opdrachten = parts.flatMap((part, nummer): Opdracht[] => {
    const deel = { nummer, van: parts.length };
    const shares =
      parts.length > 1
        ? [targets.gemeenten.map((_, index) => index)]
        : shareOut(targets, Math.min(threads, targets.gemeenten.length));
    return shares.map((gemeenten, index) => ({
      ...base,
      targets: part,
      deel,
      gemeenten,
      bronnen:
        index === 0 ? { figures: request.figures, scale: scale / parts.length, whole: scale } : undefined,
    }));
  });
  const total = targets.cells.reduce((sum, cell) => sum + cell.clienten, 0);
  progress.start('sample', total, 'cliëntjaren');
  let done = 0;
  const advance = (more: number): void => {
    done += more;
    progress.advance(Math.round(done));
  };
  const gedaan = await inTurn(opdrachten, threads, (opdracht) =>
    threads === 1 ? writeGemeenten(opdracht, advance) : inThread(opdracht, advance),
  );
  if (parts.length > 1) mergeBronnen(outDir, parts.length);
  progress.end();
  const uitkomsten = addUp(gedaan.flatMap((part) => part.uitkomsten));
  const order = (a: string, b: string): number => (a < b ? -1 : 1);
  return {
    remarks: [
      ...remarks,
      ...missedTargets(uitkomsten, targets, regio.code),
      ...gedaan.flatMap((part) => part.remarks),
    ],
    targets,
    bronnen: addUpWritten(gedaan.flatMap((part) => part.bronnen)),
    doelen: gedaan.flatMap((part) => part.doelen),
    geschreven: addUpWritten(gedaan.flatMap((part) => part.geschreven)).sort((a, b) =>
      order(`${a.gemeente}${a.soort}`, `${b.gemeente}${b.soort}`),
    ),
    aanbieders: AANBIEDERS,
    fouten: gedaan
      .flatMap((part) => part.fouten)
      .sort((a, b) => order(`${a.bestand}|${a.identificatie}`, `${b.bestand}|${b.identificatie}`)),
  };
}

/** At most `atOnce` of the jobs at the same time; results in the order of the jobs. */
async function inTurn<Job, Result>(
  jobs: readonly Job[],
  atOnce: number,
  run: (job: Job) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  const turn = async (): Promise<void> => {
    while (next < jobs.length) {
      const index = next;
      next += 1;
      const job = jobs[index];
      if (job !== undefined) results[index] = await run(job);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, jobs.length) }, turn));
  return results;
}

/** One row per gemeente and sort, over all parts. */
function addUpWritten(rows: readonly Geschreven[]): Geschreven[] {
  const sums = new Map<string, Geschreven>();
  for (const row of rows) {
    const key = `${row.gemeente}|${row.soort}`;
    const sum = sums.get(key);
    if (sum) {
      sum.berichten += row.berichten;
      sum.bestanden += row.bestanden;
      sum.bytes += row.bytes;
    } else sums.set(key, { ...row });
  }
  return [...sums.values()];
}

/** How much of the work of a gemeente each batch of `buildVerkeer` is, for the progress bar. */
const BATCH_SHARES = [0.1, 0.3, 0.25, 0.35] as const;

/** Builds the region and writes some of its gemeenten. `advance` is told how many client years are done since the last call, in parts. */
export async function writeGemeenten(
  opdracht: Opdracht,
  advance: (clientYears: number) => void,
): Promise<Gedaan> {
  const { targets, deel, regio, producten, seed, faultRate, outDir, gemeenten, bronnen } = opdracht;
  const region = buildRegion(targets, regio, producten, seed, deel);
  const geschreven: Geschreven[] = [];
  const fouten: GeplandeFout[] = [];
  const uitkomsten: Uitkomst[] = [];
  const bestanden = bronnen ? makeBronnen(region, regio, bronnen.figures, bronnen.scale) : [];
  const written =
    bronnen === undefined || deel.van === 1
      ? writeBronbestanden(outDir, bestanden)
      : writeLarge(region, regio, bronnen, deel, outDir, bestanden);
  const cbs =
    bronnen && deel.nummer === 0 ? writeCbsTabel(outDir, bronnen.figures, regio, targets.years) : [];
  const exact = bronnen?.scale === 1 && deel.van === 1;
  const checked = exact ? checkBronnen(bestanden, regio, bronnen.figures, targets.years) : undefined;
  for (const gemeente of gemeenten) {
    const code = targets.gemeenten[gemeente] ?? '';
    const verkeer = buildVerkeer(region, gemeente);
    uitkomsten.push(...verkeer.uitkomsten);
    let batch = 0;
    for (const berichten of verkeer.batches) {
      const share = (clientYears(targets, code) * (BATCH_SHARES[batch] ?? 0)) / Math.max(berichten.length, 1);
      const told = (count: number): void => advance(count * share);
      const done = await writeBronnen(
        { outDir, gemeente: code, deel: deel.nummer, faultRate, seed: region.seed, advance: told },
        berichten,
      );
      batch += 1;
      geschreven.push(...done.geschreven);
      fouten.push(...done.fouten);
    }
  }
  return {
    geschreven,
    fouten,
    uitkomsten,
    bronnen: [...written, ...cbs],
    doelen: checked?.doelen ?? [],
    remarks: checked?.remarks ?? [],
  };
}

/** What a part of a large region says of its own children, and the first one of the whole. */
function writeLarge(
  region: FictieveRegio,
  regio: Regio,
  { figures, whole }: NonNullable<Opdracht['bronnen']>,
  { nummer }: Deel,
  outDir: string,
  bestanden: readonly Bronbestand[],
): Geschreven[] {
  const own = writePart(
    outDir,
    nummer,
    bestanden.filter((bestand) => !isCounted(bestand)),
  );
  if (nummer > 0) return own;
  const counted = makeBronnen(region, regio, figures, whole).filter(isCounted);
  return [...own, ...writeBronbestanden(outDir, counted)];
}

function checkRequest(request: SampleRequest): void {
  if (!(request.scale > 0)) {
    throw new OperatorError({
      code: 'sample.scale',
      subject: String(request.scale),
      remedy: 'Give a scale above 0; 1 is as large as the figures.',
    });
  }
  if (!((request.faultRate ?? 0) >= 0 && (request.faultRate ?? 0) <= 1)) {
    throw new OperatorError({
      code: 'sample.fault-rate',
      subject: String(request.faultRate),
      remedy: 'Give a share between 0 and 1.',
    });
  }
  const years = [...request.years].sort((a, b) => a - b);
  const gap = years.some((jaar, index) => index > 0 && jaar !== (years[index - 1] ?? 0) + 1);
  if (years.length === 0 || gap || (years[0] ?? 0) < 2020 || (years.at(-1) ?? 0) > 2025) {
    throw new OperatorError({
      code: 'sample.years',
      subject: years.join(', '),
      remedy:
        'Give consecutive years between 2020 and 2025: the releases of the message standard are known for these.',
    });
  }
}

function clientYears(targets: Targets, code: string): number {
  return targets.cells.filter((cell) => cell.gemeente === code).reduce((sum, cell) => sum + cell.clienten, 0);
}

/** Gemeenten over threads: the largest first, each to the thread with the least to do. */
function shareOut(targets: Targets, threads: number): number[][] {
  const shares = Array.from({ length: threads }, () => ({ load: 0, gemeenten: [] as number[] }));
  const bySize = targets.gemeenten
    .map((code, index) => ({ index, load: clientYears(targets, code) }))
    .sort((a, b) => b.load - a.load);
  for (const { index, load } of bySize) {
    const lightest = shares.reduce((least, share) => (share.load < least.load ? share : least));
    lightest.load += load;
    lightest.gemeenten.push(index);
  }
  return shares.map((share) => share.gemeenten).filter((gemeenten) => gemeenten.length > 0);
}

function inThread(opdracht: Opdracht, advance: (clientYears: number) => void): Promise<Gedaan> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./sample-worker.js', import.meta.url), { workerData: opdracht });
    worker.on('message', (message: Melding) => {
      if ('advance' in message) advance(message.advance);
      else if ('problems' in message) reject(new OperatorError(message.problems));
      else resolve(message.gedaan);
    });
    worker.on('error', reject);
    worker.on('exit', (code) => {
      if (code !== 0) reject(new Error(`the sample thread stopped with code ${code}`));
    });
  });
}
