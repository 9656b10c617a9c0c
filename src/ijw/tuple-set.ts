// SPDX-License-Identifier: EUPL-1.2

const SMALL = 64;
const NUMBER = 0x00ffffff;
const TAG = ~NUMBER;
const MAX_TUPLES = NUMBER - 1;

/**
 * A set of tuples of numbers, for keys of lines: nothing is boxed, nothing is allocated per tuple, and what is added lies side by side.
 * Fill `tuple`, then ask. Cost: 8 bytes per number and about 16 bytes per tuple. Of more than 16 million tuples it forgets the rest.
 */
export class TupleSet {
  /** The tuple that `add` and `has` are about. Never put a -0 in it. */
  readonly tuple: Float64Array;
  private readonly width: number;
  /** The bits of `tuple`. */
  private readonly words: Int32Array;
  private values: Float64Array;
  /** Per slot the number of a tuple counted from 1, 0 when free, below eight bits of its hash: small, since it is read at random. */
  private slots = new Int32Array(SMALL * 2);
  private hashes = new Int32Array(SMALL);
  private count = 0;

  constructor(width: number) {
    this.width = width;
    this.tuple = new Float64Array(width);
    this.words = new Int32Array(this.tuple.buffer);
    this.values = new Float64Array(width * SMALL);
  }

  get size(): number {
    return this.count;
  }

  clear(): void {
    if (this.count === 0) return;
    this.count = 0;
    if (this.slots.length <= SMALL * 16) {
      this.slots.fill(0);
    } else {
      this.slots = new Int32Array(SMALL * 2);
      this.hashes = new Int32Array(SMALL);
      this.values = new Float64Array(this.width * SMALL);
    }
  }

  /** Adds the tuple; false when it is there already. */
  add(): boolean {
    const hash = this.hash();
    const at = this.find(hash);
    if (this.slots[at] !== 0) return false;
    const { count, width, tuple } = this;
    if (count === MAX_TUPLES) return true;
    if (count === this.hashes.length) this.widen();
    for (let i = 0; i < width; i++) this.values[count * width + i] = tuple[i] as number;
    this.hashes[count] = hash;
    this.count = count + 1;
    this.slots[at] = this.count | (hash & TAG);
    if (this.count * 2 > this.slots.length) this.grow();
    return true;
  }

  has(): boolean {
    return this.count > 0 && this.slots[this.find(this.hash())] !== 0;
  }

  private hash(): number {
    const { words } = this;
    let hash = 0x9e3779b9 | 0;
    for (let i = 0; i < words.length; i++) {
      hash = Math.imul(hash ^ (words[i] as number), 0x85ebca6b);
      hash ^= hash >>> 15;
    }
    hash = Math.imul(hash, 0xc2b2ae35 | 0);
    return hash ^ (hash >>> 13);
  }

  private find(hash: number): number {
    const { slots, values, width, tuple } = this;
    const mask = slots.length - 1;
    let at = hash & mask;
    for (;;) {
      const slot = slots[at] as number;
      if (slot === 0) return at;
      if (((slot ^ hash) & TAG) === 0) {
        const from = ((slot & NUMBER) - 1) * width;
        let same = true;
        for (let i = 0; i < width; i++) same &&= values[from + i] === tuple[i];
        if (same) return at;
      }
      at = (at + 1) & mask;
    }
  }

  private widen(): void {
    const values = new Float64Array(this.values.length * 2);
    const hashes = new Int32Array(this.hashes.length * 2);
    values.set(this.values);
    hashes.set(this.hashes);
    this.values = values;
    this.hashes = hashes;
  }

  private grow(): void {
    const slots = new Int32Array(this.slots.length * 2);
    const mask = slots.length - 1;
    for (let i = 0; i < this.count; i++) {
      const hash = this.hashes[i] as number;
      let at = hash & mask;
      while (slots[at] !== 0) at = (at + 1) & mask;
      slots[at] = (i + 1) | (hash & TAG);
    }
    this.slots = slots;
  }
}

/** Numbers in the order they came; becomes a set when somebody asks what is in it. Most messages credit nothing, and nobody asks. */
export class NumberList {
  private list = new Float64Array(SMALL);
  private length = 0;
  private inSet = 0;
  private readonly set = new TupleSet(1);

  clear(): void {
    if (this.list.length > SMALL * 16) this.list = new Float64Array(SMALL);
    this.length = 0;
    this.inSet = 0;
    this.set.clear();
  }

  add(value: number): void {
    if (this.length === this.list.length) {
      const larger = new Float64Array(this.length * 2);
      larger.set(this.list);
      this.list = larger;
    }
    this.list[this.length++] = value;
  }

  has(value: number): boolean {
    const { tuple } = this.set;
    for (; this.inSet < this.length; this.inSet++) {
      tuple[0] = this.list[this.inSet] as number;
      this.set.add();
    }
    tuple[0] = value;
    return this.set.has();
  }
}
