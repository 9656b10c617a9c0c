// SPDX-License-Identifier: EUPL-1.2
import type { FigureStatus, Release } from '../contract/index.ts';
import type { JsonRow, JsonTable } from './all-json.ts';

export const VERSCHIL_SOORTEN = ['nieuw', 'gewijzigd', 'verborgen', 'getoond', 'vervallen'] as const;
export type VerschilSoort = (typeof VERSCHIL_SOORTEN)[number];

export const VERSCHIL_REDENEN = [
  'nieuwe gegevens',
  'definitie',
  'samenstelling',
  'geheimhouding',
  'correctie',
] as const;
export type VerschilReden = (typeof VERSCHIL_REDENEN)[number];

export interface Stand {
  readonly waarde: number | null;
  readonly status: readonly FigureStatus[];
}

/** One figure that two releases do not share. */
export interface Verschil {
  readonly soort: VerschilSoort;
  readonly reden: VerschilReden;
  readonly indicator: string;
  readonly variant: string;
  readonly periode: string;
  readonly gebied: string;
  /** Values of the dimensions, by dimension. */
  readonly dimensies: Readonly<Record<string, string>>;
  readonly oud: Stand | null;
  readonly nieuw: Stand | null;
}

/** `wijzigingen.json`. */
export interface Wijzigingen {
  readonly release: string;
  readonly vorige: string | null;
  readonly samenvatting: readonly {
    readonly soort: VerschilSoort;
    readonly reden: VerschilReden;
    readonly aantal: number;
  }[];
  readonly verschillen: readonly Verschil[];
}

/** A release and its figures: what a comparison needs of either side. */
export interface ReleaseFigures {
  readonly release: Release;
  readonly tabellen: readonly JsonTable[];
}

interface Located {
  readonly table: JsonTable;
  readonly row: JsonRow;
}

/** Every figure that differs between two releases, in the order of its key; none when there is no earlier one. */
export function compareReleases(earlier: ReleaseFigures | undefined, later: ReleaseFigures): Wijzigingen {
  const verschillen = earlier ? differences(earlier, later) : [];
  const samenvatting = VERSCHIL_SOORTEN.flatMap((soort) =>
    VERSCHIL_REDENEN.map((reden) => ({
      soort,
      reden,
      aantal: verschillen.filter((verschil) => verschil.soort === soort && verschil.reden === reden).length,
    })),
  ).filter(({ aantal }) => aantal > 0);
  return { release: later.release.id, vorige: earlier?.release.id ?? null, samenvatting, verschillen };
}

function differences(earlier: ReleaseFigures, later: ReleaseFigures): Verschil[] {
  const before = byKey(earlier.tabellen);
  const after = byKey(later.tabellen);
  const keys = [...new Set([...before.keys(), ...after.keys()])].sort();
  return keys.flatMap((key) => {
    const old = before.get(key);
    const now = after.get(key);
    const soort = kindOf(old?.row, now?.row);
    const place = now ?? old;
    if (!soort || !place) return [];
    return [
      {
        soort,
        reden: reasonOf(soort, place, earlier.release, later.release),
        indicator: place.table.indicator,
        variant: place.row.variant,
        periode: place.row.periode,
        gebied: place.row.gebied,
        dimensies: Object.fromEntries(
          place.table.dimensies.map((dimensie, index) => [dimensie, place.row.dimensies[index] ?? '']),
        ),
        oud: standOf(old),
        nieuw: standOf(now),
      },
    ];
  });
}

function byKey(tables: readonly JsonTable[]): Map<string, Located> {
  return new Map(
    tables.flatMap((table) =>
      table.rijen.map((row): [string, Located] => [
        JSON.stringify([
          [table.indicator, ...table.dimensies].join('-'),
          row.variant,
          row.periode,
          row.gebied,
          row.dimensies,
        ]),
        { table, row },
      ]),
    ),
  );
}

function kindOf(old: JsonRow | undefined, now: JsonRow | undefined): VerschilSoort | undefined {
  if (!old) return now ? 'nieuw' : undefined;
  if (!now) return 'vervallen';
  const wasHidden = old.status.includes('geheim');
  const isHidden = now.status.includes('geheim');
  if (wasHidden !== isHidden) return isHidden ? 'verborgen' : 'getoond';
  const same =
    old.waarde === now.waarde &&
    old.teller === now.teller &&
    old.noemer === now.noemer &&
    old.status.join('+') === now.status.join('+');
  return same ? undefined : 'gewijzigd';
}

function reasonOf(soort: VerschilSoort, { table, row }: Located, old: Release, now: Release): VerschilReden {
  const rulesDiffer = JSON.stringify(old.geheimhouding) !== JSON.stringify(now.geheimhouding);
  if ((soort === 'verborgen' || soort === 'getoond') && rulesDiffer) return 'geheimhouding';
  if (old.definities[table.indicator] !== now.definities[table.indicator]) return 'definitie';
  if (compositionOf(old, row.gebied) !== compositionOf(now, row.gebied)) return 'samenstelling';
  if (old.dataTot !== now.dataTot || soort === 'nieuw') return 'nieuwe gegevens';
  return rulesDiffer ? 'geheimhouding' : 'correctie';
}

function compositionOf(release: Release, gebied: string): string {
  const found = release.samenstelling.gebieden.find(({ code }) => code === gebied);
  return JSON.stringify(found ? [...found.gemeenten].sort() : null);
}

function standOf(located: Located | undefined): Stand | null {
  return located ? { waarde: located.row.waarde, status: located.row.status } : null;
}
