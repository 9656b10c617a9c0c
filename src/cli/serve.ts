// SPDX-License-Identifier: EUPL-1.2
import { OperatorError } from '../contract/index.ts';
import { serveRelease } from '../server/index.ts';
import type { Context } from './context.ts';
import { openWorkspace } from './workspace.ts';

export const DEFAULT_PORT = 8024;

export interface ServeOptions {
  readonly port?: string;
  readonly json?: boolean;
}

/** `regiovisie serve DIR`: shows the newest release until the operator stops it. */
export async function serveCommand(context: Context, folder: string, options: ServeOptions): Promise<void> {
  const workspace = await openWorkspace(context, folder);
  await serveUntilStopped(context, workspace.paths.releases, readPort(options.port));
}

export async function serveUntilStopped(context: Context, releasesDir: string, port: number): Promise<void> {
  const server = await serveRelease({ dir: releasesDir, port, host: '127.0.0.1' });
  context.out(`Serving on ${server.url} (Ctrl-C stops)\n`);
  await context.whenStopped();
  await server.close();
}

export function readPort(text: string | undefined): number {
  const port = Number(text ?? DEFAULT_PORT);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new OperatorError({
    code: 'cli.wrong-option',
    subject: text ?? '',
    place: '--port',
    remedy: 'give a port from 0 to 65535',
  });
}
