// SPDX-License-Identifier: EUPL-1.2
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Makes a folder and the ones above it, one by one from the top.
 *
 * Node's own recursive mkdir never ends where a file system says that a path does not exist while its parent does, as in /proc.
 */
export async function makeFolder(path: string): Promise<void> {
  if (existsSync(path)) return;
  if (dirname(path) !== path) await makeFolder(dirname(path));
  await mkdir(path);
}
