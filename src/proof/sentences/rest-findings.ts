// SPDX-License-Identifier: EUPL-1.2
import { formatDutch } from '../dutch-number.ts';
import { type ProofFinding, textFindingId } from '../finding.ts';
import type { PrintedDocument, PrintedTable } from '../printed.ts';
import type { Sentence } from '../read/running-text.ts';
import { excerpt, sentencePlace } from './claim-findings.ts';
import { type Series, seriesOf } from './series.ts';

/** `de overige aanmelders … een vrij stabiel beeld`: none of the other rows may change by more than this over the years, nor by fewer than some. */
const STABLE_SHARE = 0.25;
const STABLE_COUNT = 10;

/** Claims that the other rows of a table are stable. */
export function restFindings(document: PrintedDocument, sentences: readonly Sentence[]): ProofFinding[] {
  const series = seriesOf(document);
  return sentences.flatMap((sentence, index) => {
    const noun = /\boverige ([a-z]+?)s?\b(?= )/i.exec(sentence.tekst)?.[1]?.toLowerCase();
    const stable = /\bstabiel\b/i.exec(sentence.tekst)?.[0];
    if (noun === undefined || stable === undefined) return [];
    const table = document.tabellen.find(
      ({ deel, dimensies }) =>
        !/bijlage/i.test(deel) && dimensies.some(({ label }) => label.toLowerCase() === noun),
    );
    if (!table) return [];
    const before = sentences
      .slice(Math.max(0, index - 2), index)
      .map(({ tekst }) => tekst.toLowerCase())
      .join(' ');
    const restless = series.filter((one) => isRest(one, table, before)).filter(({ punten }) => moves(punten));
    if (restless.length === 0) return [];
    const shown = restless
      .map(({ rij, punten }) => `${rij}: ${punten.map(({ waarde }) => formatDutch(waarde)).join(', ')}`)
      .join('; ');
    return [
      {
        id: textFindingId('woord', 'overigeNietStabiel', sentence.tekst),
        regel: 'woord',
        ernst: 'matig',
        zekerheid: 'waarschijnlijk',
        plaats: sentencePlace(sentence),
        gedrukt: excerpt(sentence.tekst, stable),
        verwacht: shown,
        controles: [{ uitleg: 'overigeNietStabiel', delen: [table.nummer, shown] }],
        ook: restless.map(({ punten }) => punten[0]?.cell.plaats ?? sentencePlace(sentence)),
      },
    ];
  });
}

function isRest({ tabel, isTotaal, rij }: Series, table: PrintedTable, before: string): boolean {
  const first = rij.split(/[/(]/)[0]?.trim().toLowerCase() ?? '';
  return tabel === table && !isTotaal && !before.includes(first);
}

function moves(punten: Series['punten']): boolean {
  const values = punten.map(({ waarde }) => waarde);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return high - low > STABLE_COUNT * 4 && high - low > STABLE_SHARE * high;
}
