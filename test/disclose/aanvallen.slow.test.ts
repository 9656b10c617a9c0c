// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type {
  AttackReport,
  EerdereRelease,
  FigureRow,
  FigureTable,
  GemeenteCode,
  Grootheid,
} from '../../src/contract/index.ts';
import { OperatorError } from '../../src/contract/index.ts';
import { attack, protect } from '../../src/disclose/index.ts';
import {
  type Aantallen,
  assertProtected,
  clienten,
  found,
  GEMEENTEN,
  hide,
  inGebied,
  regio,
  tryOn,
  VEEL,
} from './op-proef.ts';
import { eindes, zorgdagen } from './voorbeeld-opbouw.ts';
import { GEBIEDEN, publiekMet, publiekVan, regioMet, rij, tabel } from './voorbeeld-release.ts';

test('one hidden gemeente: the group minus the others', async () => {
  const exact = clienten({ ...VEEL, GM1842: 4 });
  const report = await tryOn([hide(exact, 'GM1842')]);
  assert.deepEqual(found(report), { 'clienten 2024 GM1842': [4, 4] });
  assert.ok(report.teSmal[0]?.door.includes('clienten 2024 H5'));
  const safe = await assertProtected([exact]);
  assert.ok(safe.geheimhouding.cellen.length >= 2);
});

test('H9 minus H8: Den Haag', async () => {
  const exact = clienten({ ...VEEL, GM0518: 6 }, 2024, ['H8', 'H9', 'GM0518']);
  assert.deepEqual(found(await tryOn([hide(exact, 'GM0518')])), { 'clienten 2024 GM0518': [6, 6] });
  await assertProtected([exact]);
});

test('H9 minus H8: Den Haag, when Den Haag has no row of its own', async () => {
  const exact = clienten({ ...VEEL, GM0518: 6 }, 2024, ['H8', 'H9']);
  const safe = await assertProtected([exact]);
  assert.equal(safe.geheimhouding.cellen.length, 1);
});

test('the region under its other name', async () => {
  const exact = clienten({ ...VEEL, GM0518: 6 });
  const report = await tryOn([hide(exact, 'GM0518', 'H9', 'H3')]);
  assert.equal(found(report)['clienten 2024 H9']?.[0], inGebied({ ...VEEL, GM0518: 6 }, 'JZ24'));
});

test('three areas minus each other: Wassenaar is H9 minus H3 minus H5', async () => {
  const exact = clienten({ ...VEEL, GM0629: 3 });
  const report = await tryOn([hide(exact, 'GM0629', 'GM0603', 'H8')]);
  assert.deepEqual(found(report)['clienten 2024 GM0629'], [3, 3]);
  await assertProtected([exact]);
});

test('appendix minus main table: the same number in two tables', async () => {
  const exact = { ...VEEL, GM1926: 5 };
  const main = clienten(exact, 2024, ['JZ24', 'H5', 'GM1926']);
  const appendices = GEMEENTEN.filter((code) => code !== 'GM1926').map((code) =>
    clienten(exact, 2024, [code]),
  );
  const report = await tryOn([hide(main, 'GM1926'), ...appendices]);
  assert.deepEqual(found(report), { 'clienten 2024 GM1926': [5, 5] });
  await assertProtected([main, ...appendices]);
});

test('growth percentages: base year times one plus growth', async () => {
  const [base, now] = [clienten({ ...VEEL, GM0603: 60 }, 2020), clienten({ ...VEEL, GM0603: 9 }, 2024)];
  const groei = tabel(
    'clienten-groei',
    'aandeel',
    [],
    [rij('clienten-groei', '', { code: 'GM0603', jaar: 2024 }, 9 / 60 - 1, 9, 60)],
  );
  const counts = hide(now, 'GM0603', 'GM1916');
  assert.deepEqual(found(await tryOn([base, counts, hide(groei, 'GM0603')])), {});
  const leaked = {
    ...groei,
    rows: groei.rows.map((row) => ({ ...row, teller: null, noemer: null })),
  };
  const report = await tryOn([base, counts, leaked]);
  assert.deepEqual(found(report)['clienten 2024 GM0603'], [9, 9]);
  assert.ok(report.teSmal[0]?.door.includes('clienten-groei 2024 GM0603'));
  const safe = await assertProtected([base, now, groei]);
  assert.equal(safe.tables[2]?.rows[0]?.waarde, null);
});

test('averages: amount divided by average is a number of clients', async () => {
  const exact = { ...VEEL, GM0603: 7 };
  const cel = (code: string) => ({ code, jaar: 2024 });
  const euro = (code: string) => 123_457 * inGebied(exact, code);
  const codes = GEBIEDEN.map(({ code }) => code);
  const uitgaven = tabel(
    'uitgaven',
    'eurocent',
    [],
    codes.map((code) => rij('uitgaven', '', cel(code), euro(code))),
  );
  const gemiddeld = tabel(
    'uitgaven-per-client',
    'eurocent',
    [],
    codes.map((code) =>
      rij('uitgaven-per-client', '', cel(code), 123_457, euro(code), inGebied(exact, code)),
    ),
  );
  const withoutParts = {
    ...gemiddeld,
    rows: gemiddeld.rows
      .filter(({ gebied }) => gebied === 'GM0603')
      .map((row) => ({ ...row, teller: null, noemer: null })),
  };
  const report = await tryOn([hide(clienten(exact), 'GM0603', 'GM1916'), uitgaven, withoutParts]);
  assert.deepEqual(found(report)['clienten 2024 GM0603'], [7, 7]);
  const safe = await assertProtected([clienten(exact), uitgaven, gemiddeld]);
  assert.equal(safe.tables[1]?.rows[codes.indexOf('GM0603')]?.waarde, null);
});

