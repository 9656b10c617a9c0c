// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FigureTable, Opbouw } from '../../src/contract/index.ts';
import { attack, protect } from '../../src/disclose/index.ts';
import { GEBIEDEN, GEMEENTEN, publiekMet, regioMet, rij, seeded, tabel } from './voorbeeld-release.ts';

const regio = regioMet();
const TYPEN = ['lvb', 'pleegzorg'] as const;
type Telling = Readonly<Record<string, number>>;

/** Children who came in: nobody twice, so who came into the region from nowhere can be new to a gemeente and not to H8. */
const INSTROOM: readonly Opbouw[] = [
  {
    variant: '',
    vorm: 'waarde',
    teller: {
      naam: 'instroom',
      telt: 'personen',
      maat: 'instroom',
      delen: { gebied: 'hoogstens-som', kenmerk: 'som', dimensie: 'overlap', periode: 'overlap' },
    },
  },
];

/** Figures by type and area; an area without a figure for a type has no row for it. */
function instroom(per: Readonly<Record<string, Telling>>): FigureTable {
  const rows = Object.entries(per).flatMap(([type, telling]) =>
    Object.entries(telling).map(([code, value]) => rij('instroom', '', { code, jaar: 2024, type }, value)),
  );
  return { ...tabel('clienten', 'unieke cliënten', ['type'], rows), indicator: 'instroom', opbouw: INSTROOM };
}

async function safely(tables: readonly FigureTable[]) {
  const safe = await protect({ tables, regio, zone: 'open' });
  const publiek = publiekMet(regio, safe.geheimhouding);
  const report = await attack({ tables: safe.tables, publiek });
  assert.deepEqual(report.teSmal, []);
  assert.deepEqual(report.tegenspraak, []);
  assert.deepEqual(report.cellen, safe.geheimhouding.cellen);
  return safe;
}

const MOVED: Telling = { GM0503: 1, GM0518: 1, H3: 1, H9: 1, JZ24: 1 };
const NERGENS: Telling = Object.fromEntries(GEBIEDEN.map(({ code }) => [code, 0]));
const OVERAL: Telling = Object.fromEntries(
  GEBIEDEN.map(({ code, gemeenten }) => [code, 40 * gemeenten.length]),
);
const GROEP = [{ grootheid: 'instroom', periode: '2024', dimensies: ['type'] }];

test('one child who is new to Delft and not to H8: the 0 of H8 gives it away, so zeros are hidden too', async () => {
  const { tables, geheimhouding } = await safely([
    instroom({ lvb: OVERAL, pleegzorg: { ...NERGENS, ...MOVED } }),
  ]);
  assert.deepEqual(geheimhouding.aanvaller.nulMogelijk, GROEP);
  const rows = tables.flatMap((table) => table.rows).filter(({ dimensies }) => dimensies[0] === 'pleegzorg');
  const hidden = rows.filter(({ status }) => status.includes('geheim')).map(({ gebied }) => gebied);
  assert.ok(hidden.length > Object.keys(MOVED).length, hidden.join());
});

test('the same child when there are no rows for what does not occur: rows are added, because a row that is not there tells as much', async () => {
  const { tables, geheimhouding } = await safely([instroom({ lvb: OVERAL, pleegzorg: MOVED })]);
  assert.deepEqual(geheimhouding.aanvaller.nulMogelijk, GROEP);
  assert.equal(tables[0]?.rows.length, GEBIEDEN.length * TYPEN.length);
});

test('where zeros need not be hidden they are shown, and hidden means at least 1', async () => {
  const { tables, geheimhouding } = await safely([
    instroom({ lvb: OVERAL, pleegzorg: { ...NERGENS, GM0518: 4, H3: 4, H9: 4, JZ24: 4 } }),
  ]);
  assert.deepEqual(geheimhouding.aanvaller.nulMogelijk, []);
  assert.equal(tables.flatMap((table) => table.rows.filter(({ waarde }) => waarde === 0)).length, 10);
});

test('a region where almost nothing happens can be published, whatever the figures', async () => {
  for (let seed = 1; seed <= 4; seed++) {
    const random = seeded(seed);
    const per = Object.fromEntries(
      TYPEN.map((type) => {
        const gemeenten = new Map(
          GEMEENTEN.map(([code]) => [code, Math.max(0, Math.floor(random() * 7) - 4)]),
        );
        const telling = GEBIEDEN.map(({ code, gemeenten: members }) => {
          const sum = members.reduce((total, member) => total + (gemeenten.get(member) ?? 0), 0);
          return [code, members.length > 1 ? Math.floor(sum * 0.7) : sum] as const;
        });
        const waarden = Object.fromEntries(telling);
        return [type, { ...waarden, JZ24: waarden.H9 ?? 0 }];
      }),
    );
    await safely([instroom(per)]);
  }
});
