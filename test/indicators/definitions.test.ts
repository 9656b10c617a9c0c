// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { OperatorError } from '../../src/contract/index.ts';
import { checkDefinition, planRequest } from '../../src/indicators/index.ts';
import { readYaml } from '../../src/policy/index.ts';
import { definitionOf, indicatorenRoot, indicatorIds } from './definitions.ts';
import { voorbeeldregio } from './voorbeeldregio.ts';

function problemsOf(text: string) {
  try {
    checkDefinition(readYaml('x.yaml', text));
  } catch (error) {
    if (error instanceof OperatorError) return error.problems;
    throw error;
  }
  return [];
}

/** The published file of an indicator with one change, and the problems that it then has. */
function problemsWith(id: string, was: string, becomes: string) {
  const text = readFileSync(join(indicatorenRoot, id, '2020-01-01.yaml'), 'utf8');
  assert.ok(text.includes(was), `${id} says ${was}`);
  return problemsOf(text.replace(was, becomes)).map(({ code, subject }) => `${code} ${subject}`);
}

test('every definition in indicatoren/ is right, and its folder and file name say which it is', () => {
  for (const id of indicatorIds) {
    const versions = readdirSync(join(indicatorenRoot, id)).filter((name) =>
      /^\d{4}-\d\d-\d\d\.yaml$/.test(name),
    );
    assert.ok(versions.length > 0, `${id} has a version`);
    for (const version of versions) {
      const file = join(indicatorenRoot, id, version);
      const geldigVanaf = version.replace('.yaml', '');
      const plek = { id, geldigVanaf, indicatoren: indicatorIds };
      assert.equal(checkDefinition(readYaml(file, readFileSync(file, 'utf8')), plek).id, id);
    }
  }
});

test('kosten-boven-grens has two variants, and a threshold of € 10.000 over the whole area', () => {
  const definition = definitionOf('kosten-boven-grens');
  assert.deepEqual(
    definition.varianten.map(({ id, teller, noemer }) => [id, teller.maat, noemer?.maat]),
    [
      ['clienten', 'clienten-boven-grens', 'clienten'],
      ['uitgaven', 'uitgaven-boven-grens', 'uitgaven'],
    ],
  );
  assert.deepEqual(
    definition.parameters.map(({ naam, standaard }) => [naam, standaard]),
    [
      ['drempel-cents', 1_000_000],
      ['drempel-over', 'gebied'],
      ['drempel-index', 'nee'],
    ],
  );
});

test('every mistake in a definition is told at once, with its place and what to do', () => {
  const right = readFileSync(join(indicatorenRoot, 'kosten-boven-grens', '2020-01-01.yaml'), 'utf8');
  const broken = right
    .replace('eenheid: aandeel', 'eenheid: procent')
    .replace('gevoelig-voor:', 'gevoelig_voor:')
    .replace('geslacht', 'geslagt')
    .replace('maat: clienten-boven-grens', 'maat: clienten-boven-grenz')
    .replace('standaard: 1000000', 'standaard: 10.000,00');
  assert.deepEqual(
    problemsOf(broken).map(({ code, subject }) => `${code} ${subject}`),
    [
      'policy.unknown-key gevoelig_voor',
      'policy.wrong-value varianten.clienten.teller.maat',
      'policy.wrong-value eenheid',
      'policy.wrong-value dimensies.5',
      'policy.wrong-value parameters.drempel-cents.standaard',
    ],
  );
  const mistyped = problemsOf(broken).find(({ subject }) => subject === 'dimensies.5');
  assert.match(mistyped?.remedy ?? '', /did you mean geslacht\?/);
  const line = broken.split('\n').findIndex((text) => text.includes('geslagt')) + 1;
  assert.match(mistyped?.place ?? '', new RegExp(`^x\\.yaml:${line}:\\d+$`));
});

test('a measure without its parameter, and a parameter without its measure, are mistakes', () => {
  const clienten = readFileSync(join(indicatorenRoot, 'clienten', '2020-01-01.yaml'), 'utf8');
  const without = clienten.replace('maat: clienten', 'maat: clienten-boven-grens');
  assert.deepEqual(
    problemsOf(without).map(({ code, subject }) => `${code} ${subject}`),
    [
      'policy.missing parameters.drempel-cents',
      'policy.missing parameters.drempel-over',
      'policy.missing parameters.drempel-index',
    ],
  );
  const superfluous = `${clienten}parameters:\n  drempel-over: { standaard: cel, nl: x, en: x }\n`;
  assert.deepEqual(
    problemsOf(superfluous).map(({ code, subject }) => `${code} ${subject}`),
    ['policy.wrong-value parameters.drempel-over'],
  );
});

test('the words of a definition follow its parameters, and a name that is no parameter is a mistake', () => {
  const path = join(indicatorenRoot, 'terugkeer', '2020-01-01.yaml');
  const text = readFileSync(path, 'utf8');
  const words = (changed: string) => checkDefinition(readYaml('x.yaml', changed)).telt;
  assert.match(words(text).nl, /31 tot en met 365 dagen later/);
  const shorter = words(text.replace('standaard: 365', 'standaard: 180'));
  assert.match(shorter.nl, /31 tot en met 180 dagen later/);
  assert.match(shorter.en, /31 to 180 days later/);
  const mistaken = problemsOf(text.replaceAll('{return-window-days}', '{return-windows-days}'));
  assert.deepEqual([...new Set(mistaken.map(({ code }) => code))], ['policy.wrong-value']);
  assert.match(mistaken[0]?.remedy ?? '', /\{return-windows-days\} is no parameter.*return-window-days/);
});

