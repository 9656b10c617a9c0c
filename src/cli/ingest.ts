// SPDX-License-Identifier: EUPL-1.2
import { resolve } from 'node:path';
import {
  type Bronbestand,
  findBronnen,
  type IngestReport,
  ingest,
  type OpzijBestand,
  type Som,
  watchBronnen,
} from '../ingest/index.ts';
import { appendVerwerking } from '../logbook/index.ts';
import type { Context } from './context.ts';
import { withWarehouse } from './with-warehouse.ts';
import { openWorkspace, type Workspace } from './workspace.ts';

/** Files set aside that are named one by one; the rest is counted. */
const NAMED = 20;

/** Time between two looks at `bronnen/` with `--watch`. */
const WATCH_EVERY_MS = 2000;

export interface IngestCommandOptions {
  readonly keyFile?: string;
  readonly watch?: boolean;
  readonly json?: boolean;
}

/** `regiovisie ingest DIR [PATH…]`: takes delivered files into the warehouse and derives what figures are computed from. */
export async function ingestCommand(
  context: Context,
  folder: string,
  paths: readonly string[],
  options: IngestCommandOptions,
): Promise<void> {
  const workspace = await openWorkspace(context, folder);
  const show = (report: IngestReport): void =>
    context.out(options.json ? `${JSON.stringify(report, null, 1)}\n` : ingestText(report, workspace));
  const roots =
    paths.length > 0 ? paths.map((path) => resolve(context.cwd, path)) : [workspace.paths.bronnen];
  const found = await Promise.all(roots.map((root) => findBronnen(root, workspace.dir)));
  show(await ingestFiles(context, workspace, found.flat(), options.keyFile));
  if (options.watch !== true) return;
  const stop = new AbortController();
  void context.whenStopped().then(() => stop.abort());
  context.note(`Watching ${workspace.paths.bronnen} (Ctrl-C stops)`);
  const arrivals = watchBronnen({
    folder: workspace.paths.bronnen,
    workspace: workspace.dir,
    everyMs: WATCH_EVERY_MS,
    signal: stop.signal,
  });
  for await (const files of arrivals) show(await ingestFiles(context, workspace, files, options.keyFile));
}

/** Takes these files, and brings what figures are computed from up to date. */
export async function ingestFiles(
  context: Context,
  workspace: Workspace,
  files: readonly Bronbestand[],
  keyFile?: string,
): Promise<IngestReport> {
  return await withWarehouse(context, workspace, keyFile, async (warehouse, key) => {
    const begin = context.clock();
    const report = await ingest({ warehouse, files, key, clock: context.clock, progress: context.progress });
    context.progress.start('derive');
    await warehouse.derive(workspace.producten);
    context.progress.end();
    await appendVerwerking(workspace.paths.logboek, {
      naam: 'ingest',
      begin,
      eind: context.clock(),
      sleutelId: key.id,
      kenmerken: {
        bestanden: report.bestanden.genomen,
        berichten: report.berichten.genomen,
        rijen: report.rijen.genomen,
      },
    });
    return report;
  });
}

/** The report as people read it: three sums that add up, and the files that were set aside. */
export function ingestText(report: IngestReport, workspace: Workspace): string {
  const lines = [
    sumLine('files', report.bestanden),
    sumLine('messages', report.berichten),
    sumLine('rows', report.rijen),
    `findings     ${report.bevindingen}`,
    ...(report.anders > 0 ? [`entries that are no iJw message: ${report.anders}`] : []),
    ...report.opzij.slice(0, NAMED).map(asideLine),
    ...(report.opzij.length > 0 ? ['  what is wrong with a file:  regiovisie validate FILE'] : []),
    ...(report.bestanden.totaal === 0 ? [`no files: put deliveries in ${workspace.paths.bronnen}`] : []),
    ...(report.opzij.length > NAMED
      ? [`  … and ${report.opzij.length - NAMED} more (--json names them all)`]
      : []),
  ];
  return `${lines.join('\n')}\n`;
}

function sumLine(what: string, som: Som): string {
  return `${what.padEnd(12)} ${som.totaal} = ${som.genomen} taken + ${som.bekend} known already + ${som.opzij} set aside`;
}

function asideLine({ pad, code, uitgesteld }: OpzijBestand): string {
  return `  set aside: ${pad} (${code}${uitgesteld ? '; the next run tries again' : ''})`;
}
