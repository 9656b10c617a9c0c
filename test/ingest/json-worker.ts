// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { appendFileSync, readFileSync } from 'node:fs';
import {
  type BerichtKop,
  type BerichtSink,
  type BestandTelling,
  Bsn,
  type IjwRij,
} from '../../src/contract/index.ts';
import { runParseLoop } from '../../src/ingest/index.ts';

/** A message in the test format: one JSON line, BSNs as text. `heel: false` is a message that breaks off. */
interface JsonBericht {
  readonly kop: BerichtKop;
  readonly rijen: readonly (Omit<IjwRij, 'client'> & { client?: { bsn: string } })[];
  readonly heel?: boolean;
}

/**
 * Reads a test file: JSON lines. A line `kapot` makes the whole file unreadable, `bug` is a bug, at `groeit` somebody writes more to the
 * file, other text is no message.
 */
function readJson(path: string, pad: string, sink: BerichtSink): BestandTelling {
  const telling = { berichten: 0, onleesbareBerichten: 0, rijen: 0, onleesbareRijen: 0, anders: 0 };
  for (const line of readFileSync(path, 'utf8').split('\n').filter(Boolean)) {
    if (line === 'kapot') throw new Error('this archive is broken');
    if (line === 'bug') throw new TypeError('a bug in the reader');
    if (line === 'groeit') appendFileSync(path, 'nog een regel\n');
    if (!line.startsWith('{')) {
      telling.anders += 1;
      continue;
    }
    const { kop, rijen, heel = true } = JSON.parse(line) as JsonBericht;
    sink.bericht(kop, pad);
    telling.berichten += 1;
    for (const { client, ...rij } of rijen) {
      if (client?.bsn === 'onleesbaar') {
        sink.finding({ code: 'ijw.rij-onleesbaar', severity: 'fout', place: { file: pad } });
        telling.onleesbareRijen += 1;
        continue;
      }
      sink.rij({ ...rij, ...(client && { client: { ...client, bsn: new Bsn(client.bsn) } }) } as IjwRij);
      telling.rijen += 1;
    }
    if (!heel) telling.onleesbareBerichten += 1;
    sink.einde(heel, createHash('sha256').update(line).digest('hex'));
  }
  return telling;
}

runParseLoop(readJson);
