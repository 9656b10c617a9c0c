// SPDX-License-Identifier: EUPL-1.2
import type { ProofFinding } from '../finding.ts';
import { labelFinding } from '../labels/label-finding.ts';
import { tablePlaceOf } from '../labels/years.ts';
import type { PrintedDocument } from '../printed.ts';
import type { Sentence } from '../read/running-text.ts';
import { excerpt, sentencePlace } from '../sentences/claim-findings.ts';
import { mentionsIn } from '../sentences/subject.ts';

/** References to tables that are not there, tables that no sentence speaks of, and what is promised in the appendices and is not there. */
export function referenceFindings(document: PrintedDocument, sentences: readonly Sentence[]): ProofFinding[] {
  const numbered = document.tabellen.filter(({ nummer }) => nummer !== '');
  const mentioned = new Set(sentences.flatMap(({ tekst }) => mentionsIn(tekst)));
  if (numbered.length === 0 || sentences.length === 0) return [];
  const absent = sentences.flatMap((sentence) =>
    mentionsIn(sentence.tekst)
      .filter((number) => !numbered.some(({ nummer }) => nummer === number))
      .map((number) =>
        labelFinding('verwijzing', 'bestaatNiet', {
          plaats: sentencePlace(sentence),
          gedrukt: number,
          ernst: 'matig',
          sleutel: `${sentence.bron} ${number} ${sentence.tekst.slice(0, 40)}`,
        }),
      ),
  );
  const silent = numbered
    .filter(({ deel, nummer }) => !/bijlage/i.test(deel) && !mentioned.has(nummer))
    .map((table) =>
      labelFinding('verwijzing', 'nergensGenoemd', {
        plaats: tablePlaceOf(table),
        gedrukt: `${table.nummer}: ${table.titel}`,
        sleutel: table.id,
        zekerheid: 'waarschijnlijk',
      }),
    );
  return [...absent, ...(mentioned.size >= 3 ? silent : []), ...appendixPromises(document, sentences)];
}

const PROMISE =
  /\bIn de bijlagen?\b.*\b(?:inzichtelijk gemaakt|opgenomen|weergegeven|te vinden|getoond|uitgesplitst)\b/i;

/** `In de bijlagen zijn deze verschillen per gemeente inzichtelijk gemaakt`: the amounts it speaks of must occur in an appendix. */
function appendixPromises(
  { tabellen, teksten }: PrintedDocument,
  sentences: readonly Sentence[],
): ProofFinding[] {
  const appendix = tabellen.filter(({ deel }) => /bijlage/i.test(deel));
  if (appendix.length === 0) return [];
  const start = Math.min(...appendix.flatMap(({ regels }) => (regels ? [regels.van] : [])));
  return sentences.flatMap((sentence, index) => {
    if (!PROMISE.test(sentence.tekst)) return [];
    const before = sentences[index - 1];
    const about =
      before && before.alinea === sentence.alinea ? `${before.tekst} ${sentence.tekst}` : sentence.tekst;
    const amounts = [...new Set(about.match(/€ ?\d[\d.]*\d/g) ?? [])];
    const text = teksten.find(({ bron }) => bron === sentence.bron);
    const rest = [
      ...appendix.map(({ titel, dimensies }) => `${titel} ${JSON.stringify(dimensies)}`),
      ...(Number.isFinite(start) ? (text?.regels.slice(start - 1) ?? []) : []),
    ].join(' ');
    const missing = amounts.filter((amount) => !rest.includes(amount.replace(/^€ ?/, '')));
    if (missing.length === 0) return [];
    return [
      labelFinding('ontbreekt', 'nietInBijlage', {
        plaats: sentencePlace(sentence),
        gedrukt: excerpt(sentence.tekst, 'bijlage'),
        verwacht: missing.join(', '),
        delen: [missing.join(', ')],
        ernst: 'matig',
        zekerheid: 'waarschijnlijk',
      }),
    ];
  });
}
