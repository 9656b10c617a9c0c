// SPDX-License-Identifier: EUPL-1.2
import type { JbtRij, PlainDate } from '../../contract/index.ts';
import { addDays, JBT_BESLUITEN, JBT_VERWIJZERS } from '../../contract/index.ts';
import { day, earliest } from '../calendar.ts';
import { BRONNEN } from '../parameters.ts';
import type { Random } from '../random.ts';
import type { Bronbestand, BronWereld } from './bron-wereld.ts';
import { some, stream } from './bron-wereld.ts';

type Zonder = Omit<JbtRij, 'herkomst' | 'periode' | 'opgesteldOp'> & { readonly home: number };

/**
 * Families put forward to the Jeugdbeschermingstafel, per referrer, and decisions, exactly as published. Where the referrers add up to more than the
 * families, some families were put forward by two of them.
 */
export function jeugdbeschermingstafel(wereld: BronWereld): Bronbestand[] {
  const { figuren, jaren, regio } = wereld;
  if (!figuren.has('jbt-aanmeldingen')) return [];
  let nextFamily = 1;
  return jaren.flatMap((jaar): Bronbestand[] => {
    const random = stream(wereld, 'jbt', jaar);
    const figure = (indicator: string, splitsing: string): number | undefined =>
      figuren.find(indicator, '', regio.code, splitsing, jaar);
    const perVerwijzer = JBT_VERWIJZERS.map(
      (verwijzer) => figure('jbt-aanmeldingen', `verwijzer=${verwijzer}`) ?? 0,
    );
    const verwijzers = JBT_VERWIJZERS.flatMap((verwijzer, index) =>
      Array<(typeof JBT_VERWIJZERS)[number]>(perVerwijzer[index] ?? 0).fill(verwijzer),
    );
    const gezinnen = Math.min(figure('jbt-aanmeldingen', '') ?? verwijzers.length, verwijzers.length);
    const rows: Zonder[] = some(verwijzers, verwijzers.length, random)
      .slice(0, gezinnen)
      .map((verwijzer) => aanmelding(wereld, jaar, `G-${nextFamily++}`, verwijzer, random));
    const second = remainder(verwijzers, rows);
    for (const [index, verwijzer] of second.entries()) {
      const first = rows.find(
        (row, at) =>
          at >= index &&
          row.verwijzer !== verwijzer &&
          !rows.some((other) => other !== row && other.gezin === row.gezin),
      );
      if (!first) continue;
      rows.push({
        ...first,
        verwijzer,
        datum: earliest(addDays(first.datum, random.integer(0, 20)), day(jaar, 12, 31)),
      });
    }
    decide(rows, gezinnen, jaar, figure, random);
    const extra = Array.from(
      { length: Math.round(gezinnen * BRONNEN.jbtExtra) },
      (): Zonder => ({
        ...aanmelding(wereld, jaar, `G-${nextFamily++}`, random.pick(JBT_VERWIJZERS), random),
        soort: random.chance(BRONNEN.jbtVots) ? 'vots' : 'vth',
      }),
    );
    return registers(wereld, jaar, [...rows, ...extra]);
  });
}

function remainder<Item>(all: readonly Item[], rows: readonly { readonly verwijzer: Item }[]): Item[] {
  const left = [...all];
  for (const { verwijzer } of rows) left.splice(left.indexOf(verwijzer), 1);
  return left;
}

function aanmelding(
  wereld: BronWereld,
  jaar: number,
  gezin: string,
  verwijzer: (typeof JBT_VERWIJZERS)[number],
  random: Random,
): Zonder {
  const sizes = wereld.targets.gemeenten.map(
    (code) =>
      wereld.targets.cells.find((cell) => cell.gemeente === code && cell.jaar === jaar)?.perType[6] ?? 1,
  );
  const home = random.weighted(sizes);
  return {
    home,
    gezin,
    gemeente: wereld.targets.gemeenten[home] ?? '',
    verwijzer,
    datum: addDays(day(jaar, 1, 2), random.integer(0, 363 - 16)),
    soort: 'regulier',
  };
}

/** Gives families their decision, one each, exactly as many of each kind as published; the others withdrew or moved. */
function decide(
  rows: Zonder[],
  gezinnen: number,
  jaar: number,
  figure: (indicator: string, splitsing: string) => number | undefined,
  random: Random,
): void {
  const besluiten = JBT_BESLUITEN.flatMap((besluit) =>
    Array<(typeof JBT_BESLUITEN)[number]>(figure('jbt-besluiten', `besluit=${besluit}`) ?? 0).fill(besluit),
  );
  const order = some(
    rows.slice(0, gezinnen).map((_, index) => index),
    besluiten.length,
    random,
  );
  for (const [at, index] of order.entries()) {
    const row = rows[index];
    if (!row) continue;
    const besluitdatum = earliest(addDays(row.datum, random.integer(10, 49)), day(jaar, 12, 31));
    rows[index] = { ...row, besluit: besluiten[at] ?? 'start', besluitdatum };
  }
}

/** One file per register and year: H1 the largest gemeente, H5 that group, H4 the others; one file where the region has no such group. */
function registers({ regio, targets }: BronWereld, jaar: number, rows: readonly Zonder[]): Bronbestand[] {
  const h5 = regio.groepen.find(({ code }) => code === 'H5')?.gemeenten as readonly string[] | undefined;
  const centre = targets.gemeenten.indexOf(
    targets.cells.filter((cell) => cell.jaar === jaar).sort((a, b) => b.clienten - a.clienten)[0]?.gemeente ??
      '',
  );
  const registerOf = (home: number): string => {
    if (!h5) return 'H1';
    if (home === centre) return 'H1';
    return h5.includes(targets.gemeenten[home] ?? '') ? 'H5' : 'H4';
  };
  const opgesteldOp: PlainDate = day(jaar + 1, 1, 20);
  return ['H1', 'H4', 'H5'].flatMap((herkomst): Bronbestand[] => {
    const own = rows.filter(({ home }) => registerOf(home) === herkomst).sort((a, b) => a.datum - b.datum);
    if (own.length === 0) return [];
    const rijen = own.map(
      ({ home: _, ...row }): JbtRij => ({ herkomst, periode: String(jaar), opgesteldOp, ...row }),
    );
    return [{ soort: 'jbt', naam: `jbt-${herkomst}-${jaar}`, rijen }];
  });
}
