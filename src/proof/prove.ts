// SPDX-License-Identifier: EUPL-1.2
import { inReportOrder, type ProofFinding, withUniqueIds } from './finding.ts';
import { labelFindings } from './labels/all-labels.ts';
import { numberFindings } from './number-findings.ts';
import type { PrintedDocument } from './printed.ts';
import { sentencesOf } from './read/running-text.ts';
import { claimFindings } from './sentences/claim-findings.ts';
import { countFindings } from './sentences/count-findings.ts';
import { mentionFindings } from './sentences/number-mentions.ts';
import { pairFindings } from './sentences/pair-findings.ts';
import { restFindings } from './sentences/rest-findings.ts';
import { subjectsOf } from './sentences/subject.ts';
import { unitFindings } from './sentences/unit-findings.ts';
import { abbreviationFindings } from './structure/abbreviations.ts';
import { axisFindings } from './structure/axes.ts';
import { chapterFindings } from './structure/chapters.ts';
import { footnoteFindings } from './structure/footnotes.ts';
import { groupFindings } from './structure/groups.ts';
import { promisedIndicators } from './structure/promised-indicators.ts';
import { referenceFindings } from './structure/references.ts';
import { spellingFindings } from './structure/spelling.ts';

/** Everything in a published document that cannot be true, or that contradicts itself. Pure: the same document gives the same findings. */
export function proveDocument(document: PrintedDocument): ProofFinding[] {
  const perText = document.teksten.map((text) => ({ text, sentences: sentencesOf(text) }));
  const sentences = perText.flatMap((one) => one.sentences);
  const subjects = subjectsOf(document);
  return withUniqueIds(
    inReportOrder([
      ...numberFindings(document),
      ...labelFindings(document),
      ...claimFindings(sentences, subjects),
      ...pairFindings(sentences),
      ...mentionFindings(sentences, subjects),
      ...unitFindings(sentences, subjects),
      ...restFindings(document, sentences),
      ...promisedIndicators(document, sentences),
      ...countFindings(sentences, document.gebieden),
      ...referenceFindings(document, sentences),
      ...abbreviationFindings(document),
      ...groupFindings(document),
      ...axisFindings(document),
      ...spellingFindings(document),
      ...perText.flatMap(({ text, sentences: own }) => [
        ...footnoteFindings(text),
        ...chapterFindings(text, own),
      ]),
    ]),
  );
}
