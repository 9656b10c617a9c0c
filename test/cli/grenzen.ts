// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';

export interface Grens {
  readonly indicator: string;
  readonly variant: string;
  readonly periode: string;
  readonly waarde: number | null;
  readonly ondergrens: number | null;
  readonly bovengrens: number | null;
  readonly reden?: string;
}

/** Every figure of clean deliveries lies within the bounds of broken ones; a bound that is absent has its reason. */
export function assertWithin(
  clean: readonly Grens[],
  broken: readonly Grens[],
): { readonly compared: number; readonly moved: number; readonly bounded: number } {
  let [compared, moved, bounded] = [0, 0, 0];
  for (const truth of clean) {
    const name = `${truth.indicator} ${truth.variant} ${truth.periode}`;
    const grens = broken.find(
      ({ indicator, variant, periode }) => `${indicator} ${variant} ${periode}` === name,
    );
    assert.ok(grens !== undefined, `${name} has an entry`);
    if (truth.waarde === null) continue;
    if (grens.waarde === null) {
      assert.ok(grens.reden, `${name} says why it is not known`);
      continue;
    }
    const [least, most] = [
      grens.ondergrens ?? Number.NEGATIVE_INFINITY,
      grens.bovengrens ?? Number.POSITIVE_INFINITY,
    ];
    assert.ok(least <= grens.waarde && grens.waarde <= most, `${name} lies within its own bounds`);
    assert.ok(
      least <= truth.waarde && truth.waarde <= most,
      `${name}: ${truth.waarde} in ${least} to ${most}`,
    );
    if (grens.ondergrens === null || grens.bovengrens === null) assert.ok(grens.reden, `${name} says why`);
    else bounded += 1;
    compared += 1;
    if (truth.waarde !== grens.waarde) moved += 1;
  }
  return { compared, moved, bounded };
}
