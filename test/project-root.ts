// SPDX-License-Identifier: EUPL-1.2
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

function findRoot(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : findRoot(dirname(folder));
}

/** Folder of the checkout, from compiled tests too. */
export const projectRoot = findRoot(dirname(fileURLToPath(import.meta.url)));

/** Reference material beside the checkout (`shared/`): official XSDs, samples, published figures. Absent on a bare clone. */
export const sharedRoot = join(projectRoot, '..', 'shared');
