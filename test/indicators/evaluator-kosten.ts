// SPDX-License-Identifier: EUPL-1.2
import type { Staand } from './evaluator-prestaties.ts';

/** Lines of the two periods of one cell, already limited to those that begin in each. */
export interface TwoPeriods {
  readonly before: readonly Staand[];
  readonly now: readonly Staand[];
}

/** The parts of a change of expenditure, one replacement at a time, each rounded to whole cents. */
export function costParts({ before, now }: TwoPeriods): Readonly<Record<string, number>> {
  const [old, fresh] = [group(before, productOf), group(now, productOf)];
  const common = [...old.keys()].filter((product) => fresh.has(product));
  const shared = ({ before: b, now: n }: TwoPeriods): TwoPeriods => ({
    before: b.filter((line) => common.includes(productOf(line))),
    now: n.filter((line) => common.includes(productOf(line))),
  });
  const both = shared({ before, now });
  const verschil = cents(now) - cents(before);
  const omvang = verschil - (cents(both.now) - cents(both.before));
  const [clients0, clients1] = [heads(both.before), heads(both.now)];
  const clienten = divided((clients1 - clients0) * cents(both.before), clients0);
  let [mix, volume, prijs] = [0n, 0n, 0n];
  for (const [type, lines] of group(both.before, ({ type }) => type)) {
    const theirs = both.now.filter((line) => line.type === type);
    const [k0, k1] = [heads(lines), heads(theirs)];
    mix += divided((k1 * clients0 - clients1 * k0) * cents(lines), clients0 * k0);
    for (const [product, then] of group(lines, productOf)) {
      const later = theirs.filter((line) => productOf(line) === product);
      const [q0, q1] = [units(then), units(later)];
      if (q0 <= 0n || q1 <= 0n) continue;
      volume += divided(q1 * cents(then) * k0 - k1 * cents(then) * q0, q0 * k0);
      prijs += divided(cents(later) * q0 - q1 * cents(then), q0);
    }
  }
  const rest = verschil - omvang - clienten - mix - volume - prijs;
  return Object.fromEntries(
    Object.entries({ verschil, omvang, clienten, mix, volume, prijs, rest }).map(([name, value]) => [
      name,
      Number(value),
    ]),
  );
}

function productOf({ gemeente, type, categorie, code, eenheid }: Staand): string {
  return [gemeente, type, categorie, code, eenheid].join('|');
}

function group(lines: readonly Staand[], keyOf: (line: Staand) => string): Map<string, Staand[]> {
  const groups = new Map<string, Staand[]>();
  for (const line of lines) groups.set(keyOf(line), [...(groups.get(keyOf(line)) ?? []), line]);
  return groups;
}

function cents(lines: readonly Staand[]): bigint {
  return lines.reduce((sum, line) => sum + BigInt(line.cents), 0n);
}

function units(lines: readonly Staand[]): bigint {
  return lines.reduce((sum, line) => sum + BigInt(line.volume), 0n);
}

function heads(lines: readonly Staand[]): bigint {
  return BigInt(new Set(lines.map(({ client }) => client)).size);
}

/** To the nearest whole number, a half away from zero; nothing divided by nothing is nothing. */
function divided(above: bigint, below: bigint): bigint {
  if (below === 0n) return 0n;
  const whole = above / below;
  const left = above - whole * below;
  const away = left < 0n ? -left * 2n >= below : left * 2n >= below;
  return away ? whole + (above < 0n ? -1n : 1n) : whole;
}
