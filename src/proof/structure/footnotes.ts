// SPDX-License-Identifier: EUPL-1.2
import type { ProofFinding } from '../finding.ts';
import { labelFinding, linePlace } from '../labels/label-finding.ts';
import type { RunningText } from '../printed.ts';

interface Note {
  readonly nummer: number;
  readonly index: number;
  readonly tekst: string;
}

interface Mark {
  readonly nummer: number;
  readonly index: number;
  /** The word it is attached to. */
  readonly woord: string;
}

const NOTE = /^(\d{1,2})(?:\s*[\t\uFFFD][\t\uFFFD\s]*|\s{2,})(?=[A-ZÀ-Ý])/;
const MARK = /([A-Za-zà-ÿ)]{3,})(\d{1,2})(?=[\s.,;)]|$)/g;
/** Numbers that belong to a word: `Q2`, `H8`, `24-uurs`, `JBT H1`. */
const NOT_A_MARK = /(?:^|[\s(])[A-Z]{1,2}$/;

/** Notes without a mark, marks without a note, and one row label with two notes of which one does not speak of it. */
export function footnoteFindings(text: RunningText): ProofFinding[] {
  const notes = firstSeries(notesIn(text));
  const marks = marksIn(text, notes);
  if (notes.length < 3) return [];
  const numbers = new Set(notes.map(({ nummer }) => nummer));
  const marked = new Set(marks.map(({ nummer }) => nummer));
  const last = notes.at(-1)?.index ?? 0;
  const orphans = notes
    .filter(({ nummer }) => !marked.has(nummer))
    .map(({ nummer, index, tekst }) =>
      labelFinding('verwijzing', 'nootZonderTeken', {
        plaats: linePlace(text.bron, index),
        gedrukt: `${nummer} ${tekst.slice(0, 80)}`,
        sleutel: `${text.bron} ${nummer}`,
      }),
    );
  const dangling = marks
    .filter(({ nummer, index }) => !numbers.has(nummer) && index < last && nummer > 0)
    .map(({ nummer, index, woord }) =>
      labelFinding('verwijzing', 'tekenZonderNoot', {
        plaats: linePlace(text.bron, index),
        gedrukt: `${woord}${nummer}`,
        sleutel: `${text.bron} ${woord} ${nummer}`,
        zekerheid: 'waarschijnlijk',
      }),
    );
  return [...orphans, ...dangling, ...wrongNotes(text, notes, marks), ...publicationMonths(text, notes)];
}

function notesIn({ regels }: RunningText): Note[] {
  return regels.flatMap((line, index) => {
    const match = NOTE.exec(line);
    if (!match) return [];
    const end = regels.findIndex((next, at) => at > index && next.trim() === '');
    const tekst = regels
      .slice(index, end < 0 ? index + 8 : end)
      .join(' ')
      .slice(match[0].length);
    return [{ nummer: Number(match[1]), index, tekst }];
  });
}

/** Notes that number on from 1; appendices that start again at 1 have notes of their own. */
function firstSeries(notes: readonly Note[]): Note[] {
  const seen = new Set<number>();
  return notes.filter(({ nummer }) => (seen.has(nummer) ? false : seen.add(nummer)));
}

function marksIn({ regels }: RunningText, notes: readonly Note[]): Mark[] {
  const highest = Math.max(0, ...notes.map(({ nummer }) => nummer));
  const until = Math.max(0, ...notes.map(({ index }) => index));
  const marks = regels.slice(0, until).flatMap((line, index) =>
    [...line.matchAll(MARK)].flatMap(([, woord = '', digits = '']) => {
      const nummer = Number(digits);
      return nummer === 0 || nummer > highest || NOT_A_MARK.test(woord) ? [] : [{ nummer, index, woord }];
    }),
  );
  const columns = regels.slice(0, until).flatMap((line, index) =>
    [...line.matchAll(/\b(20\d\d)(\d{1,2})\b/g)].map(([, woord = '', digits = '']) => ({
      nummer: Number(digits),
      index,
      woord,
    })),
  );
  return [...marks, ...columns];
}

/** `Totaal7` and `Totaal8`: where note 8 speaks of totals and note 7 does not, 7 is a slip. */
function wrongNotes(text: RunningText, notes: readonly Note[], marks: readonly Mark[]): ProofFinding[] {
  const speaks = (nummer: number, woord: string) =>
    notes.some((note) => note.nummer === nummer && note.tekst.toLowerCase().includes(woord.toLowerCase()));
  return marks.flatMap((mark) => {
    if (speaks(mark.nummer, mark.woord)) return [];
    const right = marks.find(
      (other) =>
        other.woord === mark.woord && other.nummer !== mark.nummer && speaks(other.nummer, mark.woord),
    );
    if (!right) return [];
    return [
      labelFinding('verwijzing', 'verkeerdeNoot', {
        plaats: linePlace(text.bron, mark.index),
        gedrukt: `${mark.woord}${mark.nummer}`,
        verwacht: `${mark.woord}${right.nummer}`,
        zekerheid: 'waarschijnlijk',
        ernst: 'matig',
        sleutel: `${text.bron} ${mark.woord} ${mark.nummer}`,
      }),
    ];
  });
}

const MONTHS =
  'januari februari maart april mei juni juli augustus september oktober november december'.split(' ');

/** `onderzoek van de Universiteit Leiden, gepubliceerd in november 2024` beside a note with an address of that institution dated 2024/12/02. */
function publicationMonths({ bron, regels }: RunningText, notes: readonly Note[]): ProofFinding[] {
  return regels.flatMap((line, index) => {
    const joined = `${line.trim()} ${(regels[index + 1] ?? '').trim()}`;
    const match = new RegExp(
      `([A-Z]\\w+ [A-Z]\\w+)\\s*,?\\s*gepubliceerd in (${MONTHS.join('|')}) (20\\d\\d)`,
      'i',
    ).exec(joined);
    const note = match && notes.find(({ tekst }) => tekst.includes(match[1] ?? ''));
    const dated = note && /(20\d\d)\/(\d\d)\/\d\d/.exec(note.tekst.replace(/\s+/g, ''));
    const month = dated && `${MONTHS[Number(dated[2]) - 1]} ${dated[1]}`;
    if (!match || !month || month === `${match[2]?.toLowerCase()} ${match[3]}`) return [];
    return [
      labelFinding('verwijzing', 'andereDatum', {
        plaats: linePlace(bron, index),
        gedrukt: `${match[1]}, ${match[2]} ${match[3]}`,
        verwacht: month,
        delen: [String(note.nummer)],
        zekerheid: 'waarschijnlijk',
      }),
    ];
  });
}
