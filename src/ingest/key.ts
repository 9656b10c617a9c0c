// SPDX-License-Identifier: EUPL-1.2
import { createHash, createHmac, hkdfSync } from 'node:crypto';
import { type Bsn, OperatorError, revealBsn } from '../contract/index.ts';
import type { Warehouse } from '../store/index.ts';

/** The keys of a workspace, derived from its one secret. Source: docs/adr/a-person-is-64-bits-of-a-keyed-hash.md */
export interface Sleutel {
  /** Public name of the key; tells whether two secrets are the same and nothing else. */
  readonly id: string;
  readonly pseudoniem: Uint8Array;
  readonly archief: Uint8Array;
}

const KEY_BYTES = 32;
const ID_CHARACTERS = 16;
/** Persons remembered per worker; a whole jeugdregio fits many times. */
const CACHE_PERSONS = 500_000;

/** Cost: microseconds; the secret is random, not a password, and needs no stretching. */
export function sleutelVan(secret: string): Sleutel {
  const derived = (purpose: string): Uint8Array =>
    new Uint8Array(hkdfSync('sha256', secret, '', `regiovisie ${purpose}`, KEY_BYTES));
  return {
    id: createHash('sha256').update(derived('sleutel-id')).digest('hex').slice(0, ID_CHARACTERS),
    pseudoniem: derived('pseudoniem'),
    archief: derived('archief'),
  };
}

/**
 * Ties a new warehouse to a key; refuses a key that an existing one was not made with.
 *
 * Throws: `ingest.wrong-key`.
 */
export async function requireKey(warehouse: Warehouse, sleutel: Sleutel): Promise<void> {
  const known = await warehouse.keyId();
  if (known === sleutel.id) return;
  if (known === undefined) {
    await warehouse.setKeyId(sleutel.id);
    return;
  }
  throw new OperatorError({
    code: 'ingest.wrong-key',
    subject: `the warehouse was made with key ${known}, this is key ${sleutel.id}`,
    place: warehouse.path,
    remedy: 'give the key of this workspace; with another key the same child would count twice',
  });
}

/** Pseudonyms under one key: the first 64 bits of HMAC-SHA-256, remembered per BSN. Only inside a parse worker. */
export function pseudonymiser(key: Uint8Array): (bsn: Bsn) => bigint {
  const known = new Map<string, bigint>();
  return (bsn) => {
    const digits = revealBsn(bsn);
    const found = known.get(digits);
    if (found !== undefined) return found;
    const pseudonym = createHmac('sha256', key).update(digits).digest().readBigUInt64BE(0);
    if (known.size >= CACHE_PERSONS) known.clear();
    known.set(digits, pseudonym);
    return pseudonym;
  };
}
