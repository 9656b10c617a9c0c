// SPDX-License-Identifier: EUPL-1.2
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import fastify, { type FastifyError, type FastifyInstance, type FastifyReply } from 'fastify';
import { OperatorError } from '../contract/index.ts';
import { newestRelease, releaseIds } from '../publish/index.ts';
import { messagePage } from './message-page.ts';

export interface ServeOptions {
  /** Folder that holds the releases of a workspace. */
  readonly dir: string;
  /** 0 = any free port. */
  readonly port: number;
  readonly host?: string;
}

export interface RunningServer {
  /** Address of the first page. */
  readonly url: string;
  readonly release: string;
  close(): Promise<void>;
}

const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; connect-src 'self'; font-src 'self'; manifest-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/**
 * Serves the releases of a workspace: the newest at `/`, every one at `/releases/<id>/`. Reads nothing else of the workspace.
 * Throws: `server.release-absent`, `server.port-taken`, `server.port-refused`
 */
export async function serveRelease({ dir, port, host = '127.0.0.1' }: ServeOptions): Promise<RunningServer> {
  const release = newestRelease(dir);
  if (release === undefined) {
    throw new OperatorError({
      code: 'server.release-absent',
      subject: 'releases',
      place: dir,
      remedy: 'make a release first: regiovisie publish',
    });
  }
  const server = await releaseServer(dir, release);
  try {
    await server.listen({ port, host });
  } catch (error) {
    await server.close();
    throw listenError(error, port, host);
  }
  const address = server.server.address();
  const taken = typeof address === 'object' && address !== null ? address.port : port;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}/`,
    release,
    close: () => server.close(),
  };
}

async function releaseServer(releasesDir: string, newest: string): Promise<FastifyInstance> {
  const server = fastify({ logger: false, forceCloseConnections: true });
  server.addHook('onSend', async (_request, reply) => {
    reply.headers(HEADERS);
  });
  for (const id of releaseIds(releasesDir)) {
    await server.register(fastifyStatic, {
      root: join(releasesDir, id),
      prefix: `/releases/${id}/`,
      decorateReply: false,
      dotfiles: 'ignore',
      cacheControl: true,
      maxAge: '1h',
    });
  }
  await server.register(fastifyStatic, {
    root: join(releasesDir, newest),
    prefix: '/',
    dotfiles: 'ignore',
    cacheControl: false,
  });
  server.setErrorHandler((error: FastifyError, _request, reply) => {
    if ((error.statusCode ?? 500) >= 500) throw error;
    return notFound(reply);
  });
  server.setNotFoundHandler((_request, reply) => notFound(reply));
  return server;
}

function notFound(reply: FastifyReply): FastifyReply {
  return reply.code(404).type('text/html; charset=utf-8').send(messagePage());
}

function listenError(error: unknown, port: number, host: string): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') {
    return new OperatorError({
      code: 'server.port-taken',
      subject: `port ${port}`,
      place: host,
      remedy: 'another program uses this port: stop it, or choose another with --port',
    });
  }
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL') {
    return new OperatorError({
      code: 'server.port-refused',
      subject: `port ${port} (${code})`,
      place: host,
      remedy: 'choose a port above 1023 and an address of this computer',
    });
  }
  return error;
}
