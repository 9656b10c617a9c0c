// SPDX-License-Identifier: EUPL-1.2
import type { ProofFinding } from '../finding.ts';
import type { PrintedDocument, PrintedTable } from '../printed.ts';
import { countedIn, topicsOf } from '../topics.ts';
import { labelFinding } from './label-finding.ts';
import { tablePlaceOf } from './years.ts';

/** One row that is called differently in two tables, titles that name one row of many, and titles that count another thing than the unit. */
export function nameFindings({ tabellen }: PrintedDocument): ProofFinding[] {
  const printed = tabellen.filter(({ soort }) => soort !== 'tekst');
  return [...variants(printed), ...printed.flatMap(titleNamesOneRow), ...printed.flatMap(titleCountsOther)];
}

function variants(tables: readonly PrintedTable[]): ProofFinding[] {
  const names = new Map<string, Map<string, PrintedTable>>();
  for (const table of tables)
    for (const { naam, waarden } of table.dimensies)
      for (const { code, label, gedrukt } of waarden) {
        if (code === 'totaal' || naam === 'region') continue;
        const name = gedrukt ?? label;
        const key = `${naam}:${code}:${name.toLowerCase().replace(/[^a-z]/g, '')}`;
        const known = names.get(key) ?? new Map<string, PrintedTable>();
        if (!known.has(name)) known.set(name, table);
        names.set(key, known);
      }
  return [...names].flatMap(([key, known]) => {
    const [first, second] = [...known];
    if (!first || !second) return [];
    return [
      labelFinding('label', 'naamVerschilt', {
        plaats: tablePlaceOf(second[1]),
        gedrukt: second[0],
        verwacht: first[0],
        sleutel: key,
        ook: [tablePlaceOf(first[1])],
      }),
    ];
  });
}

/** `Aantal cliënten in pleegzorg` above rows for pleegzorg and gezinshuis. */
function titleNamesOneRow(table: PrintedTable): ProofFinding[] {
  if (/ en |,|&/.test(table.titel)) return [];
  return table.dimensies.flatMap(({ naam, waarden }) => {
    if (naam === 'measure') return [];
    const rows = waarden.filter(({ code }) => !/^totaal/i.test(code) && /[a-z]{5}/i.test(code));
    const title = table.titel.toLowerCase();
    const named = rows.filter(({ code }) => title.includes(code.toLowerCase().replace(/(?:zen|en|s)$/, '')));
    if (rows.length < 2 || named.length !== 1 || rows.length > 3) return [];
    return [
      labelFinding('label', 'titelNoemtEen', {
        plaats: tablePlaceOf(table),
        gedrukt: table.titel,
        verwacht: rows.map(({ label }) => label).join(', '),
        zekerheid: 'waarschijnlijk',
        sleutel: table.id,
      }),
    ];
  });
}

/** `Aantal jeugdbeschermingsmaatregelen` in a figure that counts children: one child can have more measures. */
function titleCountsOther(table: PrintedTable): ProofFinding[] {
  const title = countedIn(table.titel.split(/ per | naar | op | ten opzichte /)[0] ?? '');
  const unit = countedIn(table.eenheid);
  if (title.length !== 1 || unit.length !== 1 || title[0] === unit[0]) return [];
  if (topicsOf(table.titel).includes('wachten')) return [];
  return [
    labelFinding('eenheid', 'titelEenheid', {
      plaats: tablePlaceOf(table),
      gedrukt: table.titel,
      verwacht: table.eenheid,
      zekerheid: 'waarschijnlijk',
      sleutel: table.id,
    }),
  ];
}
