// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  kaplanMeier,
  mediaanGrenzen,
  overleving,
  overlevingGrenzen,
} from '../../src/indicators/kaplan-meier.ts';
import { kwantiel, kwantielGrenzen } from '../../src/indicators/kwantiel.ts';
import type { Lijst } from '../../src/indicators/lijsten-per-rij.ts';

function list(values: readonly number[]): Lijst {
  const waarden = Int32Array.from(values).sort();
  return { waarden, van: 0, tot: waarden.length };
}

function within(
  value: number,
  { laag, hoog }: { readonly laag: number; readonly hoog: number | null },
): void {
  assert.ok(laag <= value && value <= (hoog ?? Number.POSITIVE_INFINITY), `${value} in ${laag} to ${hoog}`);
}

const days = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 12 });
/** Twice the days, one more for what still runs. */
const durations = fc.array(fc.integer({ min: 2, max: 60 }), { minLength: 1, maxLength: 12 });
const more = fc.array(fc.integer({ min: 2, max: 90 }), { maxLength: 4 });

test('a median or percentile lies within its bounds whatever numbers are wrong and whatever others come', () => {
  fc.assert(
    fc.property(days, days, fc.nat(3), fc.constantFrom('mediaan', 'p90'), (known, others, wrong, welk) => {
      const right = known.slice(Math.min(wrong, known.length));
      const figure = kwantiel(list([...right, ...others]), welk);
      if (figure !== null) within(figure, kwantielGrenzen(list(known), welk, wrong, others.length));
    }),
  );
});

test('the curve and its median lie within their bounds whatever durations come, ended or running', () => {
  fc.assert(
    fc.property(durations, more, fc.integer({ min: 1, max: 45 }), (known, others, naDagen) => {
      const all = list([...known, ...others]);
      const { aandeel } = overleving(all, naDagen);
      if (aandeel !== null) within(aandeel, overlevingGrenzen(list(known), naDagen, others.length));
      const { mediaan } = kaplanMeier(all);
      if (mediaan !== null) within(mediaan, mediaanGrenzen(list(known), others.length));
    }),
    { numRuns: 1000 },
  );
});

test('with nothing more to come the bounds are the figure', () => {
  fc.assert(
    fc.property(durations, fc.integer({ min: 1, max: 45 }), (known, naDagen) => {
      const own = list(known);
      const { mediaan } = kaplanMeier(own);
      if (mediaan !== null) assert.deepEqual(mediaanGrenzen(own, 0), { laag: mediaan, hoog: mediaan });
      const { aandeel } = overleving(own, naDagen);
      if (aandeel !== null)
        assert.deepEqual(overlevingGrenzen(own, naDagen, 0), { laag: aandeel, hoog: aandeel });
      const middle = kwantiel(own, 'mediaan');
      assert.deepEqual(kwantielGrenzen(own, 'mediaan', 0, 0), { laag: middle, hoog: middle });
    }),
  );
});
