// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BerichtSoort } from '../../src/contract/index.ts';
import { elementAt, elementTree } from '../../src/ijw/element-tree.ts';
import { type BerichtInhoud, REGELS, writeBericht } from '../../src/ijw/index.ts';
import { GOED, goed } from './berichten.ts';
import { gatherBytes } from './gather.ts';

const RULES = new Set(REGELS.map((regel) => regel.code));
/** What follows from a missing element, beside the finding for it: sums no longer fit, the row or header cannot be made. */
const CONSEQUENCES = new Set(['TR358', 'TR342', 'TR061', 'ijw.rij-onleesbaar', 'ijw.kop-onleesbaar']);

type Pad = readonly (string | number)[];

function pathsOf(value: unknown, pad: Pad = []): Pad[] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, child]) => {
    const step = Array.isArray(value) ? Number(key) : key;
    return [[...pad, step], ...pathsOf(child, [...pad, step])];
  });
}

function without(inhoud: BerichtInhoud, pad: Pad): BerichtInhoud {
  const copy = structuredClone(inhoud);
  let at: Record<string, unknown> = copy as Record<string, unknown>;
  for (const step of pad.slice(0, -1)) at = at[step] as Record<string, unknown>;
  const last = pad.at(-1) ?? '';
  if (Array.isArray(at)) at.splice(Number(last), 1);
  else delete at[last];
  return copy;
}

test('a missing mandatory element is one finding at its place, and nothing that does not follow from it', async () => {
  let judged = 0;
  for (const soort of Object.keys(GOED) as BerichtSoort[]) {
    const tree = elementTree('3.2', soort);
    const good = goed(soort);
    for (const pad of pathsOf(good).filter((path) => typeof path.at(-1) === 'string')) {
      const name = pad.filter((step) => typeof step === 'string').join('/');
      const element = elementAt(tree, name);
      if (!element?.ouder?.verplicht.includes(element)) continue;
      const oogst = await gatherBytes(writeBericht('3.2', soort, without(good, pad)));
      const missing = oogst.findings.filter((finding) => finding.code === 'ijw.element-ontbreekt');
      assert.deepEqual(
        missing.map((finding) => finding.place.path?.replace(/\[\d+\]/g, '')),
        [`Bericht/${name}`],
        `${soort} ${name}`,
      );
      const others = oogst.findings
        .map((finding) => finding.code)
        .filter((code) => code !== 'ijw.element-ontbreekt');
      assert.deepEqual(
        others.filter((code) => !CONSEQUENCES.has(code)),
        [],
        `${soort} ${name}`,
      );
      judged++;
    }
  }
  assert.ok(judged > 150, `${judged} elements`);
});

test('an unknown element, an empty one and one that comes twice are one finding each', async () => {
  for (const soort of Object.keys(GOED) as BerichtSoort[]) {
    const text = Buffer.from(writeBericht('3.2', soort, goed(soort))).toString();
    const leaf = /<(\w+:Identificatie)>.*?<\/\1>/.exec(text)?.[0] ?? '';
    const cases: readonly (readonly [string, string])[] = [
      [text.replace(leaf, `${leaf}<onbekend>tekst</onbekend>`), 'ijw.element-onbekend'],
      [text.replace(leaf, `${leaf}${leaf}`), 'ijw.element-dubbel'],
      [text.replace(/(<ijw:BerichtXsdVersie>).*?</, '$1<'), 'RS033'],
    ];
    for (const [changed, code] of cases) {
      const codes = (await gatherBytes(changed)).findings.map((finding) => finding.code);
      assert.deepEqual(codes, [code], soort);
      assert.equal(RULES.has(code), false);
    }
  }
});
