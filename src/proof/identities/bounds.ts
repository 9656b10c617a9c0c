// SPDX-License-Identifier: EUPL-1.2
import type { UitlegSleutel } from '../../text/index.ts';
import { formatDutch, parseNumberWord } from '../dutch-number.ts';
import type { Identity } from '../identity.ts';
import type { PrintedCell, PrintedDocument, PrintedTable } from '../printed.ts';
import type { Lookup } from './lookup.ts';
import { sumText } from './show.ts';

/** Logical bounds between tables: types of help against all clients, a moment against its year, rows against the number in the title. */
export function boundIdentities({ tabellen }: PrintedDocument, lookup: Lookup): Identity[] {
  return [
    ...lookup.cellen.flatMap((cell) => typesAgainstClients(cell, lookup)),
    ...lookup.cellen.flatMap((cell) => momentAgainstYear(cell, lookup)),
    ...tabellen.flatMap(rowsAgainstTitle),
    ...tabellen.flatMap((table) => rowsAgainstTotalRow(table)),
  ];
}

function atMost(
  low: PrintedCell,
  high: PrintedCell,
  uitleg: UitlegSleutel,
  zekerheid: Identity['zekerheid'],
): Identity {
  return {
    regel: 'grens',
    uitleg,
    berekening: `${low.gedrukt} > ${high.gedrukt}`,
    zekerheid,
    terms: [
      { factor: 1, cells: [high] },
      { factor: -1, cells: [low] },
    ],
    target: { low: 0, high: Number.POSITIVE_INFINITY },
    afgeleid: low,
  };
}

/** Clients of an area and year: at least as many as of any type, at most the sum over the types. */
function typesAgainstClients(clients: PrintedCell, lookup: Lookup): Identity[] {
  if (clients.eenheid !== 'personen' || clients.uitTekst || Object.keys(clients.splitsing).length > 0)
    return [];
  if (clients.tabel.onderwerpen.length > 0) return [];
  const gebied = lookup.areaOf(clients);
  const tables = new Map<PrintedTable, PrintedCell[]>();
  for (const cell of lookup.cellen) {
    const dimensions = Object.keys(cell.splitsing);
    if (
      cell.eenheid === 'personen' &&
      cell.periode === clients.periode &&
      dimensions.length === 1 &&
      dimensions[0] === 'type' &&
      cell.tabel.onderwerpen.length === 0 &&
      lookup.areaOf(cell) === gebied
    )
      tables.set(cell.tabel, [...(tables.get(cell.tabel) ?? []), cell]);
  }
  return [...tables.values()].slice(0, 1).flatMap((types) => [
    ...types.map((type) => atMost(type, clients, 'typeHoogstensAlle', 'zeker')),
    {
      regel: 'grens' as const,
      uitleg: 'alleHoogstensTypen',
      berekening: sumText(types, clients, '<'),
      zekerheid: 'zeker' as const,
      terms: [...types.map((type) => ({ factor: 1, cells: [type] })), { factor: -1, cells: [clients] }],
      target: { low: 0, high: Number.POSITIVE_INFINITY },
      afgeleid: clients,
    },
  ]);
}

/** Children in care at one moment are among the clients of that year, all of them or those of one form of help. */
function momentAgainstYear(moment: PrintedCell, lookup: Lookup): Identity[] {
  const year = /^(20\d\d)-Q[1-4]$/.exec(moment.periode)?.[1];
  const { care, measure } = moment.splitsing;
  if (year === undefined || care === undefined || measure !== 'in-zorg') return [];
  const gebied = lookup.areaOf(moment);
  const wanted = lookup.cellen.find((cell) => {
    if (
      cell.periode !== year ||
      cell.eenheid !== 'personen' ||
      cell.uitTekst ||
      lookup.areaOf(cell) !== gebied
    )
      return false;
    if (cell.tabel.onderwerpen.length > 0) return false;
    const { type } = cell.splitsing;
    return /^totaal/.test(care)
      ? Object.keys(cell.splitsing).length === 0
      : type !== undefined && (type.startsWith(care) || care.startsWith(type));
  });
  return wanted ? [atMost(moment, wanted, 'momentHoogstensJaar', 'waarschijnlijk')] : [];
}

/** `in de 17 gezinnen`: no row of the table can count more of them. */
function rowsAgainstTitle(table: PrintedTable): Identity[] {
  const match = /\b(?:de|van) (\d+|[a-zë]+) (gezinnen|jeugdigen|kinderen|cliënten)\b/.exec(table.titel);
  const most = match && (/^\d/.test(match[1] ?? '') ? Number(match[1]) : parseNumberWord(match[1] ?? ''));
  if (!match || most === undefined || most === null || !table.eenheid.includes(match[2] ?? '')) return [];
  return table.cellen.map((cell) => ({
    regel: 'grens' as const,
    uitleg: 'rijHoogstensTitel',
    berekening: `${cell.gedrukt} > ${formatDutch(most)}`,
    zekerheid: 'zeker' as const,
    terms: [{ factor: 1, cells: [cell] }],
    target: { low: 0, high: most },
    afgeleid: cell,
  }));
}

/** A row called `Totaal …` that is wider than the rows beside it is at least as large as each of them. */
function rowsAgainstTotalRow(table: PrintedTable): Identity[] {
  const isWide = ({ splitsing }: PrintedCell) =>
    Object.values(splitsing).some((code) => /^totaal-/.test(code));
  return table.cellen.filter(isWide).flatMap((total) =>
    table.cellen
      .filter((cell) => !isWide(cell) && cell.eenheid === total.eenheid && cell.periode === total.periode)
      .filter(({ splitsing }) => splitsing.measure === total.splitsing.measure)
      .map((cell) => atMost(cell, total, 'rijHoogstensTotaal', 'zeker')),
  );
}
