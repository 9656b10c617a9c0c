// SPDX-License-Identifier: EUPL-1.2
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { OperatorError, type ProductRegel, type Regio } from '../contract/index.ts';
import type { Logboeken } from '../logbook/index.ts';
import { readProducten, readRegio, readYaml } from '../policy/index.ts';
import type { Context } from './context.ts';
import { quotePath } from './show-path.ts';

/** A region's folder, with its policy read and checked. */
export interface Workspace {
  readonly dir: string;
  readonly regio: Regio;
  readonly producten: readonly ProductRegel[];
  readonly paths: WorkspacePaths;
}

export interface WorkspacePaths {
  readonly regio: string;
  readonly producten: string;
  readonly bronnen: string;
  readonly magazijn: string;
  readonly archief: string;
  readonly releases: string;
  /** Its own; then, for where that cannot be written, one elsewhere. */
  readonly logboek: Logboeken;
  /** What only the key holder may see of a release: why each figure is hidden. */
  readonly intern: string;
  /** Present when the deliveries were made by `sample`: the people in them never existed. */
  readonly fictief: string;
}

export function workspacePaths(dir: string): WorkspacePaths {
  return {
    regio: join(dir, 'regio.yaml'),
    producten: join(dir, 'producten.csv'),
    bronnen: join(dir, 'bronnen'),
    magazijn: join(dir, 'magazijn.duckdb'),
    archief: join(dir, 'archief'),
    releases: join(dir, 'releases'),
    logboek: [join(dir, 'logboek.jsonl')],
    intern: join(dir, 'intern'),
    fictief: join(dir, 'fictief.json'),
  };
}

/** `logboek`: a logbook for when its own cannot be written. Throws: `cli.no-workspace`, and what `policy` finds wrong in `regio.yaml` and `producten.csv`. */
export async function openWorkspace(context: Context, folder: string, logboek?: string): Promise<Workspace> {
  const dir = resolve(context.cwd, folder);
  const own = workspacePaths(dir);
  const paths: WorkspacePaths =
    logboek === undefined ? own : { ...own, logboek: [...own.logboek, resolve(context.cwd, logboek)] };
  if (!existsSync(paths.regio)) {
    throw new OperatorError({
      code: 'cli.no-workspace',
      subject: 'regio.yaml',
      place: dir,
      remedy: `this folder is not a workspace yet; make one with:  regiovisie new ${quotePath(folder)} --regio haaglanden`,
    });
  }
  const regio = readRegio(readYaml('regio.yaml', await readFile(paths.regio, 'utf8')));
  const producten = existsSync(paths.producten)
    ? readProducten('producten.csv', await readFile(paths.producten, 'utf8'))
    : [];
  return { dir, regio, producten, paths };
}

/** Whether files that were taken move into the encrypted archive. Source: docs/adr/delivered-files-are-archived-under-a-key-of-their-own.md */
export function keepsArchive({ regio, paths }: Workspace): boolean {
  return (regio.archief ?? (existsSync(paths.fictief) ? 'uit' : 'aan')) === 'aan';
}
