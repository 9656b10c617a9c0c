// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { OperatorError, plainDate } from '../../src/contract/index.ts';
import { readRegio, readYaml } from '../../src/policy/index.ts';
import { projectRoot } from '../project-root.ts';

const template = readFileSync(join(projectRoot, 'regio', 'haaglanden', 'regio.yaml'), 'utf8');

function problemsOf(text: string) {
  try {
    readRegio(readYaml('regio.yaml', text));
  } catch (error) {
    if (error instanceof OperatorError) return error.problems;
    throw error;
  }
  return [];
}

test('the Haaglanden template reads as nine gemeenten, four groups and Voorschoten until 2024', () => {
  const regio = readRegio(readYaml('regio.yaml', template));
  const without = regio.gemeenten.filter((gemeente) => gemeente.tot === undefined);
  assert.equal(without.length, 9);
  assert.deepEqual(
    regio.groepen.map((groep) => [groep.code, groep.gemeenten.length]),
    [
      ['H3', 3],
      ['H5', 5],
      ['H8', 8],
      ['H9', 9],
    ],
  );
  assert.equal(regio.gemeenten.find((gemeente) => gemeente.code === 'GM0626')?.tot, plainDate(2023, 12, 31));
  assert.equal(regio.drempels.kostenGrensCents, 1_000_000);
  assert.equal(regio.geheimhouding.open.verbergTotEnMet, 9);
});

test('every problem of a file is reported at once, with its place', () => {
  const broken = template
    .replace('basisjaar: 2020', 'basisjaar: soon')
    .replace('code: GM0518, naam: Den Haag', 'code: 0518, naam: Den Haag')
    .replace('overbrugd: true', 'overburgd: true')
    .replace('gemeenten: [GM0518, GM1916, GM0603]', 'gemeenten: [GM0518, GM9999, GM0603]');
  const problems = problemsOf(broken);
  const found = problems.map((problem) => `${problem.code} ${problem.subject}`);
  for (const expected of [
    'policy.wrong-type gemeenten.1.code',
    'policy.wrong-value basisjaar',
    'policy.unknown-gemeente groepen.0.gemeenten.1',
    'policy.unknown-key breuken.1.overburgd',
  ]) {
    assert.ok(found.includes(expected), `${expected} is among:\n${found.join('\n')}`);
  }
  assert.ok(!found.includes('policy.missing breuken.1.overbrugd'), 'what is misspelt is not missed too');
  assert.ok(
    problems.some(
      (problem) => problem.code === 'policy.unknown-key' && /did you mean overbrugd/.test(problem.remedy),
    ),
  );
  assert.ok(problems.every((problem) => /^regio\.yaml:\d+:\d+$/.test(problem.place ?? '')));
});

test('a syntax error names line and column', () => {
  const problems = problemsOf('naam: [Haaglanden\ncode: JZ24\n');
  assert.equal(problems[0]?.code, 'policy.yaml-syntax');
  assert.match(problems[0]?.place ?? '', /^regio\.yaml:\d+:\d+$/);
});

test('a region may say how severe it finds a rule, and only so', () => {
  const ernst = 'ernst:\n  TR346: info\n  store.start-laat: uit\n';
  assert.deepEqual(readRegio(readYaml('regio.yaml', `${template}\n${ernst}`)).ernst, {
    TR346: 'info',
    'store.start-laat': 'uit',
  });
  assert.equal('ernst' in readRegio(readYaml('regio.yaml', template)), false);
  const wrong = problemsOf(`${template}\n${ernst.replace('info', 'erg').replace('store.', 'winkel.')}`);
  assert.deepEqual(
    wrong.map(({ code, subject }) => `${code} ${subject}`),
    ['policy.wrong-value ernst.winkel.start-laat', 'policy.wrong-value ernst.TR346'],
  );
});

