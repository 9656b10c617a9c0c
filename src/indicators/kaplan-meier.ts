// SPDX-License-Identifier: EUPL-1.2
import type { Lijst } from './lijsten-per-rij.ts';

export interface Overleving {
  /** Days after which at most half still runs; null when more than half does at the last day known. */
  readonly mediaan: number | null;
  readonly ondergrens: number | undefined;
  readonly bovengrens: number | undefined;
}

/** Standard normal quantile of 97.5 %. */
const Z = 1.959963984540054;
/** Products of fractions are not exact: what is this near to a half is a half. */
const NEAR = 1e-12;

/**
 * Median duration after Kaplan and Meier. `duren` from small to large: each twice the days, one more for what still runs: that counts up to the last day
 * known of it. The interval at 95 % is that of Brookmeyer and Crowley on the log(−log) scale, with the variance of Greenwood.
 *
 * Source: E.L. Kaplan, P. Meier, Nonparametric estimation from incomplete observations, JASA 53 (1958); R. Brookmeyer, J. Crowley, A confidence interval
 * for the median survival time, Biometrics 38 (1982).
 */
export function kaplanMeier(duren: Lijst): Overleving {
  let mediaan: number | null = null;
  let ondergrens: number | undefined;
  let bovengrens: number | undefined;
  loop(duren, (dagen, survival, greenwood) => {
    if (mediaan === null && survival <= 0.5 + NEAR) mediaan = dagen;
    if (mediaan === null && ondergrens !== undefined) return true;
    const { laag, hoog } = grenzen(survival, greenwood);
    if (ondergrens === undefined && laag <= 0.5 + NEAR) ondergrens = dagen;
    if (bovengrens === undefined && hoog <= 0.5 + NEAR) bovengrens = dagen;
    return bovengrens === undefined;
  });
  return { mediaan, ondergrens, bovengrens };
}

/** The share that lasts longer than so many days; null when nobody was followed so long and somebody still ran. Billionths are kept. */
export interface LangerDan {
  readonly aandeel: number | null;
  readonly ondergrens: number | undefined;
  readonly bovengrens: number | undefined;
}

/**
 * The point of the curve of Kaplan and Meier at so many days, with its interval at 95 % on the log(−log) scale; without one where nothing or everything
 * has ended. See `kaplanMeier`.
 */
export function overleving(duren: Lijst, naDagen: number): LangerDan {
  let [survival, greenwood] = [1, 0];
  loop(duren, (dagen, share, variance) => {
    if (dagen > naDagen) return false;
    [survival, greenwood] = [share, variance];
    return true;
  });
  if (survival > 0 && (duren.tot > duren.van ? (duren.waarden[duren.tot - 1] ?? 0) : 0) >> 1 < naDagen)
    return point(null);
  if (survival <= 0 || survival >= 1) return point(survival);
  const { laag, hoog } = grenzen(survival, greenwood);
  return { aandeel: billionths(survival), ondergrens: billionths(laag), bovengrens: billionths(hoog) };
}

/**
 * What the share that lasts longer than so many days can be at least and at most when so many more durations may come, whatever these are and whether they
 * ended or not. The curve is highest when all of them run on; each that ends takes at most its share of those still running.
 */
export function overlevingGrenzen(
  duren: Lijst,
  naDagen: number,
  erbij: number,
): { readonly laag: number; readonly hoog: number } {
  let [laag, hoog] = [1, 1];
  loop(duren, (dagen, survival, _, risk, ended) => {
    if (dagen > naDagen) return false;
    laag = survival;
    hoog *= (risk + erbij - ended) / (risk + erbij);
    return true;
  });
  const running = duren.tot - firstAfter(duren, naDagen);
  return { laag: billionths(laag * restOf(running, erbij)), hoog: billionths(hoog) };
}

/** The same of the median; null = no limit. */
export function mediaanGrenzen(
  duren: Lijst,
  erbij: number,
): { readonly laag: number; readonly hoog: number | null } {
  const days = [...new Set(duren.waarden.subarray(duren.van, duren.tot).map((duur) => duur >> 1))];
  const reaches = (which: 'laag' | 'hoog') => (dagen: number) =>
    overlevingGrenzen(duren, dagen, erbij)[which] <= 0.5 + NEAR;
  const candidates = [1, ...days.flatMap((dagen) => [dagen, dagen + 1])].sort((a, b) => a - b);
  return {
    laag: firstOf(candidates, reaches('laag')) ?? 0,
    hoog: firstOf(days, reaches('hoog')) ?? null,
  };
}

/** The first for which something holds that from there on holds for all. Cost: one trial per halving. */
function firstOf(sorted: readonly number[], holds: (value: number) => boolean): number | undefined {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (holds(sorted[middle] ?? 0)) to = middle;
    else from = middle + 1;
  }
  return sorted[from];
}

function restOf(running: number, more: number): number {
  return more === 0 ? 1 : running / (running + more);
}

/** Place of the first that lasts this long at least. */
function firstAfter({ waarden, van, tot }: Lijst, dagen: number): number {
  const place = waarden.subarray(van, tot).findIndex((duur) => duur >> 1 >= dagen);
  return place < 0 ? tot : van + place;
}

function point(aandeel: number | null): LangerDan {
  return { aandeel, ondergrens: undefined, bovengrens: undefined };
}

function billionths(share: number): number {
  return Math.round(share * 1e9) / 1e9;
}

/** The curve: after each day on which something ended, the share that still runs and the sum of its variance; as long as `step` wants more. */
function loop(
  { waarden, van, tot }: Lijst,
  step: (dagen: number, survival: number, greenwood: number, risk: number, ended: number) => boolean,
): void {
  let survival = 1;
  let greenwood = 0;
  let from = van;
  while (from < tot) {
    const risk = tot - from;
    const first = waarden[from] ?? 0;
    const dagen = first >> 1;
    let ended = from;
    while (ended < tot && waarden[ended] === 2 * dagen) ended += 1;
    const beeindigd = ended - from;
    while (ended < tot && waarden[ended] === 2 * dagen + 1) ended += 1;
    from = ended;
    if (beeindigd === 0) continue;
    survival *= (risk - beeindigd) / risk;
    greenwood += risk > beeindigd ? beeindigd / (risk * (risk - beeindigd)) : 0;
    if (!step(dagen, survival, greenwood, risk, beeindigd)) return;
  }
}

/** Interval of the share that still runs. */
function grenzen(survival: number, greenwood: number): { readonly laag: number; readonly hoog: number } {
  if (survival <= 0) return { laag: 0, hoog: 0 };
  const log = Math.log(survival);
  const width = (Z * Math.sqrt(greenwood)) / Math.abs(log);
  return { laag: survival ** Math.exp(width), hoog: survival ** Math.exp(-width) };
}
