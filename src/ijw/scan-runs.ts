// SPDX-License-Identifier: EUPL-1.2
import type { Run, Tag } from './scan-handler.ts';

const MAX_RUN = 4096;
const MAX_RUNS_PER_LEAF = 8;

// Markup is ASCII: as a float of eight such bytes is no zero and no NaN, equal floats are equal bytes.
export function runMatches(run: Run, view: DataView, at: number): boolean {
  const { words } = run;
  const count = words.length;
  for (let i = 0; i < count; i++) if (view.getFloat64(at + i * 8, true) !== words[i]) return false;
  return view.getFloat64(at + run.length - 8, true) === run.last;
}

/** Watches plain start and end tags after a leaf, until the next leaf makes a run of them. Anything else on the way cancels it. */
export class RunRecorder {
  private leaf: Tag | undefined;
  private start = 0;
  private tags: Tag[] = [];
  private opens: number[] = [];
  private offsets: number[] = [];
  private closes: Tag[] = [];
  private inner = 0;

  begin(leaf: Tag, start: number): void {
    this.leaf = leaf;
    this.start = start;
    this.tags = [];
    this.opens = [];
    this.offsets = [];
    this.closes = [];
    this.inner = 0;
  }

  cancel(): void {
    this.leaf = undefined;
  }

  opened(tag: Tag, at: number): void {
    if (this.leaf === undefined) return;
    this.note(tag, 1, at);
    this.inner++;
  }

  closed(tag: Tag, at: number): void {
    if (this.leaf === undefined) return;
    this.note(tag, 0, at);
    if (this.inner > 0) this.inner--;
    else this.closes.push(tag);
  }

  /** The next value starts at `end`. */
  finish(buffer: Buffer, view: DataView, end: number): void {
    const { leaf, start } = this;
    this.leaf = undefined;
    const length = end - start;
    if (leaf === undefined || length > MAX_RUN || length < 8) return;
    const words = new Float64Array(length >> 3);
    for (let i = 0; i < words.length; i++) words[i] = view.getFloat64(start + i * 8, true);
    const run: Run = {
      length,
      bytes: Uint8Array.from(buffer.subarray(start, end)),
      words,
      last: view.getFloat64(end - 8, true),
      tags: this.tags,
      opens: Uint8Array.from(this.opens),
      offsets: Int32Array.from(this.offsets),
      closes: this.closes,
    };
    if (leaf.runs.length >= MAX_RUNS_PER_LEAF) leaf.runs.pop();
    leaf.runs.unshift(run);
  }

  private note(tag: Tag, open: 0 | 1, at: number): void {
    this.tags.push(tag);
    this.opens.push(open);
    this.offsets.push(at - this.start);
  }
}
