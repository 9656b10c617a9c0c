// SPDX-License-Identifier: EUPL-1.2
import type { ProofFinding } from '../finding.ts';
import type { PrintedDocument, RunningText } from '../printed.ts';
import { labelFinding, linePlace } from './label-finding.ts';

const YEAR = /\b(?:19|20)\d\d\b/g;

/** Axes and header rows that name a year twice, skip one or run backwards; footers of another year; titles of another period. */
export function yearFindings(document: PrintedDocument): ProofFinding[] {
  return [
    ...document.teksten.flatMap(axes),
    ...document.teksten.flatMap((text) => footers(text, document.jaar)),
    ...tableYears(document),
    ...titlePeriods(document),
  ];
}

/** Nothing but years, or a heading and then years: the axis of a figure or the header row of a table. */
const AXIS = /^(?:[^\d|]{0,40}\s)?((?:19|20)\d\d(?:[\s|]+(?:19|20)\d\d){2,})$/;

function axes({ bron, regels }: RunningText): ProofFinding[] {
  return regels.flatMap((line, index) => {
    const years = (AXIS.exec(line.trim())?.[1]?.match(YEAR) ?? []).map(Number);
    if (years.length < 3) return [];
    const expected = years.map((_, step) => Math.min(...years) + step).join(' ');
    const printed = years.join(' ');
    const distinct = [...new Set(years)].sort((a, b) => a - b);
    if (printed === expected) return [];
    return [
      labelFinding('label', 'asJaren', {
        plaats: linePlace(bron, index),
        gedrukt: printed,
        verwacht: distinct.join(' '),
        ernst: 'matig',
      }),
    ];
  });
}

/** A running title: capitals, a year, and little else on the line. */
const FOOTER = /([A-Z]{4,}(?: [A-Z]{3,})+) ((?:19|20)\d\d)\b/;

function footers({ bron, regels }: RunningText, jaar: number): ProofFinding[] {
  return regels.flatMap((line, index) => {
    const match = FOOTER.exec(line);
    const other = line.replace(FOOTER, '');
    if (!match || Number(match[2]) === jaar || /[a-z]/.test(other)) return [];
    return [
      labelFinding('label', 'voettekst', {
        plaats: linePlace(bron, index),
        gedrukt: match[0],
        verwacht: `${match[1]} ${jaar}`,
        sleutel: `${bron} ${match[0]}`,
      }),
    ];
  });
}

function tableYears({ tabellen }: PrintedDocument): ProofFinding[] {
  return tabellen.flatMap((table) =>
    table.dimensies.flatMap(({ naam, waarden }) => {
      const years = waarden.map(({ code }) => Number(code));
      if (naam !== 'year' || years.length < 2) return [];
      const wrong = years.some((year, index) => index > 0 && year !== (years[index - 1] ?? 0) + 1);
      if (!wrong) return [];
      const distinct = [...new Set(years)].sort((a, b) => a - b);
      return [
        labelFinding('label', 'asJaren', {
          plaats: tablePlaceOf(table),
          gedrukt: years.join(' '),
          verwacht: distinct.join(' '),
          ernst: 'matig',
          sleutel: table.id,
        }),
      ];
    }),
  );
}

/** Where a table begins. */
export function tablePlaceOf(table: PrintedDocument['tabellen'][number]): ProofFinding['plaats'] {
  const name = table.nummer === '' ? table.titel : table.nummer;
  const part = /^(?:|hoofdrapport)$/.test(table.deel) || table.nummer === '' ? '' : ` (${table.deel})`;
  return {
    bron: table.regels?.bron ?? '',
    ...(table.regels ? { regel: table.regels.van } : {}),
    waar: name + part,
  };
}

const QUARTERS: readonly (readonly [name: RegExp, code: string])[] = [
  [/eerste kwartaal|\bQ1\b/i, 'Q1'],
  [/tweede kwartaal|\bQ2\b/i, 'Q2'],
  [/derde kwartaal|\bQ3\b/i, 'Q3'],
  [/vierde kwartaal|\bQ4\b/i, 'Q4'],
];

/** A title that names the period of its figures must name all of them; a base year in a title is no period. */
function titlePeriods({ tabellen }: PrintedDocument): ProofFinding[] {
  return tabellen.flatMap((table) => {
    const named = table.titel
      .replace(/(?:ten opzichte van|sinds)[^.]*$/i, '')
      .match(YEAR)
      ?.map(String);
    const shown = [
      ...new Set(table.cellen.filter(({ uitTekst }) => !uitTekst).map(({ periode }) => periode)),
    ];
    const years = [
      ...new Set(shown.map((periode) => periode.slice(0, 4)).filter((year) => /^20\d\d$/.test(year))),
    ];
    if (!named || years.length === 0) return [];
    const quarter = QUARTERS.find(([pattern]) => pattern.test(table.titel))?.[1];
    const missing = years.filter((year) => !named.includes(year));
    const extra = named.filter((year) => !years.includes(year));
    const otherQuarter = shown.filter(
      (periode) => quarter !== undefined && /Q/.test(periode) && !periode.endsWith(quarter),
    );
    if (missing.length + extra.length + otherQuarter.length === 0) return [];
    return [
      labelFinding('label', 'titelPeriode', {
        plaats: tablePlaceOf(table),
        gedrukt: table.titel,
        verwacht: shown.sort().join(', '),
        zekerheid: 'waarschijnlijk',
        sleutel: table.id,
      }),
    ];
  });
}
