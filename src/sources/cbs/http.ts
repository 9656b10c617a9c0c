// SPDX-License-Identifier: EUPL-1.2
import { OperatorError } from '../../contract/index.ts';
import type { CbsRecord } from './cbs-tabel.ts';
import { isRecord, recordsOf } from './cbs-tabel.ts';

/** How an answer is asked for. Everything has a default; tests ask a server of their own, without waiting. */
export interface HttpOptions {
  /** Unit: milliseconds. */
  readonly timeoutMs?: number;
  /** Waits between tries. Unit: milliseconds. */
  readonly backoffMs?: readonly number[];
}

const TIMEOUT_MS = 60_000;
const BACKOFF_MS = [1000, 4000, 10_000];
/** Longest wait that a server may ask for. */
const MAX_RETRY_AFTER_MS = 60_000;
const MAX_PAGES = 10_000;

/** The service has no such address (HTTP 404), or refuses the question (400). */
export class NotThere extends Error {}

/**
 * Asks for JSON, again after a failure that may pass: no connection, too slow, HTTP 429 and 5xx.
 * Throws: `sources.cbs-offline`, `sources.cbs-refused`; `NotThere`.
 */
export async function getJson(url: URL, options: HttpOptions): Promise<unknown> {
  const waits = options.backoffMs ?? BACKOFF_MS;
  for (let attempt = 0; ; attempt += 1) {
    const answer = await tryOnce(url, options.timeoutMs ?? TIMEOUT_MS);
    if ('json' in answer) return answer.json;
    const wait = waits[attempt];
    if (wait === undefined) throw unreachable(url, answer.reden);
    const asked = Math.min((answer.retryAfter ?? 0) * 1000, MAX_RETRY_AFTER_MS);
    await new Promise((resolve) => setTimeout(resolve, Math.max(wait, asked)));
  }
}

/**
 * All records of an entity, page after page: `@odata.nextLink` of version 4, `odata.nextLink` of version 3. A link to another host, or one that was
 * followed before, is refused.
 */
export async function getRecords(url: URL, options: HttpOptions): Promise<readonly CbsRecord[]> {
  const records: CbsRecord[] = [];
  const seen = new Set<string>();
  for (let next: URL | undefined = url; next !== undefined; ) {
    if (seen.has(next.href) || seen.size >= MAX_PAGES) throw refused(next, 'its pages do not end');
    seen.add(next.href);
    const page = await getJson(next, options);
    for (const record of recordsOf(page)) records.push(record);
    next = nextLink(page, next);
  }
  return records;
}

function nextLink(page: unknown, from: URL): URL | undefined {
  if (!isRecord(page)) throw refused(from, 'the answer is no OData');
  const link = page['@odata.nextLink'] ?? page['odata.nextLink'];
  if (typeof link !== 'string' || link === '') return undefined;
  const next = new URL(link, from);
  if (next.host !== from.host) throw refused(from, 'its next page is on another host');
  next.protocol = from.protocol;
  return next;
}

type Answer =
  | { readonly json: unknown }
  | { readonly reden: string; readonly retryAfter: number | undefined };

async function tryOnce(url: URL, timeoutMs: number): Promise<Answer> {
  let response: Response;
  let body: string;
  try {
    response = await fetch(url, {
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(timeoutMs),
      redirect: 'error',
    });
    body = await response.text();
  } catch (error) {
    const slow = error instanceof Error && error.name === 'TimeoutError';
    return { reden: slow ? `no answer within ${timeoutMs / 1000} s` : causeOf(error), retryAfter: undefined };
  }
  const { status } = response;
  if (status === 404 || status === 400) throw new NotThere(String(status));
  if (status === 429 || status >= 500) {
    const retryAfter = Number(response.headers.get('retry-after'));
    return { reden: `HTTP ${status}`, retryAfter: retryAfter > 0 ? retryAfter : undefined };
  }
  if (status !== 200) throw refused(url, `HTTP ${status}`);
  try {
    return { json: JSON.parse(body) };
  } catch {
    return { reden: 'an answer that is no JSON', retryAfter: undefined };
  }
}

function causeOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return code === '' ? 'no connection' : `no connection (${code})`;
}

function unreachable(url: URL, reden: string): OperatorError {
  return new OperatorError({
    code: 'sources.cbs-offline',
    subject: `CBS cannot be reached: ${reden}`,
    place: url.origin,
    remedy:
      'try again later; or run “regiovisie cbs fetch” on a computer with internet and copy bronnen/cbs/ from there. Figures from messages need no CBS',
  });
}

function refused(url: URL, reden: string): OperatorError {
  return new OperatorError({
    code: 'sources.cbs-refused',
    subject: `CBS gave no usable answer: ${reden}`,
    place: `${url.origin}${url.pathname}`,
    remedy: 'check the table number; if it is right, report this with the line above',
  });
}
