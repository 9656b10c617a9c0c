// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readProducten, readRegio, readYaml } from '../../src/policy/index.ts';
import { projectRoot } from '../project-root.ts';

function read(file: string): string {
  return readFileSync(join(projectRoot, 'regio', 'voorbeeld', file), 'utf8');
}

/** The fictional region of the worked cases: three gemeenten, one that left, two overlapping groups. */
export const voorbeeldregio = readRegio(readYaml('regio.yaml', read('regio.yaml')));
export const voorbeeldproducten = readProducten('producten.csv', read('producten.csv'));
