// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { siteIn } from '../../src/web/dashboard-source.ts';
import { controlsOf } from '../../src/web/figure/controls.ts';
import type { FigureData } from '../../src/web/figure/figure-data.ts';
import { figureRows, rowsCsv } from '../../src/web/figure/figure-file.ts';
import { figurePicture } from '../../src/web/figure/figure-picture.ts';
import { figureView } from '../../src/web/figure/figure-view.ts';
import {
  type Keuze,
  readKeuze,
  standaardKeuze,
  WEERGAVEN,
  weergavenOf,
  writeKeuze,
} from '../../src/web/figure/keuze.ts';
import { dataOf } from '../../src/web/site-figures.ts';
import { anyKeuze } from './any-keuze.ts';
import { dashboardSource } from './dashboard-fixture.ts';

const source = await dashboardSource();
const site = siteIn(source, 'nl');
const all = site.indicatoren.map(({ id }) => dataOf(site, id) as FigureData);
const clienten = dataOf(site, 'clienten') as FigureData;
const uitval = dataOf(site, 'uitval') as FigureData;

const anyFigure = fc.constantFrom(...all).chain((data) => anyKeuze(data).map((keuze) => ({ data, keuze })));

const numbersIn = (text: string): string[] => text.match(/\d[\d.,]*/g) ?? [];

test('every number in a drawing stands in its table, its heads or its words, whatever is chosen', () => {
  fc.assert(
    fc.property(anyFigure, ({ data, keuze }) => {
      const view = figureView(data, keuze, 'f');
      const table = JSON.stringify([view.table, view.ondertitel, view.eenheid, data.basisjaar]);
      const known = new Set(numbersIn(table));
      for (const svg of [view.chart.svg, view.chart.narrowSvg]) {
        const drawn = [...svg.matchAll(/<text[^>]*>([^<]*)</g)].flatMap((match) => numbersIn(match[1] ?? ''));
        assert.deepEqual(
          drawn.filter((number) => !known.has(number)),
          [],
        );
      }
    }),
    { numRuns: 60, seed: 9 },
  );
});

test('an address says exactly what is chosen: written and read again it is the same, and shows the same', () => {
  fc.assert(
    fc.property(anyFigure, ({ data, keuze }) => {
      const address = writeKeuze(data, keuze);
      const { keuze: again, onbekend } = readKeuze(data, address);
      assert.deepEqual(onbekend, []);
      assert.deepEqual(again, keuze);
      assert.equal(writeKeuze(data, again), address);
    }),
    { numRuns: 200, seed: 9 },
  );
});

test('an address that says nothing is the usual choice, and what it says wrongly is told and not applied', () => {
  assert.deepEqual(readKeuze(clienten, ''), { keuze: standaardKeuze(clienten), onbekend: [] });
  const { keuze, onbekend } = readKeuze(
    clienten,
    '?gebied=GM0503&vergelijk=H8,GM9999&splitsing=onzin&kleur=rood&maat=per-1000&gebied=H8',
  );
  assert.deepEqual([...onbekend].sort(), ['gebied=H8', 'kleur=rood', 'splitsing=onzin', 'vergelijk=GM9999']);
  assert.deepEqual([keuze.gebied, keuze.vergelijk, keuze.maat], ['GM0503', ['H8'], 'per-1000']);
});

test('the file of what is shown has every number of the table once, as it is printed there', () => {
  fc.assert(
    fc.property(anyFigure, ({ data, keuze }) => {
      const view = figureView(data, keuze, 'f');
      const { head, rows } = figureRows(data, keuze, view);
      const printed = rows.map((row) => row.at(-1));
      const margins = rows.length === view.table.rows.length && view.table.rows[0]?.cells.length === 3;
      const cells = margins
        ? view.table.rows.map((row) => row.cells[0]?.text)
        : view.table.rows.flatMap((row) => row.cells.map(({ text }) => text));
      assert.deepEqual([...printed].sort(), [...cells].sort());
      assert.equal(rowsCsv({ head, rows }).split('\n').length, rows.length + 2);
    }),
    { numRuns: 60, seed: 9 },
  );
});

test('a hidden figure is a word in the table, a gap in the drawing and an empty value with its reason in the file', () => {
  const keuze: Keuze = { ...standaardKeuze(uitval), weergave: 'gebieden' };
  const view = figureView(uitval, keuze, 'f');
  const row = view.table.rows.find(({ label }) => label === 'Wassenaar');
  assert.equal(row?.cells[0]?.text, 'geheim');
  assert.match(view.chart.svg, />geheim</);
  const { head, rows } = figureRows(uitval, keuze, view);
  const file = rows.find((fields) => fields.includes('GM0629')) ?? [];
  assert.equal(file[head.indexOf('waarde')], '');
  assert.equal(file[head.indexOf('status')], 'geheim');
  assert.ok(view.noten.some((noot) => noot.startsWith('Geheim:')));
});

