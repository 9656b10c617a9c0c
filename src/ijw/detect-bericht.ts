// SPDX-License-Identifier: EUPL-1.2
import type { BerichtSoort, IjwRelease, Severity } from '../contract/index.ts';
import { isBerichtSoort, isIjwRelease, parseNamespace, soortOfCode } from './namespace.ts';
import { releaseTree } from './release-tree.ts';

/** The message that a root element begins, and what is wrong with the way it says so. */
export interface Herkend {
  readonly soort: BerichtSoort;
  readonly release: IjwRelease;
  readonly findings: readonly string[];
}

/** A document that is no iJw message of a known release. */
export interface NietHerkend {
  readonly code: string;
  readonly severity: Severity;
}

/**
 * Recognises a message by the namespace of its root; without a usable one by BerichtCode, BerichtVersie and BerichtSubversie in `peek`,
 * the text that follows the root tag.
 */
export function detectBericht(naam: string, uri: string, peek: string): Herkend | NietHerkend {
  const named = parseNamespace(uri);
  if (named === undefined)
    return naam === 'Bericht' ? byCode(peek) : { code: 'ijw.geen-bericht', severity: 'info' };
  if (named.standaard !== 'ijw') return { code: 'ijw.andere-standaard', severity: 'info' };
  if (!isBerichtSoort(named.soort)) return { code: 'ijw.bericht-onbekend', severity: 'waarschuwing' };
  if (!isIjwRelease(named.release)) return { code: 'ijw.release-onbekend', severity: 'waarschuwing' };
  const known = releaseTree(named.release, named.soort).length > 0;
  const findings = [
    ...(naam === 'Bericht' ? [] : ['ijw.element-onbekend']),
    ...(known ? [] : ['ijw.bericht-niet-in-release']),
  ];
  return { soort: named.soort, release: named.release, findings };
}

function byCode(peek: string): Herkend | NietHerkend {
  const value = (element: string): string =>
    new RegExp(`<(?:[^\\s<>/:]+:)?${element}(?:\\s[^<>]*)?>\\s*(\\d+)\\s*</`).exec(peek)?.[1] ?? '';
  const soort = soortOfCode(value('BerichtCode'));
  if (soort === undefined) return { code: 'ijw.geen-bericht', severity: 'info' };
  const release = `${value('BerichtVersie')}.${value('BerichtSubversie')}`;
  if (!isIjwRelease(release)) return { code: 'ijw.release-onbekend', severity: 'waarschuwing' };
  return { soort, release, findings: ['ijw.naamruimte'] };
}
