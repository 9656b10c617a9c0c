// SPDX-License-Identifier: EUPL-1.2
import type { Severity } from '../contract/index.ts';
import type { LeveringTelling, Partij } from '../store/index.ts';
import type { Bronbestand } from './find-bronnen.ts';

/** Files that one worker reads and one transaction takes. A package of one file may be sent in several batches. */
export interface Pakket {
  readonly nummer: number;
  readonly bestanden: readonly Bronbestand[];
}

/** `nieuw`: never seen; `opnieuw`: set aside before, tried again; `niet`: known, or the same as another file of this run. */
export type Leesbesluit = 'nieuw' | 'opnieuw' | 'niet';

/** A file before reading: its identity, or why it could not be opened. `stempel` changes when the file is written again. */
export type GehashtBestand =
  | { readonly sha256: string; readonly bytes: number; readonly stempel: string }
  | { readonly uitgesteld: string };

/**
 * What a worker made of a file. `opzij`: nothing in it can be taken, remembered in the warehouse. `uitgesteld`: it could not be read now (gone, changing,
 * not permitted), nothing is remembered and the next run tries again.
 */
export type BestandUitkomst =
  | {
      readonly status: 'genomen' | 'opzij';
      readonly telling: LeveringTelling;
      readonly bevindingen: number;
      readonly reden?: string;
    }
  | { readonly status: 'uitgesteld'; readonly reden: string }
  | { readonly status: 'niet-gelezen' };

export type NaarWerker =
  | { readonly soort: 'hash'; readonly pakket: Pakket }
  | { readonly soort: 'lees'; readonly besluiten: readonly Leesbesluit[] };

export type VanWerker =
  | { readonly soort: 'gehasht'; readonly nummer: number; readonly bestanden: readonly GehashtBestand[] }
  | { readonly soort: 'partij'; readonly nummer: number; readonly partij: Partij; readonly bytes: number }
  | {
      readonly soort: 'klaar';
      readonly nummer: number;
      readonly bestanden: readonly BestandUitkomst[];
      readonly rest: Partij;
    };

/** What a worker is born with. */
export interface WerkerGegevens {
  readonly sleutelketen: readonly Uint8Array[];
  /** Bytes sent and not yet written; the worker waits while there are too many. Unit: bytes. */
  readonly onderweg: SharedArrayBuffer;
}

/** Most bytes that one worker may have on their way to the writer. */
export const MAX_ONDERWEG_BYTES = 64 * 2 ** 20;

const PAKKET_BYTES = 8 * 2 ** 20;
const PAKKET_BESTANDEN = 1000;

/** Divides files over packages, in order: small ones together, so that a transaction is worth its cost. */
export function makePakketten(
  bestanden: readonly Bronbestand[],
  maxBytes: number = PAKKET_BYTES,
): readonly Pakket[] {
  const pakketten: Bronbestand[][] = [];
  let bytes = 0;
  for (const bestand of bestanden) {
    const current = pakketten.at(-1);
    if (current === undefined || bytes + bestand.bytes > maxBytes || current.length >= PAKKET_BESTANDEN) {
      pakketten.push([bestand]);
      bytes = bestand.bytes;
    } else {
      current.push(bestand);
      bytes += bestand.bytes;
    }
  }
  return pakketten.map((inhoud, nummer) => ({ nummer, bestanden: inhoud }));
}

/** Codes of files that are set aside whole, with the severity of their finding. */
export const OPZIJ_REDENEN: Readonly<Record<string, Severity>> = {
  'ingest.no-message': 'info',
  'ingest.unreadable-file': 'fout',
};
