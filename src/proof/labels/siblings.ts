// SPDX-License-Identifier: EUPL-1.2
import { areaOf } from '../areas.ts';
import { formatDutch } from '../dutch-number.ts';
import type { ProofFinding } from '../finding.ts';
import type { PrintedCell, PrintedDocument, PrintedTable } from '../printed.ts';
import { labelFinding } from './label-finding.ts';
import { tablePlaceOf } from './years.ts';

/** Tables that are read side by side: one number of decimals, and a part that is not larger than the whole it belongs to by law. */
export function siblingFindings({ tabellen, gebieden }: PrintedDocument): ProofFinding[] {
  return [...decimals(tabellen), ...measuresAndFrame()];

  /** Children with a protection measure get help in the compulsory framework (gedwongen kader) by definition. Source: Jeugdwet art. 2.4 */
  function measuresAndFrame(): ProofFinding[] {
    const cells = tabellen
      .flatMap(({ cellen }) => cellen)
      .filter(({ eenheid, uitTekst }) => eenheid === 'personen' && !uitTekst);
    const frames = cells.filter(({ splitsing }) => splitsing.type === 'gedwongen-kader');
    const measures = cells.filter(
      ({ tabel, splitsing }) =>
        tabel.onderwerpen.join() === 'jeugdbescherming' && Object.values(splitsing).join() === 'totaal',
    );
    const pairs = measures.flatMap((measure) => {
      const frame = frames.find((cell) => cell.periode === measure.periode && sameArea(cell, measure));
      return frame ? [{ measure, frame }] : [];
    });
    const distinct = pairs.filter(
      ({ measure }, index) =>
        pairs.findIndex(
          (other) => other.measure.periode === measure.periode && sameArea(other.measure, measure),
        ) === index,
    );
    const wrong = distinct.filter(({ measure, frame }) => measure.waarde > frame.waarde);
    const worst = wrong[0];
    if (!worst) return [];
    return [
      labelFinding('grens', 'maatregelBuitenKader', {
        plaats: worst.measure.plaats,
        gedrukt: worst.measure.gedrukt,
        verwacht: `≤ ${formatDutch(worst.frame.waarde)}`,
        delen: [String(wrong.length), String(distinct.length)],
        ernst: 'matig',
        zekerheid: 'mogelijk',
        sleutel: worst.measure.tabel.id,
        ook: [worst.frame.plaats],
      }),
    ];
  }

  function sameArea(a: PrintedCell, b: PrintedCell): boolean {
    return areaOf(gebieden, a.gebied) === areaOf(gebieden, b.gebied);
  }
}

/** Two tables of one part with one unit, printed with different numbers of decimals. */
function decimals(tables: readonly PrintedTable[]): ProofFinding[] {
  const growth = tables.flatMap((table) => {
    const places = new Set(
      table.cellen.filter(({ eenheid }) => eenheid === 'groei').map(({ decimalen }) => decimalen),
    );
    const [one] = [...places];
    return one !== undefined && places.size === 1 ? [{ table, decimalen: one }] : [];
  });
  const pairs = growth.flatMap((a, index) =>
    growth
      .slice(index + 1)
      .flatMap((b) =>
        a.table.deel === b.table.deel && a.table.eenheid === b.table.eenheid && a.decimalen !== b.decimalen
          ? [{ a, b }]
          : [],
      ),
  );
  const first = pairs[0];
  if (!first) return [];
  return [
    labelFinding('label', 'decimalenNaastElkaar', {
      plaats: tablePlaceOf(first.b.table),
      gedrukt: `${first.a.decimalen}; ${first.b.decimalen}`,
      sleutel: first.b.table.eenheid,
      ook: pairs.slice(1).map(({ b }) => tablePlaceOf(b.table)),
    }),
  ];
}
