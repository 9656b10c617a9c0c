// SPDX-License-Identifier: EUPL-1.2

/** How many lasted exactly so many days, and of how many no more is known than that they lasted so long. */
interface Moment {
  readonly dagen: number;
  readonly beeindigd: number;
  readonly lopend: number;
}

export interface Overleving {
  /** Days after which at most half still runs; null when more than half does at the last day known. */
  readonly mediaan: number | null;
  readonly ondergrens?: number;
  readonly bovengrens?: number;
}

/** Standard normal quantile of 97.5 %. */
const Z = 1.959963984540054;
/** Products of fractions are not exact: what is this near to a half is a half. */
const NEAR = 1e-12;

/**
 * Median duration after Kaplan and Meier from distributions of the days of what ended and of what still runs. Who still runs counts up to the last day
 * known of him. The interval at 95 % is that of Brookmeyer and Crowley on the log(−log) scale, with the variance of Greenwood.
 *
 * Source: E.L. Kaplan, P. Meier, Nonparametric estimation from incomplete observations, JASA 53 (1958); R. Brookmeyer, J. Crowley, A confidence interval
 * for the median survival time, Biometrics 38 (1982).
 */
export function kaplanMeier(verdeling: string): Overleving {
  let mediaan: number | null = null;
  let ondergrens: number | undefined;
  let bovengrens: number | undefined;
  for (const { dagen, survival, greenwood } of stappen(readMomenten(verdeling))) {
    if (mediaan === null && survival <= 0.5 + NEAR) mediaan = dagen;
    const { laag, hoog } = grenzen(survival, greenwood);
    if (ondergrens === undefined && laag <= 0.5 + NEAR) ondergrens = dagen;
    if (bovengrens === undefined && hoog <= 0.5 + NEAR) bovengrens = dagen;
  }
  return {
    mediaan,
    ...(ondergrens === undefined ? {} : { ondergrens }),
    ...(bovengrens === undefined ? {} : { bovengrens }),
  };
}

/** The share that lasts longer than so many days; null when nobody was followed so long and somebody still ran. Billionths are kept. */
export interface LangerDan {
  readonly aandeel: number | null;
  readonly ondergrens?: number;
  readonly bovengrens?: number;
}

/**
 * The point of the curve of Kaplan and Meier at so many days, with its interval at 95 % on the log(−log) scale; without one where nothing or everything
 * has ended. See `kaplanMeier`.
 */
export function overleving(verdeling: string, naDagen: number): LangerDan {
  const momenten = readMomenten(verdeling);
  let [survival, greenwood] = [1, 0];
  for (const stap of stappen(momenten)) {
    if (stap.dagen > naDagen) break;
    ({ survival, greenwood } = stap);
  }
  if (survival > 0 && (momenten.at(-1)?.dagen ?? 0) < naDagen) return { aandeel: null };
  if (survival <= 0 || survival >= 1) return { aandeel: survival };
  const { laag, hoog } = grenzen(survival, greenwood);
  return { aandeel: billionths(survival), ondergrens: billionths(laag), bovengrens: billionths(hoog) };
}

function billionths(share: number): number {
  return Math.round(share * 1e9) / 1e9;
}

/** The curve: after each day on which something ended, the share that still runs and the sum of its variance. */
function* stappen(
  momenten: readonly Moment[],
): Generator<{ readonly dagen: number; readonly survival: number; readonly greenwood: number }> {
  let risk = momenten.reduce((sum, { beeindigd, lopend }) => sum + beeindigd + lopend, 0);
  let survival = 1;
  let greenwood = 0;
  for (const { dagen, beeindigd, lopend } of momenten) {
    if (beeindigd > 0) {
      survival *= (risk - beeindigd) / risk;
      greenwood += risk > beeindigd ? beeindigd / (risk * (risk - beeindigd)) : 0;
      yield { dagen, survival, greenwood };
    }
    risk -= beeindigd + lopend;
  }
}

/** Interval of the share that still runs. */
function grenzen(survival: number, greenwood: number): { readonly laag: number; readonly hoog: number } {
  if (survival <= 0) return { laag: 0, hoog: 0 };
  const log = Math.log(survival);
  const width = (Z * Math.sqrt(greenwood)) / Math.abs(log);
  return { laag: survival ** Math.exp(width), hoog: survival ** Math.exp(-width) };
}

/** Parts `<duur>=<how often>` in any order: a duration is twice the days, one more when the end is not known. */
function readMomenten(verdeling: string): readonly Moment[] {
  if (verdeling === '') return [];
  const parts = verdeling.split(' ').map((part) => {
    const between = part.indexOf('=');
    const duur = Number(part.slice(0, between));
    return { duur, dagen: Math.floor(duur / 2), aantal: Number(part.slice(between + 1)) };
  });
  parts.sort((a, b) => a.duur - b.duur);
  const momenten: { dagen: number; beeindigd: number; lopend: number }[] = [];
  for (const { duur, dagen, aantal } of parts) {
    let last = momenten.at(-1);
    if (last?.dagen !== dagen) {
      last = { dagen, beeindigd: 0, lopend: 0 };
      momenten.push(last);
    }
    if (duur === 2 * dagen) last.beeindigd += aantal;
    else last.lopend += aantal;
  }
  return momenten;
}
