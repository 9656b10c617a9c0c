// SPDX-License-Identifier: EUPL-1.2

/** One term of the glossary (begrippenlijst). */
export interface Begrip {
  /** A term with the id of an indicator explains that indicator. */
  readonly id: string;
  readonly term: { readonly nl: string; readonly en: string };
  /** Other ways of writing it, abbreviations among them. */
  readonly ook: readonly string[];
  readonly uitleg: { readonly nl: string; readonly en: string };
  /** Numbers of the chapters of the monitor whose glossary shows it; empty = the general list only. */
  readonly hoofdstukken: readonly number[];
  /** Ids of terms; an id that is no term is that of an indicator. */
  readonly zie: readonly string[];
  /** Law, standard or report. */
  readonly bron?: string;
}