test('distinct-count bounds: one type is everything there is', async () => {
  const cel = { code: 'GM0603', jaar: 2024 };
  const totals = tabel('clienten', 'unieke cliënten', [], [rij('clienten', '', cel, 12)]);
  const types = tabel(
    'clienten',
    'unieke cliënten',
    ['type'],
    [rij('clienten', '', { ...cel, type: 'lvb' }, 12), rij('clienten', '', { ...cel, type: 'cit' }, 0)],
  );
  const hidden = {
    ...types,
    rows: types.rows.map(
      (row): FigureRow => (row.waarde === 0 ? row : { ...row, waarde: null, status: ['geheim'] }),
    ),
  };
  assert.deepEqual(found(await tryOn([totals, hidden])), { 'clienten 2024 GM0603': [12, 12] });
});

test('hidden counts are at least 1: two that add up to three', async () => {
  const exact = clienten({ ...VEEL, GM1926: 1, GM1842: 2 });
  const report = await tryOn([hide(exact, 'GM1926', 'GM1842')]);
  assert.deepEqual(found(report), { 'clienten 2024 GM1842': [1, 2], 'clienten 2024 GM1926': [1, 2] });
  await assertProtected([exact]);
});

test('rounding: a share with full precision gives away what rounding hid', async () => {
  const rounded = { afronding: 5 };
  const cel = { code: 'GM0603', jaar: 2024 };
  const totals = tabel('clienten', 'unieke cliënten', [], [rij('clienten', '', cel, 100)]);
  const share = tabel(
    'kosten-boven-grens',
    'aandeel',
    [],
    [{ ...rij('kosten-boven-grens', 'clienten', cel, 8 / 100), teller: null, noemer: 100 }],
  );
  const hiddenCount: FigureRow = { ...rij('clienten', '', cel, null), status: ['geheim'] };
  const [open, tight] = await Promise.all(
    [rounded, {}].map((regels) =>
      attack({
        tables: [
          tabel('clienten', 'unieke cliënten', [], [hiddenCount]),
          { ...share, rows: share.rows.map((row) => ({ ...row, teller: 10, noemer: null })) },
        ],
        publiek: publiekVan(regioMet(regels)),
      }),
    ),
  );
  assert.deepEqual(found(tight as AttackReport), { 'clienten 2024 GM0603': [125, 125] });
  assert.ok(Object.keys(found(open as AttackReport)).length === 0);
  const safe = await protect({
    tables: [totals, { ...share, rows: share.rows.map((row) => ({ ...row, teller: 8 })) }],
    regio: regioMet(rounded),
    zone: 'open',
  });
  assert.deepEqual(safe.tables[1]?.rows[0]?.waarde, null);
});

test('rounding: room that is left is used, so that less is hidden', async () => {
  const exact = clienten({ ...VEEL, GM1842: 4 });
  const plain = await protect({ tables: [exact], regio, zone: 'open' });
  const rounded = await protect({ tables: [exact], regio: regioMet({ afronding: 5 }), zone: 'open' });
  assert.ok(rounded.geheimhouding.cellen.length < plain.geheimhouding.cellen.length);
  const report = await attack({ tables: rounded.tables, publiek: publiekVan(regioMet({ afronding: 5 })) });
  assert.deepEqual(found(report), {});
});

test('last year’s release: what was hidden then may not be printed now', async () => {
  const exact = clienten({ ...VEEL, GM1842: 4 });
  const first = await assertProtected([exact]);
  const chosen =
    first.geheimhouding.cellen.map(({ gebied }) => gebied).find((gebied) => gebied !== 'GM1842') ?? '';
  const other = GEMEENTEN.find((code) => code !== chosen && code !== 'GM1842') ?? '';
  const report = await tryOn([hide(exact, 'GM1842', other)], [[...first.tables]]);
  assert.ok(`clienten 2024 ${chosen}` in found(report));
});

test('last year’s release: two that it hid are together what it left, whatever was corrected beside them', async () => {
  const before = { ...VEEL, GM1842: 4 };
  const first = await assertProtected([clienten(before)]);
  const hidden = first.geheimhouding.cellen.map(({ gebied }) => gebied);
  const corrected = { ...before, GM0637: 5 };
  const second = await assertProtected([clienten(corrected)], [first]);
  const shown = new Map(second.tables[0]?.rows.map(({ gebied, waarde }) => [gebied, waarde]));
  for (const { code, gemeenten } of GEBIEDEN) {
    if (!gemeenten.includes('GM0637') || !hidden.every((one) => gemeenten.includes(one))) continue;
    const others = gemeenten.filter((one) => one !== 'GM0637' && !hidden.includes(one));
    assert.ok(
      [code, ...others].some((one) => shown.get(one) === null),
      `${code} minus what is known of it`,
    );
  }
});

