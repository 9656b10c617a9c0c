// SPDX-License-Identifier: EUPL-1.2
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gatherBytes } from './gather.ts';
import { type Mutant, mutate, parseKnoop, seeded } from './mutate.ts';
import { officialSamples, xsdPath } from './samples.ts';

/** A mutated message on which our level 1 and the official schema do not agree. */
export interface Disagreement {
  readonly soort: string;
  readonly what: string;
  readonly xsd: string;
  readonly wij: readonly string[];
}

/** Consequences of another finding, or of a value that the schema allows and no calendar or counter can hold. */
const CONSEQUENCES = new Set(['ijw.rij-onleesbaar', 'ijw.kop-onleesbaar']);

async function level1(text: string): Promise<string[]> {
  const oogst = await gatherBytes(text);
  return oogst.findings
    .filter((finding) => finding.retourcode === undefined && !CONSEQUENCES.has(finding.code))
    .map((finding) => finding.code);
}

/** What the official schema says of each document: empty when valid, else its first error. */
function xmllintVerdicts(schema: string, texts: readonly string[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'ijw-diff-'));
  try {
    const names = texts.map((text, index) => {
      writeFileSync(join(folder, `${index}.xml`), text);
      return `${index}.xml`;
    });
    const run = spawnSync('xmllint', ['--noout', '--schema', schema, ...names], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1024 ** 3,
    });
    const errors = new Map<string, string>();
    const valid = new Set<string>();
    for (const line of run.stderr.split('\n')) {
      const name = /^(\d+\.xml)/.exec(line)?.[1];
      if (name === undefined) continue;
      if (line === `${name} validates`) valid.add(name);
      else if (!errors.has(name)) errors.set(name, line);
    }
    return names.map((name) => (valid.has(name) ? '' : (errors.get(name) ?? 'rejected')));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Mutates every official sample of a release `perMessage` times and compares verdicts. */
export async function compareVerdicts(
  release: '2.3' | '3.2',
  perMessage: number,
  seed: number,
): Promise<{ readonly compared: number; readonly invalid: number; readonly disagreements: Disagreement[] }> {
  const disagreements: Disagreement[] = [];
  let compared = 0;
  let invalid = 0;
  for (const { soort, path } of officialSamples(release)) {
    const random = seeded(seed + Number(soort.slice(2)));
    const root = parseKnoop(readFileSync(path, 'utf8'));
    const mutants: Mutant[] = Array.from({ length: perMessage }, () => mutate(root, random));
    const texts = mutants.map((mutant) => mutant.text);
    const verdicts = xmllintVerdicts(xsdPath(release, soort), texts);
    for (const [index, { text, what }] of mutants.entries()) {
      const xsd = verdicts[index] ?? '';
      const wij = await level1(text);
      compared++;
      if (xsd !== '') invalid++;
      if ((xsd === '') !== (wij.length === 0)) disagreements.push({ soort, what, xsd, wij });
    }
  }
  return { compared, invalid, disagreements };
}