test('Delft beside H8 since 2020: the change, the break, whether it can be chance, and how final it is', () => {
  const { keuze } = readKeuze(
    clienten,
    '?gebied=GM0503&vergelijk=H8&splitsing=type&deel=specialistische-ggz',
  );
  const view = figureView(clienten, keuze, 'f');
  assert.equal(view.titel, 'Unieke cliënten, specialistische ggz (zonder dyslexie)');
  const words = view.boodschap.join(' ');
  assert.match(
    words,
    /Delft ging van 1\.175 in 2020 naar 1\.265 in 2024\. H8 ging van .* In de reeks van Delft en H8 zit een breuk/,
  );
  assert.match(
    words,
    /Het verschil vanaf 2022: Delft \+\d,\d%, H8 \+\d,\d%\. Het verschil in Delft is zo klein dat het toeval kan zijn\./,
  );
  assert.ok(view.noten.some((noot) => noot.startsWith('Reeksbreuk op 1 januari 2022 (Delft, H8)')));
});

test('a share carries its margin, in the drawing, the table, the notes and the file', () => {
  const keuze: Keuze = { ...standaardKeuze(uitval), weergave: 'gebieden' };
  const view = figureView(uitval, keuze, 'f');
  assert.deepEqual(view.table.groups[0]?.columns, ['2024*', 'marge van', 'marge tot']);
  const { head, rows } = figureRows(uitval, keuze, view);
  const delft = rows.find((fields) => fields.includes('GM0503')) ?? [];
  const [low, value, high] = ['ondergrens', 'waarde', 'bovengrens'].map((name) =>
    Number(delft[head.indexOf(name)]),
  );
  assert.ok((low ?? 1) < (value ?? 0) && (value ?? 1) < (high ?? 0));
});

test('the Netherlands stand beside the region where CBS asks the same, with a warning, and the file says whose figure it is', () => {
  const aandeel = dataOf(site, 'aandeel-jeugdigen') as FigureData;
  const { keuze } = readKeuze(aandeel, '?vergelijk=NL01');
  const view = figureView(aandeel, keuze, 'f');
  assert.deepEqual(
    view.table.rows.map(({ label, cells }) => [label, cells.at(-2)?.text, cells.at(-1)?.text]),
    [
      ['Haaglanden (hele regio)', '12,5%', '12,5%'],
      ['Nederland (CBS)', '12,1%', 'nog niet bekend'],
    ],
  );
  assert.ok(view.noten.some((noot) => noot.startsWith('Let op: Nederland (CBS) is anders geteld.')));
  const { rows } = figureRows(aandeel, keuze, view);
  assert.deepEqual(
    [...new Set(rows.map(([indicator, , , gebied]) => `${gebied} ${indicator}`))],
    ['JZ24 aandeel-jeugdigen', 'NL01 cbs-jeugdhulp'],
  );
  assert.ok(!clienten.gebieden.some(({ code }) => code === 'NL01'));
});

test('a picture of a figure stands alone: title, source, release and address are in it', () => {
  const view = figureView(clienten, standaardKeuze(clienten), 'f');
  const { svg } = figurePicture(clienten, view, 'https://example.org/cijfer/clienten.html');
  for (const words of [view.titel, 'Bron: ', 'Release 2024-1', 'https://example.org/cijfer/clienten.html'])
    assert.ok(svg.includes(words), words);
});

test('quarters of many years stand under each other', () => {
  const muhp = dataOf(site, 'muhp') as FigureData;
  const view = figureView(muhp, standaardKeuze(muhp), 'f');
  assert.equal(view.table.rowHeader, 'Periode');
  assert.equal(view.table.rows.length, 12);
});

test('of a figure with years and quarters the years are shown, and the quarters when one of them is asked for', () => {
  const plaatsingen = dataOf(site, 'jeugdzorgplus-plaatsingen') as FigureData;
  const usual = standaardKeuze(plaatsingen);
  assert.deepEqual([usual.van, usual.tot], ['2020', '2024']);
  const { keuze } = readKeuze(plaatsingen, '?van=2023-Q2');
  assert.deepEqual([keuze.van, keuze.tot], ['2023-Q2', '2024-Q4'], 'to the last of their kind');
  const columns = (asked: Keuze) => figureView(plaatsingen, asked, 'f').raster.kolommen;
  assert.deepEqual(columns(usual), ['2020', '2021', '2022', '2023', '2024']);
  assert.equal(columns(keuze).length, 7);
  const tot = controlsOf(plaatsingen, keuze).find(({ naam }) => naam === 'tot');
  assert.equal(tot?.opties.length, 8);
});