test('shown before, hidden now: what kept its value hides nothing, so a correction that stands alone stops the release', async () => {
  const rows = (delft: number) =>
    clienten(VEEL).rows.map((row) => (row.gebied === 'GM1842' ? { ...row, waarde: delft } : row));
  const table = (delft: number) => tabel('clienten', 'unieke cliënten', [], rows(delft));
  const first = await protect({ tables: [table(VEEL.GM1842 ?? 0)], regio, zone: 'open' });
  assert.deepEqual(first.geheimhouding.cellen, []);
  const eerdere = [{ id: '2024-1', tables: first.tables }];
  const refused = await protect({ tables: [table(4)], regio, zone: 'open', eerdere }).catch(
    (error: unknown) => error,
  );
  assert.ok(refused instanceof OperatorError, 'a gemeente that kept its value was hidden to protect another');
  const [problem] = refused.problems;
  assert.equal(problem?.code, 'disclose.cannot-protect');
  assert.equal(problem?.subject, 'clienten 2024 GM1842');
  assert.equal(problem?.place, 'release 2024-1');
});

test('shown before and too small by the rules of now: the old release gives it away, and is named', async () => {
  const lenient = regioMet({ verbergTotEnMet: 3 });
  const exact = clienten({ ...VEEL, GM1842: 6 });
  const first = await protect({ tables: [exact], regio: lenient, zone: 'open' });
  const eerdere = [{ id: '2024-1', tables: first.tables }];
  const refused = await protect({ tables: [exact], regio, zone: 'open', eerdere }).catch(
    (error: unknown) => error,
  );
  assert.ok(refused instanceof OperatorError);
  assert.deepEqual(
    refused.problems.map(({ subject, place }) => [subject, place]),
    [['clienten 2024 GM1842', 'release 2024-1']],
  );
});

test('a share that was hidden with both its parts: a second release of the same figures is no correction', async () => {
  const share = (type: string, top: number, bottom: number) =>
    rij('uitval', 'U1', { code: 'GM0603', jaar: 2024, type }, top / bottom, top, bottom);
  const exact = tabel('uitval', 'aandeel', ['type'], [share('lvb', 40, 120), share('cit', 0, 12)]);
  const first = await assertProtected([exact]);
  assert.equal(first.geheimhouding.cellen.length, 1);
  await assertProtected([exact], [first]);
});

test('last year’s release under the composition of last year: its region was another area with the same code', async () => {
  const exact = { ...VEEL, GM1842: 4 };
  const now = clienten(exact);
  const larger = (code: string) => (code === 'JZ24' ? 60 : 0);
  const then = {
    ...now,
    rows: now.rows.map((row) => ({ ...row, waarde: (row.waarde ?? 0) + larger(row.gebied) })),
  };
  const gebieden = publiekVan(regio).gebieden.map((gebied) =>
    gebied.code === 'JZ24'
      ? { ...gebied, gemeenten: [...gebied.gemeenten, 'GM0626' as GemeenteCode] }
      : gebied,
  );
  const eerdere = [{ id: '2023-1', gebieden, basisjaar: 2020, tables: [hide(then, 'GM1842', 'GM1926')] }];
  const safe = await protect({ tables: [now], regio, zone: 'open', eerdere });
  assert.deepEqual(
    safe.geheimhouding.cellen.map(({ gebied }) => gebied),
    ['GM1842', 'GM1926'],
  );
  const report = await attack({
    tables: safe.tables,
    publiek: publiekMet(regio, safe.geheimhouding),
    eerdere,
  });
  assert.deepEqual(found(report), {});
  assert.deepEqual(report.cellen, safe.geheimhouding.cellen);
});

test('last year’s release: its figures and ours together leave nothing to subtract', async () => {
  const exact = clienten({ ...VEEL, GM1842: 4 });
  const first = await assertProtected([exact]);
  const again = await assertProtected([exact], [first]);
  assert.deepEqual(again.geheimhouding.cellen, first.geheimhouding.cellen);
  const corrected = clienten({ ...VEEL, GM1842: 4, GM0503: 93 });
  await assertProtected([corrected], [first]);
});

test('last year’s release: its region minus ours leaves the gemeente that left, which has no figures of its own', async () => {
  const larger = publiekVan(regio).gebieden.map((gebied) =>
    gebied.code === 'JZ24'
      ? { ...gebied, gemeenten: [...gebied.gemeenten, 'GM0626' as GemeenteCode] }
      : gebied,
  );
  const region = (waarde: number) =>
    tabel('clienten', 'unieke cliënten', [], [rij('clienten', '', { code: 'JZ24', jaar: 2024 }, waarde)]);
  const hidden = async (left: number) => {
    const eerdere = [{ id: '2023-1', gebieden: larger, tables: [region(400 + left)] }];
    const { tables } = await protect({ tables: [region(400)], regio, zone: 'open', eerdere });
    return tables.flatMap(({ rows }) => rows.map(({ status }) => status.includes('geheim')));
  };
  assert.deepEqual(await hidden(4), [true]);
  assert.deepEqual(await hidden(40), [false]);
});

