// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { type BronSink, type PlainDate, parsePlainDate } from '../../contract/index.ts';
import type { Blad } from '../blad.ts';
import { BRON_CODES } from '../finding-codes.ts';
import type { Bestand, BronUitkomst } from '../read-rijen.ts';
import { recordsOfCsv } from './cbs-csv.ts';
import { parseCbsPagina } from './cbs-pagina.ts';
import { type CbsTabel, isCbsJson, parseCbsTabel, perTabel, whatIsMissing } from './cbs-tabel.ts';
import { cbsWaarnemingen } from './cbs-waarnemingen.ts';

/** Of a table whose day of change cannot be read. */
const NOOIT = 0 as PlainDate;

/** Reads saved tables of CBS as one delivery each, with their description or without; undefined when the JSON is something else. */
export function readCbs(bytes: Uint8Array, bestand: Bestand, sink: BronSink): BronUitkomst | undefined {
  const json = parseJson(bytes);
  const described = [json, ...perTabel(json)].flatMap((one) => parseCbsTabel(one) ?? []);
  const pagina = described.length > 0 ? undefined : parseCbsPagina(json, bestand.pad);
  const tabellen = pagina === undefined ? described : [pagina];
  if (tabellen.length > 0) return give(tabellen, contentHash(bytes), sink);
  if (!isCbsJson(json)) return undefined;
  const code = 'sources.cbs-onvolledig';
  const severity = BRON_CODES[code]?.severity ?? 'fout';
  sink.finding({ code, severity, place: { file: bestand.pad }, kind: whatIsMissing(json) });
  return { leveringen: 0, rijen: 0, onleesbareRijen: 0 };
}

/** Reads a CSV file with rows of a table of CBS; undefined when it is something else. */
export function readCbsCsv(blad: Blad, bestand: Bestand, sink: BronSink): BronUitkomst | undefined {
  const pagina = parseCbsPagina(recordsOfCsv(blad), bestand.pad);
  return pagina && give([pagina], bestand.sha256, sink);
}

function give(tabellen: readonly CbsTabel[], sha256: string, sink: BronSink): BronUitkomst {
  let rows = 0;
  for (const [volgnummer, tabel] of tabellen.entries()) {
    const rijen = [...cbsWaarnemingen(tabel, parsePlainDate(tabel.opgehaald ?? ''))];
    const opgesteldOp = parsePlainDate(tabel.gewijzigd) ?? NOOIT;
    const kop = { soort: 'cbs', leverancier: 'cbs', reeks: tabel.identifier, periode: '', opgesteldOp };
    sink.bron({ ...kop, sha256, volgnummer }, 'cbs_waarneming', rijen);
    rows += rijen.length;
  }
  return { leveringen: tabellen.length, rijen: rows, onleesbareRijen: 0 };
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
