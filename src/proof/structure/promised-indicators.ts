// SPDX-License-Identifier: EUPL-1.2
import type { ProofFinding } from '../finding.ts';
import { labelFinding } from '../labels/label-finding.ts';
import type { PrintedDocument } from '../printed.ts';
import type { Sentence } from '../read/running-text.ts';
import { sentencePlace } from '../sentences/claim-findings.ts';

const LIST = /\b(?:Dit zijn|te weten|namelijk): ([^.:]+)\.?$/;

/** `De monitor kent indicatoren. Dit zijn: uitval, duur, …`: no table or figure has them. */
export function promisedIndicators(
  { tabellen }: PrintedDocument,
  sentences: readonly Sentence[],
): ProofFinding[] {
  if (tabellen.length === 0) return [];
  const shown = tabellen
    .filter(({ soort }) => soort !== 'tekst')
    .map(({ titel, eenheid, dimensies }) => `${titel} ${eenheid} ${JSON.stringify(dimensies)}`)
    .join(' ')
    .toLowerCase();
  return sentences.flatMap((sentence, index) => {
    const list = LIST.exec(sentence.tekst)?.[1];
    const about = `${sentences[index - 1]?.tekst ?? ''} ${sentence.tekst}`;
    if (list === undefined || !/\bindicatoren\b/i.test(about)) return [];
    const items = list.split(/,\s*|\s+en\s+/).map((item) => item.trim());
    const missing = items.filter(
      (item) =>
        item !== '' && !new RegExp(`(?<![a-z])${item.toLowerCase().replace(/[^a-zà-ÿ ]/g, '.')}`).test(shown),
    );
    if (missing.length === 0) return [];
    return [
      labelFinding('ontbreekt', 'indicatorOntbreekt', {
        plaats: sentencePlace(sentence),
        gedrukt: sentence.tekst,
        verwacht: missing.join(', '),
        delen: [missing.join(', ')],
        ernst: 'matig',
        zekerheid: 'waarschijnlijk',
      }),
    ];
  });
}