test('last year’s release: a group of two minus the gemeente of ours leaves the other, which has no figures', async () => {
  const pair = { code: 'HX', gemeenten: ['GM0626' as GemeenteCode, 'GM1842' as GemeenteCode] };
  const one = (code: string, waarde: number) =>
    tabel('clienten', 'unieke cliënten', [], [rij('clienten', '', { code, jaar: 2024 }, waarde)]);
  const hidden = async (left: number) => {
    const gebieden = [
      ...publiekVan(regio).gebieden,
      { code: 'GM0626', gemeenten: ['GM0626' as GemeenteCode] },
      pair,
    ];
    const eerdere = [{ id: '2023-1', gebieden, tables: [one('HX', 60 + left)] }];
    const { tables } = await protect({ tables: [one('GM1842', 60)], regio, zone: 'open', eerdere });
    return tables.flatMap(({ rows }) => rows.map(({ status }) => status.includes('geheim')));
  };
  assert.deepEqual(await hidden(3), [true]);
  assert.deepEqual(await hidden(30), [false]);
});

test('last year’s release: what it counted twice is what it says itself, not what this one says', async () => {
  const exact: Aantallen = { ...VEEL, GM1842: 4, GM0503: 30 };
  const [many, twice] = [clienten(exact, 2024, [...GEMEENTEN, 'JZ24']), 12];
  const rows = many.rows.map((row) =>
    row.gebied === 'JZ24' ? { ...row, waarde: Number(row.waarde) - twice } : row,
  );
  const first = await assertProtected([{ ...many, rows }]);
  const told = first.geheimhouding.meervoudigGeteld.map(({ verschil }) => verschil);
  assert.ok(told.includes(twice), told.join());
  const alone = clienten(exact, 2024, GEMEENTEN);
  const { geheimhouding } = await assertProtected([alone], [first]);
  for (const { gebied, interval } of geheimhouding.cellen) {
    const [low, high] = interval;
    assert.ok((low ?? 0) <= (exact[gebied] ?? 0), gebied);
    assert.ok(high !== null && high >= (exact[gebied] ?? 0), `${gebied}: ${high}`);
  }
});

test('shares: what is left over is a number of children too', async () => {
  const cel = { code: 'GM0603', jaar: 2024 };
  const totals = tabel('clienten', 'unieke cliënten', [], [rij('clienten', '', cel, 60)]);
  const share = tabel(
    'kosten-boven-grens',
    'aandeel',
    [],
    [rij('kosten-boven-grens', 'clienten', cel, 57 / 60, 57, 60)],
  );
  const safe = await assertProtected([totals, share]);
  assert.equal(safe.tables[0]?.rows[0]?.waarde, 60);
  assert.deepEqual(safe.tables[1]?.rows[0]?.status, ['geheim']);
});

test('an amount that one client dominates is hidden, and so is a second one', async () => {
  const codes = GEBIEDEN.map(({ code }) => code);
  const euro = (code: string) => 1_000_000 * inGebied(VEEL, code);
  const uitgaven = tabel(
    'uitgaven',
    'eurocent',
    [],
    codes.map((code) => ({
      ...rij('uitgaven', '', { code, jaar: 2024 }, euro(code)),
      ...(code === 'GM0603'
        ? { bijdragen: { aantal: 120, grootste: 0.7 * euro(code), tweede: 1_000_000 } }
        : {}),
    })),
  );
  const safe = await assertProtected([clienten(VEEL), uitgaven]);
  assert.ok(safe.geheimhouding.cellen.some(({ gebied }) => gebied === 'GM0603'));
  assert.ok(safe.geheimhouding.cellen.length >= 2);
  assert.ok(safe.tables.every(({ rows }) => rows.every((row) => !('bijdragen' in row))));
});

test('H9 minus H8: one client makes up most of what Den Haag, that has no row of its own, spent', async () => {
  const euro = (code: string) => 1_000_000 * inGebied(VEEL, code);
  const rows = ['H8', 'H9'].map((code) => ({
    ...rij('uitgaven', '', { code, jaar: 2024 }, euro(code)),
    bijdragen: { aantal: inGebied(VEEL, code), grootste: 80_000_000, tweede: 3_000_000 },
  }));
  const left = { aantal: 110, grootste: 80_000_000, tweede: 3_000_000 };
  const verschil = (bijdragen: typeof left): FigureTable => ({
    ...tabel('uitgaven', 'eurocent', [], rows),
    verschillen: [{ variant: '', periode: '2024', geheel: 'H9', zonder: ['H8'], dimensies: [], bijdragen }],
  });
  const hidden = async (table: FigureTable) => (await assertProtected([table])).geheimhouding.cellen.length;
  assert.equal(await hidden(verschil({ ...left, grootste: 5_000_000 })), 0);
  assert.ok((await hidden(verschil(left))) > 0);
});

