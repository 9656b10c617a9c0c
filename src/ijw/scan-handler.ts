// SPDX-License-Identifier: EUPL-1.2
import type { Herkend } from './detect-bericht.ts';
import type { Element } from './element-tree.ts';
import type { Places } from './places.ts';
import type { StructureMoment } from './structure-check.ts';

/** A start tag as one document writes it: the element it means, and its bytes between the brackets. */
export interface Tag {
  readonly element: Element;
  readonly raw: Uint8Array;
  readonly name: string;
  /** Runs of markup that have followed this leaf before. */
  readonly runs: Run[];
  /** A document has ended after this leaf. */
  isLast: boolean;
}

/** A tree as one document writes it; may be kept for a next document with the same root tag. */
export interface Vorm {
  readonly wortel: Element;
  readonly berichtUri: string;
  readonly basisUri: string;
  /** Longest value, comment or tag that is accepted. Unit: bytes. */
  readonly maxToken: number;
  /** Per element: the tags its children have been written with. */
  readonly tags: Map<string, Tag>[];
  /** States at leaves that documents came through, by what was seen until there. */
  readonly states: Map<string, LeafState>;
}

/**
 * A leaf about to be read, with everything that is open around it and what of it was seen. A document that comes back to a state and goes on with
 * the same markup needs no checks of structure: they were done the first time.
 * Source: docs/adr/markup-that-was-right-once-is-not-checked-again.md
 */
export interface LeafState {
  readonly leaf: Tag;
  /** From the root to the leaf. */
  readonly open: readonly Tag[];
  readonly moment: StructureMoment;
  /** Ways on that were right before, the last one found first. */
  readonly steps: Step[];
  /** How a document ended here that was right. */
  ending: Ending | undefined;
  /** Somebody asks for the value of the leaf. */
  readonly wanted: boolean;
  readonly registration: Registration;
}

/** Where a state stands in the memory of the walker; what is of another generation is worth nothing. */
export interface Registration {
  generation: number;
  address: number;
  /** How many steps had been learned when they were last written. */
  learned: number;
}

/** The markup from the end of one value to the start of the next, without any finding about structure. */
export interface Step {
  readonly run: Run;
  readonly to: LeafState;
  readonly acts: readonly Act[];
}

/** The end tags from the end of the last value to the end of the document. */
export interface Ending {
  readonly run: Run;
  readonly acts: readonly Act[];
}

/** The markup from the first byte to the first value, of a document without any finding until there. */
export interface Opening {
  readonly step: Step;
  readonly vorm: Vorm;
  readonly namespaces: ReadonlyMap<string, string>;
  readonly herkend: Herkend;
}

/** An element that opens or closes inside a step and that somebody wants to know about. */
export interface Act {
  readonly element: Element;
  readonly opens: boolean;
  /** Offset in the markup. Unit: bytes. */
  readonly offset: number;
}

/** Receives what a scanner sees, in document order. `at` is an offset in the document, in bytes. */
export interface ScanHandler {
  open(element: Element, at: number): void;
  close(element: Element, at: number): void;
  /**
   * Takes the value that starts at `start` if it ends before `end` and plainly fits; gives the offset of the `<` behind it, -1 if not.
   * May be asked again for the same value, or be followed by `value` or `text` for it.
   */
  take(element: Element, buffer: Uint8Array, start: number, end: number): number;
  /** Value of a leaf of plain printable ASCII, as bytes. */
  value(element: Element, buffer: Uint8Array, start: number, end: number, at: number): void;
  /** Any other value of a leaf; undefined when elements stand in it. */
  text(element: Element, text: string | undefined, at: number): void;
  /** Where the walker puts values; undefined for a handler, or a moment, without. */
  readonly places: Places | undefined;
  isWanted(element: Element): boolean;
  /** A leaf is about to be read, after steps that `step` was not told of. */
  atLeaf(element: Element): void;
  /** What was seen of the structure around an open leaf; undefined when something was wrong with it. */
  momentAt(leaf: Element): StructureMoment | undefined;
  /** What a run means for `step`. */
  actsOf(run: Run): readonly Act[];
  /** All that `open` and `close` of a run do, but for checks of structure. `at` is where its markup starts. */
  step(step: Step, at: number): void;
  /** What `step` does, at the end of a document. */
  ends(ending: Ending, at: number): void;
  /** Makes up for the checks that steps left out, so that `open` and `close` can go on from here. */
  goTo(state: LeafState): void;
  /** Something that the tree does not have. `naam` is the local name of an unknown element below `element`. */
  deviation(code: DeviationCode, element: Element, at: number, naam?: string): void;
}

/** How a document is read. `herkend` when a document that begins with the same bytes is read the same way. */
export interface Keuze {
  readonly vorm: Vorm;
  readonly handler: ScanHandler;
  readonly herkend?: Herkend;
}

/** Chooses how to read a document. */
export interface RootChooser {
  /** Once its root tag is known; undefined stops the scan. `peek` is up to 4 kB that follow the tag. */
  choose(naam: string, uri: string, rootTag: string, peek: string, at: number): Keuze | undefined;
  /** As a document before it that began the same. */
  again(herkend: Herkend): ScanHandler;
}

export type DeviationCode =
  | 'ijw.element-onbekend'
  | 'ijw.naamruimte'
  | 'ijw.attribuut'
  | 'ijw.tekst-buiten-element';

/**
 * Markup between the end of one value and the start of the next, as a document wrote it before, with what it means.
 * A writer repeats itself: when the same bytes follow the same leaf, comparing them replaces reading them.
 */
export interface Run {
  readonly length: number;
  readonly bytes: Uint8Array;
  /** The run in words of eight bytes, and its last eight bytes, which overlap the last word. */
  readonly words: Float64Array;
  readonly last: number;
  readonly tags: readonly Tag[];
  /** Per tag 1 for a start tag, 0 for an end tag. */
  readonly opens: Uint8Array;
  /** Per tag its offset in the run. */
  readonly offsets: Int32Array;
  /** Tags that were open before the run and that it closes, innermost first. */
  readonly closes: readonly Tag[];
}
