// SPDX-License-Identifier: EUPL-1.2
import type { FigureRow, PublishedTable } from '../../contract/index.ts';
import type { UitlegSleutel } from '../../text/index.ts';
import { formatDutch } from '../dutch-number.ts';
import type { ProofFinding, Regel } from '../finding.ts';
import { labelFinding } from '../labels/label-finding.ts';

/** What the figures of a release must satisfy among each other. */
export interface ReleaseRules {
  readonly gebieden: readonly {
    readonly code: string;
    readonly soort: string;
    readonly gemeenten: readonly string[];
  }[];
  readonly basisjaar: number;
  /** Shown counts are multiples of this; 0 or 1 = exact. */
  readonly afronding: number;
}

/** Differences of binary fractions, as a share of the magnitude. */
const EPSILON = 1e-6;

interface Figures {
  readonly value: (indicator: string, row: Key) => number | undefined;
  readonly rules: ReleaseRules;
}

type Key = Pick<FigureRow, 'variant' | 'periode' | 'gebied' | 'dimensies'> & {
  readonly namen: readonly string[];
};

/** Shares that are not their numerator over their denominator, growth and averages that do not follow, groups outside their bounds. */
export function figureFindings(tables: readonly PublishedTable[], rules: ReleaseRules): ProofFinding[] {
  const index = new Map<string, number>();
  const keyOf = (indicator: string, { variant, periode, gebied, dimensies, namen }: Key) =>
    JSON.stringify([indicator, variant, periode, gebied, namen, dimensies]);
  for (const { indicator, dimensies, rows } of tables)
    for (const row of rows)
      if (row.waarde !== null) index.set(keyOf(indicator, { ...row, namen: dimensies }), row.waarde);
  const figures: Figures = { value: (indicator, key) => index.get(keyOf(indicator, key)), rules };
  return tables.flatMap(({ indicator, dimensies, rows }) =>
    rows.flatMap((row) =>
      row.waarde === null ? [] : checkRow(indicator, { ...row, namen: dimensies }, row, row.waarde, figures),
    ),
  );
}

function checkRow(
  indicator: string,
  key: Key,
  row: FigureRow,
  value: number,
  figures: Figures,
): ProofFinding[] {
  const found: (ProofFinding | undefined)[] = [];
  const report = (regel: Regel, uitleg: UitlegSleutel, expected: number, shown: string) =>
    finding(indicator, key, regel, uitleg, value, expected, shown);
  if (row.teller !== null && row.noemer !== null && row.noemer !== 0 && figures.rules.afronding <= 1) {
    const expected = indicator.endsWith('-groei') ? row.teller / row.noemer - 1 : row.teller / row.noemer;
    const fits = close(value, expected) || close(value, row.teller / row.noemer);
    if (!fits) found.push(report('percentage', 'aandeel', expected, `${row.teller} / ${row.noemer}`));
  }
  if (indicator === 'clienten-groei') found.push(growth(key, value, figures, report));
  if (indicator === 'uitgaven-per-client') found.push(average(key, value, figures, report));
  if (indicator === 'clienten') found.push(...bounds(indicator, key, value, figures, report));
  if (indicator === 'uitgaven') found.push(sum(indicator, key, value, figures, report));
  return found.filter((one) => one !== undefined);
}

type Report = (regel: Regel, uitleg: UitlegSleutel, expected: number, shown: string) => ProofFinding;

function growth(
  key: Key,
  value: number,
  { value: at, rules }: Figures,
  report: Report,
): ProofFinding | undefined {
  const now = at('clienten', key);
  const base = at('clienten', { ...key, periode: String(rules.basisjaar) });
  if (now === undefined || base === undefined || base === 0 || rules.afronding > 1) return undefined;
  return close(value, now / base - 1)
    ? undefined
    : report('percentage', 'groei', now / base - 1, `${now} / ${base} − 1`);
}

function average(
  key: Key,
  value: number,
  { value: at, rules }: Figures,
  report: Report,
): ProofFinding | undefined {
  const total = at('uitgaven', key);
  const count = at('clienten', key);
  if (total === undefined || count === undefined || count === 0 || rules.afronding > 1) return undefined;
  return close(value, total / count)
    ? undefined
    : report('gemiddelde', 'gewogen', total / count, `${total} / ${count}`);
}

/** A count of a group lies between that of its largest gemeente and their sum; rounding gives each number half a step. */
function bounds(
  indicator: string,
  key: Key,
  value: number,
  figures: Figures,
  report: Report,
): ProofFinding[] {
  const parts = partsOf(indicator, key, figures);
  const room = figures.rules.afronding > 1 ? figures.rules.afronding / 2 : 0;
  const shown = parts.filter((part) => part !== undefined);
  if (parts.length === 0) return [];
  const largest = Math.max(0, ...shown);
  const total = shown.reduce((all, part) => all + part, 0);
  const low = value + room < largest - room;
  const high = shown.length === parts.length && value - room > total + room * parts.length;
  return [
    ...(low ? [report('samenvoeging', 'groepMinstensGrootste', largest, `${largest} > ${value}`)] : []),
    ...(high ? [report('samenvoeging', 'groepHoogstensSom', total, `${value} > ${total}`)] : []),
  ];
}

function sum(
  indicator: string,
  key: Key,
  value: number,
  figures: Figures,
  report: Report,
): ProofFinding | undefined {
  const parts = partsOf(indicator, key, figures);
  const shown = parts.filter((part) => part !== undefined);
  if (parts.length === 0 || shown.length < parts.length) return undefined;
  const total = shown.reduce((all, part) => all + part, 0);
  return close(value, total)
    ? undefined
    : report('samenvoeging', 'groepSom', total, `Σ = ${total} ≠ ${value}`);
}

function partsOf(indicator: string, key: Key, { value, rules }: Figures): (number | undefined)[] {
  const area = rules.gebieden.find(({ code }) => code === key.gebied);
  if (!area || area.soort === 'gemeente' || key.namen.includes('gemeente')) return [];
  return area.gemeenten.map((gebied) => value(indicator, { ...key, gebied }));
}

function close(a: number, b: number): boolean {
  return Math.abs(a - b) <= EPSILON * Math.max(1, Math.abs(a), Math.abs(b));
}

function finding(
  indicator: string,
  { variant, periode, gebied, dimensies }: Key,
  regel: Regel,
  uitleg: UitlegSleutel,
  value: number,
  expected: number,
  shown: string,
): ProofFinding {
  const waar = [indicator, variant, periode, gebied, ...dimensies].filter((part) => part !== '').join(' ');
  const decimals = Number.isInteger(value) ? 0 : 4;
  return labelFinding(regel, uitleg, {
    plaats: { bron: 'cijfers/all.json', waar },
    gedrukt: formatDutch(value, decimals),
    verwacht: formatDutch(expected, decimals),
    delen: [shown, waar],
    ernst: 'ernstig',
    sleutel: waar,
  });
}
