// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { type BronKop, type BronRij, Bsn } from '../contract/index.ts';
import { RUWE_KOLOMMEN, type RuweTabel, type Waarde } from '../store/index.ts';

/** Number of a delivery of another source: the first 63 bits of the hash of its file and its place in it. The same bytes give the same number. */
export function bronId({ sha256, volgnummer }: BronKop): bigint {
  const digest = createHash('sha256').update(`${sha256} ${volgnummer}`).digest('hex');
  return BigInt(`0x${digest.slice(0, 16)}`) >> 1n;
}

/** Values of a delivery in the order of the raw table `bron`; `levering` counts files of the batch from 0. */
export function bronWaarden(id: bigint, levering: number, kop: BronKop, rijen: number): readonly Waarde[] {
  return [
    id,
    levering,
    kop.volgnummer,
    kop.soort,
    kop.leverancier,
    kop.reeks,
    kop.periode,
    kop.van,
    kop.tot,
    kop.opgesteldOp,
    kop.sha256,
    rijen,
  ];
}

/** Values of a row in the order of its raw table. A Bsn ends here. */
export function bronRijWaarden(
  id: bigint,
  tabel: RuweTabel,
  { rij, waarden }: BronRij,
  pseudonymOf: (bsn: Bsn) => bigint,
): readonly Waarde[] {
  return RUWE_KOLOMMEN[tabel].map(({ naam }) => {
    if (naam === 'bron_id') return id;
    if (naam === 'rij') return rij;
    const waarde = waarden[naam];
    return waarde instanceof Bsn ? pseudonymOf(waarde) : waarde;
  });
}
