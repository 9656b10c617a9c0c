// SPDX-License-Identifier: EUPL-1.2
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { OperatorError, type Regio } from '../contract/index.ts';
import {
  type FiguresFile,
  foutenCsv,
  generateSample,
  parseFigures,
  remarkText,
  type SampleReport,
} from '../sample/index.ts';
import type { Context } from './context.ts';
import { yearsBetween } from './figure-options.ts';
import { makeFolder } from './make-folder.ts';
import { showPath } from './show-path.ts';
import { openWorkspace, type Workspace } from './workspace.ts';

export interface SampleOptions {
  readonly figures?: string;
  readonly years?: string;
  readonly seed?: string;
  readonly scale?: string;
  readonly faultRate?: string;
  readonly json?: boolean;
}

/** `regiovisie sample DIR`: message files of a fictional population whose aggregates equal published figures. */
export async function sampleCommand(context: Context, folder: string, options: SampleOptions): Promise<void> {
  const workspace = await openWorkspace(context, folder);
  const began = context.clock();
  const report = await sampleInto(context, workspace, options);
  const seconds = (context.clock() - began) / 1000;
  context.out(
    options.json
      ? `${JSON.stringify({ ...report, seconds }, null, 1)}\n`
      : sampleText(report, workspace.regio, showPath(context, workspace.paths.bronnen), seconds),
  );
}

/** Writes the files into `bronnen/` and marks the workspace as fictional. */
export async function sampleInto(
  context: Context,
  workspace: Workspace,
  options: SampleOptions,
): Promise<SampleReport> {
  const { bronnen } = workspace.paths;
  if (existsSync(bronnen) && (await readdir(bronnen)).length > 0) {
    throw new OperatorError({
      code: 'cli.sources-not-empty',
      subject: 'bronnen/',
      place: bronnen,
      remedy: 'fictional people are never put beside other deliveries; make a new workspace for the sample',
    });
  }
  const { regio, producten } = workspace;
  const figures = parseFigures(await figureFiles(context, workspace, options.figures), regio);
  const numbers = {
    seed: readNumber('--seed', options.seed ?? '2024', 0, 2 ** 31),
    scale: readNumber('--scale', options.scale ?? '1', 0.001, 100),
    faultRate: readNumber('--fault-rate', options.faultRate ?? '0', 0, 1),
  };
  const years = readYears(options.years, [regio.basisjaar, regio.publicatiejaar]);
  await makeFolder(bronnen);
  await writeFile(workspace.paths.fictief, `${JSON.stringify({ ...numbers, years }, null, 1)}\n`);
  const report = await generateSample({
    figures,
    regio,
    producten,
    years,
    ...numbers,
    outDir: bronnen,
    threads: context.cores,
    progress: context.progress,
  });
  if (report.fouten.length > 0) await writeFile(join(workspace.dir, 'fouten.csv'), foutenCsv(report.fouten));
  return report;
}

/** What was made, and what could not hold together in the figures. */
export function sampleText(
  { geschreven, bronnen, doelen, remarks }: SampleReport,
  regio: Regio,
  place: string,
  seconds?: number,
): string {
  const kinds = [...new Set(geschreven.map(({ soort }) => soort))].sort();
  const total = (soort: string, of: 'berichten' | 'bestanden' | 'bytes'): number =>
    geschreven.filter((row) => row.soort === soort).reduce((sum, row) => sum + row[of], 0);
  const lines = kinds.map(
    (soort) =>
      `${soort}  ${String(total(soort, 'berichten')).padStart(8)} messages in ${String(total(soort, 'bestanden')).padStart(5)} files, ${(total(soort, 'bytes') / 1e6).toFixed(0).padStart(4)} MB unpacked`,
  );
  const berichten = geschreven.reduce((sum, row) => sum + row.berichten, 0);
  const bytes = geschreven.reduce((sum, row) => sum + row.bytes, 0);
  const all =
    seconds === undefined
      ? []
      : [
          `${berichten} messages, ${(bytes / 1e6).toFixed(0)} MB unpacked, in ${seconds.toFixed(0)} s: ${Math.round(berichten / Math.max(seconds, 0.001))} messages/s`,
        ];
  const others = bronnen.map(
    ({ soort, berichten, bestanden, bytes }) =>
      `${soort.padEnd(13)} ${String(berichten).padStart(8)} rows in ${String(bestanden).padStart(5)} files, ${(bytes / 1e6).toFixed(1).padStart(6)} MB`,
  );
  const made = doelen.map(({ indicator, gehaald, van }) => `${indicator} ${gehaald} of ${van}`);
  const figures =
    made.length === 0 ? [] : [`published figures of the other sources that come out: ${made.join(', ')}`];
  const notes = remarks.map((remark) => remarkText(remark, regio));
  return `${[`wrote ${place}`, ...lines, ...others, ...all, ...figures, ...notes].join('\n')}\n`;
}

async function figureFiles(
  context: Context,
  workspace: Workspace,
  given: string | undefined,
): Promise<readonly FiguresFile[]> {
  if (given !== undefined) {
    const file = resolve(context.cwd, given);
    return [{ name: given, text: await readFile(file, 'utf8') }];
  }
  const folder = join(workspace.dir, 'gepubliceerd');
  const names = existsSync(folder)
    ? (await readdir(folder)).filter((name) => name.endsWith('.csv')).sort()
    : [];
  if (names.length === 0) {
    throw new OperatorError({
      code: 'cli.no-published-figures',
      subject: 'gepubliceerd/',
      place: folder,
      remedy: 'this region template has no published figures; give some with --figures FILE',
    });
  }
  return await Promise.all(
    names.map(async (name) => ({
      name: `gepubliceerd/${name}`,
      text: await readFile(join(folder, name), 'utf8'),
    })),
  );
}

function readNumber(place: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (text.trim() !== '' && value >= least && value <= most) return value;
  throw new OperatorError({
    code: 'cli.wrong-option',
    subject: text,
    place,
    remedy: `give a number from ${least} to ${most}`,
  });
}

function readYears(text: string | undefined, [first, last]: readonly [number, number]): readonly number[] {
  const match = /^(\d{4})-(\d{4})$/.exec(text ?? `${first}-${last}`);
  const years = yearsBetween(Number(match?.[1]), Number(match?.[2])).map(Number);
  if (match && years.length > 0) return years;
  throw new OperatorError({
    code: 'cli.wrong-option',
    subject: text ?? '',
    place: '--years',
    remedy: 'give a range such as 2020-2024',
  });
}
