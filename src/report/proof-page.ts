// SPDX-License-Identifier: EUPL-1.2
import { ERNSTEN, type ExplainedFinding, explainFinding, type ProofOutcome, REGELS } from '../proof/index.ts';
import { type Taal, type Texts, texts } from '../text/index.ts';
import type { Block, DocumentPage } from './document.ts';

/** The findings of a proof as a page: how many of each kind, then each with its place, what stands there, what was expected and why. */
export function proofDocument(
  outcome: ProofOutcome,
  files: Readonly<Record<Taal, string>>,
  taal: Taal,
): DocumentPage {
  const text = texts(taal);
  const { proof } = text;
  const findings = outcome.bevindingen.map((finding) => explainFinding(finding, taal));
  const serious = findings.filter(({ ernst }) => ernst === 'ernstig').length;
  const other: Taal = taal === 'nl' ? 'en' : 'nl';
  const { tabellen, getallen, zinnen } = outcome.nagelopen;
  return {
    pad: files[taal],
    taal,
    siteName: proof.siteNaam,
    title: proof.titel(outcome.naam),
    lead: proof.lead(findings.length, serious),
    stampTitle: proof.nagelopen,
    stamp: ERNSTEN.map((ernst) => ({
      term: proof.ernst[ernst],
      text: String(findings.filter((finding) => finding.ernst === ernst).length),
    })),
    pages: [{ href: files[taal], label: outcome.naam, current: true }],
    home: files[taal],
    otherLanguage: { taal: other, href: files[other], label: texts(other).taalNaam },
    blocks: [
      {
        kind: 'section',
        id: 'over',
        title: proof.over,
        blocks: [
          paragraph(proof.gecontroleerd(tabellen, getallen, zinnen)),
          paragraph(findings.length === 0 ? proof.geen : proof.leeswijzer),
          ...kinds(findings, text),
        ],
      },
      ...ERNSTEN.flatMap((ernst) => severity(findings, ernst, text)),
    ],
    colophon: [Object.values(proof.zekerheid).join('. ').concat('.')],
  };
}

function kinds(findings: readonly ExplainedFinding[], { proof }: Texts): Block[] {
  const items = REGELS.map((regel) => ({
    regel,
    count: findings.filter((finding) => finding.regel === regel).length,
  }))
    .filter(({ count }) => count > 0)
    .map(({ regel, count }) => [
      `${proof.regels[regel]}: `,
      { kind: 'strong' as const, children: [String(count)] },
    ]);
  return items.length === 0
    ? []
    : [
        { kind: 'subheading', text: proof.perKlasse },
        { kind: 'list', items },
      ];
}

function severity(
  findings: readonly ExplainedFinding[],
  ernst: (typeof ERNSTEN)[number],
  text: Texts,
): Block[] {
  const own = findings.filter((finding) => finding.ernst === ernst);
  if (own.length === 0) return [];
  return [
    {
      kind: 'section',
      id: ernst,
      title: `${text.proof.ernst[ernst]} (${own.length})`,
      blocks: own.flatMap((finding) => findingBlocks(finding, text)),
    },
  ];
}

function findingBlocks(finding: ExplainedFinding, { proof }: Texts): Block[] {
  const { zekerheid } = finding;
  const certainty =
    zekerheid in proof.zekerheid ? proof.zekerheid[zekerheid as keyof typeof proof.zekerheid] : zekerheid;
  const rows = [
    { term: proof.soort, text: finding.soort },
    { term: proof.gedrukt, text: finding.gedrukt },
    { term: proof.verwacht, text: finding.verwacht },
    { term: proof.berekening, text: finding.uitleg.join(' ') },
    { term: proof.zekerheidKop, text: certainty },
    { term: proof.ook, text: finding.ook.join('; ') },
    { term: proof.kenmerk, text: finding.id },
  ];
  return [
    { kind: 'subheading', text: finding.plaats },
    { kind: 'terms', items: rows.filter(({ text }) => text !== '') },
  ];
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', children: [text] };
}
