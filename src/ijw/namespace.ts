// SPDX-License-Identifier: EUPL-1.2
import type { BerichtSoort, IjwRelease } from '../contract/index.ts';
import { BERICHT_CODES, IJW_RELEASES } from './release-tree.ts';

/** Namespace of a message, or of the elements that all messages share (`basis`). */
export function namespaceOf(release: IjwRelease, zone: 'basis' | BerichtSoort): string {
  const schema = zone === 'basis' ? 'basisschema' : zone.toLowerCase();
  return `http://www.istandaarden.nl/ijw/${release.replace('.', '_')}/${schema}/schema`;
}

/** What a root namespace says; `standaard` may be another one (iWmo), and the message or release one that iJw does not know. */
export interface BerichtNaam {
  readonly standaard: string;
  readonly soort: string;
  readonly release: string;
}

const MAX_NAMES = 256;
const names = new Map<string, BerichtNaam>();

/** Reads a root namespace of an iStandaard; undefined for anything else. */
export function parseNamespace(uri: string): BerichtNaam | undefined {
  const known = names.get(uri);
  if (known !== undefined) return known;
  const match =
    /^https?:\/\/www\.istandaarden\.nl\/(i[a-z]+)\/(\d+)_(\d+)\/([a-z]+\d{3})\/schema(?:\/[\d_]+)?$/.exec(
      uri,
    );
  if (!match) return undefined;
  const [, standaard = '', versie, subversie, soort = ''] = match;
  const name = { standaard, soort: soort.toUpperCase(), release: `${versie}.${subversie}` };
  if (names.size < MAX_NAMES) names.set(uri, name);
  return name;
}

export function isBerichtSoort(soort: string): soort is BerichtSoort {
  return Object.hasOwn(BERICHT_CODES, soort);
}

export function isIjwRelease(release: string): release is IjwRelease {
  return (IJW_RELEASES as readonly string[]).includes(release);
}

/** Message of a BerichtCode; undefined when no iJw message has it. */
export function soortOfCode(code: string): BerichtSoort | undefined {
  const found = Object.entries(BERICHT_CODES).find(([, codes]) => codes.includes(code));
  return found?.[0] as BerichtSoort | undefined;
}
