// SPDX-License-Identifier: EUPL-1.2
import type { Unit } from '../contract/index.ts';
import { shortName } from './area-names.ts';
import { axisName, dimensiesOf, itemsOf, KWARTALEN, type LiveTableSpec, variantName } from './axis-items.ts';
import { type AxisTable, axisTable, type Item, type ItemGroup, type KeyPart } from './axis-table.ts';
import { definitieOf, type Edition, indicatorName } from './edition.ts';
import { tableUnit } from './figure-format.ts';

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

/** The first table that the release would need and does not hold, by its name; undefined when it holds all. */
export function missingTable(edition: Edition, spec: LiveTableSpec): string | undefined {
  const dimensies = dimensiesOf(spec);
  const variants = spec.varianten ?? [spec.variant];
  return spec.indicatoren.find((indicator) =>
    variants.some((variant) => !edition.figures.table(indicator, dimensies, variant)),
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
