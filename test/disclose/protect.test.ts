// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FigureTable } from '../../src/contract/index.ts';
import { attack, protect } from '../../src/disclose/index.ts';
import { OPEN, publiekMet, publiekVan, regioMet, voorbeeldRelease } from './voorbeeld-release.ts';

const UITGAVEN = ['uitgaven', 'uitgaven-per-client'];
/** The tables of a first release: amounts without types. */
const eersteRelease = voorbeeldRelease(1).filter(
  ({ indicator, dimensies }) => dimensies.length === 0 || !UITGAVEN.includes(indicator),
);

const beschermd = protect({ tables: eersteRelease, regio: regioMet(), zone: 'open' });

test('a first release: nobody can be found, and the attack finds the intervals of the plan', async () => {
  const regio = regioMet();
  const { tables, geheimhouding } = await beschermd;
  const report = await attack({
    tables,
    publiek: publiekMet(regio, geheimhouding),
  });
  assert.deepEqual(report.teSmal, []);
  assert.deepEqual(report.tegenspraak, []);
  assert.deepEqual(report.cellen, geheimhouding.cellen);
  assert.ok(geheimhouding.plan.optimaal);
  for (const { indicator, interval } of geheimhouding.cellen) {
    if (indicator !== 'clienten') continue;
    const [low, high] = interval;
    assert.ok(low !== null && low >= 1 && (high === null || high - low >= OPEN.intervalBreedte));
  }
});

test('the rows that are shown are the exact ones, and a hidden row holds nothing but its reason', async () => {
  const { tables } = await beschermd;
  let hidden = 0;
  tables.forEach((table, at) => {
    table.rows.forEach((row, index) => {
      const exact = eersteRelease[at]?.rows[index];
      if (row.status.includes('geheim')) {
        hidden += 1;
        assert.deepEqual([row.waarde, row.teller, row.noemer, row.status], [null, null, null, ['geheim']]);
      } else if (row.waarde !== null) {
        assert.deepEqual(row, exact);
      }
    });
  });
  assert.ok(hidden > 100);
});

test('small counts are hidden and zeros are shown', async () => {
  const { tables } = await beschermd;
  const counts = tables.filter(({ eenheid }) => eenheid === 'unieke cliënten' || eenheid === 'aanbieders');
  const shown = counts.flatMap(({ rows }) => rows.flatMap(({ waarde }) => waarde ?? []));
  assert.ok(shown.every((value) => value === 0 || value > OPEN.verbergTotEnMet));
  const zeros = (list: readonly Pick<FigureTable, 'rows' | 'eenheid'>[]) =>
    list.flatMap(({ rows }) => rows.filter(({ waarde }) => waarde === 0)).length;
  assert.equal(
    zeros(counts),
    zeros(eersteRelease.filter(({ eenheid }) => eenheid !== 'eurocent' && eenheid !== 'aandeel')),
  );
});

test('the order of tables and rows is irrelevant', async () => {
  const regio = regioMet();
  const first = await beschermd;
  const turned = [...eersteRelease].reverse().map((table) => ({ ...table, rows: [...table.rows].reverse() }));
  const second = await protect({ tables: turned, regio, zone: 'open' });
  assert.deepEqual(second.geheimhouding, first.geheimhouding);
});

test('with the policy off the figures are exact', async () => {
  const off = { verbergTotEnMet: 0, minimumNoemer: 0, minimumBijdragers: 0, dominantie: 1, pProcent: 0 };
  const { tables, geheimhouding } = await protect({
    tables: eersteRelease,
    regio: regioMet(off),
    zone: 'open',
  });
  assert.deepEqual(
    tables.map(({ rows }) => rows),
    eersteRelease.map(({ rows }) => rows),
  );
  assert.equal(geheimhouding.aantallen.verborgen, 0);
});

test('rounding comes after protection and rates are made of rounded numbers', async () => {
  const regio = regioMet({ afronding: 5 });
  const { tables, geheimhouding } = await protect({ tables: eersteRelease, regio, zone: 'open' });
  for (const { indicator, eenheid, rows } of tables) {
    for (const { waarde, teller, noemer } of rows) {
      if (waarde === null) continue;
      if (eenheid === 'unieke cliënten') assert.equal(waarde % 5, 0);
      if (indicator === 'clienten-groei') assert.equal(waarde, (teller ?? 0) / (noemer ?? 0) - 1);
    }
  }
  const report = await attack({ tables, publiek: publiekVan(regio) });
  assert.deepEqual(report.teSmal, []);
  assert.deepEqual(report.cellen, geheimhouding.cellen);
});

test('the internal zone hides less', async () => {
  const regio = regioMet();
  const open = await beschermd;
  const intern = await protect({ tables: eersteRelease, regio, zone: 'intern' });
  assert.ok(intern.geheimhouding.aantallen.verborgen < open.geheimhouding.aantallen.verborgen);
  const report = await attack({ tables: intern.tables, publiek: publiekVan(regio, 'intern') });
  assert.deepEqual(report.teSmal, []);
});

test('why a figure is hidden is told to the key holder, and nowhere in what is published', async () => {
  const { redenen, tables, geheimhouding } = await beschermd;
  const words = new Set(Object.values(redenen));
  assert.ok(words.has('klein-aantal') && words.has('beschermt-andere'));
  for (const word of words) assert.ok(!JSON.stringify([tables, geheimhouding]).includes(word), word);
});
