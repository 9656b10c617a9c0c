// SPDX-License-Identifier: EUPL-1.2
import { existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { OperatorError } from '../contract/index.ts';
import {
  listArchived,
  openArchived,
  readArchiefkop,
  restoreArchive,
  type Sleutel,
  sleutelVan,
} from '../ingest/index.ts';
import { appendVerwerking } from '../logbook/index.ts';
import type { Warehouse } from '../store/index.ts';
import type { Context } from './context.ts';
import { makeFolder } from './make-folder.ts';
import { alignColumns } from './print-figures.ts';
import { requireSecret } from './secret.ts';
import { quotePath } from './show-path.ts';
import { requireArchiveKey, withWarehouse } from './with-warehouse.ts';
import { openWorkspace, type Workspace } from './workspace.ts';

export interface ArchiveOptions {
  readonly keyFile?: string;
  readonly json?: boolean;
}

export interface ArchiveGetOptions extends ArchiveOptions {
  readonly output: string;
}

/** One file of the archive; what is known of it is absent when an older program archived it and the warehouse is gone. */
interface Archiefstuk {
  readonly sha256: string;
  readonly levering?: number;
  readonly pad?: string;
  readonly bytes?: number;
  /** Moment of loading, UTC. */
  readonly bekend?: string;
}

const LEAST_HASH = 6;
/** Asks for every file. */
const ALL = 'all';

/** `regiovisie archive list DIR`: what is in the encrypted archive, by delivery. */
export async function archiveListCommand(
  context: Context,
  folder: string,
  options: ArchiveOptions,
): Promise<void> {
  const workspace = await openWorkspace(context, folder);
  const stukken = await withArchive(context, workspace, options.keyFile, async (found) => found);
  if (options.json) return context.out(`${JSON.stringify(stukken, null, 1)}\n`);
  if (stukken.length === 0) return context.out(`no files in ${workspace.paths.archief}\n`);
  context.out(
    alignColumns([
      ['delivery', 'sha256', 'bytes', 'known since', 'file'],
      ...stukken.map(({ levering, sha256, bytes, bekend, pad }) => [
        String(levering ?? ''),
        sha256.slice(0, 16),
        String(bytes ?? ''),
        bekend ?? '',
        pad ?? '',
      ]),
    ]),
  );
}

/**
 * `regiovisie archive get DIR WHAT`: gives delivered files back to a holder of the key, as they were delivered; logged. A file appears at its place only
 * when it was read to its end and is what was delivered.
 *
 * Throws: `cli.not-in-archive`, `cli.file-exists`, `ingest.archive-damaged`.
 */
export async function archiveGetCommand(
  context: Context,
  folder: string,
  what: string,
  options: ArchiveGetOptions,
): Promise<void> {
  const workspace = await openWorkspace(context, folder);
  const output = resolve(context.cwd, options.output);
  const begin = context.clock();
  const given = await withArchive(context, workspace, options.keyFile, async (stukken, sleutel) => {
    const { archief, logboek } = workspace.paths;
    const chosen = choose(stukken, what, archief);
    const paths = distinctPaths(chosen);
    const targets = chosen.map(({ sha256 }, index) => ({
      sha256,
      target: what === ALL ? join(output, paths[index] ?? sha256) : output,
    }));
    refuseExisting(targets.map(({ target }) => target));
    context.progress.start('archive get', targets.length, 'files');
    for (const [index, { sha256, target }] of targets.entries()) {
      await restore(sha256, sleutel, archief, target);
      context.progress.advance(index + 1);
    }
    context.progress.end();
    await appendVerwerking(logboek, {
      naam: 'archive get',
      begin,
      eind: context.clock(),
      sleutelId: sleutel.id,
      kenmerken: { bestanden: targets.length, sha256: what === ALL ? ALL : (chosen[0]?.sha256 ?? '') },
    });
    return targets;
  });
  context.out(
    options.json
      ? `${JSON.stringify(given.map(({ sha256, target }) => ({ sha256, bestand: target })))}\n`
      : `Wrote ${given.length === 1 ? output : `${given.length} files in ${output}`}. It holds data about persons: remove it when you are done.\n`,
  );
}

/**
 * `regiovisie archive restore DIR`: makes a warehouse that is lost again from the archive, with the moments at which everything became known; logged.
 *
 * Throws: `cli.warehouse-exists`, `cli.empty-archive`, `ingest.wrong-key`, `ingest.archive-damaged`.
 */
export async function archiveRestoreCommand(
  context: Context,
  folder: string,
  options: ArchiveOptions,
): Promise<void> {
  const workspace = await openWorkspace(context, folder);
  const { archief, magazijn, logboek } = workspace.paths;
  const sleutel = sleutelVan(await requireSecret(context, options.keyFile));
  if (existsSync(magazijn)) {
    throw new OperatorError({
      code: 'cli.warehouse-exists',
      subject: 'this workspace has a warehouse',
      place: magazijn,
      remedy: 'nothing is overwritten: move the warehouse out of the workspace first, if it is damaged',
    });
  }
  await requireArchiveKey(workspace, sleutel);
  if ((await listArchived(archief, sleutel)).length === 0) {
    throw new OperatorError({
      code: 'cli.empty-archive',
      subject: 'the archive has no files',
      place: archief,
      remedy: `put back a copy of archief/, or take the deliveries again:  regiovisie ingest ${quotePath(folder)}`,
    });
  }
  const begin = context.clock();
  const { clock, progress } = context;
  const restored = await restoreArchive({ path: magazijn, archief, key: sleutel, clock, progress });
  await appendVerwerking(logboek, {
    naam: 'archive restore',
    begin,
    eind: context.clock(),
    sleutelId: sleutel.id,
    kenmerken: { bestanden: restored.bestanden, berichten: restored.berichten, rijen: restored.rijen },
  });
  await withWarehouse(context, workspace, options.keyFile, (warehouse) =>
    warehouse.derive(workspace.producten),
  );
  if (options.json) return context.out(`${JSON.stringify(restored, null, 1)}\n`);
  const { bestanden, berichten, rijen, zonderTijd, opzij } = restored;
  context.out(
    [
      `Made ${magazijn} again from ${archief}: files ${bestanden}, messages ${berichten}, rows ${rijen}.`,
      ...(zonderTijd > 0
        ? [
            `Archived by an older program, without the moment they became known: ${zonderTijd}; they count as known from now on.`,
          ]
        : []),
      ...opzij.map(({ pad, code }) => `  set aside: ${pad} (${code})`),
      `What was never archived is not in it: run  regiovisie ingest ${quotePath(folder)}  for what lies in bronnen/.`,
      '',
    ].join('\n'),
  );
}

/** Works on the archive; what the warehouse knows of its files is taken from there, or without one from the files themselves. */
async function withArchive<Result>(
  context: Context,
  workspace: Workspace,
  keyFile: string | undefined,
  work: (stukken: readonly Archiefstuk[], sleutel: Sleutel) => Promise<Result>,
): Promise<Result> {
  const { archief, magazijn } = workspace.paths;
  if (existsSync(magazijn)) {
    return await withWarehouse(context, workspace, keyFile, async (warehouse, sleutel) =>
      work(await archiefstukken(await knownFiles(warehouse), archief, sleutel), sleutel),
    );
  }
  const sleutel = sleutelVan(await requireSecret(context, keyFile));
  await requireArchiveKey(workspace, sleutel);
  return await work(await archiefstukken(new Map(), archief, sleutel), sleutel);
}

async function knownFiles(warehouse: Warehouse): Promise<ReadonlyMap<string, Archiefstuk>> {
  const rows = await warehouse.query({
    text: "SELECT levering_id, sha256, pad, bytes, bekend::VARCHAR AS bekend FROM levering WHERE status = 'genomen'",
    params: [],
  });
  return new Map(
    rows.map((row) => [
      String(row.sha256),
      {
        sha256: String(row.sha256),
        levering: Number(row.levering_id),
        pad: String(row.pad),
        bytes: Number(row.bytes),
        bekend: String(row.bekend),
      },
    ]),
  );
}

/** In order of delivery; files of which nothing is known come last. */
async function archiefstukken(
  known: ReadonlyMap<string, Archiefstuk>,
  archief: string,
  sleutel: Sleutel,
): Promise<readonly Archiefstuk[]> {
  const stukken: Archiefstuk[] = [];
  for (const sha256 of await listArchived(archief, sleutel)) {
    stukken.push(known.get(sha256) ?? (await stukOfKop(sha256, sleutel, archief)));
  }
  return stukken.sort(
    (a, b) => (a.levering ?? Number.POSITIVE_INFINITY) - (b.levering ?? Number.POSITIVE_INFINITY),
  );
}

/** What a file of the archive says of itself; one that is damaged says nothing, and is refused when it is asked for. */
async function stukOfKop(sha256: string, sleutel: Sleutel, archief: string): Promise<Archiefstuk> {
  const kop = await readArchiefkop(sha256, sleutel, archief).catch(() => undefined);
  if (kop === undefined) return { sha256 };
  const bekend = new Date(kop.bekend).toISOString().replace('T', ' ').replace('Z', '');
  return { sha256, levering: kop.levering, pad: kop.pad, bekend };
}

function choose(stukken: readonly Archiefstuk[], what: string, archief: string): readonly Archiefstuk[] {
  const found =
    what === ALL
      ? stukken
      : stukken.filter(
          ({ sha256, pad, levering }) =>
            pad === what ||
            String(levering) === what ||
            (what.length >= LEAST_HASH && sha256.startsWith(what.toLowerCase())),
        );
  if (found.length === 1 || (what === ALL && found.length > 0)) return found;
  throw new OperatorError({
    code: 'cli.not-in-archive',
    subject: found.length === 0 ? what : `${what} is the begin of ${found.length} files`,
    place: archief,
    remedy:
      'give the number of a delivery, its file or its sha256 as "regiovisie archive list" shows them, or all',
  });
}

function refuseExisting(targets: readonly string[]): void {
  const existing = targets.filter((target) => existsSync(target));
  if (existing.length === 0) return;
  throw new OperatorError(
    existing.map((target) => ({
      code: 'cli.file-exists',
      subject: 'this file exists already',
      place: target,
      remedy: 'choose another place with --output; nothing is overwritten',
    })),
  );
}

/** A place below the folder asked for, whatever path the delivery had. */
function safePath({ pad, sha256 }: Archiefstuk): string {
  const usable = pad !== undefined && !isAbsolute(pad) && !pad.split('/').includes('..');
  return usable ? pad : sha256;
}

/** Deliveries that had the same path are told apart by the begin of their sha256. */
function distinctPaths(stukken: readonly Archiefstuk[]): readonly string[] {
  const seen = new Set<string>();
  return stukken.map((stuk) => {
    const path = safePath(stuk);
    if (!seen.has(path)) {
      seen.add(path);
      return path;
    }
    return `${path}.${stuk.sha256.slice(0, 16)}`;
  });
}

async function restore(sha256: string, sleutel: Sleutel, archief: string, target: string): Promise<void> {
  await makeFolder(dirname(target));
  const busy = `${target}.bezig`;
  const file = await open(busy, 'wx', 0o600);
  try {
    for await (const block of openArchived(sha256, sleutel, archief)) await file.write(block);
    await file.close();
    await rename(busy, target);
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(busy, { force: true });
    throw error;
  }
}
