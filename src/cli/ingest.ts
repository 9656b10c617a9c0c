// SPDX-License-Identifier: EUPL-1.2
import { resolve } from 'node:path';
import { OperatorError, type Problem } from '../contract/index.ts';
import {
  type Bronbestand,
  BSN_IN_NAAM,
  type DeelsOpzij,
  findBronnen,
  type IngestReport,
  ingest,
  type OpzijBestand,
  type OpzijReden,
  type Som,
  watchBronnen,
} from '../ingest/index.ts';
import { appendVerwerking } from '../logbook/index.ts';
import { BRON_CODES } from '../sources/index.ts';
import type { Warehouse } from '../store/index.ts';
import type { Context } from './context.ts';
import { EXIT } from './exit-codes.ts';
import { withWarehouse } from './with-warehouse.ts';
import { keepsArchive, openWorkspace, type Workspace } from './workspace.ts';

/** Files set aside that are named one by one; the rest is counted. */
const NAMED = 20;

/** Time between two looks at `bronnen/` with `--watch`. */
const WATCH_EVERY_MS = 2000;

export interface IngestCommandOptions {
  readonly keyFile?: string;
  readonly watch?: boolean;
  readonly strict?: boolean;
  readonly json?: boolean;
}

/**
 * `regiovisie ingest DIR [PATH…]`: takes delivered files into the warehouse and derives what figures are computed from. Exit code 1 when a file
 * could not be read now, with `strict` also when one, or a row or message of one, was set aside for what it holds.
 * Source: docs/adr/a-file-set-aside-is-a-finding-not-a-failure.md
 */
export async function ingestCommand(
  context: Context,
  folder: string,
  paths: readonly string[],
  options: IngestCommandOptions,
): Promise<number> {
  const workspace = await openWorkspace(context, folder);
  const show = (report: IngestReport): void =>
    context.out(options.json ? `${JSON.stringify(report, null, 1)}\n` : ingestText(report, workspace));
  const roots =
    paths.length > 0 ? paths.map((path) => resolve(context.cwd, path)) : [workspace.paths.bronnen];
  const found = await Promise.all(roots.map((root) => findBronnen(root, workspace.dir)));
  const report = await ingestFiles(context, workspace, found.flat(), options.keyFile);
  show(report);
  refuseUnfinished(report);
  if (options.watch !== true) {
    const toMend =
      report.opzij.some(({ uitgesteld }) => uitgesteld || options.strict === true) ||
      (options.strict === true && report.deelsOpzij.length > 0);
    return toMend ? EXIT.operator : EXIT.done;
  }
  const stop = new AbortController();
  void context.whenStopped().then(() => stop.abort());
  context.note(`Watching ${workspace.paths.bronnen} (Ctrl-C stops)`);
  const arrivals = watchBronnen({
    folder: workspace.paths.bronnen,
    workspace: workspace.dir,
    everyMs: WATCH_EVERY_MS,
    signal: stop.signal,
  });
  for await (const files of arrivals) {
    const arrived = await ingestFiles(context, workspace, files, options.keyFile);
    show(arrived);
    refuseUnfinished(arrived);
  }
  return EXIT.done;
}

/** Throws what a run left undone, after its report was shown. */
export function refuseUnfinished({ problemen }: IngestReport): void {
  if (problemen.length > 0) throw new OperatorError(problemen);
}

/** Takes these files, and brings what figures are computed from up to date. */
export async function ingestFiles(
  context: Context,
  workspace: Workspace,
  files: readonly Bronbestand[],
  keyFile?: string,
): Promise<IngestReport> {
  return await withWarehouse(
    context,
    workspace,
    keyFile,
    async (warehouse, key) => {
      const begin = context.clock();
      const { paths } = workspace;
      const report = await ingest({
        warehouse,
        files,
        key,
        clock: context.clock,
        progress: context.progress,
        ...(keepsArchive(workspace) && { archief: { folder: paths.archief, inbox: paths.bronnen } }),
      });
      await appendVerwerking(workspace.paths.logboek, {
        naam: 'ingest',
        begin,
        eind: context.clock(),
        sleutelId: key.id,
        kenmerken: {
          bestanden: report.bestanden.genomen,
          berichten: report.berichten.genomen,
          rijen: report.rijen.genomen,
          gearchiveerd: report.archief.gearchiveerd,
        },
      });
      return {
        ...report,
        problemen: [...report.problemen, ...(await deriveAfter(context, workspace, warehouse))],
      };
    },
    { create: true },
  );
}

