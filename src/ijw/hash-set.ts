// SPDX-License-Identifier: EUPL-1.2

const EMPTY = 0;

/**
 * A set of texts as 52-bit hashes, 16 bytes each at most, however long the texts.
 * Approximation: two texts may share a hash. In a message of a million lines the chance that any two do is about 1 in 9,000.
 */
export class HashSet {
  private slots = new Float64Array(64);
  private count = 0;

  clear(): void {
    if (this.slots.length > 1024) this.slots = new Float64Array(64);
    else if (this.count > 0) this.slots.fill(EMPTY);
    this.count = 0;
  }

  has(hash: number): boolean {
    return this.count > 0 && this.slots[this.find(hash)] === hash;
  }

  /** False when it was there already. */
  add(hash: number): boolean {
    const at = this.find(hash);
    if (this.slots[at] === hash) return false;
    this.slots[at] = hash;
    this.count++;
    if (this.count * 2 > this.slots.length) this.grow();
    return true;
  }

  private find(hash: number): number {
    const { slots } = this;
    const mask = slots.length - 1;
    let at = (hash | 0) & mask;
    while (slots[at] !== EMPTY && slots[at] !== hash) at = (at + 1) & mask;
    return at;
  }

  private grow(): void {
    const old = this.slots;
    this.slots = new Float64Array(old.length * 2);
    for (let i = 0; i < old.length; i++) {
      const hash = old[i] as number;
      if (hash !== EMPTY) this.slots[this.find(hash)] = hash;
    }
  }
}

/** Hashes in the order they came; becomes a set when somebody asks what is in it. Most messages credit nothing, and nobody asks. */
export class HashList {
  private list = new Float64Array(64);
  private length = 0;
  private inSet = 0;
  private readonly set = new HashSet();

  clear(): void {
    if (this.list.length > 1024) this.list = new Float64Array(64);
    this.length = 0;
    this.inSet = 0;
    this.set.clear();
  }

  add(hash: number): void {
    if (this.length === this.list.length) {
      const larger = new Float64Array(this.length * 2);
      larger.set(this.list);
      this.list = larger;
    }
    this.list[this.length++] = hash;
  }

  has(hash: number): boolean {
    while (this.inSet < this.length) this.set.add(this.list[this.inSet++] as number);
    return this.set.has(hash);
  }
}

/** Hash of a text, continuing from `seed`. Never 0. */
export function hashText(text: string, seed = 0): number {
  let a = 0x811c9dc5 ^ seed;
  let b = 0x9e3779b9 ^ (seed / 0x100000000);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b + code, 0x85ebca6b) ^ (b >>> 13);
  }
  return joined(a, b);
}

/** As `hashText`, of a text of plain ASCII that is still bytes. */
export function hashBytes(bytes: Uint8Array, start: number, end: number, seed = 0): number {
  let a = 0x811c9dc5 ^ seed;
  let b = 0x9e3779b9 ^ (seed / 0x100000000);
  for (let i = start; i < end; i++) {
    const code = bytes[i] as number;
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b + code, 0x85ebca6b) ^ (b >>> 13);
  }
  return joined(a, b);
}

/** Hash of a number, continuing from `seed`. Never 0. */
export function hashNumber(value: number, seed = 0): number {
  const a = Math.imul(seed ^ value ^ 0x811c9dc5, 0x01000193);
  const b = Math.imul((seed / 0x100000000) ^ Math.imul(value, 0x85ebca6b), 0xc2b2ae35);
  return joined(a ^ (a >>> 15), b ^ (b >>> 13));
}

// For the same other half, different halves give different hashes: each step can be undone.
function joined(a: number, b: number): number {
  const high = Math.imul(b ^ (b >>> 16), 0x2c1b3c6d) >>> 12;
  const mixed = Math.imul(a ^ (a >>> 16), 0x85ebca6b);
  return high * 0x100000000 + ((mixed ^ (mixed >>> 13)) >>> 0) + 1;
}
