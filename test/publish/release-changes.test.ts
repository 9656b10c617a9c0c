// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Release, ReleaseStatus, Verschil, Wijzigingen } from '../../src/contract/index.ts';
import {
  compareReleases,
  type JsonRow,
  type JsonTable,
  type ReleaseFigures,
} from '../../src/publish/index.ts';
import { haaglandenRelease } from '../report/haaglanden-release.ts';

const row = (periode: string, waarde: number | null, change: Partial<JsonRow> = {}): JsonRow => ({
  variant: '',
  periode,
  gebied: 'GM0503',
  dimensies: [],
  waarde,
  teller: null,
  noemer: null,
  status: [waarde === null ? 'geheim' : 'normaal'],
  ...change,
});

const table = (rijen: readonly JsonRow[], change: Partial<JsonTable> = {}): JsonTable => ({
  csv: 'cijfers/clienten.csv',
  indicator: 'clienten',
  definitie: '2020-01-01',
  eenheid: 'unieke cliënten',
  dimensies: [],
  rijen,
  ...change,
});

const final = (status: ReleaseStatus, jaar = '2023') => ({ voorlopigheid: { [jaar]: status } });

function figures(id: string, tabellen: readonly JsonTable[], change: Partial<Release> = {}): ReleaseFigures {
  return { release: { ...haaglandenRelease(id), ...change }, tabellen };
}

const OLD = figures('2024-1', [table([row('2023', 100)], final('voorlopig'))]);
const NEWER = { dataTot: '2025-09-30' };

function only({ verschillen }: Wijzigingen): Verschil {
  assert.equal(verschillen.length, 1);
  return verschillen[0] as Verschil;
}

test('each change has the class that statistics give it, and a level', () => {
  const cases: readonly [string, ReleaseFigures, ReleaseFigures, string, string][] = [
    ['newer data', OLD, figures('2024-2', [table([row('2023', 101)])], NEWER), 'bijstelling', '1.0.1'],
    ['the same data', OLD, figures('2024-2', [table([row('2023', 101)])]), 'correctie', '1.0.1'],
    [
      'a figure that was final',
      figures('2024-1', [table([row('2023', 100)], final('definitief'))]),
      figures('2024-2', [table([row('2023', 101)])], NEWER),
      'correctie',
      '1.0.1',
    ],
    [
      'another definition',
      OLD,
      figures('2024-2', [table([row('2023', 101)])], { ...NEWER, definities: { clienten: '2025-01-01' } }),
      'revisie',
      '2.0.0',
    ],
    [
      'a new year',
      OLD,
      figures('2025-1', [table([row('2023', 100), row('2024', 90)])], NEWER),
      'nieuwe periode',
      '1.1.0',
    ],
    [
      'a new split',
      OLD,
      figures('2024-2', [
        table([row('2023', 100)]),
        table([row('2023', 60, { dimensies: ['lvb'] })], { dimensies: ['type'] }),
      ]),
      'uitbreiding',
      '1.1.0',
    ],
  ];
  for (const [what, old, now, klasse, versie] of cases) {
    const wijzigingen = compareReleases(old, now);
    assert.equal(only(wijzigingen).klasse, klasse, what);
    assert.equal(wijzigingen.versie, versie, what);
  }
});

test('the version counts on from that of the release before', () => {
  const earlier = { ...OLD, versie: '3.2.1' };
  assert.equal(compareReleases(earlier, { ...OLD }).versie, '3.2.1');
  assert.equal(compareReleases(earlier, figures('2024-2', [table([row('2023', 7)])])).versie, '3.2.2');
  assert.equal(compareReleases(earlier, figures('2024-2', [])).versie, '4.0.0');
  assert.equal(compareReleases(undefined, OLD).versie, '1.0.0');
});

test('what a growth of the base year was taken over is not said again when its count is hidden; and it is not shown when its count was', () => {
  const own = figures('2024-1', [table([row('2023', 0, { teller: 120, noemer: 120 })])]);
  const none = figures('2024-2', [table([row('2023', null, { status: ['niet_van_toepassing'] })])]);
  const hidden = only(compareReleases(own, none));
  assert.deepEqual(hidden.oud, { waarde: null, teller: null, noemer: null, status: ['normaal'] });
  assert.deepEqual([hidden.soort, hidden.reden], ['gewijzigd', 'geheimhouding']);
  const secret = figures('2024-1', [table([row('2023', null)])]);
  assert.equal(only(compareReleases(secret, none)).soort, 'gewijzigd');
});

test('a value that was withdrawn is not said again, and hidden figures differ in nothing', () => {
  const hidden = compareReleases(OLD, figures('2024-2', [table([row('2023', null)])], NEWER));
  assert.deepEqual(only(hidden).oud, { waarde: null, teller: null, noemer: null, status: ['normaal'] });
  assert.deepEqual(only(hidden).nieuw, { waarde: null, teller: null, noemer: null, status: ['geheim'] });
  const gone = compareReleases(OLD, figures('2024-2', []));
  assert.deepEqual([only(gone).soort, only(gone).oud?.waarde, only(gone).nieuw], ['vervallen', null, null]);
  const secret = [table([row('2023', null)])];
  assert.deepEqual(
    compareReleases(figures('2024-1', secret), figures('2024-2', secret, NEWER)).verschillen,
    [],
  );
});
