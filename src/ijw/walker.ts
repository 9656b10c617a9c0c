// SPDX-License-Identifier: EUPL-1.2
import type { Element } from './element-tree.ts';
import type { Places } from './places.ts';
import type { LeafState, Run, Step } from './scan-handler.ts';
import type { Tekens, ValueKind, ValueType } from './value-type.ts';
import { WALKER_WASM } from './walker.generated.ts';

const KINDS: Readonly<Record<ValueKind, number>> = {
  code: 0,
  getal: 1,
  datum: 2,
  cijfers: 3,
  tekst: 4,
  tijd: 5,
};
/** A value that nobody asks for: right when it was right before. */
const KNOWN = 6;
const OTHER = 9;
/** Characters that a text may have, 0 for any: 1 letters, 2 digits. */
const TEKENS: Readonly<Record<Tekens, number>> = { alle: 0, letters: 1, cijfers: 2, 'letters-cijfers': 3 };
const PLACES_START = 1024;
const INPUT_START = 2_621_440;
const INPUT_BYTES = 1_048_576;
const STATES_START = INPUT_START + INPUT_BYTES;
const STATE_BYTES = 176;
const MAX_STEPS = 8;
const MAX_CODES = 8;
/** Known values of a place stand where its codes would. */
export const MAX_KNOWN = 4;
const CODES_BYTES = 36;
const DATE_BYTES = 16;
/** Longest text that `Velden` keeps as bytes. */
export const LATER_BYTES = 64;

// Neither the library of ES nor the types of Node 20 declare it.
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
};

interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly walk: (
    state: number,
    pos: number,
    end: number,
    has: number,
    num: number,
    later: number,
    bytes: number,
    codes: number,
    dates: number,
  ) => number;
}

/**
 * The part of the reader that is WebAssembly: machine code from the first byte on, where JavaScript takes a second to warm up.
 * It reads values and markup along known states and stops wherever anything else is needed. One for all readers of a thread.
 * Source: docs/adr/known-markup-is-walked-by-webassembly.md
 */
export class Walker {
  /** Room for what is being read; belongs to one document at a time. */
  readonly input: Buffer;
  /** Offset in `input` that the last walk came to, and the state there when it gave no step. */
  position = 0;
  state: LeafState | undefined;
  private readonly exports: Exports;
  private readonly bytes: Uint8Array;
  private readonly ints: Int32Array;
  private readonly floats: Float64Array;
  private isTaken = false;
  private nextPlaces = PLACES_START;
  private nextState = STATES_START;
  private generation = 1;
  private states = new Map<number, LeafState>();
  private steps: Step[] = [];
  private runs = new Map<Run, number>();

  constructor() {
    const module = new WebAssembly.Module(Buffer.from(WALKER_WASM, 'base64'));
    this.exports = new WebAssembly.Instance(module).exports as unknown as Exports;
    const { buffer } = this.exports.memory;
    this.bytes = new Uint8Array(buffer);
    this.ints = new Int32Array(buffer);
    this.floats = new Float64Array(buffer);
    this.input = Buffer.from(buffer, INPUT_START, INPUT_BYTES);
  }

  /** How often its memory was full, so that all was registered anew. */
  get timesFull(): number {
    return this.generation - 1;
  }

  get memory(): ArrayBuffer {
    return this.exports.memory.buffer;
  }

  /** Takes the room for input; false when another document has it. */
  take(): boolean {
    if (this.isTaken) return false;
    this.isTaken = true;
    return true;
  }

  release(): void {
    this.isTaken = false;
  }

  /** Room for the values of so many places; undefined when there is none left. */
  placesFor(count: number): Places | undefined {
    const has = this.nextPlaces;
    const later = has + count;
    const num = (later + count + 7) & ~7;
    const bytes = num + count * 8;
    const dates = bytes + count * LATER_BYTES;
    const codes = dates + count * DATE_BYTES;
    const end = (codes + count * CODES_BYTES + 15) & ~15;
    if (end > INPUT_START) return undefined;
    this.nextPlaces = end;
    return { has, num, later, bytes, codes, dates };
  }

  /** Makes a code known as valid at a place. */
  addCode(places: Places, id: number, packed: number): void {
    const at = (places.codes + id * CODES_BYTES) >> 2;
    const count = this.ints[at] as number;
    for (let i = 1; i <= count; i++) if (this.ints[at + i] === packed) return;
    if (count >= MAX_CODES) return;
    this.ints[at + count + 1] = packed;
    this.ints[at] = count + 1;
  }

