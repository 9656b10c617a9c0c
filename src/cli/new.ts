// SPDX-License-Identifier: EUPL-1.2
import { existsSync } from 'node:fs';
import { cp, readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { OperatorError } from '../contract/index.ts';
import type { Context } from './context.ts';
import { makeFolder } from './make-folder.ts';
import { quotePath } from './show-path.ts';
import { workspacePaths } from './workspace.ts';

/**
 * `regiovisie new DIR --regio NAME`: an empty workspace from a region template.
 *
 * Throws: `cli.unknown-regio`, `cli.folder-not-empty`.
 */
export async function newCommand(
  context: Context,
  folder: string,
  options: { readonly regio: string; readonly json?: boolean },
): Promise<void> {
  const dir = await createWorkspace(context, folder, options.regio);
  context.out(
    options.json
      ? `${JSON.stringify({ werkmap: dir, regio: options.regio })}\n`
      : `Made workspace ${dir}\nNext: put deliveries in ${join(dir, 'bronnen')} and run  regiovisie ingest ${quotePath(folder)}\n`,
  );
}

/** The folder of the new workspace, with the template's policy in it and an empty `bronnen/`. */
export async function createWorkspace(context: Context, folder: string, regio: string): Promise<string> {
  const templates = join(context.programRoot, 'regio');
  const known = await readdir(templates);
  if (!known.includes(regio)) {
    throw new OperatorError({
      code: 'cli.unknown-regio',
      subject: regio,
      place: '--regio',
      remedy: `expected one of: ${known.join(', ')}`,
    });
  }
  const dir = resolve(context.cwd, folder);
  if (existsSync(dir) && (await readdir(dir)).length > 0) {
    throw new OperatorError({
      code: 'cli.folder-not-empty',
      subject: folder,
      place: dir,
      remedy:
        'choose a folder that does not exist yet, or an empty one; an existing workspace is never overwritten',
    });
  }
  await makeFolder(dir);
  await cp(join(templates, regio), dir, { recursive: true });
  await makeFolder(workspacePaths(dir).bronnen);
  return dir;
}
