// SPDX-License-Identifier: EUPL-1.2

import type { UitlegSleutel } from '../text/index.ts';
import { slug } from '../text/index.ts';
import type { RekenRegel, Zekerheid } from './identity.ts';
import type { Plaats } from './printed.ts';

/** How much a contradiction matters, the worst first. */
export const ERNSTEN = ['ernstig', 'matig', 'licht'] as const;
export type Ernst = (typeof ERNSTEN)[number];

/** Classes of contradictions, in the order in which a report shows them. */
export const REGELS = [
  'som',
  'percentage',
  'dubbel',
  'samenvoeging',
  'grens',
  'gemiddelde',
  'woord',
  'tekstgetal',
  'eenheid',
  'label',
  'verwijzing',
  'ontbreekt',
] as const satisfies readonly (RekenRegel | string)[];
export type Regel = (typeof REGELS)[number];

/** One check that failed: the sentence that explains it, by key, and what goes into that sentence. */
export interface Controle {
  readonly uitleg: UitlegSleutel;
  readonly delen: readonly string[];
}

/** One contradiction, with everything a reader needs to see it without a calculator. Holds no sentence: `text` has those, in every language. */
export interface ProofFinding {
  /** The same for the same contradiction in the same place, whatever else changes. */
  readonly id: string;
  readonly regel: Regel;
  readonly ernst: Ernst;
  readonly zekerheid: Zekerheid;
  readonly plaats: Plaats;
  /** What stands there. */
  readonly gedrukt: string;
  /** What would be true: a number, an interval, a label; empty when only the reader can tell. */
  readonly verwacht: string;
  readonly controles: readonly Controle[];
  /** Other places that take part: the same cause, or where the mistake could be instead. */
  readonly ook: readonly Plaats[];
}

/** Id of a finding in running text: the rule and the first words of what it quotes. */
export function textFindingId(regel: Regel, soort: string, quote: string): string {
  return `${regel}:${soort}:${slug(quote).split('-').slice(0, 8).join('-')}`;
}

/** Findings of one id are numbered, so that ids stay unique. */
export function withUniqueIds(findings: readonly ProofFinding[]): ProofFinding[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const count = (seen.get(finding.id) ?? 0) + 1;
    seen.set(finding.id, count);
    return count === 1 ? finding : { ...finding, id: `${finding.id}:${count}` };
  });
}

/** Serious first, then sure first, then in the order of the document. */
export function inReportOrder(findings: readonly ProofFinding[]): ProofFinding[] {
  const certainty: Record<Zekerheid, number> = { zeker: 0, waarschijnlijk: 1, mogelijk: 2 };
  const rank = ({ ernst, zekerheid, plaats }: ProofFinding) => [
    ERNSTEN.indexOf(ernst),
    certainty[zekerheid],
    plaats.regel ?? 0,
  ];
  return [...findings].sort((a, b) => {
    const [left, right] = [rank(a), rank(b)];
    const at = left.findIndex((value, index) => value !== right[index]);
    return at < 0 ? (a.id < b.id ? -1 : 1) : (left[at] ?? 0) - (right[at] ?? 0);
  });
}
