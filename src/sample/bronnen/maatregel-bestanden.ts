// SPDX-License-Identifier: EUPL-1.2
import type { MaatregelRij } from '../../contract/index.ts';
import { addDays } from '../../contract/index.ts';
import { day, latest } from '../calendar.ts';
import { BRONNEN } from '../parameters.ts';
import type { Bronbestand, BronWereld } from './bron-wereld.ts';
import { stream } from './bron-wereld.ts';
import type { Maatregel } from './jeugdbescherming.ts';
import { jeugdbescherming, jeugdreclassering, verlengingen } from './jeugdbescherming.ts';

/** One file per institution and year with everything that ran in that year, as far as it was known at its end. */
export function maatregelen(wereld: BronWereld): Bronbestand[] {
  const alle = [...jeugdbescherming(wereld), ...jeugdreclassering(wereld)];
  const own = ownNumbers(wereld, alle);
  const bsns = new Map(wereld.population.children.map((child) => [child.id, wereld.clienten.bsn(child)]));
  return wereld.jaren.flatMap((jaar) =>
    BRONNEN.gis.flatMap((gi, index): Bronbestand[] => {
      const from = day(jaar, 1, 1);
      const until = day(jaar, 12, 31);
      const random = stream(wereld, 'gi-bestand', gi, jaar);
      const opgesteldOp = addDays(until, random.integer(15, 40));
      const rijen = alle
        .filter(
          (rij) => rij.gi === index && rij.begin <= until && (rij.eind === undefined || rij.eind >= from),
        )
        .map((rij): MaatregelRij => {
          const eind = rij.eind !== undefined && rij.eind <= until ? rij.eind : undefined;
          const nummer = own.get(rij.childId);
          return {
            gi,
            periode: String(jaar),
            opgesteldOp,
            ...(nummer === undefined ? { bsn: bsns.get(rij.childId) ?? '' } : { eigenNummer: nummer }),
            gemeente: wereld.targets.gemeenten[rij.gemeente] ?? '',
            soort: rij.soort,
            begin: rij.begin,
            ...(eind !== undefined && { eind }),
            beschikkingOp: latest(addDays(rij.begin, -(rij.childId % 5)), day(2000, 1, 1)),
            verlengingen: rij.soort === 'ots' ? verlengingen(rij, until) : 0,
            ...(rij.bestemming && { bestemming: rij.bestemming }),
          };
        })
        .sort((a, b) => a.begin - b.begin);
      return rijen.length === 0 ? [] : [{ soort: 'maatregelen', naam: `maatregelen-${gi}-${jaar}`, rijen }];
    }),
  );
}

/** Children that stand under the institution's own number; only those of one institution, because nobody could tell that two numbers are one child. */
function ownNumbers(wereld: BronWereld, alle: readonly Maatregel[]): ReadonlyMap<number, string> {
  const gis = new Map<number, Set<string>>();
  for (const { childId, gi, gemeente } of alle) {
    const known = gis.get(childId) ?? new Set<string>();
    gis.set(childId, known.add(`${gi}|${gemeente}`));
  }
  const random = stream(wereld, 'eigen-nummers');
  const numbers = new Map<number, string>();
  for (const [childId, known] of gis)
    if (random.chance(BRONNEN.eigenNummer) && known.size === 1)
      numbers.set(childId, `K-${10_000 + numbers.size}`);
  return numbers;
}
