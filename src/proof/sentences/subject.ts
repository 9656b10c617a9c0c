// SPDX-License-Identifier: EUPL-1.2
import { type Area, areaOf } from '../areas.ts';
import type { PrintedDocument, PrintedTable } from '../printed.ts';
import type { Sentence } from '../read/running-text.ts';
import { sameTopics, topicsOf } from '../topics.ts';
import { type Series, seriesOf } from './series.ts';

/** Finds the figures that a sentence speaks about. */
export interface Subjects {
  /** Tables and figures that the sentence names, or that the sentence before it named when this one only points back. */
  tables(sentence: Sentence, before: readonly Sentence[]): readonly PrintedTable[];
  /** The series that a part of it makes a claim about; empty when that cannot be told. */
  series(sentence: Sentence, clause: string, before: readonly Sentence[]): readonly Series[];
  /** The same quantity for other groups of areas. */
  elsewhere(series: Series): readonly Series[];
}

const MENTION = /\b(tabel|figuur|figuren|tabellen)\s+(\d+[A-Z]?)(?:(?:,\s*|\s+en\s+)(\d+[A-Z]?))*/gi;
const POINTS_BACK = /^(?:Ook|Dit aantal|Ditzelfde|Hierin|Hieruit|Deze|Dit |In \d{4}|Ter vergelijking)/;

/** `Tabel 8`, `Figuur 1B`: every table and figure that a text names. */
export function mentionsIn(text: string): string[] {
  return [...text.matchAll(MENTION)].flatMap(([whole, word = '']) => {
    const name = /^t/i.test(word) ? 'Tabel' : 'Figuur';
    return (whole.match(/\d+[A-Z]?/g) ?? []).map((number) => `${name} ${number}`);
  });
}

/** Prepares the figures of a document for questions about its sentences. */
export function subjectsOf(document: PrintedDocument): Subjects {
  const all = seriesOf(document);
  const region = [...document.gebieden].sort((a, b) => b.leden.length - a.leden.length)[0];
  const main = document.tabellen.filter(({ soort, deel }) => soort !== 'tekst' && !/bijlage/i.test(deel));
  const named = (sentence: Sentence) => {
    const numbers = mentionsIn(sentence.tekst);
    return main.filter(({ nummer }) => numbers.includes(nummer));
  };
  const tables = (sentence: Sentence, before: readonly Sentence[]): readonly PrintedTable[] => {
    const own = named(sentence);
    const previous = before.at(-1);
    if (own.length > 0 || !previous || previous.alinea !== sentence.alinea) return own;
    return POINTS_BACK.test(sentence.tekst) ? tables(previous, before.slice(0, -1)) : [];
  };
  const series = (sentence: Sentence, clause: string, before: readonly Sentence[]): readonly Series[] => {
    const area = areaIn(clause, document) ?? areaIn(sentence.tekst, document) ?? region;
    const here = all.filter(({ gebied, tabel }) => gebied === area && main.includes(tabel));
    const spending = here.filter(isSpending(clause));
    if (spending.length > 0) return spending.slice(0, 1);
    if (/\b(?:kosten|uitgaven)\b/i.test(clause)) return [];
    const previous = before.at(-1)?.tekst ?? '';
    const labels = /\bdit type\b/i.test(clause) ? `${previous} ${clause}` : sentence.tekst;
    const topics = topicsOf(clause);
    const row = here.filter(
      ({ rij, code, tabel, eenheid }) =>
        eenheid === 'personen' &&
        namesRow(labels, rij, code) &&
        topics.every((topic) => tabel.onderwerpen.includes(topic) || topicsOf(rij).includes(topic)),
    );
    const byTable = tables(sentence, before);
    if (byTable.length > 0) {
      const own = here.filter(({ tabel }) => byTable.includes(tabel));
      const rows = own.filter(({ rij, code }) => namesRow(labels, rij, code));
      const found = rows.length > 0 ? rows : onlyOrTotal(own);
      if (found.length > 0 || !/^Hierin/.test(sentence.tekst)) return found;
    }
    if (row.length > 0) return row.slice(0, 1);
    return byTopics(clause, before, here);
  };
  const elsewhere = ({ rij, eenheid, gebied, tabel }: Series) =>
    all.filter(
      (other) =>
        other.rij === rij &&
        other.eenheid === eenheid &&
        other.gebied !== gebied &&
        (other.gebied?.leden.length ?? 0) > 1 &&
        sameTopics(other.tabel.onderwerpen, tabel.onderwerpen),
    );
  return { tables, series, elsewhere };
}

function areaIn(tekst: string, { gebieden }: PrintedDocument): Area | undefined {
  const code = /\b(H\d)\b/.exec(tekst)?.[1];
  const named = gebieden.find(
    ({ leden, naam }) =>
      leden.length === 0 && new RegExp(`\\b(?:gemeente|in|uit|van) ${naam}\\b`).test(tekst),
  );
  return code === undefined ? named : areaOf(gebieden, code);
}

function isSpending(text: string): (series: Series) => boolean {
  const perClient = /(?:kosten|uitgaven) per cliënt/i.test(text);
  const all = /(?:kosten|uitgaven) (?:voor|aan) (?:de )?(?:regionale? )?(?:ingekochte )?jeugdhulp/i.test(
    text,
  );
  return ({ eenheid, rij }) =>
    rij === '' && ((eenheid === 'euro' && perClient) || (eenheid === 'euro-totaal' && all && !perClient));
}

/** Whether the sentence has the label of a row, whatever its hyphens and capitals: `generalistische basis-ggz`. */
function namesRow(text: string, label: string, code: string): boolean {
  if (code.length >= 3 && new RegExp(`\\(\\w?${code.replace(/[^a-z]/gi, '.')}\\)`, 'i').test(text))
    return true;
  const bare = (words: string) =>
    words
      .toLowerCase()
      .replace(/\([^)]*\)/g, '')
      .replace(/[^a-zà-ÿ]/g, '');
  const wanted = bare(label);
  return wanted.length >= 8 && wanted !== 'totaal' && bare(text).includes(wanted);
}

function onlyOrTotal(series: readonly Series[]): readonly Series[] {
  const totals = series.filter(({ isTotaal, rij }) => isTotaal && rij !== '');
  return totals.length > 0 ? totals : series.length === 1 ? series : [];
}

const CLIENTS = /\baantal (?:unieke )?(?:cliënten|jeugdigen)\b|\bafname van cliënten\b/i;
const OF_REGION = /jeugdhulp|regionaal|regionale|hulp ontvangt/i;

function byTopics(text: string, before: readonly Sentence[], here: readonly Series[]): readonly Series[] {
  const own = topicsOf(text);
  const previous = before.at(-1);
  const joined =
    previous && /^(?:Het aantal|Dit|Deze)/.test(text) ? topicsOf(`${previous.tekst} ${text}`) : own;
  for (const topics of [joined, own]) {
    const exact = here.filter(({ tabel }) => topics.length > 0 && sameTopics(tabel.onderwerpen, topics));
    if (exact.length > 0) return onlyOrTotal(exact);
  }
  const single = own.flatMap((topic) =>
    onlyOrTotal(here.filter(({ tabel }) => sameTopics(tabel.onderwerpen, [topic]))),
  );
  if (single.length > 0 || own.length > 0) return single;
  if (!CLIENTS.test(text) || /percentage/i.test(text) || !OF_REGION.test(`${previous?.tekst ?? ''} ${text}`))
    return [];
  return here
    .filter(
      ({ rij, eenheid, tabel }) => rij === '' && eenheid === 'personen' && tabel.onderwerpen.length === 0,
    )
    .slice(0, 1);
}
