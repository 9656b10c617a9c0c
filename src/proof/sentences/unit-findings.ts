// SPDX-License-Identifier: EUPL-1.2
import type { UitlegSleutel } from '../../text/index.ts';
import { type ProofFinding, textFindingId } from '../finding.ts';
import type { PrintedTable } from '../printed.ts';
import type { Sentence } from '../read/running-text.ts';
import { countedIn } from '../topics.ts';
import { excerpt, sentencePlace } from './claim-findings.ts';
import { mentionsIn, type Subjects } from './subject.ts';

/** Sentences that read another quantity from a table than it counts: children for placements, waiting time for waiting children, percentages for counts. */
export function unitFindings(sentences: readonly Sentence[], subjects: Subjects): ProofFinding[] {
  return sentences.flatMap((sentence) => {
    if (mentionsIn(sentence.tekst).length === 0) return [];
    const tables = subjects.tables(sentence, []);
    return [
      ...tables.flatMap((table) => [...otherNoun(sentence, table), ...waitingTime(sentence, table)]),
      ...percentages(sentence, tables),
    ];
  });
}

function otherNoun(sentence: Sentence, table: PrintedTable): ProofFinding[] {
  const noun = /\baantal (?:unieke )?([a-zà-ÿ]+)/i.exec(sentence.tekst)?.[0];
  const said = noun === undefined ? [] : countedIn(noun);
  const counted = [...countedIn(table.eenheid), ...countedIn(table.titel)];
  if (
    noun === undefined ||
    said.length === 0 ||
    counted.length === 0 ||
    said.some((kind) => counted.includes(kind))
  )
    return [];
  return [finding(sentence, table, 'andereEenheid', noun, 'matig')];
}

/** A table of waiting persons does not say how long they wait, unless the sentence itself names the length. */
function waitingTime(sentence: Sentence, table: PrintedTable): ProofFinding[] {
  const words = /\b(?:langere|kortere|gemiddelde)?\s?wachttijd(?:en)?\b/i.exec(sentence.tekst)?.[0]?.trim();
  const counts = table.cellen.length > 0 && table.cellen.every(({ eenheid }) => eenheid === 'personen');
  if (words === undefined || !counts || !/wachtend/i.test(`${table.eenheid} ${table.titel}`)) return [];
  if (/\d+ dagen|negentig dagen/.test(sentence.tekst)) return [];
  return [finding(sentence, table, 'wachttijdUitAantal', words, 'matig')];
}

function percentages(sentence: Sentence, tables: readonly PrintedTable[]): ProofFinding[] {
  const says = /\bpercentages?\b/i.exec(sentence.tekst)?.[0];
  if (says === undefined || /aantal(?:len)?\b/i.test(sentence.tekst)) return [];
  return tables
    .filter(({ eenheid, titel }) => !/%|percentage|procent/i.test(`${eenheid} ${titel}`))
    .map((table) => finding(sentence, table, 'percentageVanAantal', says, 'licht'));
}

function finding(
  sentence: Sentence,
  table: PrintedTable,
  uitleg: UitlegSleutel,
  words: string,
  ernst: ProofFinding['ernst'],
): ProofFinding {
  return {
    id: textFindingId('eenheid', uitleg, sentence.tekst),
    regel: 'eenheid',
    ernst,
    zekerheid: 'waarschijnlijk',
    plaats: sentencePlace(sentence),
    gedrukt: excerpt(sentence.tekst, words),
    verwacht: table.eenheid,
    controles: [{ uitleg, delen: [words, table.nummer, table.eenheid] }],
    ook: [],
  };
}
