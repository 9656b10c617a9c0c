// SPDX-License-Identifier: EUPL-1.2
import { existsSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { OperatorError } from '../contract/index.ts';
import { findBronnen } from '../ingest/index.ts';
import type { Context } from './context.ts';
import { ingestFiles, ingestText, refuseUnfinished } from './ingest.ts';
import { makeFolder } from './make-folder.ts';
import { createWorkspace } from './new.ts';
import { publishRelease } from './publish.ts';
import { sampleInto, sampleText } from './sample.ts';
import { SECRET_BYTES } from './secret.ts';
import { readPort, serveUntilStopped } from './serve.ts';
import { showPath } from './show-path.ts';
import { openWorkspace } from './workspace.ts';

export interface DemoOptions {
  readonly port?: string;
  /** False with `--no-serve`. */
  readonly serve: boolean;
  readonly scale?: string;
  readonly seed?: string;
  readonly json?: boolean;
}

/** `demo.json`: how far a demo folder is, and with what it was made. Present in every folder that `demo` may clean up. */
interface DemoState {
  readonly gemaaktDoor: 'regiovisie demo';
  readonly scale: string;
  readonly seed: string;
  readonly klaar: boolean;
}

const STATE_FILE = 'demo.json';
const REGIO = 'haaglanden';

/**
 * `regiovisie demo [DIR]`: workspace, sample, ingest, publication and server in one go, with a key of its own beside the workspace.
 * A half-finished demo is made again; a finished one with the same options is used as it is.
 *
 * Throws: `cli.folder-not-empty`, and what its steps throw.
 */
export async function demoCommand(context: Context, folder: string, options: DemoOptions): Promise<void> {
  const port = readPort(options.port);
  const dir = resolve(context.cwd, folder);
  const wanted = { scale: options.scale ?? '1', seed: options.seed ?? '2024' };
  const state = await readState(dir);
  const workspaceDir = join(dir, REGIO);
  const keyFile = join(dir, 'sleutel.txt');
  const times: string[] = [];
  const step = async <Result>(name: string, work: () => Promise<Result>): Promise<Result> => {
    const begin = context.clock();
    context.note(`${name} …`);
    const result = await work();
    times.push(`  ${name.padEnd(34)} ${((context.clock() - begin) / 1000).toFixed(1)} s`);
    return result;
  };
  const finished = state?.klaar === true && state.scale === wanted.scale && state.seed === wanted.seed;
  if (!finished) {
    await writeState(dir, { gemaaktDoor: 'regiovisie demo', ...wanted, klaar: false });
    await rm(workspaceDir, { recursive: true, force: true });
    await writeFile(keyFile, `${Buffer.from(context.randomBytes(SECRET_BYTES)).toString('base64url')}\n`, {
      mode: 0o600,
    });
    await step('workspace', () => createWorkspace(context, workspaceDir, REGIO));
  }
  const workspace = await openWorkspace(context, workspaceDir);
  if (!finished) {
    const report = await step('sample', () => sampleInto(context, workspace, wanted));
    context.note(sampleText(report, workspace.regio, showPath(context, workspace.paths.bronnen)).trimEnd());
  }
  const files = await findBronnen(workspace.paths.bronnen, workspace.dir);
  const ingested = await step('ingest', () => ingestFiles(context, workspace, files, keyFile));
  context.note(ingestText(ingested, workspace).trimEnd());
  refuseUnfinished(ingested);
  const made = await step('publish 2024 (protect, attack, write)', () =>
    publishRelease(context, workspace, { keyFile }),
  );
  await writeState(dir, { gemaaktDoor: 'regiovisie demo', ...wanted, klaar: true });
  const show = (path: string): string => showPath(context, path);
  context.out(
    options.json
      ? `${JSON.stringify({ werkmap: workspaceDir, sleutel: keyFile, release: made.dir, monitor: join(made.dir, 'monitor.html'), dashboard: join(made.dir, 'dashboard', 'index.html') })}\n`
      : [
          `${finished ? 'The demo was there already; checked it again.' : 'The demo is ready.'} The people in it never existed.`,
          `  workspace   ${show(workspaceDir)}`,
          `  key         ${show(keyFile)}`,
          `  sources     ${show(workspace.paths.bronnen)}`,
          `  warehouse   ${show(workspace.paths.magazijn)}`,
          `  release     ${show(made.dir)}  (${made.getoond} figures shown, ${made.verborgen} hidden)`,
          `  monitor     ${show(join(made.dir, 'monitor.html'))}`,
          `  dashboard   ${show(join(made.dir, 'dashboard', 'index.html'))}`,
          'Time per step',
          ...times,
          '',
        ].join('\n'),
  );
  if (options.serve) await serveUntilStopped(context, workspace.paths.releases, port);
}

async function readState(dir: string): Promise<DemoState | undefined> {
  if (!existsSync(dir)) return undefined;
  const file = join(dir, STATE_FILE);
  if (existsSync(file)) {
    try {
      return JSON.parse(await readFile(file, 'utf8')) as DemoState;
    } catch {
      return undefined;
    }
  }
  if ((await readdir(dir)).length === 0) return undefined;
  throw new OperatorError({
    code: 'cli.folder-not-empty',
    subject: 'the folder holds other things than a demo',
    place: dir,
    remedy: 'choose another folder:  regiovisie demo FOLDER',
  });
}

async function writeState(dir: string, state: DemoState): Promise<void> {
  await makeFolder(dir);
  await writeFile(join(dir, STATE_FILE), `${JSON.stringify(state, null, 1)}\n`);
}