test('one fault is one problem: what leans on it is not told too', () => {
  const faults: readonly (readonly [string, string, string, string])[] = [
    ['uitval', 'populatie:', 'populaatie:', 'policy.unknown-key populaatie'],
    ['uitval', 'populatie:\n  nl:', 'populatie:\n  nederlands:', 'policy.unknown-key populatie.nederlands'],
    ['clienten', 'maat: clienten', 'maat: clientjes', 'policy.wrong-value teller.maat'],
    [
      'terugkeer',
      'maat: momenten-met-terugkeer',
      'maat: momenten',
      'policy.wrong-value varianten.R3.teller.maat',
    ],
    ['uitgaven-per-client', 'noemer:', '# noemer:', 'policy.missing noemer'],
    ['uitgaven-per-client', 'berekening: verhouding', 'berekening: deling', 'policy.wrong-value berekening'],
    [
      'duur-verloop',
      'berekening: overleving',
      'berekening: rest',
      'policy.wrong-value varianten.nog-91.berekening',
    ],
    [
      'terugkeer',
      '  return-window-days:',
      '  return-windows-days:',
      'policy.unknown-key parameters.return-windows-days',
    ],
    ['clienten', 'perioden:', '# perioden:', 'policy.missing perioden'],
  ];
  for (const [id, was, becomes, told] of faults)
    assert.deepEqual(problemsWith(id, was, becomes), [told], `${id}: ${becomes}`);
});

test('two faults in one mapping are two problems', () => {
  assert.deepEqual(problemsWith('clienten', 'eenheid:', 'kleur:'), [
    'policy.unknown-key kleur',
    'policy.missing eenheid',
  ]);
});

test('a dimension that what is counted does not have, is a mistake with its place', () => {
  assert.deepEqual(problemsWith('clienten', 'dimensies: [type', 'dimensies: [zorgvorm, type'), [
    'policy.wrong-value dimensies.0',
  ]);
});

test('a definition says what its folder and file are called, and names only indicators that exist', () => {
  const text = readFileSync(join(indicatorenRoot, 'uitval', '2020-01-01.yaml'), 'utf8');
  const plek = { id: 'uitval', geldigVanaf: '2020-01-01', indicatoren: indicatorIds };
  const told = (was: string, becomes: string) => {
    try {
      checkDefinition(readYaml('uitval/2020-01-01.yaml', text.replace(was, becomes)), plek);
    } catch (error) {
      if (error instanceof OperatorError) return error.problems;
      throw error;
    }
    return [];
  };
  assert.deepEqual(told('', ''), []);
  const lines = text.split('\n');
  for (const [was, becomes, remedy] of [
    ['id: uitval', 'id: uitstroom', /write uitval, the name of its folder/],
    ['geldig-vanaf: "2020-01-01"', 'geldig-vanaf: "2021-01-01"', /write "2020-01-01", the name of its file/],
    ['naast: [uitval-redenen]', 'naast: [uitval-reden]', /did you mean uitval-redenen\?/],
  ] as const) {
    const [problem, ...more] = told(was, becomes);
    assert.deepEqual(more, []);
    assert.equal(problem?.code, 'policy.wrong-value');
    assert.match(problem.remedy, remedy);
    const line = lines.findIndex((one) => one.startsWith(was)) + 1;
    assert.match(problem.place ?? '', new RegExp(`^uitval/2020-01-01\\.yaml:${line}:\\d+$`));
  }
});

test('the name of a variant follows the parameters too', () => {
  const text = readFileSync(join(indicatorenRoot, 'terugkeer', '2020-01-01.yaml'), 'utf8');
  const nameOf = (changed: string) =>
    checkDefinition(readYaml('x.yaml', changed)).varianten.find(({ id }) => id === 'R3')?.naam.nl;
  assert.equal(nameOf(text), 'Binnen 365 dagen na uitstroom');
  assert.equal(nameOf(text.replace('standaard: 365', 'standaard: 180')), 'Binnen 180 dagen na uitstroom');
});

test('a variant has its own status and interval where they differ', () => {
  const statuses = definitionOf('duur').varianten.map(({ id, status }) => [id, status]);
  assert.deepEqual(statuses.slice(0, 3), [
    ['D1', undefined],
    ['D2', 'voorgesteld'],
    ['D3', 'voorgesteld'],
  ]);
  const intervals = definitionOf('verwijzer-afgeleid').varianten.map(({ id, interval }) => [id, interval]);
  assert.deepEqual(intervals, [
    ['clienten', 'wilson'],
    ['uitgaven', undefined],
    ['trajecten', 'wilson'],
  ]);
  const plans = planRequest(
    { indicator: 'verwijzer-afgeleid', dimensies: [], perioden: ['2023'], samenstelling: 'restated' },
    voorbeeldregio,
    definitionOf('verwijzer-afgeleid'),
  );
  assert.deepEqual(
    plans.map(({ interval, varianten }) => [interval, varianten.map(({ id }) => id)]),
    [
      ['wilson', ['clienten', 'trajecten']],
      [undefined, ['uitgaven']],
    ],
  );
});

test('an interval of amounts or days is a mistake', () => {
  const text = readFileSync(join(indicatorenRoot, 'verwijzer-afgeleid', '2020-01-01.yaml'), 'utf8');
  const everywhere = text.replaceAll('    interval: wilson\n', '').concat('interval: wilson\n');
  assert.deepEqual(
    problemsOf(everywhere).map(({ code, subject }) => `${code} ${subject}`),
    ['policy.wrong-value interval'],
  );
});
