// SPDX-License-Identifier: EUPL-1.2
import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Seals a few bytes that only the key opens (AES-256-GCM): nonce, ciphertext, tag. The nonce is the hash of the content, so the same content gives the same bytes. */
export function sealBytes(plain: Uint8Array, key: Uint8Array): Buffer {
  const nonce = createHash('sha256').update(plain).digest().subarray(0, NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Throws for another key, and when a byte was changed. */
export function unsealBytes(sealed: Uint8Array, key: Uint8Array): Buffer {
  const end = sealed.length - TAG_BYTES;
  if (end < NONCE_BYTES) throw new Error('too short to be sealed');
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES));
  decipher.setAuthTag(sealed.subarray(end));
  return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, end)), decipher.final()]);
}
