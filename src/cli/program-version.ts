// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from './context.ts';

/** Version of this program, from its own package.json. */
export function programVersion(context: Context): string {
  const { version } = JSON.parse(readFileSync(join(context.programRoot, 'package.json'), 'utf8')) as {
    version: string;
  };
  return version;
}
