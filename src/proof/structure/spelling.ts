// SPDX-License-Identifier: EUPL-1.2
import type { ProofFinding } from '../finding.ts';
import { labelFinding, linePlace } from '../labels/label-finding.ts';
import type { PrintedDocument } from '../printed.ts';

const WORD = /[A-Za-zÀ-ÿ]{7,}/g;

/**
 * Words in labels and notes of tables with one letter too many or too few, where the same text has the right word. Running text is not
 * read for spelling: this is about names that readers and programs match on.
 */
export function spellingFindings({ teksten, tabellen }: PrintedDocument): ProofFinding[] {
  const printed = tabellen.filter(({ soort }) => soort !== 'tekst');
  return teksten.flatMap(({ bron, regels }) => {
    const counts = new Map<string, number>();
    for (const line of regels)
      for (const [word] of line.matchAll(WORD))
        counts.set(word.toLowerCase(), (counts.get(word.toLowerCase()) ?? 0) + 1);
    const known = [...counts].filter(([, count]) => count > 1).map(([word]) => word);
    return regels.flatMap((line, index) => {
      const inTable = printed.some(
        ({ regels: at }) => at?.bron === bron && index + 1 >= at.van && index + 1 <= at.tot,
      );
      const isLabel = (inTable && /\d%?$/.test(line.trim())) || /^\d{1,2}\s*[\t\uFFFD]/.test(line);
      if (!isLabel) return [];
      return [...line.matchAll(WORD)].flatMap(([word]) => {
        const lower = word.toLowerCase();
        const right =
          counts.get(lower) === 1 ? known.find((other) => oneLetterApart(lower, other)) : undefined;
        if (right === undefined) return [];
        return [
          labelFinding('label', 'schrijffout', {
            plaats: linePlace(bron, index),
            gedrukt: word,
            verwacht: right,
            zekerheid: 'waarschijnlijk',
            sleutel: `${bron} ${word}`,
          }),
        ];
      });
    });
  });
}

/** One letter more or less, but not in the last two, where Dutch puts its endings; `s` between two parts of a word is a matter of taste. */
function oneLetterApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) !== 1) return false;
  let start = 0;
  while (a[start] === b[start] && start < a.length) start += 1;
  let end = 0;
  while (a.at(-1 - end) === b.at(-1 - end) && end < Math.min(a.length, b.length) - start) end += 1;
  return (
    end >= 2 &&
    Math.max(a.length, b.length) - start - end === 1 &&
    start + end > 0 &&
    !/^s/.test(b.slice(start))
  );
}
