// SPDX-License-Identifier: EUPL-1.2
import { type Release, type Uitgever, VOORBEELD_ADRES } from '../contract/index.ts';

type Published = Pick<Release, 'id' | 'regio' | 'adres' | 'uitgever'>;

/** Addresses of a release for everybody. */
export interface Addresses {
  /** Of the newest release, whichever that is; ends in `/`. */
  readonly basis: string;
  /** Of this release for ever; ends in `/`. */
  readonly permalink: string;
  /** Of the API of the newest release, and of the API of this one. */
  readonly api: string;
  readonly vasteApi: string;
}

/** Version of the API; its first number stands in its address. */
export const API_VERSIE = '1.0.0';

/** Form of the names of indicators and tables in addresses. */
export const ID_VORM = '^[a-z0-9]+(-[a-z0-9]+)*$';

/** Folder of the API in a release. Source: docs/adr/the-api-is-files-under-a-versioned-address.md */
export const API_MAP = 'dashboard/v1';

export function addressesOf({ id, adres = VOORBEELD_ADRES }: Published): Addresses {
  const permalink = `${adres}releases/${id}/`;
  return { basis: adres, permalink, api: `${adres}${API_MAP}`, vasteApi: `${permalink}${API_MAP}` };
}

/** Whether an address is one of the reserved names that lead nowhere, or none at all. Source: RFC 2606 */
export function isReserved(adres: string | undefined): boolean {
  return adres === undefined || /^https:\/\/([^/]+\.)?example\.(org|com|net)\//.test(adres);
}

/** The publisher of a release; where the region did not name one, the region itself at a reserved address. */
export function uitgeverOf({ regio, uitgever, adres = VOORBEELD_ADRES }: Published): Uitgever {
  return (
    uitgever ?? {
      naam: `Jeugdregio ${regio.naam}`,
      uri: `${adres}dcat.jsonld#uitgever`,
      email: 'postbus@example.org',
      pagina: adres,
    }
  );
}
