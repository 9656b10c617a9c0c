// SPDX-License-Identifier: EUPL-1.2
import { Bsn, type Clientgegevens, monthOf, yearOf } from '../contract/index.ts';
import type { Velden } from './velden.ts';

/** A client that is still being read: its BSN comes last when a message is out of order. */
export type OpenClient = { -readonly [K in keyof Clientgegevens]: Clientgegevens[K] };

const NO_BSN = new Bsn('');

export function openClient(): OpenClient {
  return { bsn: NO_BSN };
}

/** Completes a client from what its element held; false when there is no BSN of nine digits. */
export type ClientLezer = (client: OpenClient) => boolean;

export function clientLezer(velden: Velden, pad: string): ClientLezer {
  const bsn = velden.place(`${pad}/Bsn`);
  const geboren = velden.place(`${pad}/Geboortedatum/Datum`);
  const gebruik = velden.place(`${pad}/Geboortedatum/DatumGebruik`);
  const geslacht = velden.place(`${pad}/Geslacht`);
  return (client) => {
    const digits = velden.written(bsn);
    if (digits === undefined) return false;
    client.bsn = new Bsn(digits);
    const datum = velden.date(geboren);
    const bekend = velden.written(gebruik);
    if (datum !== undefined && bekend !== '3') {
      client.geboorteJaar = yearOf(datum);
      if (bekend !== '2') client.geboorteMaand = monthOf(datum);
    }
    const code = velden.written(geslacht);
    if (code !== undefined) client.geslacht = code;
    return true;
  };
}
