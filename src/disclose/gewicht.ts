// SPDX-License-Identifier: EUPL-1.2
import type { Regio } from '../contract/index.ts';
import type { Gebieden } from './gebieden.ts';
import type { Getal, Getallen } from './getallen.ts';
import { plaatsKey } from './getallen.ts';

/** What it costs to hide a number: the policy of docs/method/geheimhouding.md as figures. */
const GEWICHT = {
  gemeente: 1,
  groep: 6,
  regio: 60,
  zonderUitsplitsing: 20,
  publicatiejaar: 2,
  basisjaar: 1.5,
  /** The series already has a hole in another year, so one more costs less than a new series with a hole. */
  gebrokenReeks: 0.6,
} as const;

/** Weight of a number: region and groups, totals, newest and base year, whole series and large numbers are kept first. */
export function gewichten(
  getallen: Getallen,
  primair: ReadonlyMap<string, unknown>,
  gebieden: Gebieden,
  regio: Regio,
): (getal: Getal) => number {
  const broken = new Set([...getallen].flatMap(([key, getal]) => (primair.has(key) ? [reeks(getal)] : [])));
  const whole = gebieden.gemeenten(regio.code)?.length ?? 0;
  return (getal) => {
    const gemeenten = gebieden.gemeenten(getal.gebied)?.length ?? 1;
    const area = gemeenten <= 1 ? GEWICHT.gemeente : gemeenten < whole ? GEWICHT.groep : GEWICHT.regio;
    const split = getal.dimensies.length === 0 ? GEWICHT.zonderUitsplitsing : 1;
    const year = getal.periode.startsWith(String(regio.publicatiejaar))
      ? GEWICHT.publicatiejaar
      : getal.periode.startsWith(String(regio.basisjaar))
        ? GEWICHT.basisjaar
        : 1;
    const series = broken.has(reeks(getal)) ? GEWICHT.gebrokenReeks : 1;
    const size = 1 + Math.log2(1 + Math.abs(getal.value)) / 4;
    return area * split * year * series * size;
  };
}

function reeks(getal: Getal): string {
  return plaatsKey(getal.grootheid.naam, '', getal.gebied, getal.dimensies);
}
