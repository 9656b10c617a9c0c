// SPDX-License-Identifier: EUPL-1.2
import type { Regio } from '../../contract/index.ts';
import type { PublishedFigure, PublishedFigures } from '../published-figure.ts';
import type { FictieveRegio } from '../region.ts';
import type { Remark } from '../remark.ts';
import { bevolking } from './bevolking.ts';
import { BronFiguren } from './bron-figuren.ts';
import { BronTelling } from './bron-telling.ts';
import type { Bronbestand, BronWereld } from './bron-wereld.ts';
import { crisisinterventieteam } from './cit.ts';
import { jeugdbeschermingstafel } from './jbt.ts';
import { maatregelen } from './maatregel-bestanden.ts';
import { plaatsingen } from './plaatsingen.ts';
import { proeftuin } from './proeftuin.ts';
import { uitkomsten } from './uitkomsten.ts';
import { wachtlijst } from './wachtlijst.ts';
import { wachttijden } from './wachttijden.ts';

/** How many published figures of one indicator come out of the files. */
export interface Doelen {
  readonly indicator: string;
  readonly gehaald: number;
  readonly van: number;
}

/** What the makers may look at; figures are multiplied by `scale`. */
export function bronWereld(
  region: FictieveRegio,
  regio: Regio,
  figures: PublishedFigures,
  scale: number,
): BronWereld {
  return {
    figuren: new BronFiguren(figures, scale),
    regio,
    targets: region.targets,
    jaren: region.targets.years.filter((jaar) => jaar !== region.targets.vervolgjaar),
    population: region.population,
    trajecten: region.trajecten,
    clienten: region.clienten,
    seed: region.seed,
  };
}

/** Every file of the other sources, about the children of the region. */
export function makeBronnen(
  region: FictieveRegio,
  regio: Regio,
  figures: PublishedFigures,
  scale: number,
): Bronbestand[] {
  const wereld = bronWereld(region, regio, figures, scale);
  return [
    ...maatregelen(wereld),
    ...jeugdbeschermingstafel(wereld),
    ...crisisinterventieteam(wereld),
    ...plaatsingen(wereld),
    ...proeftuin(wereld, figures),
    ...wachttijden(wereld),
    ...wachtlijst(wereld),
    ...uitkomsten(wereld),
    ...bevolking(wereld),
  ];
}

/** Why a figure may not come out although everything around it does. */
const REDENEN: Readonly<Record<string, string>> = {
  'jbt-besluiten': 'the kinds of decision add up to another number of families; the kinds are kept',
  jeugdbescherming:
    'institutions, gemeenten and region leave no room for it together; the institutions are kept',
};

/** The published figures of the other sources against what the files come to. */
export function checkBronnen(
  bestanden: readonly Bronbestand[],
  regio: Regio,
  figures: PublishedFigures,
  jaren: readonly number[],
): { doelen: Doelen[]; remarks: Remark[] } {
  const telling = new BronTelling(bestanden, regio);
  const sums = new Map<string, { gehaald: number; van: number }>();
  const remarks: Remark[] = [];
  remarks.push(...together(figures, regio, jaren));
  for (const figure of figures) {
    if (!jaren.includes(figure.jaar)) continue;
    const used = telling.count(figure);
    if (used === undefined) continue;
    const sum = sums.get(figure.indicator) ?? { gehaald: 0, van: 0 };
    sums.set(figure.indicator, sum);
    sum.van += 1;
    if (isSame(figure, used)) sum.gehaald += 1;
    else remarks.push(missed(figure, used));
  }
  return { doelen: [...sums].map(([indicator, sum]) => ({ indicator, ...sum })), remarks };
}

/** Totals that hold together with their parts only because some children or families count in two parts. */
function together(figures: PublishedFigures, regio: Regio, jaren: readonly number[]): Remark[] {
  const sum = (rows: readonly PublishedFigure[]): number => rows.reduce((all, { waarde }) => all + waarde, 0);
  return jaren.flatMap((jaar) => {
    const own = figures.filter((figure) => figure.jaar === jaar);
    const of = (indicator: string): readonly PublishedFigure[] =>
      own.filter((figure) => figure.indicator === indicator);
    const note = (
      indicator: string,
      total: PublishedFigure | undefined,
      parts: number,
      because: string,
    ): Remark[] =>
      total === undefined || parts <= total.waarde
        ? []
        : [
            {
              kind: 'note',
              indicator,
              gebied: regio.code,
              type: '',
              jaar,
              printed: total.waarde,
              used: total.waarde,
              because: `the parts add up to ${parts}: ${parts - total.waarde} ${because}`,
            },
          ];
    const whole = (rows: readonly PublishedFigure[]): PublishedFigure | undefined =>
      rows.find(({ gebied, splitsing }) => gebied === regio.code && splitsing === '');
    const jb = of('jeugdbescherming');
    const jbt = of('jbt-aanmeldingen');
    const gemeenten = jb.filter(
      ({ gebied, splitsing }) => splitsing === '' && regio.gemeenten.some(({ code }) => code === gebied),
    );
    return [
      ...note(
        'jeugdbescherming',
        whole(jb),
        sum(gemeenten),
        'children move between two gemeenten in the year and change institution on the way',
      ),
      ...note(
        'jbt-aanmeldingen',
        whole(jbt),
        sum(jbt.filter(({ splitsing }) => splitsing !== '')),
        'families are put forward by two referrers',
      ),
    ];
  });
}

/** Shares are compared as printed, with one decimal of a percentage. */
function isSame({ indicator, waarde }: PublishedFigure, used: number): boolean {
  return indicator === 'wachtend-aandeel'
    ? Math.round(waarde * 1000) === Math.round(used * 1000)
    : waarde === used;
}

function missed(
  { indicator, variant, gebied, splitsing, jaar, periode, waarde }: PublishedFigure,
  used: number,
): Remark {
  const type = [variant, splitsing, periode === String(jaar) ? '' : periode]
    .filter((part) => part !== '')
    .join(' ');
  return {
    kind: 'contradiction',
    indicator,
    gebied,
    type,
    jaar,
    printed: waarde,
    used,
    because: REDENEN[indicator] ?? 'the other figures leave no room for it; they are kept',
  };
}
