// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { AFGELEIDE_TABELLEN, type Warehouse } from '../../src/store/index.ts';
import { fingerprint, staandeRegels } from './derive-naslag.ts';
import { type Bericht, lever, producten, tijdelijkMagazijn, waarden } from './voorbeeld.ts';
import { Dobbelsteen, willekeurigeKeten } from './willekeurige-keten.ts';

/** Every derived table, sorted, as one text: equal text is equal bytes. */
export async function afdruk(warehouse: Warehouse): Promise<string> {
  const tabellen: string[] = [];
  for (const tabel of AFGELEIDE_TABELLEN) {
    tabellen.push(
      `${tabel} ${fingerprint(await warehouse.query({ text: `FROM ${tabel} ORDER BY ALL`, params: [] }))}`,
    );
  }
  return tabellen.join('\n');
}

/** Divides messages over deliveries, in order. */
function verdeel(dobbel: Dobbelsteen, berichten: readonly Bericht[]): readonly (readonly Bericht[])[] {
  const leveringen: Bericht[][] = [[]];
  for (const bericht of berichten) {
    if (dobbel.kans(0.05)) leveringen.push([]);
    leveringen.at(-1)?.push(bericht);
  }
  return leveringen.filter(({ length }) => length > 0);
}

/** One random region: in one delivery, and shuffled, doubled and divided; both against the reference. */
export async function checkRegion(t: TestContext, seed: number): Promise<void> {
  const berichten = willekeurigeKeten(seed);
  const dobbel = new Dobbelsteen(seed + 1);
  const ineens = await tijdelijkMagazijn(t);
  await lever(ineens, berichten);
  await ineens.derive(producten);
  assert.deepEqual(
    await waarden(
      ineens,
      `SELECT p.referentie_nummer, s.gemeente, s.aanbieder, s.bedrag_cents, s.voorlopig, s.verwijzer
       FROM prestatie_staand s JOIN prestatie p USING (bericht_id, regel)
       ORDER BY concat_ws(',', p.referentie_nummer, s.gemeente, s.aanbieder, s.bedrag_cents, s.voorlopig, s.verwijzer)`,
    ),
    staandeRegels(berichten),
    `reference, seed ${seed}`,
  );
  const verspreid = await tijdelijkMagazijn(t);
  const dubbel = [...berichten, ...berichten.filter(() => dobbel.kans(0.5))];
  for (const levering of verdeel(dobbel, dobbel.schud(dubbel))) {
    await lever(verspreid, levering);
    if (dobbel.kans(0.6)) await verspreid.derive(producten);
  }
  await verspreid.derive(producten);
  assert.equal(await afdruk(verspreid), await afdruk(ineens), `order and repetition, seed ${seed}`);
}