test('every view is reached by some figure', () => {
  assert.deepEqual([...new Set(all.flatMap(weergavenOf))].sort(), [...WEERGAVEN].sort());
});

test('a course shows what is left after each moment, of the last period that was followed long enough', () => {
  const verloop = dataOf(site, 'duur-verloop') as FigureData;
  const keuze = standaardKeuze(verloop);
  assert.deepEqual(
    [keuze.weergave, keuze.periode],
    ['verloop', '2023'],
    '2024 is not known beyond half a year',
  );
  const view = figureView(verloop, keuze, 'f');
  assert.equal(view.titel, 'Verloop van de duur, begonnen in 2023');
  assert.deepEqual(view.table.groups[0]?.columns.slice(0, 2), ['na 91 dagen', 'na 182 dagen']);
  assert.match(
    view.boodschap[0] ?? '',
    /^Haaglanden: van wat in 2023 begon, loopt na 273 dagen nog \d\d,\d% en na 730 dagen nog/,
  );
  assert.match(view.chart.svg, /<title>Haaglanden, 91 dagen: 85,5%<\/title>/);
  const short = figureView(verloop, { ...keuze, periode: '2024' }, 'f');
  assert.match(short.boodschap[0] ?? '', /loopt na 91 dagen nog 85,5% en na 182 dagen nog/);
  assert.equal(controlsOf(verloop, keuze).find(({ naam }) => naam === 'variant')?.zichtbaar, false);
});

test('a change is shown by what made it, on both sides of zero, and is never said to have gone from one year to another', () => {
  const kosten = dataOf(site, 'kostenontwikkeling') as FigureData;
  const keuze = standaardKeuze(kosten);
  assert.equal(keuze.weergave, 'opbouw');
  const view = figureView(kosten, keuze, 'f');
  const spaced = (sentences: readonly string[]) => sentences.map((text) => text.replaceAll('\u00a0', ' '));
  assert.deepEqual(spaced(view.boodschap), [
    'In 2024 was het verschil met een jaar eerder in Haaglanden € −37,5 miljoen.',
    'Dat kwam het meest door: aantal cliënten (€ −97,8 miljoen) en volume per cliënt (€ 45,1 miljoen).',
  ]);
  const zero = Number(/<line x1="([\d.]+)" x2="\1"/.exec(view.chart.svg)?.[1]);
  const bars = [...view.chart.svg.matchAll(/<rect x="([\d.]+)"[^>]* width="([\d.]+)"[^>]*><title>([^<]*)/g)];
  const side = (name: string) => {
    const [, x, width] = bars.find(([, , , says]) => says?.startsWith(name)) ?? [];
    return [Number(x) >= zero - 0.1, Number(x) + Number(width) <= zero + 0.1];
  };
  assert.deepEqual(
    [side('Aantal'), side('Volume')],
    [
      [false, true],
      [true, false],
    ],
  );
  const jaren = figureView(kosten, { ...keuze, weergave: 'jaren', variant: 'verschil' }, 'f');
  assert.deepEqual(spaced(jaren.boodschap), ['Haaglanden: € −37,5 miljoen in 2024.']);
});

test('ways from one type of care to another stand in a matrix, and in the table by an arrow', () => {
  const doorstroom = dataOf(site, 'doorstroom') as FigureData;
  const view = figureView(doorstroom, { ...standaardKeuze(doorstroom), weergave: 'delen' }, 'f');
  assert.match(view.titel, /^Doorstroom tussen soorten hulp, 2024$/);
  assert.ok(
    view.table.rows.some(
      ({ label }) => label === 'Generalistische basis-ggz → Specialistische ggz (zonder dyslexie)',
    ),
  );
  assert.match(view.chart.svg, /<title>Generalistische basis-ggz, Specialistische ggz: 100<\/title>/);
  assert.match(view.chart.svg, />geheim</);
});

test('a table with more areas than its drawing has room for says so', () => {
  const areas = ['H8', 'GM0503', 'GM0603'];
  const keuze: Keuze = {
    ...standaardKeuze(clienten),
    weergave: 'delen',
    splitsing: 'type',
    vergelijk: areas,
  };
  const told = (vergelijk: readonly string[]) =>
    figureView(clienten, { ...keuze, vergelijk }, 'f').noten.some((noot) =>
      noot.includes('plaats voor drie'),
    );
  assert.deepEqual([told(areas), told(areas.slice(1))], [true, false]);
});
