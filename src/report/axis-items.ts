// SPDX-License-Identifier: EUPL-1.2
import type { Dimensie, ReleaseGebied } from '../contract/index.ts';
import { codeName, codeNames } from '../text/index.ts';
import { areaName } from './area-names.ts';
import type { Item } from './axis-table.ts';
import { definitieOf, type Edition } from './edition.ts';
import type { Vorm } from './figure-format.ts';

/** What the rows of a table are: areas, variants of the indicator, quarters of a year, or the values of a dimension. */
export type Axis = 'gebied' | 'variant' | 'kwartaal' | Dimensie;

/** A table as a chapter asks for it. */
export interface LiveTableSpec {
  readonly indicatoren: readonly string[];
  /** What the rows are. */
  readonly by: Axis;
  /** What the columns are instead of years; needs one year. */
  readonly per?: Axis;
  readonly variant?: string;
  /** Variants in the order in which they are shown; absent = all. */
  readonly varianten?: readonly string[];
  /** Values of the dimension of the rows, in order; absent = all that occur. */
  readonly waarden?: readonly string[];
  readonly vast: Readonly<Partial<Record<Dimensie, string>>>;
  readonly gebieden: readonly ReleaseGebied[];
  readonly jaren: readonly number[];
  /** Quarters as columns. */
  readonly kwartalen?: boolean;
  /** Variants that are the whole of the others. */
  readonly nadruk?: readonly string[];
  readonly totaal?: boolean;
  readonly vorm?: Vorm;
  readonly titel?: string;
  readonly number: number;
}

/** Quarters of a year. */
export const KWARTALEN = [1, 2, 3, 4];

/** What an axis is called above its rows or columns. */
export function axisName({ text }: Edition, axis: Axis): string {
  switch (axis) {
    case 'gebied':
      return text.tabel.gebied;
    case 'variant':
      return text.tabel.onderdeel;
    case 'kwartaal':
      return text.tabel.kwartaal;
    default:
      return text.dimensies[axis].naam;
  }
}

/** Dimensions that the table of a request is split by. */
export function dimensiesOf({ by, per, vast }: LiveTableSpec): Dimensie[] {
  return [by, per, ...Object.keys(vast)].filter(
    (axis): axis is Dimensie =>
      axis !== undefined && axis !== 'gebied' && axis !== 'variant' && axis !== 'kwartaal',
  );
}

/** Rows or columns of an axis, in the order in which they are shown. */
export function itemsOf(
  edition: Edition,
  spec: LiveTableSpec,
  axis: Axis,
  waarden?: readonly string[],
): Item[] {
  const { text } = edition;
  switch (axis) {
    case 'gebied':
      return spec.gebieden.map((gebied) => areaItem(edition, gebied, spec.gebieden.length));
    case 'variant':
      return variantsOf(edition, spec).map((variant) => ({
        label: variantName(edition, spec.indicatoren[0] ?? '', variant),
        part: { variant },
        ...(spec.nadruk?.includes(variant) ? { nadruk: true } : {}),
      }));
    case 'kwartaal':
      return KWARTALEN.map((kwartaal) => ({
        label: text.tabel.kwartalen[kwartaal - 1] ?? '',
        part: { periode: `Q${kwartaal}` },
      }));
    default:
      return [
        ...(waarden ?? valuesOf(edition, spec, axis)).map((value) => ({
          label: codeName(edition.taal, axis, value),
          part: { split: { [axis]: value } },
        })),
        ...wholeItem(edition, spec, axis),
      ];
  }
}

function areaItem(edition: Edition, gebied: ReleaseGebied, count: number): Item {
  return {
    label: areaName(edition, gebied),
    part: { gebied },
    ...(gebied.soort === 'regio' && count > 1 ? { nadruk: true } : {}),
  };
}

/** The row or column of the whole, where the release holds it. */
function wholeItem({ figures, text }: Edition, spec: LiveTableSpec, axis: Dimensie): Item[] {
  const rest = dimensiesOf(spec).filter((dimensie) => dimensie !== axis);
  const [indicator = ''] = spec.indicatoren;
  const whole = spec.totaal !== false && figures.table(indicator, rest, spec.variant);
  const label =
    axis === 'type' && indicator.startsWith('clienten') ? text.tabel.alleTypen : text.tabel.geheel;
  return whole ? [{ label, part: {}, nadruk: true }] : [];
}

/** Values of a dimension that get a row: those with a name in their order, then others as they occur; unknowns only where there are any. */
export function valuesOf(
  edition: Edition,
  spec: Pick<LiveTableSpec, 'indicatoren' | 'by' | 'per' | 'vast' | 'gebieden' | 'jaren' | 'variant'>,
  axis: Dimensie,
): string[] {
  const [indicator = ''] = spec.indicatoren;
  const table = edition.figures.table(indicator, dimensiesOf({ ...spec, number: 0 }), spec.variant);
  const place = table?.dimensies.indexOf(axis) ?? -1;
  const rows = (table?.rows ?? []).filter(
    ({ gebied, periode, variant }) =>
      spec.gebieden.some(({ code }) => code === gebied) &&
      spec.jaren.some((jaar) => periode.startsWith(String(jaar))) &&
      (spec.variant === undefined || variant === spec.variant),
  );
  const occurring = new Set(rows.map(({ dimensies }) => dimensies[place] ?? ''));
  const known = new Set(
    rows.filter(({ waarde }) => (waarde ?? 0) > 0).map(({ dimensies }) => dimensies[place] ?? ''),
  );
  const named = Object.keys(codeNames(edition.taal, axis)).filter(
    (value) => occurring.has(value) && (value !== 'onbekend' || known.has(value)),
  );
  const others = [...occurring].filter((value) => !named.includes(value) && value !== 'onbekend').sort();
  return [
    ...named.filter((value) => value !== 'onbekend'),
    ...others,
    ...named.filter((value) => value === 'onbekend'),
  ];
}

function variantsOf({ figures }: Edition, spec: LiveTableSpec): readonly string[] {
  if (spec.varianten) return spec.varianten;
  const table = figures.table(spec.indicatoren[0] ?? '', dimensiesOf(spec));
  return [...new Set((table?.rows ?? []).map(({ variant }) => variant))];
}

/** Name of a variant from its definition; its code where the release brings no definition. */
export function variantName(edition: Edition, indicator: string, variant: string): string {
  const own = definitieOf(edition, indicator)?.varianten.find(({ id }) => id === variant);
  return own?.naam[edition.taal] ?? variant;
}
