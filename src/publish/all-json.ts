// SPDX-License-Identifier: EUPL-1.2
import type {
  Dimensie,
  FigureStatus,
  IntervalMethode,
  Opbouw,
  Release,
  ReleaseStatus,
  SafeTable,
  Unit,
} from '../contract/index.ts';
import { figureFileName, sortedRows } from './figure-file.ts';

/** One figure as `all.json` holds it. */
export interface JsonRow {
  readonly variant: string;
  readonly periode: string;
  readonly gebied: string;
  readonly dimensies: readonly string[];
  readonly waarde: number | null;
  readonly teller: number | null;
  readonly noemer: number | null;
  readonly status: readonly FigureStatus[];
  /** How final it is, where that differs from the others of its period. */
  readonly voorlopigheid?: ReleaseStatus;
  /** Ids of breaks of the release between this figure and the earlier ones it is laid beside. */
  readonly breuken?: readonly string[];
}

/** One table as `all.json` holds it: what anybody outside sees of a `SafeTable`. */
export interface JsonTable {
  /** Path of its CSV in the release. */
  readonly csv: string;
  readonly indicator: string;
  readonly definitie: string;
  readonly eenheid: Unit;
  readonly dimensies: readonly Dimensie[];
  /** How its figures are made, per variant. Absent in a release of an older program. */
  readonly opbouw?: readonly Opbouw[];
  /** Interval at 95 % that its shares carry: it follows from `teller` and `noemer`. */
  readonly interval?: IntervalMethode;
  /** How final the figures of each period are. */
  readonly voorlopigheid?: Readonly<Record<string, ReleaseStatus>>;
  readonly rijen: readonly JsonRow[];
}

export interface AllFigures {
  readonly release: string;
  readonly tabellen: readonly JsonTable[];
}

export function jsonTable(table: SafeTable): JsonTable {
  return {
    csv: `cijfers/${figureFileName(table)}.csv`,
    indicator: table.indicator,
    definitie: table.definitie,
    eenheid: table.eenheid,
    dimensies: table.dimensies,
    opbouw: table.opbouw,
    ...(table.interval === undefined ? {} : { interval: table.interval }),
    ...(table.voorlopigheid === undefined ? {} : { voorlopigheid: table.voorlopigheid }),
    rijen: sortedRows(table).map((row) => ({
      variant: row.variant,
      periode: row.periode,
      gebied: row.gebied,
      dimensies: row.dimensies,
      waarde: row.waarde,
      teller: row.teller,
      noemer: row.noemer,
      status: row.status,
      ...(row.voorlopigheid === undefined ? {} : { voorlopigheid: row.voorlopigheid }),
      ...(row.breuken === undefined ? {} : { breuken: row.breuken }),
    })),
  };
}

/** `all.json`: every figure of a release for programs, one figure per line. */
export function allJson(release: Release, tables: readonly JsonTable[]): string {
  const blocks = tables.map(({ rijen, ...head }) => {
    const rows = rijen.map((rij) => `      ${JSON.stringify(rij)}`).join(',\n');
    return `    ${JSON.stringify(head).slice(0, -1)},"rijen":[\n${rows}\n    ]}`;
  });
  return `{\n  "release": ${JSON.stringify(release.id)},\n  "tabellen": [\n${blocks.join(',\n')}\n  ]\n}\n`;
}