test('ambitions name their figures, and a wrong direction or split is a problem at its place', () => {
  const { ambities = [] } = readRegio(readYaml('regio.yaml', template));
  assert.equal(ambities.length, 5);
  assert.deepEqual(ambities[0]?.indicatoren[2], {
    indicator: 'clienten',
    splitsing: { type: 'pleegzorg' },
    richting: 'volgen',
  });
  const wrong = problemsOf(
    template
      .replace(
        'splitsing: { type: pleegzorg }, richting: volgen',
        'splitsing: { tipe: x }, richting: vooruit',
      )
      .replace('id: onderwijs', 'id: wachttijden'),
  );
  assert.deepEqual(wrong.map(({ code, subject }) => `${code} ${subject}`).sort(), [
    'policy.duplicate ambities.3.id',
    'policy.unknown-key ambities.0.indicatoren.2.splitsing.tipe',
    'policy.wrong-value ambities.0.indicatoren.2.richting',
  ]);
});

test('a house style is a name', () => {
  assert.equal(readRegio(readYaml('regio.yaml', `${template}\nthema: rivierduin\n`)).thema, 'rivierduin');
  assert.equal(problemsOf(`${template}\nthema: ../elders\n`)[0]?.subject, 'thema');
});

test('a region may say who publishes and where, with an address that can hold releases', () => {
  const { uitgever, adres } = readRegio(readYaml('regio.yaml', template));
  assert.match(uitgever?.naam ?? '', /fictie/);
  assert.equal(adres, 'https://example.org/regiovisie/');
  const wrong = problemsOf(
    template
      .replace('adres: https://example.org/regiovisie/', 'adres: http://example.org/regiovisie')
      .replace('email: monitor@example.org', 'email: monitor')
      .replace('  pagina: https://example.org/contact\n', '  telefoon: "14070"\n'),
  );
  assert.deepEqual(wrong.map(({ code, subject }) => `${code} ${subject}`).sort(), [
    'policy.missing uitgever.pagina',
    'policy.unknown-key uitgever.telefoon',
    'policy.wrong-value adres',
    'policy.wrong-value uitgever.email',
  ]);
});

test('a gemeente may have its place on the tile map, and a place is a row and a column', () => {
  const { gemeenten } = readRegio(readYaml('regio.yaml', template));
  assert.deepEqual(gemeenten.find(({ naam }) => naam === 'Delft')?.tegel, { rij: 4, kolom: 2 });
  assert.equal(gemeenten.find(({ naam }) => naam === 'Voorschoten')?.tegel, undefined);
  const wrong = problemsOf(template.replace('tegel: [4, 2]', 'tegel: [4, 0, 2]'));
  assert.deepEqual(
    wrong.map(({ code, subject }) => `${code} ${subject}`),
    ['policy.wrong-value gemeenten.0.tegel', 'policy.wrong-value gemeenten.0.tegel.1'],
  );
});

test('what anyone may see is never protected less than what colleagues may see', () => {
  const weaker = {
    verberg_tot_en_met: [9, 3],
    afronding: [0, 0],
    minimum_noemer: [50, 9],
    minimum_bijdragers: [10, 2],
    dominantie: [0.5, 0.9],
    p_procent: [10, 0],
    interval_breedte: [5, 1],
    bedrag_bescherming: [0.1, 0],
  };
  const [before = '', open = ''] = template.split('geheimhouding:\n  open:\n');
  const [ours = '', intern = ''] = open.split('  intern:\n');
  for (const [key, [is, less]] of Object.entries(weaker)) {
    const line = `    ${key}: ${is}\n`;
    assert.ok(ours.includes(line), key);
    const text = `${before}geheimhouding:\n  open:\n${ours.replace(line, `    ${key}: ${less}\n`)}  intern:\n${intern}`;
    const expected = ['afronding', 'p_procent', 'bedrag_bescherming'].includes(key)
      ? []
      : [`policy.wrong-value geheimhouding.open.${key}`];
    assert.deepEqual(
      problemsOf(text).map(({ code, subject }) => `${code} ${subject}`),
      expected,
    );
  }
  const noZeros = `${before}geheimhouding:\n  open:\n${ours}  intern:\n${intern.replace('toon_nul: true', 'toon_nul: false').replace('p_procent: 0', 'p_procent: 20')}`;
  assert.deepEqual(
    problemsOf(noZeros).map(({ subject }) => subject),
    ['geheimhouding.open.p_procent', 'geheimhouding.open.toon_nul'],
  );
});
