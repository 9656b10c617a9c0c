// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FigureRow, FigureTable, GemeenteCode, Grootheid } from '../../src/contract/index.ts';
import { attack, protect } from '../../src/disclose/index.ts';
import { assertProtected, found, GEMEENTEN, regio, tryOn } from './op-proef.ts';
import { GEBIEDEN, publiekMet, rij, tabel } from './voorbeeld-release.ts';
import { voorbeeldUitgave } from './voorbeeld-uitgave.ts';

const wachtenden = (maat = 'wachtenden'): Grootheid => ({
  naam: maat,
  telt: 'personen',
  maat,
  delen: { gebied: 'som', kenmerk: 'som', dimensie: 'som', periode: 'geen' },
});

/** Children who wait: per gemeente, and so many of whom nobody knows the gemeente. */
function wachtlijst(
  perGemeente: readonly number[],
  onbekend: number,
  teller = wachtenden(),
  codes = GEBIEDEN.map(({ code }) => code),
): FigureTable {
  const here = new Map(GEMEENTEN.map((code, at) => [code, perGemeente[at] ?? 0]));
  const rows = GEBIEDEN.filter(({ code }) => codes.includes(code)).map(({ code, gemeenten }): FigureRow => {
    const known = gemeenten.reduce((sum, gemeente) => sum + (here.get(gemeente) ?? 0), 0);
    const waarde = known + (gemeenten.length === GEMEENTEN.length ? onbekend : 0);
    return rij(teller.naam, '', { code, jaar: 2024 }, waarde);
  });
  return tabel(teller.naam, 'jeugdigen', [], rows, [{ variant: '', vorm: 'waarde', teller }]);
}

const VEEL = [40, 80, 30, 20, 60, 50, 25, 35, 45];
const hiddenAreas = (cellen: readonly { readonly gebied: string }[]) =>
  cellen.map(({ gebied }) => gebied).sort();

test('the region minus all its gemeenten: how many have no known gemeente', async () => {
  const exact = wachtlijst(VEEL, 3);
  assert.deepEqual(found(await tryOn([exact])), { 'wachtenden 2024 ?': [3, 3] });
  const { geheimhouding } = await assertProtected([exact]);
  assert.ok(geheimhouding.cellen.length > 0);
  assert.deepEqual(
    geheimhouding.meervoudigGeteld.map(({ verschil }) => verschil),
    [null],
  );
});

test('how many have no known gemeente may be found out when they are many, or none', async () => {
  for (const onbekend of [0, 30]) {
    const { geheimhouding } = await assertProtected([wachtlijst(VEEL, onbekend)]);
    assert.deepEqual(geheimhouding.cellen, []);
  }
});

test('many without a known gemeente minus many others leaves few, and nobody is told either', async () => {
  const bruto = {
    ...wachtenden(),
    gelijkAan: [
      { maat: 'met', factor: 1 as const },
      { maat: 'zonder', factor: 1 as const },
    ],
  };
  const part = (maat: string): Grootheid => ({ ...wachtenden(maat), deelVan: ['wachtenden'] });
  const half = VEEL.map((count) => count / 5);
  const rest = VEEL.map((count) => count - count / 5);
  const { geheimhouding } = await assertProtected([
    wachtlijst(VEEL, 26, bruto),
    wachtlijst(half, 8, part('met')),
    wachtlijst(rest, 18, part('zonder')),
  ]);
  assert.ok(geheimhouding.cellen.length > 0);
  assert.ok(geheimhouding.meervoudigGeteld.every(({ verschil }) => verschil === null));
});

test('an older release that shows a zero for every gemeente: the one child of the region has no known gemeente, and can be kept', async () => {
  const none = VEEL.map(() => 0);
  const first = await assertProtected([wachtlijst(none, 1, wachtenden(), GEMEENTEN)]);
  assert.deepEqual(first.geheimhouding.cellen, []);
  const { geheimhouding } = await assertProtected([wachtlijst(none, 1)], [first]);
  assert.deepEqual(hiddenAreas(geheimhouding.cellen), ['H9', 'JZ24']);
  assert.deepEqual(
    geheimhouding.cellen.map(({ interval }) => interval),
    [
      [1, null],
      [1, null],
    ],
  );
});

test('an older release: what a hidden median is taken over can follow from it when it is not small itself', async () => {
  const starts: Grootheid = {
    ...wachtenden('starts'),
    telt: 'trajecten',
    delen: { ...wachtenden().delen, periode: 'som' },
  };
  const dagen: Grootheid = { ...starts, naam: 'start-dagen', maat: 'start-dagen', deelVan: ['starts'] };
  const aantal: Readonly<Record<string, number>> = { GM0518: 158, GM1916: 34, GM0603: 12, H3: 204 };
  const rows = Object.entries(aantal).map(
    ([code, noemer]): FigureRow => ({
      ...rij('wachttijd', '', { code, jaar: 2024 }, 40, null, noemer),
      bijdragenNoemer: { aantal: noemer === 12 ? 9 : noemer, grootste: 1, tweede: 1 },
    }),
  );
  const median = tabel('wachttijd', 'dagen', [], rows, [
    { variant: '', vorm: 'kengetal', teller: dagen, noemer: starts },
  ]);
  const first = await assertProtected([median]);
  assert.deepEqual(hiddenAreas(first.geheimhouding.cellen), ['GM0603']);
  assert.deepEqual(
    first.tables[0]?.rows.map(({ noemer }) => noemer),
    [158, 34, null, 204],
  );
  const second = await protect({
    tables: [median],
    regio,
    zone: 'open',
    eerdere: [{ id: '2023-1', ...first }],
  });
  assert.deepEqual(second.tables, first.tables);
});

