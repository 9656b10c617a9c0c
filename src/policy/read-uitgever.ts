// SPDX-License-Identifier: EUPL-1.2
import type { Regio } from '../contract/index.ts';
import type { Checker } from './checker.ts';

const WEB = { shape: /^https:\/\/[^\s/]+(\/\S*)?$/, says: 'an address that begins with https://' };
const FOLDER = {
  shape: /^https:\/\/[^\s/?#]+(\/[^\s?#]+)*\/$/,
  says: 'an address that begins with https:// and ends in /',
};
const EMAIL = { shape: /^[^\s@]+@[^\s@]+\.[^\s@]+$/, says: 'an e-mail address' };

/** `uitgever:` and `adres:` may be left out: the catalogue then uses the name of the region and a reserved address. */
export function readUitgever(check: Checker): Pick<Regio, 'uitgever' | 'adres'> {
  const adres = check.at(['adres']) === undefined ? {} : { adres: check.text(['adres'], FOLDER) };
  if (check.at(['uitgever']) === undefined) return adres;
  check.map(['uitgever'], ['naam', 'uri', 'email', 'pagina', 'hvd_categorie']);
  return {
    ...adres,
    uitgever: {
      naam: check.text(['uitgever', 'naam']),
      uri: check.text(['uitgever', 'uri'], WEB),
      email: check.text(['uitgever', 'email'], EMAIL),
      pagina: check.text(['uitgever', 'pagina'], WEB),
      ...(check.at(['uitgever', 'hvd_categorie']) === undefined
        ? {}
        : { hvdCategorie: check.text(['uitgever', 'hvd_categorie']) }),
    },
  };
}
