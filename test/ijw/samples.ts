// SPDX-License-Identifier: EUPL-1.2
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BerichtInhoud, BerichtWaarde } from '../../src/ijw/index.ts';
import { sharedRoot } from '../project-root.ts';

export const ijwShared = join(sharedRoot, 'ijw');

/** Reason to skip a test that needs the official files; false when they are here. */
export const withoutSamples = existsSync(ijwShared)
  ? false
  : 'shared/ijw (official samples and schemas) is not here';

/** Reason to skip a test that needs xmllint. */
export const withoutXmllint =
  withoutSamples || (spawnSync('xmllint', ['--version']).error ? 'xmllint is not installed' : false);

export function xsdPath(release: '2.3' | '3.2', soort: string): string {
  return join(ijwShared, 'samples', `ijw-${release}`, 'xsd', `${soort}.xsd`);
}

/** Official messages of a release, by name: `JW301`. */
export function officialSamples(release: '2.3' | '3.0' | '3.2'): { soort: string; path: string }[] {
  const folder = join(ijwShared, 'samples', `ijw-${release}`, 'xml');
  return readdirSync(folder).map((name) => ({ soort: name.replace('.xml', ''), path: join(folder, name) }));
}

/** The example messages that were made for this project. */
export function ownExamples(): string[] {
  const folder = join(ijwShared, 'examples');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.xml'))
    .map((name) => join(folder, name));
}

/** A simple XML document as nested plain objects, without its root. Only for well-formed test files without attributes below the root. */
export function parseInhoud(path: string): BerichtInhoud {
  const text = readFileSync(path, 'utf8').replace(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>/g, '');
  const stack: Map<string, BerichtWaarde[]>[] = [new Map()];
  let value = '';
  let leaf = false;
  for (const [, slash, name = '', data] of text.matchAll(/<(\/?)(?:\w+:)?(\w+)[^>]*>|([^<]+)/g)) {
    if (data !== undefined) value = data.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
    else if (slash === '') {
      stack.push(new Map());
      leaf = true;
      value = '';
    } else {
      const kinderen = stack.pop() ?? new Map();
      const item = leaf ? value : inhoudOf(kinderen);
      const ouder = stack.at(-1) ?? new Map();
      ouder.set(name, [...(ouder.get(name) ?? []), item]);
      leaf = false;
    }
  }
  const [root] = stack[0]?.get('Bericht') ?? [];
  return root as BerichtInhoud;
}

function inhoudOf(kinderen: Map<string, BerichtWaarde[]>): BerichtInhoud {
  return Object.fromEntries(
    [...kinderen].map(([naam, items]) => [naam, items.length === 1 ? items[0] : (items as BerichtInhoud[])]),
  );
}