test('H8 minus H5: few children in three gemeenten together, that have rows of their own', async () => {
  const exact = clienten({ ...VEEL, GM0603: 4, GM0629: 0, GM1916: 5 });
  const { tables } = await assertProtected([exact]);
  const shown = new Map(tables[0]?.rows.map(({ gebied, waarde }) => [gebied, waarde]));
  const computes = (...codes: readonly string[]) => codes.every((code) => shown.get(code) !== null);
  assert.ok(!computes('H8', 'H5') && !computes('H9', 'H5', 'GM0518'));
  assert.ok(computes('H9', 'H5') || computes('H8'));
});

test('region minus H3: so few children in the other gemeenten together that they have no row', async () => {
  const h3: Aantallen = { GM0518: 300, GM0603: 200, GM1916: 100 };
  const exact = clienten(Object.fromEntries(GEMEENTEN.map((code) => [code, h3[code] ?? 1])), 2024, [
    'H3',
    'JZ24',
  ]);
  assert.equal((await assertProtected([exact])).geheimhouding.cellen.length, 1);
});

test('days of residence in a tiny region: the denominator is made up by few children, however many trajecten there are', async () => {
  const cel = { code: 'JZ24', jaar: 2024 };
  const row = {
    ...rij('aandeel-per-type', 'zorgdagen', cel, 0.5, 2000, 4000),
    dimensies: ['gezinshuis'],
    bijdragen: { aantal: 12, grootste: 300, tweede: 290 },
    bijdragenNoemer: { aantal: 30, grootste: 366, tweede: 365 },
  };
  const other = { ...row, dimensies: ['pleegzorg'] };
  const trajecten = tabel(
    'trajecten',
    'trajecten',
    [],
    [rij('trajecten', '', cel, 400)],
    [{ variant: '', vorm: 'waarde', teller: { ...eindes(), naam: 'trajecten', maat: 'trajecten' } }],
  );
  const share = (bijdragenNoemer: typeof row.bijdragenNoemer) =>
    tabel(
      'aandeel-per-type',
      'aandeel',
      ['verblijfsvorm'],
      [row, other].map((one) => ({ ...one, bijdragenNoemer })),
      [{ variant: 'zorgdagen', vorm: 'deel', teller: zorgdagen, noemer: zorgdagen, zonder: 'verblijfsvorm' }],
    );
  const shown = async (table: FigureTable) => {
    const { tables } = await protect({ tables: [trajecten, table], regio, zone: 'open' });
    return tables[1]?.rows.filter(({ waarde }) => waarde !== null).length;
  };
  assert.equal(await shown(share({ aantal: 80, grootste: 366, tweede: 365 })), 2);
  assert.equal(await shown(share(row.bijdragenNoemer)), 0);
});

test('mean duration: a child with three trajecten is one child', async () => {
  const row = (aantal: number) => ({
    ...rij('duur', 'D1', { code: 'GM0603', jaar: 2024 }, 200, 4800, 24),
    bijdragen: { aantal, grootste: 600, tweede: 590 },
    bijdragenNoemer: { aantal, grootste: 3, tweede: 3 },
  });
  const teller = { ...zorgdagen, naam: 'dagen-van-eindes', maat: 'dagen-van-eindes', over: 'eindes' };
  const shown = async (aantal: number) => {
    const opbouw = [{ variant: 'D1', vorm: 'gemiddelde', teller, noemer: eindes('31') }] as const;
    const { tables } = await protect({
      tables: [tabel('duur', 'dagen', [], [row(aantal)], opbouw)],
      regio,
      zone: 'open',
    });
    return tables[0]?.rows[0]?.waarde;
  };
  assert.equal(await shown(12), 200);
  assert.equal(await shown(8), null);
});

test('rows that are not there are zeros: an unknown type that occurs in two gemeenten only', async () => {
  const cel = (code: string, type: string) => ({ code, jaar: 2024, type });
  const lvb = GEBIEDEN.map(({ code }) => rij('clienten', '', cel(code, 'lvb'), inGebied(VEEL, code)));
  const onbekend = [
    rij('clienten', '', cel('GM0503', 'onbekend'), 12),
    rij('clienten', '', cel('GM0637', 'onbekend'), 3),
    ...['H5', 'H8', 'H9', 'JZ24'].map((code) => rij('clienten', '', cel(code, 'onbekend'), 15)),
  ];
  const exact = tabel('clienten', 'unieke cliënten', ['type'], [...lvb, ...onbekend]);
  const hidden = {
    ...exact,
    rows: exact.rows.map(
      (row): FigureRow => (row.waarde === 3 ? { ...row, waarde: null, status: ['geheim'] } : row),
    ),
  };
  assert.deepEqual(found(await tryOn([hidden])), { 'clienten 2024 GM0637': [3, 3] });
  await assertProtected([exact]);
});

