// SPDX-License-Identifier: EUPL-1.2
import type { GepubliceerdeDefinitie, Release, Wijzigingen } from '../contract/index.ts';

/** What the file of a table says beside its figures. */
export interface TableSource {
  readonly release: Release;
  readonly wijzigingen: Wijzigingen;
  readonly definitie: GepubliceerdeDefinitie | undefined;
}

/** Licence of everything in a release. Source: docs/adr/open-data-are-given-away-under-cc0.md */
export const LICENTIE = 'https://creativecommons.org/publicdomain/zero/1.0/';
