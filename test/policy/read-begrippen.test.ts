// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { OperatorError, TYPEN_JEUGDHULP } from '../../src/contract/index.ts';
import { readBegrippen, readYaml } from '../../src/policy/index.ts';
import { indicatorIds } from '../indicators/definitions.ts';
import { projectRoot } from '../project-root.ts';

const file = 'indicatoren/begrippen.yaml';
const text = readFileSync(join(projectRoot, file), 'utf8');
const begrippen = readBegrippen(readYaml(file, text), indicatorIds);
const ids = begrippen.map(({ id }) => id);

test('every indicator and every type of care is explained, by a term of its own or by one that leads to it', () => {
  const led = new Set([...ids, ...begrippen.flatMap(({ zie }) => zie)]);
  assert.deepEqual(
    [...indicatorIds, ...TYPEN_JEUGDHULP].filter((id) => !led.has(id)),
    [],
  );
});

test('every term is used: by a chapter, an indicator or another term', () => {
  const named = new Set(begrippen.flatMap(({ zie }) => zie));
  const unused = begrippen.filter(
    ({ id, hoofdstukken, zie }) =>
      hoofdstukken.length === 0 && !named.has(id) && ![id, ...zie].some((one) => indicatorIds.includes(one)),
  );
  assert.deepEqual(unused, []);
});

test('the glossaries of chapters 4, 5 and 6 hold the terms that those of the monitor explain', () => {
  const inChapter = (chapter: number) =>
    begrippen.filter(({ hoofdstukken }) => hoofdstukken.includes(chapter)).map(({ id }) => id);
  const asked: Readonly<Record<number, readonly string[]>> = {
    4: [
      ...['jeugdbescherming', 'ots', 'voogdij', 'jeugdreclassering', 'cit', 'start-raadsonderzoek'],
      ...['geen-raadsonderzoek', 'uitgesteld-raadsonderzoek', 'reeds-in-onderzoek', 'besluit-overig'],
    ],
    5: ['kdc', 'respijtzorg', 'integrale-vroeghulp'],
    6: ['sbo', 'so', 'cluster-3', 'cluster-4', 'praktijkonderwijs', 'samenwerkingsverband', 'regioschool'],
  };
  for (const [chapter, terms] of Object.entries(asked)) {
    const held = inChapter(Number(chapter));
    assert.deepEqual(
      terms.filter((id) => !held.includes(id)),
      [],
    );
  }
});

test('no term has the name of another, in either language', () => {
  for (const language of ['nl', 'en'] as const) {
    const names = begrippen.map(({ term }) => term[language].toLowerCase());
    assert.deepEqual(
      names.filter((name, index) => names.indexOf(name) !== index),
      [],
    );
  }
});

test('every mistake is told at once, with line, column and a hint', () => {
  const broken = `- id: ots
  term: { nl: Ondertoezichtstelling }
  uitleg: { nl: a, en: b }
  hoofdstukken: [vier]
  zie: [voogdi]
- id: ots
  therm: { nl: x, en: y }
  uitleg: { nl: a, en: b }
- id: voogdij
  term: { nl: Voogdij, en: Guardianship }
  uitleg: { nl: a, en: b }
  hoofdstukken: []
`;
  assert.throws(
    () => readBegrippen(readYaml('b.yaml', broken), ['uitval']),
    (error: unknown) => {
      assert.ok(error instanceof OperatorError);
      const told = error.problems.map(({ code, place }) => `${code} ${place}`);
      for (const expected of [
        'policy.missing b.yaml:2:3',
        'policy.wrong-value b.yaml:4:18',
        'policy.unknown-term b.yaml:5:9',
        'policy.duplicate b.yaml:6:3',
        'policy.unknown-key b.yaml:7:3',
        'policy.missing b.yaml:6:3',
      ])
        assert.ok(told.includes(expected), `${expected} is among:\n${told.join('\n')}`);
      assert.match(error.message, /did you mean voogdij\?/);
      return true;
    },
  );
});
