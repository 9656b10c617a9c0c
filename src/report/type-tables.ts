// SPDX-License-Identifier: EUPL-1.2
import type { ReleaseGebied } from '../contract/index.ts';
import { valuesOf } from './axis-items.ts';
import type { TableBlock } from './document.ts';
import { cellOf, type Edition } from './edition.ts';
import { liveTable } from './live-table.ts';

/** Unique clients per type and year, of one area or of two side by side. */
export function typeCounts(edition: Edition, number: number, gebieden: readonly ReleaseGebied[]): TableBlock {
  return typeTable(edition, 'clienten', edition.text.tabel.typenPerJaar, number, gebieden);
}

/** Change of the number of clients per type since the base year, of one area or of two side by side. */
export function typeGrowth(edition: Edition, number: number, gebieden: readonly ReleaseGebied[]): TableBlock {
  const { text, release } = edition;
  return typeTable(edition, 'clienten-groei', text.tabel.groei(release.basisjaar), number, gebieden);
}

function typeTable(
  edition: Edition,
  indicator: string,
  titel: string,
  number: number,
  gebieden: readonly ReleaseGebied[],
): TableBlock {
  const { jaren } = edition.release;
  return liveTable(edition, {
    indicatoren: [indicator],
    by: 'type',
    vast: {},
    gebieden,
    jaren,
    number,
    titel,
  }).block;
}

/** The type that occurs most, when no number is hidden and none shares its place; otherwise nothing is claimed. */
export function largestTypeSentence(edition: Edition, gebied: ReleaseGebied): string | undefined {
  const { text, notation, release } = edition;
  const spec = {
    indicatoren: ['clienten'],
    by: 'type',
    vast: {},
    gebieden: [gebied],
    jaren: release.jaren,
  } as const;
  const cells = valuesOf(edition, spec, 'type').map((type) => {
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
