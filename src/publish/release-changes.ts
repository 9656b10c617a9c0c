// SPDX-License-Identifier: EUPL-1.2
import {
  type Release,
  type Stand,
  VERSCHIL_KLASSEN,
  VERSCHIL_REDENEN,
  VERSCHIL_SOORTEN,
  type Verschil,
  type VerschilKlasse,
  type VerschilReden,
  type VerschilSoort,
  type Wijzigingen,
  type WijzigingNiveau,
} from '../contract/index.ts';
import type { JsonRow, JsonTable } from './all-json.ts';

/** A release and its figures: what a comparison needs of either side. */
export interface ReleaseFigures {
  readonly release: Release;
  readonly tabellen: readonly JsonTable[];
  /** Version of the figures, from `wijzigingen.json`; absent in a release of an older program. */
  readonly versie?: string;
}

interface Located {
  readonly table: JsonTable;
  readonly row: JsonRow;
}

const FIRST_VERSION = '1.0.0';

/**
 * Every figure that differs between two releases, in the order of its key; none when there is no earlier one. A function of what both published, so
 * that it cannot say more about a hidden figure than they do together.
 */
export function compareReleases(earlier: ReleaseFigures | undefined, later: ReleaseFigures): Wijzigingen {
  const verschillen = earlier ? differences(earlier, later) : [];
  const niveau = levelOf(verschillen);
  const samenvatting = VERSCHIL_KLASSEN.flatMap((klasse) =>
    VERSCHIL_SOORTEN.flatMap((soort) =>
      VERSCHIL_REDENEN.map((reden) => ({
        klasse,
        soort,
        reden,
        aantal: verschillen.filter(
          (verschil) => verschil.klasse === klasse && verschil.soort === soort && verschil.reden === reden,
        ).length,
      })),
    ),
  ).filter(({ aantal }) => aantal > 0);
  return {
    release: later.release.id,
    vorige: earlier?.release.id ?? null,
    versie: earlier ? nextVersion(earlier.versie ?? FIRST_VERSION, niveau) : FIRST_VERSION,
    niveau,
    samenvatting,
    verschillen,
  };
}

/** How far a set of changes reaches. Source: the versions of data sets of Explore Education Statistics. */
function levelOf(verschillen: readonly Verschil[]): WijzigingNiveau {
  if (verschillen.some(({ klasse, soort }) => klasse === 'revisie' || soort === 'vervallen')) return 'major';
  if (verschillen.some(({ soort }) => soort === 'nieuw')) return 'minor';
  return verschillen.length > 0 ? 'patch' : 'geen';
}

function nextVersion(version: string, niveau: WijzigingNiveau): string {
  const [major = 1, minor = 0, patch = 0] = version.split('.').map(Number);
  switch (niveau) {
    case 'major':
      return `${major + 1}.0.0`;
    case 'minor':
      return `${major}.${minor + 1}.0`;
    case 'patch':
      return `${major}.${minor}.${patch + 1}`;
    case 'geen':
      return version;
  }
}

function differences(earlier: ReleaseFigures, later: ReleaseFigures): Verschil[] {
  const before = byKey(earlier.tabellen);
  const after = byKey(later.tabellen);
  const knownPeriods = new Set(earlier.tabellen.flatMap(({ rijen }) => rijen.map(({ periode }) => periode)));
  const knownTables = new Set(earlier.tabellen.map(tableKey));
  const keys = [...new Set([...before.keys(), ...after.keys()])].sort();
  return keys.flatMap((key) => {
    const old = before.get(key);
    const now = after.get(key);
    const soort = kindOf(old?.row, now?.row);
    const place = now ?? old;
    if (!soort || !place) return [];
    const reden = reasonOf(soort, place, earlier.release, later.release);
    const isNewTable = !knownTables.has(tableKey(place.table));
    const isNewPeriod = !knownPeriods.has(place.row.periode);
    return [
      {
        klasse:
          soort === 'nieuw' && isNewPeriod
            ? 'nieuwe periode'
            : soort === 'nieuw' && isNewTable
              ? 'uitbreiding'
              : classOf(reden, old),
        soort,
        reden,
        indicator: place.table.indicator,
        variant: place.row.variant,
        periode: place.row.periode,
        gebied: place.row.gebied,
        dimensies: Object.fromEntries(
          place.table.dimensies.map((dimensie, index) => [dimensie, place.row.dimensies[index] ?? '']),
        ),
        oud: standOf(old, now?.row),
        nieuw: standOf(now, now?.row),
      },
    ];
  });
}

function tableKey({ indicator, dimensies }: JsonTable): string {
  return [indicator, ...dimensies].join('-');
}

function byKey(tables: readonly JsonTable[]): Map<string, Located> {
  return new Map(
    tables.flatMap((table) =>
      table.rijen.map((row): [string, Located] => [
        JSON.stringify([tableKey(table), row.variant, row.periode, row.gebied, row.dimensies]),
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
  if (isHidden && !wasHidden) return 'verborgen';
  if (wasHidden && !isHidden && !printsNothing(now)) return 'getoond';
  const same =
    old.waarde === now.waarde &&
    old.teller === now.teller &&
    old.noemer === now.noemer &&
    old.status.join('+') === now.status.join('+');
  return same ? undefined : 'gewijzigd';
}

function printsNothing({ waarde, teller, noemer }: JsonRow): boolean {
  return waarde === null && teller === null && noemer === null;
}

function reasonOf(soort: VerschilSoort, { table, row }: Located, old: Release, now: Release): VerschilReden {
  const isAboutHiding =
    soort === 'verborgen' || soort === 'getoond' || (soort === 'gewijzigd' && printsNothing(row));
  const rulesDiffer = JSON.stringify(old.geheimhouding) !== JSON.stringify(now.geheimhouding);
  if (isAboutHiding && rulesDiffer) return 'geheimhouding';
  if (old.definities[table.indicator] !== now.definities[table.indicator]) return 'definitie';
  if (compositionOf(old, row.gebied) !== compositionOf(now, row.gebied)) return 'samenstelling';
  if (old.dataTot !== now.dataTot || soort === 'nieuw') return 'nieuwe gegevens';
  return rulesDiffer || isAboutHiding ? 'geheimhouding' : 'correctie';
}

function classOf(reden: VerschilReden, old: Located | undefined): VerschilKlasse {
  if (reden === 'correctie') return 'correctie';
  if (reden !== 'nieuwe gegevens') return 'revisie';
  const final = old?.row.voorlopigheid ?? old?.table.voorlopigheid?.[old.row.periode];
  return final === 'definitief' ? 'correctie' : 'bijstelling';
}

function compositionOf(release: Release, gebied: string): string {
  const found = release.samenstelling.gebieden.find(({ code }) => code === gebied);
  return JSON.stringify(found ? [...found.gemeenten].sort() : null);
}

/** What a row said, without what is not printed any more: that is not said again. */
function standOf(located: Located | undefined, now: JsonRow | undefined): Stand | null {
  if (!located) return null;
  const { waarde, teller, noemer, status } = located.row;
  const still = (part: 'waarde' | 'teller' | 'noemer', value: number | null) =>
    (now?.[part] ?? null) === null ? null : value;
  return {
    waarde: still('waarde', waarde),
    teller: still('teller', teller),
    noemer: still('noemer', noemer),
    status,
  };
}
