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

/** The bytes of a run. */
function markupRun(
  buffer: Buffer,
  view: DataView,
  start: number,
  end: number,
): Pick<Run, 'length' | 'bytes' | 'words' | 'last'> {
  const length = end - start;
  const words = new Float64Array(length >> 3);
  for (let i = 0; i < words.length; i++) words[i] = view.getFloat64(start + i * 8, true);
  return {
    length,
    bytes: Uint8Array.from(buffer.subarray(start, end)),
    words,
    last: view.getFloat64(end - 8, true),
  };
}

/** What stands before the first value of a document: start tags at these offsets. Undefined when its bytes cannot be compared as a run. */
export function openingRun(
  buffer: Buffer,
  view: DataView,
  end: number,
  tags: readonly Tag[],
  offsets: readonly number[],
): Run | undefined {
  if (end > MAX_RUN || buffer.subarray(0, end).some((byte) => byte > 0x7f)) return undefined;
  const opens = new Uint8Array(tags.length).fill(1);
  return { ...markupRun(buffer, view, 0, end), tags, opens, offsets: Int32Array.from(offsets), closes: [] };
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
    const { leaf } = this;
    const run = this.taken(buffer, view, end);
    if (leaf === undefined || run === undefined) return;
    if (leaf.runs.length >= MAX_RUNS_PER_LEAF) leaf.runs.pop();
    leaf.runs.unshift(run);
  }

  /** The document ends at `end`: the run until there, of end tags only. */
  last(buffer: Buffer, view: DataView, end: number): Run | undefined {
    const { leaf } = this;
    const run = this.taken(buffer, view, end);
    if (leaf === undefined || run === undefined || run.opens.includes(1)) return undefined;
    leaf.isLast = true;
    return run;
  }

  private taken(buffer: Buffer, view: DataView, end: number): Run | undefined {
    const { leaf, start } = this;
    this.leaf = undefined;
    if (leaf === undefined || end - start > MAX_RUN || end - start < 8) return undefined;
    const { tags, opens, offsets, closes } = this;
    return {
      ...markupRun(buffer, view, start, end),
      tags,
      opens: Uint8Array.from(opens),
      offsets: Int32Array.from(offsets),
      closes,
    };
  }

  private note(tag: Tag, open: 0 | 1, at: number): void {
    this.tags.push(tag);
    this.opens.push(open);
    this.offsets.push(at - this.start);
  }
}