test('an older release: the region of then minus that of now is one gemeente, when nobody got or lost a gemeente', async () => {
  const [first, ...others] = VEEL;
  const before = await assertProtected([wachtlijst([0, ...others], 3)]);
  const now = await assertProtected([wachtlijst([4, ...others], 3)], [before]);
  const shown = (uitgave: typeof now) =>
    uitgave.tables[0]?.rows.find(({ gebied }) => gebied === 'JZ24')?.waarde ?? null;
  assert.ok(
    first !== undefined && (shown(before) === null || shown(now) === null),
    `${shown(before)} and ${shown(now)}`,
  );
});

test('what a part leaves of those without a known gemeente: few who do not wait long', async () => {
  const lang: Grootheid = { ...wachtenden('wachtenden-lang'), deelVan: ['wachtenden'] };
  const half = VEEL.map((count) => Math.floor(count / 2));
  const many = await assertProtected([wachtlijst(VEEL, 40), wachtlijst(half, 18, lang)]);
  assert.deepEqual(many.geheimhouding.cellen, []);
  const few = await assertProtected([wachtlijst(VEEL, 26), wachtlijst(half, 18, lang)]);
  assert.ok(few.geheimhouding.cellen.length > 0);
});

test('children of two gemeenten count in both, and those without one in the region alone: it can have more than its gemeenten', async () => {
  const overlap: Grootheid = {
    ...wachtenden('gezinnen'),
    delen: { ...wachtenden().delen, gebied: 'overlap' },
  };
  for (const onbekend of [1, 9]) {
    const { geheimhouding } = await assertProtected([wachtlijst([4, ...VEEL.slice(1)], onbekend, overlap)]);
    assert.ok(hiddenAreas(geheimhouding.cellen).includes('GM0503'));
  }
});

test('the region minus H8: Den Haag and those without a known gemeente are few together', async () => {
  const { tables } = await assertProtected([wachtlijst(VEEL.with(1, 4), 2)]);
  const shown = tables[0]?.rows.filter(({ gebied }) => gebied === 'JZ24' || gebied === 'H8') ?? [];
  assert.equal(shown.length, 2);
  assert.ok(shown.some(({ waarde }) => waarde === null));
});

test('a group of then that is the region now: it counts more for every split, with rows of gemeenten or without', async () => {
  const vertrokken = 'GM0626' as GemeenteCode;
  const before = { ...regio, gemeenten: [...regio.gemeenten, { code: vertrokken, naam: vertrokken }] };
  const gebieden = voorbeeldUitgave(before, '2023-1').samenstelling.gebieden;
  const few = [6, 18, 3, 1, 9, 2, 1, 9, 1];
  const perVerblijf = (region: number, group: number): FigureTable => {
    const rows = (['JZ24', 'H9'] as const).flatMap((code) => {
      const all = code === 'JZ24' ? region : group;
      return [
        rij('wachtenden', '', { code, jaar: 2024, type: 'ambulant' }, all),
        rij('wachtenden', '', { code, jaar: 2024, type: 'verblijf' }, 0),
      ];
    });
    return tabel('wachtenden', 'jeugdigen', ['verblijf'], rows, [
      { variant: '', vorm: 'waarde', teller: wachtenden() },
    ]);
  };
  const list = wachtlijst(few, 7);
  const left = list.rows.map((row) => (row.gebied === 'H9' ? { ...row, waarde: 50 } : row));
  const gone = rij('wachtenden', '', { code: vertrokken, jaar: 2024 }, 0);
  const old = await protect({
    tables: [{ ...list, rows: [...left, gone] }, perVerblijf(57, 50)],
    regio: before,
    zone: 'open',
  });
  const hidden = old.geheimhouding.cellen.filter(({ gebied }) => gebied === 'H9');
  assert.ok(hidden.some(({ dimensies }) => dimensies.verblijf === 'ambulant'));
  const eerdere = [{ id: '2023-1', gebieden, ...old }];
  const now = await protect({ tables: [list, perVerblijf(57, 57)], regio, zone: 'open', eerdere });
  assert.deepEqual(
    now.tables[1]?.rows.map(({ waarde }) => waarde),
    [57, 0, 57, 0],
  );
  const report = await attack({ tables: now.tables, publiek: publiekMet(regio, now.geheimhouding), eerdere });
  assert.deepEqual(found(report), {});
  assert.deepEqual(report.cellen, now.geheimhouding.cellen);
});
