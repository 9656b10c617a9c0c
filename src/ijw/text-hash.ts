// SPDX-License-Identifier: EUPL-1.2

/** Puts 52 bits of hash of a text into a tuple; never 0. */
export function hashTextInto(text: string, tuple: Float64Array, at: number): void {
  let a = 0x811c9dc5 | 0;
  let b = 0x9e3779b9 | 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b + code, 0x85ebca6b) ^ (b >>> 13);
  }
  tuple[at] = joined(a, b);
}

/** As `hashTextInto`, of plain ASCII that is still bytes. */
export function hashBytesInto(
  bytes: Uint8Array,
  start: number,
  end: number,
  tuple: Float64Array,
  at: number,
): void {
  let a = 0x811c9dc5 | 0;
  let b = 0x9e3779b9 | 0;
  for (let i = start; i < end; i++) {
    const code = bytes[i] as number;
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b + code, 0x85ebca6b) ^ (b >>> 13);
  }
  tuple[at] = joined(a, b);
}

function joined(a: number, b: number): number {
  const high = Math.imul(b ^ (b >>> 16), 0x2c1b3c6d) >>> 12;
  const mixed = Math.imul(a ^ (a >>> 16), 0x85ebca6b);
  return high * 0x100000000 + ((mixed ^ (mixed >>> 13)) >>> 0) + 1;
}