/** Derives what figures are computed from; what an operator can mend is given back, so that the report of what was taken is not lost. */
async function deriveAfter(
  context: Context,
  workspace: Workspace,
  warehouse: Warehouse,
): Promise<readonly Problem[]> {
  context.progress.start('derive');
  try {
    await warehouse.derive(workspace.producten);
    return [];
  } catch (error) {
    if (error instanceof OperatorError) return error.problems;
    throw error;
  } finally {
    context.progress.end();
  }
}

/** The report as people read it: three sums that add up, and the files that were set aside with what is wrong with them. */
export function ingestText(report: IngestReport, workspace: Workspace): string {
  const { opzij, deelsOpzij } = report;
  const lines = [
    sumLine('files', report.bestanden),
    sumLine('messages', report.berichten),
    sumLine('rows', report.rijen),
    `findings     ${report.bevindingen}${report.bevindingen > 0 ? '   (regiovisie check shows them)' : ''}`,
    ...(report.anders > 0 ? [`entries that are no iJw message: ${report.anders}`] : []),
    ...archiveLines(report.archief, workspace),
    ...opzij.slice(0, NAMED).flatMap((file) => [asideLine(file), ...(file.redenen ?? []).map(reasonLine)]),
    ...moreLine(opzij),
    ...deelsOpzij
      .slice(0, NAMED)
      .flatMap((file) => [partLine(file), ...(file.redenen ?? []).map(reasonLine)]),
    ...moreLine(deelsOpzij),
    ...(deelsOpzij.length > 0
      ? ['    every cell:  regiovisie check, or before delivery  regiovisie validate FILE']
      : []),
    ...report.bsnInNaam
      .slice(0, NAMED)
      .map((pad) => `  a name that holds what looks like a BSN: ${pad} (${BSN_IN_NAAM})`),
    ...moreLine(report.bsnInNaam),
    ...(report.bsnInNaam.length > 0
      ? [
          '    nothing keeps these names but the disk: rename such files before delivery, by a number that is nobody’s',
        ]
      : []),
    ...(report.bestanden.totaal === 0 ? [`no files: put deliveries in ${workspace.paths.bronnen}`] : []),
  ];
  return `${lines.join('\n')}\n`;
}

function moreLine(list: readonly unknown[]): readonly string[] {
  return list.length > NAMED ? [`  … and ${list.length - NAMED} more (--json names them all)`] : [];
}

function archiveLines(
  { gearchiveerd, verplaatst, blijft }: IngestReport['archief'],
  { paths }: Workspace,
): readonly string[] {
  return [
    ...(gearchiveerd > 0
      ? [`new in ${paths.archief}, encrypted: ${gearchiveerd}   (regiovisie archive)`]
      : []),
    ...(verplaatst > 0 ? [`gone from ${paths.bronnen}, because the archive holds them: ${verplaatst}`] : []),
    ...(blijft > 0 ? [`left where they are, outside ${paths.bronnen}: ${blijft}`] : []),
  ];
}

function sumLine(what: string, som: Som): string {
  return `${what.padEnd(12)} ${som.totaal} = ${som.genomen} taken + ${som.bekend} known already + ${som.opzij} set aside`;
}

function asideLine({ pad, code, uitgesteld }: OpzijBestand): string {
  return `  set aside: ${pad} (${code}${uitgesteld ? '; the next run tries again' : ''})`;
}

function partLine({ pad, rijen, berichten }: DeelsOpzij): string {
  const parts = [
    ...(rijen > 0 ? [`rows ${rijen}`] : []),
    ...(berichten > 0 ? [`messages ${berichten}`] : []),
  ];
  return `  set aside inside ${pad}: ${parts.join(', ')}; the rest of it counts`;
}

function reasonLine({ code, aantal, pad, soort, byte, bestand }: OpzijReden): string {
  const parts = [
    code,
    ...(pad === undefined ? [] : [`at ${pad}`]),
    ...(soort === undefined ? [] : [`holds ${soort}`]),
    ...(byte === undefined ? [] : [`byte ${byte}`]),
    ...(bestand === undefined ? [] : [`in ${bestand}`]),
    ...(aantal > 1 ? [`${aantal} times`] : []),
  ];
  const herstel = BRON_CODES[code]?.herstel;
  return `    ${parts.join(', ')}${herstel === undefined ? '' : `: ${herstel}`}`;
}
