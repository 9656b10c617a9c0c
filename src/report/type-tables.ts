// SPDX-License-Identifier: EUPL-1.2
import type { ReleaseGebied } from '../contract/index.ts';
import type { TableBlock } from './document.ts';
import { cellOf, type Edition } from './edition.ts';
import { splitTable, splitValues } from './split-table.ts';

/** Unique clients per type and year, of one area or of two side by side. */
export function typeCounts(edition: Edition, number: number, gebieden: readonly ReleaseGebied[]): TableBlock {
  const { text, notation, release } = edition;
  return splitTable(edition, {
    indicator: 'clienten',
    dimensie: 'type',
    jaren: release.jaren,
    gebieden,
    number,
    title: text.tabel.typenPerJaar,
    unit: text.tabel.eenheidClienten,
    format: notation.count,
    overlap: true,
  });
}

/** Change of the number of clients per type since the base year, of one area or of two side by side. */
export function typeGrowth(edition: Edition, number: number, gebieden: readonly ReleaseGebied[]): TableBlock {
  const { text, notation, release } = edition;
  return splitTable(edition, {
    indicator: 'clienten-groei',
    dimensie: 'type',
    jaren: release.jaren,
    gebieden,
    number,
    title: text.tabel.groei(release.basisjaar),
    unit: text.tabel.groeiEenheid(release.basisjaar),
    format: (share) => notation.change(share, 1),
    overlap: true,
  });
}

/** The type that occurs most, when no number is hidden and none shares its place; otherwise nothing is claimed. */
export function largestTypeSentence(edition: Edition, gebied: ReleaseGebied): string | undefined {
  const { text, notation, release } = edition;
  const spec = {
    indicator: 'clienten',
    dimensie: 'type',
    gebieden: [gebied],
    jaren: release.jaren,
  } as const;
  const cells = splitValues(edition, spec).map((type) => {
    const key = { indicator: 'clienten', gebied: gebied.code, jaar: release.jaar, split: { type } };
    return { type, cell: cellOf(edition, key, notation.count) };
  });
  const [first, second] = [...cells].sort((a, b) => (b.cell.waarde ?? 0) - (a.cell.waarde ?? 0));
  const certain =
    cells.every(({ cell }) => cell.waarde !== null) && first?.cell.waarde !== second?.cell.waarde;
  const names: Readonly<Record<string, string>> = text.typen;
  return first && certain
    ? text.zin.grootsteType(release.jaar, gebied.naam, names[first.type] ?? first.type, first.cell.text)
    : undefined;
}
