// SPDX-License-Identifier: EUPL-1.2
import { createHash, createHmac, hkdfSync } from 'node:crypto';
import { type Bsn, revealBsn } from '../contract/index.ts';
import { PersonMemory } from './person-memory.ts';

/** The keys of a workspace, derived from its one secret. Source: docs/adr/a-person-is-64-bits-of-a-keyed-hash.md */
export interface Sleutel {
  /** Public name of the key; tells whether two secrets are the same and nothing else. */
  readonly id: string;
  readonly pseudoniem: Uint8Array;
  readonly archief: Uint8Array;
  /** Opens the keys from before a rotation. */
  readonly keten: Uint8Array;
}

const KEY_BYTES = 32;
const ID_CHARACTERS = 16;

/** Cost: microseconds; the secret is random, not a password, and needs no stretching. */
export function sleutelVan(secret: string): Sleutel {
  const derived = (purpose: string): Uint8Array =>
    new Uint8Array(hkdfSync('sha256', secret, '', `regiovisie ${purpose}`, KEY_BYTES));
  return {
    id: createHash('sha256').update(derived('sleutel-id')).digest('hex').slice(0, ID_CHARACTERS),
    pseudoniem: derived('pseudoniem'),
    archief: derived('archief'),
    keten: derived('keten'),
  };
}

/** Pseudonyms under a chain of keys, remembered per BSN. Only inside a parse worker. */
export function pseudonymiser(chain: readonly Uint8Array[]): (bsn: Bsn) => bigint {
  const [first = new Uint8Array(), ...later] = chain;
  const persons = new PersonMemory((digits) =>
    later.reduce(rehash, first64(createHmac('sha256', first).update(digits).digest())),
  );
  return (bsn) => persons.pseudonymOf(revealBsn(bsn));
}

/** The pseudonym after a rotation, from the one before it. */
export function rehash(pseudonym: bigint, key: Uint8Array): bigint {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(pseudonym);
  return first64(createHmac('sha256', key).update(bytes).digest());
}

function first64(digest: Buffer): bigint {
  return digest.readBigUInt64BE(0);
}
