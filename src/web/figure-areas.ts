// SPDX-License-Identifier: EUPL-1.2
import { comparisonGroup, type FigureRow } from '../contract/index.ts';
import { areaName, areaShort, type Indicator, type Site } from './dashboard-source.ts';
import type { GebiedData } from './figure/figure-data.ts';

/** The Netherlands, in figures of CBS. */
export const NEDERLAND = 'NL01';
/** Indicator with the figures of CBS. */
export const CBS = 'cbs-jeugdhulp';

/** Whether a figure says more than that there is none: periods and areas of which nothing is known are no choice. */
export function says({ waarde, status }: FigureRow): boolean {
  return waarde !== null || status.includes('geheim') || status.includes('nog_niet_bekend');
}

/** Areas that figures say something about, and the region always. */
export function areasOf(site: Site, indicator: Indicator, rows: readonly FigureRow[]): GebiedData[] {
  const { release, regio, gemeenten, woord } = site;
  const used = new Set<string>([regio.code, ...rows.filter(says).map(({ gebied }) => gebied)]);
  const groepen = release.samenstelling.gebieden.filter(({ soort }) => soort === 'groep');
  const own = [regio, ...groepen, ...gemeenten].filter(({ code }) => used.has(code));
  return [
    ...own.map((gebied): GebiedData => {
      const groep = gebied.soort === 'gemeente' ? (comparisonGroup(release, gebied) ?? regio) : undefined;
      return {
        code: gebied.code,
        naam: areaName(site, gebied),
        kort: areaShort(site, gebied),
        soort: gebied.soort,
        ...(gebied.tegel ? { tegel: [gebied.tegel.rij, gebied.tegel.kolom] as const } : {}),
        ...(groep && used.has(groep.code) ? { naast: groep.code } : {}),
      };
    }),
    ...(used.has(NEDERLAND)
      ? [
          {
            code: NEDERLAND,
            naam: woord.gebied.nederland,
            kort: woord.gebied.nederland,
            soort: 'extern' as const,
            ...(indicator.id === CBS ? {} : { uit: CBS }),
          },
        ]
      : []),
  ];
}
