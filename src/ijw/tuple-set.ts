// SPDX-License-Identifier: EUPL-1.2

const SMALL = 64;

/**
 * A set of tuples of numbers, for keys of lines: nothing is boxed, nothing is allocated per tuple, and what is added lies side by side.
 * Fill `tuple`, then ask. Cost: 8 bytes per number and about 16 bytes per tuple.
 */
export class TupleSet {
  /** The tuple that `add` and `has` are about. Never put a -0 in it. */
  readonly tuple: Float64Array;
  private readonly width: number;
  /** The bits of `tuple`. */
  private readonly words: Int32Array;
  private values: Float64Array;
  /** Two per slot: number of the tuple counted from 1, 0 when free, and its hash. */
  private slots = new Int32Array(SMALL * 2);
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
      this.values = new Float64Array(this.width * SMALL);
    }
  }

  /** Adds the tuple; false when it is there already. */
  add(): boolean {
    const hash = this.hash();
    const at = this.find(hash);
    if (this.slots[at] !== 0) return false;
    const { width, tuple } = this;
    const from = this.count * width;
    if (from + width > this.values.length) {
      const larger = new Float64Array(this.values.length * 2);
      larger.set(this.values);
      this.values = larger;
    }
    for (let i = 0; i < width; i++) this.values[from + i] = tuple[i] as number;
    this.slots[at] = ++this.count;
    this.slots[at + 1] = hash;
    if (this.count * 4 > this.slots.length) this.grow();
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
    const mask = slots.length - 2;
    let at = (hash << 1) & mask;
    for (;;) {
      const index = slots[at] as number;
      if (index === 0) return at;
      if (slots[at + 1] === hash) {
        const from = (index - 1) * width;
        let same = true;
        for (let i = 0; i < width; i++) same &&= values[from + i] === tuple[i];
        if (same) return at;
      }
      at = (at + 2) & mask;
    }
  }

  private grow(): void {
    const old = this.slots;
    const slots = new Int32Array(old.length * 2);
    const mask = slots.length - 2;
    for (let i = 0; i < old.length; i += 2) {
      if (old[i] === 0) continue;
      let at = ((old[i + 1] as number) << 1) & mask;
      while (slots[at] !== 0) at = (at + 2) & mask;
      slots[at] = old[i] as number;
      slots[at + 1] = old[i + 1] as number;
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
