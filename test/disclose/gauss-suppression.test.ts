// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { GaussVraag } from '../../bench/gauss-suppression.ts';
import { gaussSuppression } from '../../bench/gauss-suppression.ts';
import { instantiesAanwezig, leesInstantie } from './instantie.ts';

const skip = instantiesAanwezig ? false : 'the published test tables are not beside this checkout';

/** Every pattern of GaussSuppression that was published, with the settings that its `rule` names. */
const GEPUBLICEERD: readonly (readonly [id: string, patroon: string, vraag: GaussVraag])[] = [
  ['youth-like-384', 'GaussSuppression 1.2.3, run here', { nullen: 'getoond' }],
  ['gauss-z1', 'GaussSuppression', { nullen: 'verborgen' }],
  ['gauss-small-t1-2014-age-geo-maxN1', 'GaussSuppression', { nullen: 'verborgen' }],
  ['gauss-small-t2-2014-age-geo-eu-maxN2', 'GaussSuppression', { nullen: 'verborgen' }],
  ['gauss-small-t4-2014-maxN4-nozeros', 'GaussSuppression', { nullen: 'getoond' }],
  ['gauss-small-t5-2014-maxN3-seczeros', 'GaussSuppression', { nullen: 'verborgen' }],
  ['gauss-small-t7-2015-maxN2', 'GaussSuppression', { nullen: 'verborgen' }],
  ['sdctable-microdata1-freq', 'GAUSS', { nullen: 'verborgen', volgorde: 'tabel' }],
];

for (const [id, patroon, vraag] of GEPUBLICEERD) {
  test(`${id}: our own GaussSuppression hides the same cells as the published run`, { skip }, () => {
    const instantie = leesInstantie(id);
    const published = instantie.published?.[patroon]?.suppressed ?? [];
    assert.ok(published.length > 0);
    assert.deepEqual(
      gaussSuppression(instantie, vraag),
      published.filter((cell) => instantie.cells[cell]?.primary !== true),
    );
  });
}
