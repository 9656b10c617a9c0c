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

const read = new Map<string, Definition>();

/** The newest version of a definition: the one that its worked cases are about. */
export function definitionOf(id: string): Definition {
  const known = read.get(id) ?? readNewest(id);
  read.set(id, known);
  return known;
}

function readNewest(id: string): Definition {
  const versions = readdirSync(join(indicatorenRoot, id)).filter((name) =>
    /^\d{4}-\d\d-\d\d\.yaml$/.test(name),
  );
  const file = join('indicatoren', id, versions.sort().at(-1) ?? '');
  return checkDefinition(readYaml(file, readFileSync(join(projectRoot, file), 'utf8')));
}
