// SPDX-License-Identifier: EUPL-1.2
import { API_VERSIE } from '../publish/index.ts';
import { texts } from '../text/index.ts';
import { safetyHeaders } from './answer-headers.ts';

/** What is wrong with a request to the API. */
export type ProblemKind = 'onbekend' | 'ongeldig' | 'methode';

/** An answer of the API that is an error. Source: RFC 9457 */
export interface ProblemAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export function problemAnswer(kind: ProblemKind): ProblemAnswer {
  const { probleem } = texts('nl').openData;
  const { status, title, detail } = {
    onbekend: { status: 404, title: probleem.nietGevonden, detail: probleem.nietGevondenUitleg },
    ongeldig: { status: 400, title: probleem.ongeldig, detail: probleem.ongeldigUitleg },
    methode: { status: 405, title: probleem.methode, detail: probleem.methodeUitleg },
  }[kind];
  return {
    status,
    headers: {
      ...safetyHeaders(false),
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      'api-version': API_VERSIE,
      'access-control-allow-origin': '*',
      ...(kind === 'methode' ? { allow: 'GET, HEAD' } : {}),
    },
    body: `${JSON.stringify({ type: 'about:blank', status, title, detail })}\n`,
  };
}
