// SPDX-License-Identifier: EUPL-1.2
import type { Chart, DataTable } from '../charts/index.ts';
import type { Inline, TextBlock } from '../markup/index.ts';
import type { Taal } from '../text/index.ts';

export type { Inline };

/** A footnote of one table or figure. Without a mark it holds for the whole. */
export interface Note {
  readonly mark?: string;
  readonly text: string;
}

export interface DefinitionPanel {
  readonly title: string;
  readonly version: string;
  readonly blocks: readonly Block[];
}

/** One table of the release in the forms in which it can be taken away; paths are relative to the release. */
export interface DataFile {
  readonly name: string;
  readonly csv: string;
  readonly ods: string;
}

/** What stands under every table and figure: nothing is shown without its source, its vintage and its meaning. */
export interface Provenance {
  readonly unit: string;
  readonly source: string;
  readonly stamp: string;
  readonly notes: readonly Note[];
  readonly definitions: readonly DefinitionPanel[];
  readonly files: readonly DataFile[];
}

export interface TableBlock {
  readonly kind: 'table';
  /** Anchor, unique on the page. */
  readonly id: string;
  /** `Tabel 1`. */
  readonly number: string;
  readonly title: string;
  readonly table: DataTable;
  readonly provenance: Provenance;
}

export interface FigureBlock {
  readonly kind: 'figure';
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly chart: Chart;
  readonly provenance: Provenance;
}

export interface KeyFigure {
  readonly label: string;
  readonly value: string;
  /** The year before. */
  readonly earlier?: string;
  readonly warning?: string;
}

export type Block =
  | {
      readonly kind: 'section';
      readonly id: string;
      readonly title: string;
      /** Of a chapter. */
      readonly number?: string;
      /** What it is about, in a larger type under its title. */
      readonly lead?: readonly Inline[];
      /** Left out of the printed list of contents. */
      readonly minor?: true;
      readonly blocks: readonly Block[];
    }
  | TextBlock
  /** A notice that something is not there, and why. */
  | { readonly kind: 'remark'; readonly children: readonly Inline[] }
  | { readonly kind: 'terms'; readonly items: readonly { readonly term: string; readonly text: string }[] }
  | { readonly kind: 'keyFigures'; readonly title: string; readonly items: readonly KeyFigure[] }
  | TableBlock
  | FigureBlock;

export interface PageLink {
  readonly href: string;
  readonly label: string;
  readonly current: boolean;
}

/** One page as plain data: everything that a rendering needs and nothing about how it looks. */
export interface DocumentPage {
  /** File in the release. */
  readonly pad: string;
  readonly taal: Taal;
  readonly siteName: string;
  readonly title: string;
  /** Of a chapter. */
  readonly number?: string;
  readonly lead: string;
  /** Warning above everything, when the figures are made up. */
  readonly banner?: { readonly title: string; readonly text: string };
  readonly stamp: readonly { readonly term: string; readonly text: string }[];
  readonly stampTitle: string;
  readonly pages: readonly PageLink[];
  /** The chapters of the document that this page is, or is a part of. */
  readonly chapters?: readonly PageLink[];
  /** Pages to read before and after this one. */
  readonly previous?: PageLink;
  readonly next?: PageLink;
  readonly blocks: readonly Block[];
  readonly colophon: readonly string[];
  /** The same contents on paper, or the document that this page is a part of; absent on a page that is only a way to others. */
  readonly paper?: { readonly href: string; readonly label: string };
  /** Whom or what it is about, where pages of one kind share a title. */
  readonly subject?: string;
  /** A letter: on paper it begins at once, without title page or contents. */
  readonly letter?: boolean;
  /** The same contents as a text that can be edited. */
  readonly editable?: { readonly href: string; readonly label: string };
  /** Home page of the site in this language; absent for a page that stands alone. */
  readonly home?: string;
  /** The same page in the other language, where there is one. */
  readonly otherLanguage?: { readonly taal: Taal; readonly href: string; readonly label: string };
}
