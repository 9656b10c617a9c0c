// SPDX-License-Identifier: EUPL-1.2
import { BRON_CODES } from '../sources/index.ts';
import type { BevindingTelling, CheckReport } from '../store/index.ts';
import { GEEN_GRENZEN, type GeenGrens } from './bound-rules.ts';
import type { CijferGrens } from './check-bounds.ts';
import { alignColumns } from './print-figures.ts';

/** Rows of a section; the rest is counted. */
const LONGEST = 15;

/** The data-quality report as people read it on a terminal. `jaar` is the year whose bounds are shown. */
export function checkText(report: CheckReport, grenzen: readonly CijferGrens[], jaar: string): string {
  const { bevindingen, invloed, geraakt, gaten, dubbelWachtend, cellen } = report;
  return [
    section(
      'Findings by rule',
      ['rule', 'severity', 'findings'],
      countBy(bevindingen, ({ code }) => code, true),
    ),
    section(
      'Findings by gemeente',
      ['gemeente', 'findings'],
      countBy(bevindingen, ({ gemeente }) => gemeente ?? 'none'),
    ),
    section(
      'Findings by provider',
      ['aanbieder', 'findings'],
      countBy(bevindingen, ({ aanbieder }) => aanbieder ?? 'none'),
    ),
    section(
      'Findings by month',
      ['month', 'findings'],
      countBy(bevindingen, ({ maand }) => maand ?? 'none').toSorted(([a = ''], [b = '']) => (a < b ? 1 : -1)),
    ),
    section(
      'What each rule touches',
      ['rule', 'year', 'lines', 'eurocent', 'clients'],
      invloed.map(({ code, jaar: year, prestaties, bedragCents, clienten }) => [
        code,
        String(year),
        String(prestaties),
        String(bedragCents),
        String(clienten),
      ]),
    ),
    section(
      'Files and cells of other sources',
      ['rule', 'severity', 'file', 'cell', 'holds', 'what to do'],
      cellen.map(({ code, ernst, bestand, cel, soort }) => [
        code,
        ernst,
        bestand,
        cel ?? '',
        soort ?? '',
        BRON_CODES[code]?.herstel ?? '',
      ]),
    ),
    section(
      'Gaps: children had care, the provider declared nothing and otherwise does',
      ['gemeente', 'aanbieder', 'from', 'until', 'months', 'children'],
      gaten.map(({ gemeente, aanbieder, van, tot, maanden, kinderen, duurtVoort }) => [
        gemeente,
        aanbieder,
        van,
        duurtVoort ? 'now' : tot,
        String(maanden),
        String(kinderen),
      ]),
    ),
    section(
      'Children on more than one waiting list',
      ['quarter', 'zorgvorm', 'children', 'too many'],
      dubbelWachtend.map(({ kwartaal, zorgvorm, kinderen, teVeel }) => [
        kwartaal,
        zorgvorm,
        String(kinderen),
        String(teVeel),
      ]),
    ),
    section(
      `How far findings could move the figures of the region, ${jaar}`,
      ['indicator', 'variant', 'value', 'without', 'at least', 'at most'],
      grenzen
        .filter(({ periode }) => periode === jaar)
        .map(({ indicator, variant, waarde, zonder, ondergrens, bovengrens, reden }) => [
          indicator,
          variant,
          numberText(waarde, undefined),
          numberText(zonder, undefined),
          numberText(ondergrens, reden),
          numberText(bovengrens, reden),
        ]),
      Number.POSITIVE_INFINITY,
    ),
    ...GEEN_GRENZEN.filter((reden) => grenzen.some((grens) => grens.reden === reden)).map(
      (reden) => `${noBound(reden)}: ${WAAROM[reden]}`,
    ),
    `Touched by an error or warning: ${geraakt.prestaties} standing lines, ${geraakt.clienten} clients with a toewijzing, start, stop or request.`,
    `Set aside: ${geraakt.rijenOpzij} rows and ${geraakt.berichtenOpzij} messages inside files that were taken, and ${geraakt.bestandenOpzij} whole files; the bounds cover the rows, not the messages and files.`,
    '',
  ].join('\n');
}

function countBy(
  bevindingen: readonly BevindingTelling[],
  keyOf: (telling: BevindingTelling) => string,
  withSeverity = false,
): readonly (readonly string[])[] {
  const counts = new Map<string, { ernst: string; aantal: number }>();
  for (const telling of bevindingen) {
    const key = keyOf(telling);
    counts.set(key, { ernst: telling.ernst, aantal: (counts.get(key)?.aantal ?? 0) + telling.aantal });
  }
  return [...counts]
    .sort(([a, left], [b, right]) => right.aantal - left.aantal || (a < b ? -1 : 1))
    .map(([key, { ernst, aantal }]) => (withSeverity ? [key, ernst, String(aantal)] : [key, String(aantal)]));
}

function section(
  title: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
  longest = LONGEST,
): string {
  const more = rows.length > longest ? `… and ${rows.length - longest} more (--json has them all)\n` : '';
  return `${title}\n${rows.length === 0 ? '  none\n' : alignColumns([head, ...rows.slice(0, longest)])}${more}`;
}

/** What is said of bounds that are absent. */
const WAAROM: Readonly<Record<GeenGrens, string>> = {
  'rijen-opzij':
    'rows or columns could not be read, and their amount or number could be anything; mend those first.',
  'geen-antwoord': 'providers that were asked did not answer; nobody knows how many wait there.',
  'te-veel': 'so much is touched that the denominator may be zero, or the figure may be any touched value.',
  opdeling:
    'a part of a change in costs, which one touched line can turn; the change as a whole has a bound.',
  onbekend: 'the figure itself is not known: what it is made of was not delivered, or is too recent.',
};

/** `no bound (a)`: the letter stands for the reason below the table. */
function noBound(reden: GeenGrens): string {
  return `no bound (${String.fromCharCode(97 + GEEN_GRENZEN.indexOf(reden))})`;
}

function numberText(value: number | null, reden: GeenGrens | undefined): string {
  if (value === null) return reden === undefined ? 'unknown' : noBound(reden);
  return Number.isInteger(value) ? String(value) : value.toFixed(4);
}
