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
  const momenten = readMomenten(verdeling);
  const alle = momenten.reduce((sum, { beeindigd, lopend }) => sum + beeindigd + lopend, 0);
  let risk = alle;
  let survival = 1;
  let greenwood = 0;
  let mediaan: number | null = null;
  let ondergrens: number | undefined;
  let bovengrens: number | undefined;
  for (const { dagen, beeindigd, lopend } of momenten) {
    if (beeindigd > 0) {
      survival *= (risk - beeindigd) / risk;
      greenwood += risk > beeindigd ? beeindigd / (risk * (risk - beeindigd)) : 0;
      if (mediaan === null && survival <= 0.5 + NEAR) mediaan = dagen;
      const { laag, hoog } = grenzen(survival, greenwood);
      if (ondergrens === undefined && laag <= 0.5 + NEAR) ondergrens = dagen;
      if (bovengrens === undefined && hoog <= 0.5 + NEAR) bovengrens = dagen;
    }
    risk -= beeindigd + lopend;
  }
  return {
    mediaan,
    ...(ondergrens === undefined ? {} : { ondergrens }),
    ...(bovengrens === undefined ? {} : { bovengrens }),
  };
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
  const byDay = new Map<number, { dagen: number; beeindigd: number; lopend: number }>();
  if (verdeling === '') return [];
  for (const part of verdeling.split(' ')) {
    const between = part.indexOf('=');
    const duur = Number(part.slice(0, between));
    const aantal = Number(part.slice(between + 1));
    const dagen = Math.floor(duur / 2);
    const moment = byDay.get(dagen) ?? { dagen, beeindigd: 0, lopend: 0 };
    if (duur === 2 * dagen) moment.beeindigd += aantal;
    else moment.lopend += aantal;
    byDay.set(dagen, moment);
  }
  return [...byDay.values()].sort((a, b) => a.dagen - b.dagen);
}
