// SPDX-License-Identifier: EUPL-1.2
import { extname } from 'node:path';
import { API_MAP, API_VERSIE } from '../publish/index.ts';
import type { FoundFile } from './release-site.ts';

type Headers = Readonly<Record<string, string>>;

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.jsonld': 'application/ld+json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.xml': 'application/atom+xml; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.pdf': 'application/pdf',
  '.ods': 'application/vnd.oasis.opendocument.spreadsheet',
  '.odt': 'application/vnd.oasis.opendocument.text',
};

/** Pages that may stand inside somebody else's page. */
const EMBEDDED = /^dashboard\/(?:en\/)?insluiten\//;

/** What every answer carries. */
export function safetyHeaders(framed: boolean): Headers {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "connect-src 'self'",
    "font-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${framed ? '*' : "'none'"}`,
  ];
  return {
    'content-security-policy': policy.join('; '),
    ...(framed ? {} : { 'x-frame-options': 'DENY' }),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'permissions-policy': 'camera=(), geolocation=(), microphone=()',
    'cross-origin-opener-policy': 'same-origin',
  };
}

/**
 * Headers of a file: its kind, that it is asked for again by its hash (a release can be withdrawn, and then what was kept of it must not go on being shown), who may read it from another site (data anybody, pages nobody), and of an earlier release
 * where the newest one is. `notice` = what the line above an older page says, which is part of what is sent.
 * Source: RFC 5829 for the links between versions
 */
export function fileHeaders({ bestand, ouder }: FoundFile, notice: string): Headers {
  const { pad } = bestand;
  const contentType = CONTENT_TYPES[extname(pad)] ?? 'application/octet-stream';
  const isPage = extname(pad) === '.html';
  const framed = EMBEDDED.test(pad);
  return {
    ...safetyHeaders(framed),
    'content-type': contentType,
    etag: `"${bestand.sha256}${isPage && ouder ? `-${notice}` : ''}"`,
    'cache-control': 'no-cache',
    ...(isPage && !framed
      ? { 'cross-origin-resource-policy': 'same-origin' }
      : { 'cross-origin-resource-policy': 'cross-origin', 'access-control-allow-origin': '*' }),
    ...(ouder ? { link: '</>; rel="latest-version", </releases/>; rel="version-history"' } : {}),
    ...(pad.startsWith(`${API_MAP}/`) ? { 'api-version': API_VERSIE } : {}),
  };
}

/** Whether a file is worth compressing on its way. */
export function isText(contentType: string): boolean {
  return /^text\/|json|xml/.test(contentType);
}
