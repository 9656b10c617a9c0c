// SPDX-License-Identifier: EUPL-1.2
import type { ProeftuinRij } from '../../contract/index.ts';
import { PROEFTUIN_DOMEINEN } from '../../contract/index.ts';
import { day } from '../calendar.ts';
import { assignTypes, forEachType } from '../membership.ts';
import type { PublishedFigures } from '../published-figure.ts';
import type { Bronbestand, BronWereld } from './bron-wereld.ts';
import { stream } from './bron-wereld.ts';

/** Families in the proeftuin: each concern is dealt to as many of them as published, and every family has at least one. */
export function proeftuin(wereld: BronWereld, figures: PublishedFigures): Bronbestand[] {
  const { jaren, figuren, regio, targets } = wereld;
  return jaren.flatMap((jaar): Bronbestand[] => {
    const zorgen = figures.filter(
      ({ indicator, jaar: own, splitsing }) =>
        indicator === 'proeftuin-domeinen' && own === jaar && splitsing !== '',
    );
    if (zorgen.length === 0) return [];
    const counts = zorgen.map(
      ({ splitsing }) => figuren.find('proeftuin-domeinen', '', regio.code, splitsing, jaar) ?? 0,
    );
    const asked = figuren.find('proeftuin-domeinen', 'gezinnen', regio.code, '', jaar) ?? Math.max(...counts);
    const sum = counts.reduce((all, count) => all + count, 0);
    const gezinnen = Math.min(Math.max(asked, ...counts), sum);
    if (gezinnen === 0) return [];
    const random = stream(wereld, 'proeftuin', jaar);
    const sets = assignTypes(
      { clienten: gezinnen, perType: counts, kept: [], affinity: () => 1, newcomer: () => undefined },
      random,
    );
    const rijen = sets.flatMap((set, family) => {
      const gemeente = targets.gemeenten[random.integer(0, Math.min(2, targets.gemeenten.length - 1))] ?? '';
      const own: ProeftuinRij[] = [];
      forEachType(set, (index) => {
        const parts = new Map(
          (zorgen[index]?.splitsing ?? '').split(';').map((part) => part.split('=') as [string, string]),
        );
        const domein = PROEFTUIN_DOMEINEN.find((naam) => naam === parts.get('domein'));
        if (!domein) return;
        own.push({
          afzender: 'proeftuin',
          periode: String(jaar),
          opgesteldOp: day(jaar + 1, 1, 25),
          gezin: `P-${family + 1}`,
          gemeente,
          domein,
          zorg: parts.get('zorg') ?? '',
        });
      });
      return own;
    });
    return [{ soort: 'proeftuin', naam: `proeftuin-${jaar}`, rijen }];
  });
}
