// SPDX-License-Identifier: EUPL-1.2

/** What a source holds, by its first bytes. */
export type BronSoort = 'gzip' | 'zip' | 'xml' | 'anders';

export function sniff(head: Uint8Array): BronSoort {
  const [a, b, c, d] = head;
  if (a === 0x1f && b === 0x8b) return 'gzip';
  if (a === 0x50 && b === 0x4b && ((c === 3 && d === 4) || (c === 5 && d === 6))) return 'zip';
  if ((a === 0xfe && b === 0xff) || (a === 0xff && b === 0xfe) || a === 0) return 'xml';
  const from = a === 0xef && b === 0xbb && c === 0xbf ? 3 : 0;
  const first = head
    .subarray(from)
    .find((byte) => byte !== 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d);
  return first === 0x3c ? 'xml' : 'anders';
}
