// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BerichtSoort, IjwRelease } from '../../src/contract/index.ts';
import { type BerichtInhoud, writeBericht } from '../../src/ijw/index.ts';
import { BERICHT_SOORTEN, IJW_RELEASES, releaseTree } from '../../src/ijw/release-tree.ts';
import { goed, wijzig } from './berichten.ts';
import { codesOf, gatherBytes, plainRows } from './gather.ts';

/** A good message of 3.2 as an earlier release of 3 writes it. */
function inRelease(
  release: IjwRelease,
  soort: BerichtSoort,
  inhoud: BerichtInhoud = goed(soort),
): Uint8Array {
  const subversie = Number(release.split('.')[1]);
  return writeBericht(release, soort, wijzig(inhoud, 'Header/BerichtSubversie', subversie));
}

const kop24: BerichtInhoud = {
  BerichtCode: '436',
  BerichtVersie: 2,
  BerichtSubversie: 4,
  Afzender: '0193',
  Ontvanger: '99000001',
  BerichtIdentificatie: { Identificatie: 'A1', Dagtekening: '2020-05-01' },
};

const toewijzing24: BerichtInhoud = {
  Client: {
    Bsn: '999900031',
    Geboortedatum: { Datum: '2010-05-14' },
    Geslacht: '1',
    Naam: { Geslachtsnaam: { Achternaam: 'Proefpersoon' }, NaamGebruik: '1' },
    Contactgegevens: { Contact: [{ Soort: '01' }] },
    Beschikking: {
      BeschikkingNummer: 1,
      Afgiftedatum: '2020-04-20',
      Ingangsdatum: '2020-04-20',
      ToegewezenProducten: {
        ToegewezenProduct: [
          {
            ToewijzingNummer: 5,
            Product: { Categorie: '45' },
            Toewijzingsdatum: '2020-04-20',
            Toewijzingstijd: '10:00:00',
            Ingangsdatum: '2020-04-20',
            Omvang: { Volume: 1, Eenheid: '81', Frequentie: '3' },
          },
        ],
      },
    },
  },
};

test('messages that every release of 3 has are read in each', async () => {
  for (const release of ['3.0', '3.1', '3.2'] as const) {
    for (const soort of ['JW301', 'JW305', 'JW307', 'JW317', 'JW319', 'JW323', 'JW325'] as const) {
      const oogst = await gatherBytes(inRelease(release, soort));
      assert.deepEqual(codesOf(oogst), [], `${release} ${soort}`);
      assert.equal(oogst.berichten[0]?.kop.release, release);
    }
  }
});

test('2.4 keeps toewijzingen in a beschikking, with XsdVersie or without', async () => {
  const XsdVersie = { BasisschemaXsdVersie: '1.0.0', BerichtXsdVersie: '1.0.0' };
  for (const header of [kop24, { ...kop24, XsdVersie }]) {
    const oogst = await gatherBytes(writeBericht('2.4', 'JW301', { Header: header, ...toewijzing24 }));
    assert.deepEqual(codesOf(oogst), []);
    assert.equal(oogst.telling.rijen, 1);
  }
});

test('2.3 has no XsdVersie', async () => {
  const bytes = Buffer.from(
    writeBericht('2.4', 'JW301', {
      Header: {
        ...kop24,
        BerichtSubversie: 3,
        XsdVersie: { BasisschemaXsdVersie: '1.0.0', BerichtXsdVersie: '1.0.0' },
      },
      ...toewijzing24,
    }),
  );
  const oogst = await gatherBytes(bytes.toString().replaceAll('2_4', '2_3'));
  assert.deepEqual(
    oogst.findings.map((finding) => finding.place.path),
    [
      'Bericht/Header/XsdVersie',
      'Bericht/Header/XsdVersie/BasisschemaXsdVersie',
      'Bericht/Header/XsdVersie/BerichtXsdVersie',
    ],
  );
  assert.equal(oogst.telling.rijen, 1);
});

test('code lists hold per release', async () => {
  const cases: readonly (readonly [IjwRelease, BerichtSoort, string, string, boolean])[] = [
    ['3.0', 'JW307', 'Client/StopProducten/StopProduct/0/RedenBeeindiging', '38', false],
    ['3.0', 'JW307', 'Client/StopProducten/StopProduct/0/RedenBeeindiging', '37', true],
    ['3.1', 'JW307', 'Client/StopProducten/StopProduct/0/RedenBeeindiging', '38', true],
    ['3.0', 'JW301', 'Client/ToegewezenProducten/ToegewezenProduct/0/Omvang/Eenheid', '81', true],
    ['3.2', 'JW301', 'Client/ToegewezenProducten/ToegewezenProduct/0/Omvang/Eenheid', '81', false],
    ['3.0', 'JW301', 'Client/ToegewezenProducten/ToegewezenProduct/0/RedenWijziging', '14', false],
    ['3.1', 'JW301', 'Client/ToegewezenProducten/ToegewezenProduct/0/RedenWijziging', '14', true],
  ];
  for (const [release, soort, pad, code, known] of cases) {
    const oogst = await gatherBytes(inRelease(release, soort, wijzig(goed(soort), pad, code)));
    const found = oogst.findings.some((finding) => finding.code === 'ijw.codelijst');
    assert.equal(!found, known, `${release} ${pad} ${code}`);
  }
});