test('U1, U2 and U3 share one denominator: what lies between two of them is a number of children too', async () => {
  const cel = { code: 'GM0603', jaar: 2024 };
  const share = (variant: string, count: number) => rij('uitval', variant, cel, count / 120, count, 120);
  const exact = tabel('uitval', 'aandeel', [], [share('U1', 40), share('U2', 43), share('U3', 80)]);
  const safe = await assertProtected([exact]);
  const shown = safe.tables[0]?.rows.filter(({ waarde }) => waarde !== null) ?? [];
  assert.ok(!shown.some(({ variant }) => variant === 'U1') || !shown.some(({ variant }) => variant === 'U2'));
  assert.ok(shown.length > 0);
});

test('shares with a published numerator: the denominator follows, and with it everything else', async () => {
  const exact = { ...VEEL, GM0603: 8 };
  const share = tabel(
    'kosten-boven-grens',
    'aandeel',
    [],
    [{ ...rij('kosten-boven-grens', 'clienten', { code: 'GM0603', jaar: 2024 }, 4 / 8, 4, null) }],
  );
  const report = await tryOn([hide(clienten(exact), 'GM0603', 'GM1916'), share]);
  assert.deepEqual(found(report)['clienten 2024 GM0603'], [8, 8]);
  const whole = { ...share, rows: share.rows.map((row) => ({ ...row, noemer: 8 })) };
  const safe = await assertProtected([clienten(exact), whole]);
  assert.deepEqual(safe.tables[1]?.rows[0]?.status, ['geheim']);
});

test('two periods: a hidden quarter is the year minus the other quarters', async () => {
  const opbouw = [{ variant: '', vorm: 'waarde', teller: eindes('31') }] as const;
  const cel = (periode: string, waarde: number) => ({
    ...rij('beeindigd', '', { code: 'GM0603', jaar: 2024 }, waarde),
    periode,
  });
  const rows = [
    cel('2024', 64),
    cel('2024-Q1', 20),
    cel('2024-Q2', 4),
    cel('2024-Q3', 17),
    cel('2024-Q4', 23),
  ];
  const exact = tabel('beeindigd', 'trajecten', [], rows, opbouw);
  const hidden = {
    ...exact,
    rows: rows.map(
      (row): FigureRow => (row.waarde === 4 ? { ...row, waarde: null, status: ['geheim'] } : row),
    ),
  };
  assert.deepEqual(found(await tryOn([hidden])), { 'beeindigd 2024-Q2 GM0603': [4, 4] });
  const safe = await assertProtected([exact]);
  assert.equal(safe.geheimhouding.cellen.length, 2);
});

test('an older release: quarters that it hid and that are no longer shown are still unknowns of its sums', async () => {
  const opbouw = [{ variant: '', vorm: 'waarde', teller: eindes('31') }] as const;
  const cel = (periode: string, waarde: number | null, type?: string): FigureRow => ({
    ...rij('beeindigd', '', { code: 'GM0603', jaar: 2024, ...(type === undefined ? {} : { type }) }, waarde),
    periode,
    ...(waarde === null ? { status: ['geheim'] } : {}),
  });
  const jaar = [cel('2024', 68), cel('2024-Q2', null)];
  const before = [cel('2024-Q1', 20), cel('2024-Q3', 17), cel('2024-Q4', null), ...jaar];
  const perType = [cel('2024-Q2', 26, 'lvb'), cel('2024-Q2', null, 'cit')];
  const now = [
    tabel('beeindigd', 'trajecten', [], jaar, opbouw),
    tabel('beeindigd', 'trajecten', ['type'], perType, opbouw),
  ];
  const publiek = publiekVan(regio);
  const alone = await attack({ tables: now, publiek });
  assert.deepEqual(found(alone), {});
  const old = { id: '2023-1', tables: [tabel('beeindigd', 'trajecten', [], before, opbouw)] };
  const report = await attack({ tables: now, publiek, eerdere: [old] });
  assert.deepEqual(found(report), {
    'beeindigd 2024-Q2 GM0603': [1, 4],
    'beeindigd 2024-Q4 GM0603': [1, 4],
  });
  assert.deepEqual(report.cellen, alone.cellen);
});

test('an older release: what this one shows is chosen so that the quarters that only the older one hid stay hidden', async () => {
  const opbouw = [{ variant: '', vorm: 'waarde', teller: eindes('31') }] as const;
  const cel = (periode: string, waarde: number, type?: string): FigureRow => ({
    ...rij('beeindigd', '', { code: 'GM0603', jaar: 2024, ...(type === undefined ? {} : { type }) }, waarde),
    periode,
  });
  const [jaar, tweede] = [cel('2024', 65), cel('2024-Q2', 12)];
  const before = [jaar, cel('2024-Q1', 20), tweede, cel('2024-Q3', 30), cel('2024-Q4', 3)];
  const first = await assertProtected([tabel('beeindigd', 'trajecten', [], before, opbouw)]);
  assert.deepEqual(
    first.geheimhouding.cellen.map(({ periode }) => periode),
    ['2024-Q2', '2024-Q4'],
  );
  const perType = tabel(
    'beeindigd',
    'trajecten',
    ['type'],
    [cel('2024-Q2', 10, 'lvb'), cel('2024-Q2', 2, 'cit')],
    opbouw,
  );
  const now = [tabel('beeindigd', 'trajecten', [], [jaar, tweede], opbouw), perType];
  const secret = (table: FigureTable, value: number) => ({
    ...table,
    rows: table.rows.map(
      (row): FigureRow => (row.waarde === value ? { ...row, waarde: null, status: ['geheim'] } : row),
    ),
  });
  const naive = [secret(tabel('beeindigd', 'trajecten', [], [jaar, tweede], opbouw), 12), secret(perType, 2)];
  const eerdere = [{ id: '2023-1', ...first }];
  const report = await attack({ tables: naive, publiek: publiekVan(regio), eerdere });
  assert.deepEqual(found(report)['beeindigd 2024-Q4 GM0603'], [1, 4]);
  const safe = await assertProtected(now, [first]);
  assert.deepEqual(
    safe.geheimhouding.cellen.map(({ dimensies }) => dimensies),
    [{}, { type: 'cit' }, { type: 'lvb' }],
  );
});