  /** Makes values known as right at a place. */
  addKnown(places: Places, id: number, values: readonly number[]): void {
    const at = (places.codes + id * CODES_BYTES) >> 2;
    for (const [i, value] of values.entries()) {
      this.ints[at + 1 + i * 2] = value;
      this.ints[at + 2 + i * 2] = value / 2 ** 32;
    }
    this.ints[at] = values.length;
  }

  /**
   * Walks from a state at an offset in `input` until something needs attention: gives the step to be taken, whose markup stands at `position`;
   * undefined when a value stands there, of `state`, that is not plain or not followed by known markup.
   */
  walk(from: LeafState, places: Places, pos: number, end: number): Step | undefined {
    this.position = pos;
    this.state = from;
    const address = this.addressOf(from);
    if (address === 0) return undefined;
    const { has, num, later, bytes, codes, dates } = places;
    const action = this.exports.walk(
      address,
      INPUT_START + pos,
      INPUT_START + end,
      has,
      num,
      later,
      bytes,
      codes,
      dates,
    );
    this.position = (this.ints[0] as number) - INPUT_START;
    if (action > 0) return this.steps[action - 1];
    this.state = this.states.get(this.ints[1] as number);
    return undefined;
  }

  private addressOf(state: LeafState): number {
    const { registration } = state;
    const known = registration.generation === this.generation;
    if (known && registration.learned === state.steps.length) return registration.address;
    if (!known && !this.reserve(state)) return 0;
    return this.writeSteps(state) ? registration.address : 0;
  }

  private reserve(state: LeafState): boolean {
    if (this.nextState + STATE_BYTES > this.bytes.length) {
      this.startAnew();
      return false;
    }
    const { registration, leaf } = state;
    const address = this.nextState;
    this.nextState += STATE_BYTES;
    registration.generation = this.generation;
    registration.address = address;
    registration.learned = 0;
    this.states.set(address, state);
    this.writeLeaf(address, leaf.element, state.wanted);
    return true;
  }

  private writeLeaf(address: number, { id, herhaalt, type }: Element, wanted: boolean): void {
    const { tekens, packed, minLength, maxLength, digits, minimum, maximum, pattern } = type as ValueType;
    const kind = type?.kind === 'tekst' && packed !== undefined ? 'code' : (type as ValueType).kind;
    const plain =
      (kind !== 'getal' || pattern === undefined) &&
      ((kind !== 'tekst' && kind !== 'tijd') || tekens !== undefined);
    const unplain = wanted ? OTHER : KNOWN;
    const at = address >> 2;
    const { ints } = this;
    ints[at] = herhaalt ? OTHER : plain ? KINDS[kind] : unplain;
    ints[at + 1] = id;
    ints[at + 2] = wanted ? 1 : 0;
    ints[at + 3] = Math.max(minLength, 1);
    ints[at + 4] = Math.min(maxLength, MAX_PLAIN);
    ints[at + 5] = digits;
    this.floats[(address >> 3) + 3] = minimum;
    this.floats[(address >> 3) + 4] = maximum;
    ints[at + 10] = 0;
    ints[at + 11] = TEKENS[tekens ?? 'alle'];
  }

  private writeSteps(state: LeafState): boolean {
    const { registration, steps } = state;
    const at = registration.address >> 2;
    const count = Math.min(steps.length, MAX_STEPS);
    for (let i = 0; i < count; i++) {
      const step = steps[i] as Step;
      const run = this.addressOfRun(step.run);
      const { registration: next } = step.to;
      if (run === 0) return false;
      if (next.generation !== this.generation && !this.reserve(step.to)) return false;
      const from = at + 12 + i * 4;
      this.ints[from] = run;
      this.ints[from + 1] = step.run.length;
      this.ints[from + 2] = next.address;
      this.ints[from + 3] = step.acts.length === 0 ? 0 : this.steps.push(step);
    }
    this.ints[at + 10] = count;
    registration.learned = steps.length;
    return true;
  }

  private addressOfRun(run: Run): number {
    const known = this.runs.get(run);
    if (known !== undefined) return known;
    const address = this.nextState;
    const end = (address + run.length + 15) & ~15;
    if (end > this.bytes.length) {
      this.startAnew();
      return 0;
    }
    this.bytes.set(run.bytes, address);
    this.nextState = end;
    this.runs.set(run, address);
    return address;
  }

  /** Memory is full: everything is registered again as it is met. */
  private startAnew(): void {
    this.generation++;
    this.nextState = STATES_START;
    this.states = new Map();
    this.steps = [];
    this.runs = new Map();
  }
}

const MAX_PLAIN = 4096;
let shared: Walker | undefined;

/** The walker of this thread. */
export function walkerOfThread(): Walker {
  shared ??= new Walker();
  return shared;
}
