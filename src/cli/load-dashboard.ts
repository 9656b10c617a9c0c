// SPDX-License-Identifier: EUPL-1.2
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OperatorError, type Regio } from '../contract/index.ts';
import { type DashboardSource, readThema, type Thema } from '../web/index.ts';
import type { Context } from './context.ts';
import { showPath } from './show-path.ts';

/** What a dashboard needs beside figures: the house style of the region, and the scripts that the build made. */
export function loadDashboard(
  context: Context,
  workspaceDir: string,
  regio: Regio,
): Pick<DashboardSource, 'ambities' | 'thema' | 'script'> {
  return {
    ambities: regio.ambities ?? [],
    thema: loadThema(context, workspaceDir, regio.thema ?? 'neutraal'),
    script: { pagina: script(context, 'dashboard.js'), rekenblad: script(context, 'rekenblad.js') },
  };
}

/** A file of `themas/` in the workspace goes before the one of the program. Throws: `cli.no-theme`, and what is wrong in the file. */
function loadThema(context: Context, workspaceDir: string, naam: string): Thema {
  const files = [workspaceDir, context.programRoot].map((root) => join(root, 'themas', `${naam}.json`));
  const file = files.find((candidate) => existsSync(candidate));
  if (file === undefined) {
    throw new OperatorError({
      code: 'cli.no-theme',
      subject: naam,
      place: 'regio.yaml',
      remedy: `make themas/${naam}.json beside regio.yaml, or name a theme that the program has: neutraal, rivierduin`,
    });
  }
  return readThema(showPath(context, file), readFileSync(file, 'utf8'));
}

function script({ programRoot }: Context, name: string): string {
  const file = join(programRoot, 'dist', 'web', name);
  if (existsSync(file)) return readFileSync(file, 'utf8');
  throw new OperatorError({
    code: 'cli.not-built',
    subject: name,
    place: join(programRoot, 'dist', 'web'),
    remedy: 'the browser’s script was not built: run npm run build in the folder of the program',
  });
}
