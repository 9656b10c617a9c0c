// SPDX-License-Identifier: EUPL-1.2

/** Who publishes a release, as catalogues of open data name it. */
export interface Uitgever {
  readonly naam: string;
  /** Address that identifies the organisation; need not be a page. */
  readonly uri: string;
  /** A functional address, never that of a person. */
  readonly email: string;
  /** Page where the organisation can be reached. */
  readonly pagina: string;
  /** Category of high-value data sets that somebody decided these figures belong to; absent = none. Source: Regulation (EU) 2023/138 */
  readonly hvdCategorie?: string;
}

/** Where releases stand when a region did not say: a reserved name that leads nowhere. Source: RFC 2606 */
export const VOORBEELD_ADRES = 'https://example.org/regiovisie/';
