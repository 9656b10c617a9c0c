// SPDX-License-Identifier: EUPL-1.2
import { OperatorError } from '../contract/index.ts';
import type { Warehouse } from '../store/index.ts';
import type { Sleutel } from './key.ts';
import { sealBytes, unsealBytes } from './sealed-bytes.ts';

/**
 * Keys that turn a BSN into the pseudonym of a warehouse, in order: one, and one more for every rotation.
 * Source: docs/adr/a-rotated-key-hashes-the-pseudonyms-of-the-one-before.md
 */
export type KeyChain = readonly Uint8Array[];

const KEY_BYTES = 32;

/**
 * The chain of a warehouse, opened with its key; ties a new warehouse to the key.
 *
 * Throws: `ingest.wrong-key`.
 */
export async function requireKey(warehouse: Warehouse, sleutel: Sleutel): Promise<KeyChain> {
  const known = await warehouse.keyId();
  if (known === undefined) {
    await warehouse.setKeyId(sleutel.id);
    return [sleutel.pseudoniem];
  }
  if (known !== sleutel.id) {
    throw new OperatorError({
      code: 'ingest.wrong-key',
      subject: `the warehouse was made with key ${known}, this is key ${sleutel.id}`,
      place: warehouse.path,
      remedy: 'give the key of this workspace; with another key the same child would count twice',
    });
  }
  const sealed = await warehouse.keyChain();
  return sealed === undefined ? [sleutel.pseudoniem] : [...unsealChain(sealed, sleutel), sleutel.pseudoniem];
}

/** The earlier keys of a chain as text that only the newest key opens. */
export function sealChain(earlier: KeyChain, sleutel: Sleutel): string {
  return sealBytes(Buffer.concat(earlier), sleutel.keten).toString('base64');
}

function unsealChain(text: string, sleutel: Sleutel): KeyChain {
  const plain = unsealBytes(Buffer.from(text, 'base64'), sleutel.keten);
  return Array.from({ length: plain.length / KEY_BYTES }, (_, n) =>
    plain.subarray(n * KEY_BYTES, (n + 1) * KEY_BYTES),
  );
}
