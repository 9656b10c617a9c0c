// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gebiedenOf } from '../../src/disclose/gebieden.ts';
import type { Getal } from '../../src/disclose/getallen.ts';
import { keyOf } from '../../src/disclose/getallen.ts';
import { gewichten } from '../../src/disclose/gewicht.ts';
import { protect } from '../../src/disclose/index.ts';
import { regio } from './op-proef.ts';
import { CLIENTEN } from './voorbeeld-opbouw.ts';
import { rij, tabel } from './voorbeeld-release.ts';

const TYPEN = ['cit', 'dyslexie', 'lvb', 'pleegzorg', 'jeugd-ggz'];
const VEEL = 50;

/** Clients of one gemeente per type, so few of one type a year; children are in one type each. */
function perType(klein: Readonly<Record<number, string>>) {
  const teller = { ...CLIENTEN, delen: { ...CLIENTEN.delen, dimensie: 'som' } } as const;
  const opbouw = [{ variant: '', vorm: 'waarde', teller }] as const;
  const cellen = Object.entries(klein).map(([jaar, type]) => ({ jaar: Number(jaar), type }));
  const code = 'GM0603';
  const rows = cellen.flatMap(({ jaar, type: few }) =>
    TYPEN.map((type) => rij('clienten', '', { code, jaar, type }, type === few ? 4 : VEEL)),
  );
  const totals = cellen.map(({ jaar }) => rij('clienten', '', { code, jaar }, 4 + (TYPEN.length - 1) * VEEL));
  return [
    tabel('clienten', 'unieke cliënten', ['type'], rows, opbouw),
    tabel('clienten', 'unieke cliënten', [], totals, opbouw),
  ];
}

test('of two figures that would do, the one is hidden whose series has a hole already', async () => {
  for (const [first, second] of [
    ['pleegzorg', 'lvb'],
    ['jeugd-ggz', 'dyslexie'],
  ] as const) {
    const tables = perType({ 2022: first, 2023: second });
    const { geheimhouding } = await protect({ tables, regio, zone: 'open' });
    const types = geheimhouding.cellen.map(({ periode, dimensies }) => `${periode} ${dimensies.type}`);
    assert.deepEqual(
      types.sort(),
      [`2022 ${first}`, `2022 ${second}`, `2023 ${first}`, `2023 ${second}`].sort(),
    );
  }
});

test('kept first: the newest year, then the base year, then the others; region, groups, gemeenten; totals', () => {
  const getal = (gebied: string, periode: string, type?: string): Getal => ({
    grootheid: CLIENTEN,
    periode,
    gebied,
    dimensies: type === undefined ? [] : [['type', type]],
    value: VEEL,
  });
  const volgorde = [
    [getal('H9', '2022'), getal('H3', '2022'), getal('GM0603', '2022'), getal('GM0603', '2022', 'lvb')],
    [getal('GM0603', '2024'), getal('GM0603', '2020'), getal('GM0603', '2022')],
  ];
  for (const given of volgorde) {
    const getallen = new Map(given.map((one) => [keyOf(one), one]));
    const gewicht = gewichten(getallen, new Map(), gebiedenOf(regio), regio);
    const weights = given.map(gewicht);
    assert.ok(
      weights.every((weight, at) => at === 0 || weight < (weights[at - 1] ?? 0)),
      weights.join(' > '),
    );
  }
});
