// SPDX-License-Identifier: EUPL-1.2
import type { Severity } from '../../contract/index.ts';

/** A rule across messages: which delivered rows break it. `regel` is NULL when a whole message does. */
export interface KetenRegel {
  /** As the standard numbers it (`TR338`), or `store.…` for a check of our own. */
  readonly code: string;
  /** What must hold, in one sentence. */
  readonly betekenis: string;
  readonly ernst: Severity;
  readonly retourcode?: string;
  /** What the traffic alone cannot show, where the check is weaker than the rule. */
  readonly beperking?: string;
  /** Selects (bericht_id, regel). May use the raw layer, the derived layer and what `KETEN_STEPS` and `KETEN_VIEWS` make. */
  readonly sql: string;
}

/** The care that a start or stop is about. */
const ZORG = ['gemeente', 'aanbieder', 'pseudoniem', 'toewijzing_nummer', 'categorie', 'code'] as const;

/** Columns of the care that a start or stop is about, and more, as text. */
export function zorgSleutel(...extra: readonly string[]): string {
  return [...ZORG, ...extra].join(', ');
}

/** Equality of the care that rows `r` and `t` are about, and of more columns. */
export function gelijkeZorg(...extra: readonly string[]): string {
  return [...ZORG, ...extra].map((kolom) => `t.${kolom} IS NOT DISTINCT FROM r.${kolom}`).join(' AND ');
}

/** Rows of a table that have no partner. */
export function zonder(tabel: string, partner: string, op: string, waar = 'true'): string {
  return `SELECT r.bericht_id, r.regel FROM ${tabel} r WHERE ${waar} AND NOT EXISTS (SELECT 1 FROM ${partner} t WHERE ${op})`;
}

/** Rows of a table that have a partner. */
export function met(tabel: string, partner: string, op: string, waar = 'true'): string {
  return `SELECT r.bericht_id, r.regel FROM ${tabel} r WHERE ${waar} AND EXISTS (SELECT 1 FROM ${partner} t WHERE ${op})`;
}

/**
 * Every row but the first of those with equal keys; first by Dagtekening, then id: never by arrival. Cost: only rows whose key occurs twice are put in order.
 */
export function herhaald(tabel: string, sleutel: string, waar = 'true'): string {
  const kolommen = sleutel.split(', ');
  const gelijk = kolommen.map((kolom) => `r.${kolom} IS NOT DISTINCT FROM d.${kolom}`).join(' AND ');
  const eigen = kolommen.map((kolom) => `r.${kolom}`).join(', ');
  return `SELECT r.bericht_id, r.regel FROM (SELECT * FROM ${tabel} WHERE ${waar}) r
    SEMI JOIN (SELECT ${sleutel} FROM ${tabel} WHERE ${waar} GROUP BY ALL HAVING count(*) > 1) d ON ${gelijk}
    QUALIFY row_number() OVER (PARTITION BY ${eigen} ORDER BY r.dagtekening, r.bericht_id, r.regel) > 1`;
}