test('two releases with different tables: the groups of this one are no sums over the gemeenten of the other', async () => {
  const exact = { ...VEEL, GM0603: 4, GM0503: 30 };
  const first = await assertProtected([clienten(exact, 2024, [...GEMEENTEN, 'JZ24'])]);
  const hidden = first.geheimhouding.cellen.map(({ gebied }) => gebied);
  assert.ok(hidden.includes('GM0603'), hidden.join());
  const safe = await assertProtected([clienten(exact, 2024, ['H3', 'H5', 'JZ24'])], [first]);
  const groups = safe.geheimhouding.cellen.map(({ gebied }) => gebied);
  assert.ok(groups.includes('H3') && !groups.includes('JZ24'), groups.join());
});

test('two releases with different periods: a year after its quarters leaves nothing of the one that was hidden', async () => {
  const opbouw = [{ variant: '', vorm: 'waarde', teller: eindes('31') }] as const;
  const kwartaal = (code: string, nummer: number, waarde: number): FigureRow => ({
    ...rij('beeindigd', '', { code, jaar: 2024 }, waarde),
    periode: `2024-Q${nummer}`,
  });
  const rows = [
    ...[12, 3, 14, 15].map((waarde, at) => kwartaal('GM0603', at + 1, waarde)),
    ...[32, 30, 34, 35].map((waarde, at) => kwartaal('GM1916', at + 1, waarde)),
  ];
  const jaren = [rij('beeindigd', '', { code: 'GM0603', jaar: 2024 }, 44)];
  const first = await assertProtected([tabel('beeindigd', 'trajecten', [], rows, opbouw)]);
  const naive = tabel('beeindigd', 'trajecten', [], jaren, opbouw);
  const eerdere = [{ id: '2023-1', ...first }];
  const report = await attack({ tables: [naive], publiek: publiekVan(regio), eerdere });
  assert.deepEqual(found(report)['beeindigd 2024-Q2 GM0603'], [3, 3]);
  const safe = await assertProtected([naive], [first]);
  assert.deepEqual(
    safe.geheimhouding.cellen.map(({ periode }) => periode),
    ['2024'],
  );
});

test('an older release that rounds: a true sum is not forgotten because rounding leaves something of it', async () => {
  const regels = regioMet({ afronding: 5 });
  const opbouw = [{ variant: '', vorm: 'waarde', teller: eindes('31') }] as const;
  const cel = (periode: string, waarde: number, type?: string): FigureRow => ({
    ...rij('beeindigd', '', { code: 'GM0603', jaar: 2024, ...(type === undefined ? {} : { type }) }, waarde),
    periode,
  });
  const before = [
    cel('2024', 37),
    cel('2024-Q1', 0),
    cel('2024-Q2', 34),
    cel('2024-Q3', 0),
    cel('2024-Q4', 3),
  ];
  const exact = tabel('beeindigd', 'trajecten', [], before, opbouw);
  const first = await protect({ tables: [exact], regio: regels, zone: 'open' });
  const perType = [cel('2024-Q2', 33, 'lvb'), cel('2024-Q2', 1, 'cit')];
  const now = [
    tabel('beeindigd', 'trajecten', [], [cel('2024-Q2', 34)], opbouw),
    tabel('beeindigd', 'trajecten', ['type'], perType, opbouw),
  ];
  const eerdere = [{ id: '2023-1', ...first }];
  const safe = await protect({ tables: now, regio: regels, zone: 'open', eerdere });
  const publiek = { ...publiekMet(regels, safe.geheimhouding), regels: regels.geheimhouding.open };
  const report = await attack({ tables: safe.tables, publiek, eerdere });
  assert.deepEqual(found(report), {});
  assert.deepEqual(report.cellen, safe.geheimhouding.cellen);
  assert.ok(safe.geheimhouding.cellen.some(({ dimensies }) => dimensies.type === 'lvb'));
});

