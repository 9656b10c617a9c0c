// SPDX-License-Identifier: EUPL-1.2
import { type Taal, texts } from '../text/index.ts';
import type { ProofFinding } from './finding.ts';
import { placeText } from './number-findings.ts';
import type { PrintedDocument } from './printed.ts';
import { sentencesOf } from './read/running-text.ts';

/** What a proof looked at, and what it found. */
export interface ProofOutcome {
  readonly naam: string;
  readonly nagelopen: { readonly tabellen: number; readonly getallen: number; readonly zinnen: number };
  readonly bevindingen: readonly ProofFinding[];
}

/** A finding in one language, ready to be printed. Plain JSON. */
export interface ExplainedFinding {
  readonly id: string;
  readonly regel: string;
  readonly soort: string;
  readonly ernst: string;
  readonly zekerheid: string;
  readonly plaats: string;
  readonly gedrukt: string;
  readonly verwacht: string;
  readonly uitleg: readonly string[];
  readonly ook: readonly string[];
}

/** The findings on a document with how much of it was read. */
export function outcomeOf(
  naam: string,
  document: PrintedDocument,
  bevindingen: readonly ProofFinding[],
): ProofOutcome {
  return {
    naam,
    nagelopen: {
      tabellen: document.tabellen.filter(({ soort }) => soort !== 'tekst').length,
      getallen: document.tabellen.reduce((sum, { cellen }) => sum + cellen.length, 0),
      zinnen: document.teksten.reduce((sum, text) => sum + sentencesOf(text).length, 0),
    },
    bevindingen,
  };
}

/** A failed check is often one of many of the same cause; this many say enough. */
const MOST_CHECKS = 6;

/** The finding with its sentences in this language. */
export function explainFinding(finding: ProofFinding, taal: Taal): ExplainedFinding {
  const { proof } = texts(taal);
  const sentences = finding.controles.map(({ uitleg, delen }) => proof.uitleg[uitleg](...delen));
  return {
    id: finding.id,
    regel: finding.regel,
    soort: proof.regels[finding.regel],
    ernst: finding.ernst,
    zekerheid: finding.zekerheid,
    plaats: placeText(finding.plaats),
    gedrukt: finding.gedrukt,
    verwacht: finding.verwacht,
    uitleg: [...new Set(sentences)].slice(0, MOST_CHECKS),
    ook: finding.ook.map(placeText),
  };
}
