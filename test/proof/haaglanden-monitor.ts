// SPDX-License-Identifier: EUPL-1.2
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRegio, readYaml } from '../../src/policy/index.ts';
import {
  type Areas,
  areasOf,
  type ProofFinding,
  proveDocument,
  readDocument,
} from '../../src/proof/index.ts';
import { projectRoot, sharedRoot } from '../project-root.ts';

const figures = join(sharedRoot, 'reference', 'published', 'monitor-2024.json');
const mission = join(sharedRoot, 'mission');

/** Why tests on the published monitor do not run; false when they do. */
export const skip: string | false =
  existsSync(figures) && existsSync(mission) ? false : 'the published monitor is not beside this checkout';

function haaglanden(): Areas {
  const file = join(projectRoot, 'regio', 'haaglanden', 'regio.yaml');
  const regio = readRegio(readYaml('regio.yaml', readFileSync(file, 'utf8')));
  const now = regio.gemeenten.filter(({ tot }) => tot === undefined);
  return areasOf([
    ...now.map(({ code, naam }) => ({ code, naam, leden: [] })),
    ...regio.groepen.map(({ code, naam, gemeenten }) => ({ code, naam, leden: gemeenten })),
  ]);
}

/** The findings on the published monitor and letter; `change` edits the text of the monitor first. */
export function monitorFindings(change: (text: string) => string = (text) => text): ProofFinding[] {
  const texts = readdirSync(mission).map((naam) => {
    const tekst = readFileSync(join(mission, naam), 'utf8');
    return { naam, tekst: tekst.length > 20_000 ? change(tekst) : tekst };
  });
  return proveDocument(
    readDocument(
      [{ naam: 'monitor-2024.json', tekst: readFileSync(figures, 'utf8') }, ...texts],
      haaglanden(),
    ),
  );
}