test('a request of 3.0 has a product and no budget', () => {
  const [before, after] = (['3.0', '3.2'] as const).map((release) => {
    const tree = releaseTree(release, 'JW315');
    const at = (naam: string) => tree.find((feit) => feit.pad.endsWith(`AangevraagdProduct/${naam}`));
    return { product: at('Product')?.min, budget: at('Budget')?.min };
  });
  assert.deepEqual(before, { product: 1, budget: undefined });
  assert.deepEqual(after, { product: 0, budget: 0 });
});

test('every message that a release has can be named, and no other', () => {
  const names = (release: IjwRelease) =>
    BERICHT_SOORTEN.filter((soort) => releaseTree(release, soort).length > 0);
  const heen2 = ['JW301', 'JW302', 'JW303', 'JW304', 'JW305', 'JW306', 'JW307', 'JW308', 'JW315', 'JW316'];
  assert.deepEqual(names('2.3'), heen2);
  assert.deepEqual(names('2.4'), heen2);
  assert.deepEqual(names('3.0'), BERICHT_SOORTEN);
  const heen3 = BERICHT_SOORTEN.filter((soort) => soort !== 'JW303' && soort !== 'JW304');
  assert.deepEqual(names('3.1'), heen3);
  assert.deepEqual(names('3.2'), heen3);
  assert.equal(IJW_RELEASES.length, 5);
});

test('a message that its release no longer has is read, with one finding for that', async () => {
  const old = Buffer.from(
    writeBericht('3.0', 'JW303', {
      Header: {
        BerichtCode: '432',
        BerichtVersie: 3,
        BerichtSubversie: 0,
        Gemeente: '0193',
        Aanbieder: '99000001',
        BetalingAanID: '02',
        DeclaratieFactuurIdentificatie: {
          DeclaratiePeriode: { Begindatum: '2020-04-01', Einddatum: '2020-04-30' },
          DeclarantFactuurNummer: 'F1',
          FactuurDagtekening: '2021-01-07',
          ValutaCode: 'EUR',
        },
        DeclaratieFactuurBedragen: { DeclaratieFactuurTotaalBedrag: { TotaalBedrag: 0, DebetCredit: 'D' } },
        XsdVersie: { BasisschemaXsdVersie: '1.0.0', BerichtXsdVersie: '1.0.0' },
      },
      Clienten: {},
    }),
  ).toString();
  assert.deepEqual(codesOf(await gatherBytes(old)), ['ijw.element-ontbreekt Bericht/Clienten/Client[1]']);
  const later = await gatherBytes(old.replaceAll('3_0', '3_2'));
  assert.deepEqual(
    later.findings.map((finding) => finding.code),
    ['ijw.bericht-niet-in-release', 'ijw.element-ontbreekt'],
  );
  assert.deepEqual(plainRows(later).length, 1);
});

test('without a known namespace the BerichtCode tells what a message is', async () => {
  const text = Buffer.from(writeBericht('3.2', 'JW305', goed('JW305'))).toString();
  const bare = text.replace(/ xmlns:\w+="[^"]*"/g, '').replaceAll(/(<\/?)\w+:/g, '$1');
  const oogst = await gatherBytes(bare);
  assert.equal(oogst.berichten[0]?.kop.soort, 'JW305');
  assert.equal(oogst.berichten[0]?.kop.release, '3.2');
  assert.deepEqual([...new Set(oogst.findings.map((finding) => finding.code))], ['ijw.naamruimte']);
  assert.equal(oogst.telling.rijen, 1);
});

test('an element out of place is read all the same', async () => {
  const text = Buffer.from(writeBericht('3.2', 'JW305', goed('JW305'))).toString();
  const bsn = /\s*<jw305:Bsn>.*<\/jw305:Bsn>/.exec(text)?.[0] ?? '';
  const moved = text.replace(bsn, '').replace('</jw305:Client>', `${bsn}</jw305:Client>`);
  const oogst = await gatherBytes(moved);
  assert.deepEqual(codesOf(oogst), ['ijw.element-volgorde Bericht/Client/Bsn']);
  assert.deepEqual(plainRows(oogst), plainRows(await gatherBytes(text)));
});