test('an older release that did not round: its exact figure is what a reader knows, also where this one rounds it', async () => {
  const opbouw = [{ variant: '', vorm: 'waarde', teller: eindes('31') }] as const;
  const cel = (waarde: number, type?: string) =>
    rij('beeindigd', '', { code: 'GM0603', jaar: 2024, ...(type === undefined ? {} : { type }) }, waarde);
  const jaar = tabel('beeindigd', 'trajecten', [], [cel(60)], opbouw);
  const perType = tabel('beeindigd', 'trajecten', ['type'], [cel(52, 'lvb'), cel(8, 'cit')], opbouw);
  const first = await protect({ tables: [jaar], regio, zone: 'open' });
  const rounding = regioMet({ afronding: 5 });
  const hidden = async (eerdere: readonly EerdereRelease[]) => {
    const { tables } = await protect({ tables: [jaar, perType], regio: rounding, zone: 'open', eerdere });
    const rows = tables.flatMap((table) =>
      table.rows.map((row) => [row.dimensies.join(), row.status] as const),
    );
    return rows.flatMap(([type, status]) => (status.includes('geheim') ? [type] : []));
  };
  assert.deepEqual(await hidden([]), ['cit']);
  assert.deepEqual((await hidden([{ id: '2023-1', ...first }])).sort(), ['cit', 'lvb']);
});

test('an unknown share: what it is taken over is printed beside it and counts', async () => {
  const opbouw = [{ variant: '', vorm: 'deel', teller: eindes('32'), noemer: eindes('31') }] as const;
  const cel = (type: string) => ({ code: 'GM0603', jaar: 2024, type });
  const unknown = { ...rij('uitval', '', cel('lvb'), null, null, 40), status: ['onbekend'] as const };
  const hidden = { ...rij('beeindigd', '', cel('cit'), null), status: ['geheim'] as const };
  const whole = rij('beeindigd', '', { code: 'GM0603', jaar: 2024 }, 100);
  const teller = [{ variant: '', vorm: 'waarde', teller: eindes('31') }] as const;
  const report = await tryOn([
    tabel('uitval', 'aandeel', ['type'], [unknown], opbouw),
    tabel('beeindigd', 'trajecten', [], [whole], teller),
    tabel('beeindigd', 'trajecten', ['type'], [hidden], teller),
  ]);
  assert.deepEqual(found(report), { 'beeindigd 2024 GM0603': [60, 60] });
});

test('figures of others: what CBS prints about one gemeente gives another away, unless the plan knows it too', async () => {
  const exact = clienten({ ...VEEL, GM1842: 4, GM1926: 8 });
  const cbs = {
    grootheid: 'clienten',
    periode: '2024',
    gebied: 'GM1842',
    dimensies: {},
    interval: [3, 7] as const,
    bron: 'a table that rounds to multiples of five',
  };
  const publiek = { ...publiekVan(regio), buitenkennis: [cbs] };
  const free = await protect({ tables: [exact], regio, zone: 'open' });
  assert.deepEqual(found(await attack({ tables: free.tables, publiek })), { 'clienten 2024 GM1926': [5, 9] });
  const bounded = await protect({ tables: [exact], regio, zone: 'open', buitenkennis: [cbs] });
  const report = await attack({ tables: bounded.tables, publiek });
  assert.deepEqual(found(report), {});
  assert.deepEqual(report.cellen, bounded.geheimhouding.cellen);
  assert.deepEqual(report.cellen.find(({ gebied }) => gebied === 'GM1842')?.interval, [3, 7]);
});

test('an insider who knows one contribution of a hidden count learns nothing more', async () => {
  const exact = clienten({ ...VEEL, GM1842: 4 });
  const safe = await assertProtected([exact]);
  const before = await attack({ tables: safe.tables, publiek: publiekVan(regio) });
  for (const { gebied } of before.cellen) {
    const own = {
      grootheid: 'clienten',
      periode: '2024',
      gebied,
      dimensies: {},
      interval: [1, null],
      bron: 'own',
    } as const;
    const report = await attack({
      tables: safe.tables,
      publiek: { ...publiekVan(regio), buitenkennis: [own] },
    });
    assert.deepEqual(report.cellen, before.cellen);
  }
});

test('last year hid who left a type, and this year shows who came to it: two tables of one indicator with the same values', async () => {
  const overgangen: Grootheid = {
    naam: 'overgangen',
    telt: 'trajecten',
    maat: 'overgangen',
    delen: { gebied: 'som', kenmerk: 'som', dimensie: 'som', periode: 'geen' },
  };
  const per = (dimensie: 'van' | 'naar') => {
    const rows = GEMEENTEN.map((code) => rij('doorstroom', '', { code, jaar: 2024, type: 'lvb' }, 40));
    return tabel('doorstroom', 'overgangen', [dimensie], rows, [
      { variant: '', vorm: 'waarde', teller: overgangen },
    ]);
  };
  const before = [hide(per('van'), ...GEMEENTEN), per('naar')];
  assert.deepEqual(found(await tryOn(before, [before])), {});
  const shown = await tryOn([per('van'), per('naar')], [before]);
  assert.equal(shown.teSmal.length, GEMEENTEN.length);
  assert.deepEqual(shown.teSmal[0]?.door, ['release 2020-1', 'doorstroom 2024 GM0503 van=lvb']);
});
