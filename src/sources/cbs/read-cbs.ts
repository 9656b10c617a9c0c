// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { type BronSink, parsePlainDate } from '../../contract/index.ts';
import { BRON_CODES } from '../finding-codes.ts';
import type { Bestand, BronUitkomst } from '../read-rijen.ts';
import { isCbsJson, parseCbsTabel } from './cbs-tabel.ts';
import { cbsWaarnemingen } from './cbs-waarnemingen.ts';

/** Reads a saved table of CBS as one delivery; undefined when the JSON is something else. */
export function readCbs(bytes: Uint8Array, bestand: Bestand, sink: BronSink): BronUitkomst | undefined {
  const json = parseJson(bytes);
  const tabel = parseCbsTabel(json);
  const opgesteldOp = tabel && parsePlainDate(tabel.gewijzigd);
  if (tabel === undefined || opgesteldOp === undefined) {
    if (!isCbsJson(json)) return undefined;
    const code = 'sources.cbs-onvolledig';
    sink.finding({ code, severity: BRON_CODES[code]?.severity ?? 'fout', place: { file: bestand.pad } });
    return { leveringen: 0, rijen: 0, onleesbareRijen: 0 };
  }
  const rijen = [...cbsWaarnemingen(tabel, parsePlainDate(tabel.opgehaald ?? ''))];
  sink.bron(
    {
      soort: 'cbs',
      leverancier: 'cbs',
      reeks: tabel.identifier,
      periode: '',
      opgesteldOp,
      sha256: contentHash(bytes),
      volgnummer: 0,
    },
    'cbs_waarneming',
    rijen,
  );
  return { leveringen: 1, rijen: rijen.length, onleesbareRijen: 0 };
}

/** Of everything but the day of fetching, which is the first thing in a saved table: the same answer, fetched again, is the same delivery. */
function contentHash(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 64)).toString('latin1');
  const day = /^\{"opgehaald":"[^"]*",/.exec(head)?.[0].length ?? 0;
  return createHash('sha256').update(bytes.subarray(day)).digest('hex');
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
        .toString('utf8')
        .replace(/^\uFEFF/, ''),
    );
  } catch {
    return undefined;
  }
}
