// SPDX-License-Identifier: EUPL-1.2
import { readdir, stat, statfs } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { archiveKeys, listArchived, opens, type Sleutel } from '../ingest/index.ts';
import type { DoctorCheckId, Warehouse } from '../store/index.ts';
import type { Context } from './context.ts';
import { keepsArchive, type Workspace } from './workspace.ts';

/** One thing that `doctor` looked at around the warehouse; more than 0 deviations is for the operator to mend. */
export interface WorkspaceCheck {
  readonly id: WorkspaceCheckId;
  readonly afwijkingen: number;
  /** What was seen, in numbers. */
  readonly gezien: string;
  /** What deviates, one by one: for the archive the number, begin of the sha256 and path of a delivery, as far as known. */
  readonly stukken?: readonly string[];
}

/**
 * `schijfruimte`: room for a second warehouse. `archief-opent`: every archived file opens from begin to end and is what was delivered. `archief-mist`: deliveries that
 * the warehouse took and the archive does not have. `archief-andere-sleutel`:
 * files of a key that is not that of the workspace. `resten`: files that a stopped run left behind.
 */
export type WorkspaceCheckId =
  | 'schijfruimte'
  | 'archief-opent'
  | 'archief-mist'
  | 'archief-andere-sleutel'
  | 'resten';

const LEAST_FREE_BYTES = 2 ** 30;

/** Looks around the warehouse: disk, archive, leftovers. Cost: reads the whole archive. */
export async function examineWorkspace(
  context: Context,
  workspace: Workspace,
  warehouse: Warehouse,
  sleutel: Sleutel,
): Promise<readonly WorkspaceCheck[]> {
  const { magazijn, archief } = workspace.paths;
  const { bavail, bsize } = await statfs(workspace.dir);
  const free = bavail * bsize;
  const needed = Math.max(LEAST_FREE_BYTES, (await stat(magazijn)).size);
  const archived = await listArchived(archief, sleutel);
  context.progress.start('archive', archived.length, 'files');
  const known = await knownNames(warehouse);
  const nameOf = (sha256: string): string => [sha256.slice(0, 16), known.get(sha256) ?? ''].join(' ').trim();
  const closed: string[] = [];
  for (const [index, sha256] of archived.entries()) {
    if (!(await opens(sha256, sleutel, archief))) closed.push(nameOf(sha256));
    context.progress.advance(index + 1);
  }
  context.progress.end();
  const there = new Set(archived);
  const missing = [...known.keys()].filter((sha256) => !there.has(sha256)).map(nameOf);
  const others = (await archiveKeys(archief)).filter((id) => id !== sleutel.id);
  const names = await readdir(dirname(magazijn));
  const left = names.filter(
    (name) => name.startsWith(basename(magazijn)) && /\.nieuw(\.(?!slot)|$)/.test(name),
  );
  return [
    { id: 'schijfruimte', afwijkingen: free < needed ? 1 : 0, gezien: `${inGib(free)} free` },
    {
      id: 'archief-opent',
      afwijkingen: closed.length,
      gezien: `${archived.length} files${keepsArchive(workspace) ? '' : ', archive is off'}`,
      stukken: closed,
    },
    ...(keepsArchive(workspace)
      ? [
          {
            id: 'archief-mist' as const,
            afwijkingen: missing.length,
            gezien: `${known.size} deliveries`,
            stukken: missing,
          },
        ]
      : []),
    { id: 'archief-andere-sleutel', afwijkingen: others.length, gezien: `${others.length} other keys` },
    { id: 'resten', afwijkingen: left.length, gezien: `${left.length} files` },
  ];
}

/** Number and path of every delivery that was taken, by sha256. */
async function knownNames(warehouse: Warehouse): Promise<ReadonlyMap<string, string>> {
  const rows = await warehouse.query({
    text: "SELECT sha256, levering_id, pad FROM levering WHERE status = 'genomen' ORDER BY levering_id",
    params: [],
  });
  return new Map(
    rows.map(({ sha256, levering_id: levering, pad }) => [String(sha256), `delivery ${levering}, ${pad}`]),
  );
}

function inGib(bytes: number): string {
  return `${(bytes / 2 ** 30).toFixed(1)} GiB`;
}

/** What to do about a deviation. */
export const ADVIES: Readonly<Record<DoctorCheckId | WorkspaceCheckId, string>> = {
  ...fromCopy([
    'rij-zonder-bericht',
    'rij-zonder-bron',
    'bericht-zonder-levering',
    'bericht-dubbel',
    'bron-dubbel',
    'hash-bericht',
    'hash-bron',
    'rijen-per-bericht',
    'rijen-per-bron',
    'telling-levering',
    'volgorde-leveringen',
  ]),
  'zonder-sleutel':
    'the warehouse has persons but not the id of their key: put back a copy of magazijn.duckdb',
  'afgeleid-anders':
    'what figures are computed from is not what the deliveries give: put back a copy of magazijn.duckdb, or make it anew, and report this',
  schijfruimte: 'free disk space: ingest and key rotate need room for a second warehouse',
  'archief-opent': 'put back a copy of those files of archief/, or have them delivered again',
  'archief-mist':
    'put back a copy of archief/, or have those files delivered again and run ingest: they are known then, and only archived',
  'archief-andere-sleutel':
    'a rotation was not finished: run the same "regiovisie key rotate" again; remove the folder only if both keys are lost',
  resten: 'a stopped run left them: remove magazijn.duckdb.nieuw* while no command runs',
};

function fromCopy<Id extends string>(ids: readonly Id[]): Readonly<Record<Id, string>> {
  const advies =
    'the file was damaged: put back a copy of magazijn.duckdb, or move it away and make it again (regiovisie archive restore DIR)';
  return Object.fromEntries(ids.map((id) => [id, advies])) as Record<Id, string>;
}
