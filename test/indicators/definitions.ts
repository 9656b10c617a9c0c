// SPDX-License-Identifier: EUPL-1.2
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkDefinition, type Definition } from '../../src/indicators/index.ts';
import { readYaml } from '../../src/policy/index.ts';
import { projectRoot } from '../project-root.ts';

export const indicatorenRoot = join(projectRoot, 'indicatoren');

/** Folder names under `indicatoren/`. */
export const indicatorIds: readonly string[] = readdirSync(indicatorenRoot, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

/** The first version of a definition. */
export function definitionOf(id: string): Definition {
  const file = join('indicatoren', id, '2020-01-01.yaml');
  return checkDefinition(readYaml(file, readFileSync(join(projectRoot, file), 'utf8')));
}
