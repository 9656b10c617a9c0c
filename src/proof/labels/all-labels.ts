// SPDX-License-Identifier: EUPL-1.2
import type { ProofFinding } from '../finding.ts';
import type { PrintedDocument } from '../printed.ts';
import { classFindings } from './classes.ts';
import { nameFindings } from './names.ts';
import { notationFindings } from './notation.ts';
import { numberingFindings } from './numbering.ts';
import { siblingFindings } from './siblings.ts';
import { sourceFindings } from './sources.ts';
import { totalFindings } from './totals.ts';
import { transcriptionFindings } from './transcription.ts';
import { unionFindings } from './unions.ts';
import { yearFindings } from './years.ts';

/** What is wrong with titles, axes, units, notes and numbers of tables, apart from the figures in them. */
export function labelFindings(document: PrintedDocument): ProofFinding[] {
  return [
    ...yearFindings(document),
    ...unionFindings(document),
    ...notationFindings(document),
    ...transcriptionFindings(document),
    ...totalFindings(document),
    ...classFindings(document),
    ...sourceFindings(document),
    ...siblingFindings(document),
    ...nameFindings(document),
    ...numberingFindings(document),
  ];
}
