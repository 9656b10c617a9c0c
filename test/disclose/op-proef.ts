// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import type { AttackReport, FigureRow, FigureTable, PublishedTable } from '../../src/contract/index.ts';
import { attack, type Protected, protect } from '../../src/disclose/index.ts';
import { GEBIEDEN, publiekMet, publiekVan, regioMet, rij, tabel } from './voorbeeld-release.ts';

export const regio = regioMet();
export const GEMEENTEN = GEBIEDEN.filter(({ gemeenten }) => gemeenten.length === 1).map(({ code }) => code);

/** Clients per gemeente; every other area is their sum. */
export type Aantallen = Readonly<Record<string, number>>;
export const VEEL: Aantallen = Object.fromEntries(GEMEENTEN.map((code, at) => [code, 100 + 10 * at]));

export function inGebied(aantallen: Aantallen, code: string): number {
  const gemeenten = GEBIEDEN.find((gebied) => gebied.code === code)?.gemeenten ?? [];
  return gemeenten.reduce((total, gemeente) => total + (aantallen[gemeente] ?? 0), 0);
}

export function clienten(
  aantallen: Aantallen,
  jaar = 2024,
  codes = GEBIEDEN.map(({ code }) => code),
): FigureTable {
  const rows = codes.map((code) => rij('clienten', '', { code, jaar }, inGebied(aantallen, code)));
  return tabel('clienten', 'unieke cliënten', [], rows);
}

export function hide(table: PublishedTable, ...codes: readonly string[]): PublishedTable {
  const hidden = (row: FigureRow): FigureRow => ({
    ...row,
    waarde: null,
    teller: null,
    noemer: null,
    status: ['geheim'],
  });
  return { ...table, rows: table.rows.map((row) => (codes.includes(row.gebied) ? hidden(row) : row)) };
}

/** Areas that the attack finds, with their intervals. */
export function found(report: AttackReport): Record<string, readonly [number | null, number | null]> {
  return Object.fromEntries(
    report.teSmal.map(({ indicator, periode, gebied, interval }) => [
      `${indicator} ${periode} ${gebied}`,
      interval,
    ]),
  );
}

export async function tryOn(tables: readonly PublishedTable[], eerdere: readonly PublishedTable[][] = []) {
  return attack({
    tables,
    publiek: publiekVan(regio),
    eerdere: eerdere.map((old, at) => ({ id: `202${at}-1`, tables: old })),
  });
}

/** Protection of the same exact figures leaves nothing to find. */
export async function assertProtected(
  tables: readonly FigureTable[],
  eerdere: readonly Pick<Protected, 'tables' | 'geheimhouding'>[] = [],
) {
  const releases = eerdere.map((old, at) => ({ id: `202${at}-1`, ...old }));
  const safe = await protect({ tables, regio, zone: 'open', eerdere: releases });
  const publiek = publiekMet(regio, safe.geheimhouding);
  const report = await attack({ tables: safe.tables, publiek, eerdere: releases });
  assert.deepEqual(found(report), {});
  assert.deepEqual(report.tegenspraak, []);
  assert.deepEqual(report.cellen, safe.geheimhouding.cellen);
  return safe;
}
