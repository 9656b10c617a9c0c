// SPDX-License-Identifier: EUPL-1.2
import type { Dimensie, ReleaseGebied, Unit } from '../contract/index.ts';
import { codeName, codeNames } from '../text/index.ts';
import { groepName, shortName } from './area-names.ts';
import { type AxisTable, axisTable, type Item, type ItemGroup, type KeyPart } from './axis-table.ts';
import { definitieOf, type Edition, indicatorName } from './edition.ts';
import { tableUnit, type Vorm } from './figure-format.ts';

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

const KWARTALEN = [1, 2, 3, 4];

/** The table that a chapter asks for. The release must hold its figures: `missingTable`. */
export function liveTable(edition: Edition, spec: LiveTableSpec): AxisTable {
  const { by, per, number, indicatoren, vorm } = spec;
  const [indicator = ''] = indicatoren;
  const eenheid = unitOf(edition, spec);
  const table = axisTable(edition, {
    number,
    title: spec.titel ?? defaultTitle(edition, spec),
    unit: unitText(edition, spec, eenheid),
    rowHeader: axisName(edition, by),
    indicatoren,
    base: basePart(spec),
    rows: itemsOf(edition, spec, by, spec.waarden),
    groups: groupsOf(
      edition,
      spec,
      per === undefined ? timeColumns(edition, spec) : itemsOf(edition, spec, per),
    ),
    ...(vorm === undefined ? {} : { vorm }),
    ...(indicator.endsWith('-groei') ? { change: true } : {}),
  });
  return per === undefined ? table : { ...table, columnHeader: axisName(edition, per) };
}

function axisName({ text }: Edition, axis: Axis): string {
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

/** The first table that the release would need and does not hold, by its name; undefined when it holds all. */
export function missingTable(edition: Edition, spec: LiveTableSpec): string | undefined {
  const dimensies = dimensiesOf(spec);
  const variants = spec.varianten ?? [spec.variant];
  return spec.indicatoren.find((indicator) =>
    variants.some((variant) => !edition.figures.table(indicator, dimensies, variant)),
  );
}

function dimensiesOf({ by, per, vast }: LiveTableSpec): Dimensie[] {
  return [by, per, ...Object.keys(vast)].filter(
    (axis): axis is Dimensie =>
      axis !== undefined && axis !== 'gebied' && axis !== 'variant' && axis !== 'kwartaal',
  );
}

function basePart({
  indicatoren: [indicator = ''],
  variant,
  vast,
  gebieden,
  jaren,
  per,
}: LiveTableSpec): KeyPart {
  const [gebied] = gebieden;
  const jaar = jaren.at(-1);
  return {
    indicator,
    split: vast,
    ...(variant === undefined ? {} : { variant }),
    ...(gebied === undefined ? {} : { gebied }),
    ...(per === undefined || jaar === undefined ? {} : { jaar }),
  };
}

function itemsOf(edition: Edition, spec: LiveTableSpec, axis: Axis, waarden?: readonly string[]): Item[] {
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
    label: gebied.soort === 'groep' ? groepName(edition, gebied) : gebied.naam,
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

function timeColumns({ text, figures }: Edition, spec: LiveTableSpec): Item[] {
  if (!spec.kwartalen) {
    return spec.jaren.map((jaar) => ({ label: String(jaar), part: { jaar } }));
  }
  const periods = new Set(
    figures
      .table(spec.indicatoren[0] ?? '', dimensiesOf(spec), spec.variant)
      ?.rows.map(({ periode }) => periode),
  );
  return spec.jaren.flatMap((jaar) =>
    KWARTALEN.filter((kwartaal) => periods.has(`${jaar}-Q${kwartaal}`)).map((kwartaal) => ({
      label: text.tabel.kwartaalKort(jaar, kwartaal),
      part: { jaar, periode: `${jaar}-Q${kwartaal}` },
    })),
  );
}

/** Groups of columns: an area each, or an indicator each, or a variant each; one without a name when there is only one. */
function groupsOf(edition: Edition, spec: LiveTableSpec, columns: readonly Item[]): ItemGroup[] {
  const { gebieden, indicatoren, by, per, varianten = [] } = spec;
  if (indicatoren.length > 1) {
    return indicatoren.map((indicator) => ({
      label: indicatorName(edition, indicator),
      part: { indicator },
      columns,
    }));
  }
  if (varianten.length > 1 && by !== 'variant' && per !== 'variant') {
    return varianten.map((variant) => ({
      label: variantName(edition, indicatoren[0] ?? '', variant),
      part: { variant },
      columns,
    }));
  }
  if (by === 'gebied' || per === 'gebied' || gebieden.length < 2) return [{ part: {}, columns }];
  return gebieden.map((gebied) => ({ label: shortName(gebied), part: { gebied }, columns }));
}

function unitOf({ figures }: Edition, spec: LiveTableSpec): Unit {
  const variant = spec.variant ?? spec.varianten?.[0];
  return figures.table(spec.indicatoren[0] ?? '', dimensiesOf(spec), variant)?.eenheid ?? 'aandeel';
}

function unitText(edition: Edition, spec: LiveTableSpec, eenheid: Unit): string {
  const { text, figures } = edition;
  const [indicator = ''] = spec.indicatoren;
  const units =
    spec.indicatoren.length > 1
      ? spec.indicatoren.map((id) => figures.table(id, dimensiesOf(spec), spec.variant)?.eenheid ?? 'aandeel')
      : [eenheid];
  const unit = [...new Set(units.map((each) => tableUnit(edition, each, spec.vorm)))].join('; ');
  const peiling = definitieOf(edition, indicator)?.parameters.find(({ naam }) => naam === 'peilkwartaal');
  const kwartalen = spec.by === 'kwartaal' || spec.kwartalen;
  if (indicator.endsWith('-groei')) return text.tabel.groeiEenheid(edition.release.basisjaar);
  const when =
    peiling && !kwartalen
      ? text.tabel.peiling(unit, text.tabel.kwartalen[Number(peiling.waarde) - 1] ?? '')
      : unit;
  if (kwartalen) return text.tabel.perKwartaal(unit);
  return spec.jaren.length > 1 && spec.per === undefined
    ? text.tabel.perJaar(when)
    : text.tabel.inJaar(when, spec.jaren.at(-1) ?? edition.release.jaar);
}

function defaultTitle(edition: Edition, { indicatoren, by, variant }: LiveTableSpec): string {
  const [indicator = ''] = indicatoren;
  const name = indicatorName(edition, indicator);
  if (by === 'gebied')
    return variant === undefined ? name : `${name}: ${variantName(edition, indicator, variant)}`;
  return edition.text.tabel.per(name, axisName(edition, by).toLowerCase());
}
