// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import { OperatorError } from '../contract/index.ts';
import { API_MAP } from '../publish/index.ts';
import { fileHeaders, isText, safetyHeaders } from './answer-headers.ts';
import { messagePage } from './message-page.ts';
import { type ProblemKind, problemAnswer } from './problem.ts';
import { releaseListJson, releaseListPage, withdrawnIn, withNewestNotice } from './release-list.ts';
import { type FoundFile, type ReleaseSite, releaseSite } from './release-site.ts';

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

/**
 * Serves the releases of a workspace: the newest at `/`, every one at `/releases/<id>/`, the list at `/releases/`. Reads nothing else of the
 * workspace.
 * Throws: `server.release-absent`, `server.port-taken`, `server.port-refused`, and what `readManifest` throws
 */
export async function serveRelease({ dir, port, host = '127.0.0.1' }: ServeOptions): Promise<RunningServer> {
  const site = releaseSite(dir);
  if (site === undefined) {
    throw new OperatorError({
      code: 'server.release-absent',
      subject: 'releases',
      place: dir,
      remedy: 'make a release first: regiovisie publish',
    });
  }
  const server = releaseServer(site);
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
    release: site.newest.id,
    close: () => server.close(),
  };
}

function releaseServer(site: ReleaseSite): FastifyInstance {
  const server = fastify({
    logger: false,
    forceCloseConnections: true,
    frameworkErrors: (_error, request, reply) => {
      refuse(request, reply as FastifyReply, 'onbekend');
    },
  });
  server.route({
    method: ['GET', 'HEAD'],
    url: '*',
    handler: (request, reply) => answer(site, request, reply),
  });
  server.setErrorHandler((error: FastifyError, request, reply) => {
    if ((error.statusCode ?? 500) >= 500) throw error;
    return refuse(request, reply, 'onbekend');
  });
  server.setNotFoundHandler((request, reply) => refuse(request, reply, 'methode'));
  return server;
}

async function answer(
  site: ReleaseSite,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const found = site.find(decodeURIComponent(request.url.split('?', 1)[0] ?? '').slice(1));
  switch (found.kind) {
    case 'elders':
      return reply.headers(safetyHeaders(false)).redirect(found.adres, 302);
    case 'lijst': {
      const isPage = found.vorm === 'html';
      return reply
        .headers({ ...safetyHeaders(false), 'cache-control': 'no-cache' })
        .type(isPage ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8')
        .send(isPage ? releaseListPage(site.editions) : releaseListJson(site.editions));
    }
    case 'bestand':
      return await sendFile(site, found, request, reply);
    default:
      return refuse(request, reply, found.kind);
  }
}

async function sendFile(
  site: ReleaseSite,
  found: FoundFile,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const withdrawn = withdrawnIn(site.editions).has(found.release);
  const headers = fileHeaders(found, `voor-${site.newest.id}${withdrawn ? '-ingetrokken' : ''}`);
  reply.headers(headers);
  if (request.headers['if-none-match'] === headers.etag) return reply.code(304).send();
  let bytes: Uint8Array<ArrayBufferLike> = await readFile(found.disk);
  const contentType = headers['content-type'] ?? '';
  if (found.ouder && contentType.startsWith('text/html')) {
    bytes = Buffer.from(
      withNewestNotice(Buffer.from(bytes).toString('utf8'), found.release, site.newest.id, withdrawn),
    );
  }
  if (!isText(contentType)) return reply.send(bytes);
  reply.header('vary', 'accept-encoding');
  if (!/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return reply.send(bytes);
  return reply.header('content-encoding', 'gzip').send(gzipSync(bytes));
}

/** An error: a problem in the API, a page in Dutch elsewhere. */
function refuse(request: FastifyRequest, reply: FastifyReply, kind: ProblemKind): FastifyReply {
  if (request.url.includes(`/${API_MAP}/`)) {
    const { status, headers, body } = problemAnswer(kind);
    return reply.code(status).headers(headers).send(body);
  }
  return reply.code(404).headers(safetyHeaders(false)).type('text/html; charset=utf-8').send(messagePage());
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
