// SPDX-License-Identifier: EUPL-1.2

/** Standard normal quantile of 97.5 %. */
const Z = 1.959963984540054;

/** Methods for the interval of a share; a definition names the one that fits it. */
export const INTERVALLEN = ['wilson'] as const;
export type IntervalMethode = (typeof INTERVALLEN)[number];

/**
 * Wilson score interval at 95 % of a share with this numerator and denominator: how far chance could have moved it.
 *
 * A function of the two numbers only, so it may be shown exactly where both may. Unit: share.
 * Source: E.B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22 (1927).
 */
export function wilsonInterval(
  teller: number,
  noemer: number,
): { readonly ondergrens: number; readonly bovengrens: number } {
  const share = teller / noemer;
  const shrink = 1 + Z ** 2 / noemer;
  const middle = (share + Z ** 2 / (2 * noemer)) / shrink;
  const half = (Z * Math.sqrt((share * (1 - share)) / noemer + Z ** 2 / (4 * noemer ** 2))) / shrink;
  return {
    ondergrens: Math.min(share, Math.max(0, middle - half)),
    bovengrens: Math.max(share, Math.min(1, middle + half)),
  };
}
