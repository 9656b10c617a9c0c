// SPDX-License-Identifier: EUPL-1.2
import type { BerichtSoort, IjwRelease } from '../contract/index.ts';
import type { BerichtInhoud } from '../ijw/index.ts';
import type { Fout } from './fout.ts';
import { change, changeClass, elements, isInhoud } from './inhoud.ts';

const PERSOON: readonly BerichtSoort[] = ['JW301', 'JW305', 'JW307', 'JW315'];
/** Messages that no other message rests on: a wrong person in them is one fault, and not a chain of them. */
const LOS: readonly BerichtSoort[] = ['JW307', 'JW315'];
const CONTACT = ['Client', 'Contactgegevens', 'Contact'];
const ADRES = [...CONTACT, 'Adres'];
const TOEGEWEZEN = ['Client', 'ToegewezenProducten', 'ToegewezenProduct'];
const GEVRAAGD = ['Client', 'AangevraagdeProducten', 'AangevraagdProduct'];
const VERWIJZER = [...GEVRAAGD, 'Verwijzer'];
const START = ['Client', 'StartProducten', 'StartProduct'];
const STOP = ['Client', 'StopProducten', 'StopProduct'];
const TELEFOON = { Telefoon01: { Telefoonnummer: '0000012345', Landnummer: '0031' } };
const BUDGET = 100_000;

/** A plant that changes one class. */
function inClass(
  regel: string,
  uitleg: string,
  soorten: readonly BerichtSoort[],
  path: readonly string[],
  to: (value: BerichtInhoud) => BerichtInhoud | undefined,
  vanaf: IjwRelease = '3.0',
): Fout {
  return { regel, niveau: 2, uitleg, soorten, vanaf, plant: (inhoud) => changeClass(inhoud, path, to) };
}

function hasCode(product: BerichtInhoud): boolean {
  return isInhoud(product.Product) && product.Product.Code !== undefined;
}

function euroPerDag(product: BerichtInhoud, einde: string): BerichtInhoud | undefined {
  const { Omvang: omvang } = product;
  return isInhoud(omvang) && omvang.Eenheid === '83' && String(product[einde]) > '2020-12-31'
    ? { ...product, Omvang: { ...omvang, Frequentie: '1' } }
    : undefined;
}

/** A second product like the first one, under another number. */
function twice(
  inhoud: BerichtInhoud,
  lijst: string,
  naam: string,
  tweede: BerichtInhoud,
): BerichtInhoud | undefined {
  return changeClass(inhoud, ['Client', lijst], (producten) => {
    const [eerste, ...rest] = elements(producten, naam);
    return eerste && { ...producten, [naam]: [eerste, ...rest, { ...eerste, ...tweede }] };
  });
}

/** Faults in messages about a client, levels 1 and 2; each breaks the rule it names, and what else follows stands in the same message. */
export const FOUTEN_IN_BERICHT: readonly Fout[] = [
  {
    regel: 'CS002',
    niveau: 2,
    vanaf: '2.3',
    uitleg: 'het BSN voldoet niet aan de 11-proef',
    soorten: LOS,
    plant: (inhoud) =>
      change(inhoud, ['Client', 'Bsn'], (bsn) => {
        const digits = String(bsn);
        return `${digits.slice(0, 8)}${(Number(digits[8]) + 1) % 10}`;
      }),
  },
  {
    regel: 'RS033',
    niveau: 1,
    vanaf: '2.3',
    uitleg: 'de achternaam is leeg',
    soorten: PERSOON,
    plant: (inhoud) => change(inhoud, ['Client', 'Naam', 'Geslachtsnaam', 'Achternaam'], () => ''),
  },
  ...(['JW305', 'JW307'] as const).map(
    (soort): Fout => ({
      regel: 'CS058',
      niveau: 2,
      uitleg: 'StatusAanlevering 2 mag niet',
      soorten: [soort],
      plant: (inhoud) =>
        change(inhoud, [...(soort === 'JW305' ? START : STOP), 'StatusAanlevering'], () => '2'),
    }),
  ),
  {
    regel: 'TR002',
    niveau: 2,
    vanaf: '2.3',
    uitleg: 'de client is meer dan 120 jaar oud',
    soorten: LOS,
    plant: (inhoud) => change(inhoud, ['Client', 'Geboortedatum', 'Datum'], () => '1850-05-05'),
  },
  {
    regel: 'TR134',
    niveau: 2,
    uitleg: 'de client is na de dagtekening geboren',
    soorten: LOS,
    plant: (inhoud) => change(inhoud, ['Client', 'Geboortedatum', 'Datum'], () => '2029-01-01'),
  },
  {
    regel: 'CS139',
    niveau: 2,
    vanaf: '2.3',
    uitleg: 'de geboortedag is onbekend en toch ingevuld',
    soorten: LOS,
    plant: (inhoud) =>
      changeClass(inhoud, ['Client', 'Geboortedatum'], ({ Datum }) =>
        String(Datum).endsWith('-01') ? undefined : { Datum, DatumGebruik: '1' },
      ),
  },
  inClass('CS050', 'NaamGebruik 2 zonder naam van een partner', ['JW301'], ['Client', 'Naam'], (naam) => ({
    ...naam,
    NaamGebruik: '2',
  })),
  inClass('CS318', 'NaamGebruik 6 bij een mens', ['JW301'], ['Client', 'Naam'], (naam) => ({
    ...naam,
    NaamGebruik: '6',
  })),
  inClass('CD007', 'een tolk zonder taal', ['JW301'], ['Client'], (client) => ({
    ...client,
    Communicatie: { Vorm: '1' },
  })),
  inClass('CD009', 'een tijdelijk adres dat geen tijdelijk adres is', ['JW301'], CONTACT, (contact) => ({
    ...contact,
    Periode: { Begindatum: '2020-01-01' },
  })),
  inClass('TR061', 'geen adres waar de client woont', ['JW301'], CONTACT, (contact) => ({
    ...contact,
    Soort: '04',
  })),
  inClass('TR006', 'geen telefoon en geen huis', ['JW301'], CONTACT, ({ Soort }) => ({ Soort })),
  inClass('CD005', 'een adres met postcode en zonder land', ['JW301'], ADRES, (adres) => ({
    ...adres,
    LandCode: undefined,
  })),
  inClass('CD025', 'een adres in Nederland zonder huis', ['JW301'], CONTACT, (contact) => ({
    ...contact,
    Telefoon: TELEFOON,
    Adres: { ...(isInhoud(contact.Adres) ? contact.Adres : {}), Huis: undefined },
  })),
  inClass('CD034', 'een woonadres zonder postcode', ['JW301'], CONTACT, (contact) => ({
    ...contact,
    Telefoon: TELEFOON,
    Adres: { ...(isInhoud(contact.Adres) ? contact.Adres : {}), Postcode: undefined, LandCode: undefined },
  })),
  inClass('CS089', 'een postcode met kleine letters', ['JW301'], ADRES, (adres) => ({
    ...adres,
    Postcode: String(adres.Postcode).toLowerCase(),
  })),
  inClass('CD041', 'een product met code en zonder omvang', ['JW301'], TOEGEWEZEN, (product) =>
    hasCode(product) ? { ...product, Omvang: undefined } : undefined,
  ),
  inClass('CD041', 'een product met code en zonder omvang', ['JW315'], GEVRAAGD, (product) =>
    hasCode(product) ? { ...product, Omvang: undefined } : undefined,
  ),
  inClass('CD077', 'omvang en budget tegelijk', ['JW301'], TOEGEWEZEN, (product) =>
    product.Omvang === undefined ? undefined : { ...product, Budget: BUDGET },
  ),
  inClass(
    'CD078',
    'budget en omvang tegelijk',
    ['JW315'],
    GEVRAAGD,
    (product) => (product.Omvang === undefined ? undefined : { ...product, Budget: BUDGET }),
    '3.1',
  ),
  inClass(
    'CD075',
    'een budget zonder einddatum',
    ['JW315'],
    GEVRAAGD,
    (product) => ({
      ...product,
      Omvang: undefined,
      ToewijzingEinddatum: undefined,
      Budget: BUDGET,
    }),
    '3.1',
  ),
  inClass('CD076', 'een omvang in totaal zonder einddatum', ['JW315'], GEVRAAGD, (product) =>
    isInhoud(product.Omvang)
      ? { ...product, ToewijzingEinddatum: undefined, Omvang: { ...product.Omvang, Frequentie: '2' } }
      : undefined,
  ),
  inClass('CD079', 'geen product en geen budget', ['JW315'], GEVRAAGD, (product) => ({
    ...product,
    Product: undefined,
  })),
  inClass('CD080', 'een omvang bij een categorie zonder code', ['JW301'], TOEGEWEZEN, (product) =>
    hasCode(product) || String(product.Einddatum) <= '2020-12-31'
      ? undefined
      : { ...product, Omvang: { Volume: 60, Eenheid: '01', Frequentie: '4' } },
  ),
  inClass('CD095', 'een omvang bij een categorie zonder code', ['JW315'], GEVRAAGD, (product) =>
    hasCode(product) || String(product.ToewijzingEinddatum) <= '2020-12-31'
      ? undefined
      : { ...product, Omvang: { Volume: 60, Eenheid: '01', Frequentie: '4' } },
  ),
  inClass('CS003', 'een einddatum voor de begindatum', ['JW315'], GEVRAAGD, (product) => ({
    ...product,
    ToewijzingEinddatum: '2015-01-01',
  })),
  inClass(
    'CS336',
    'RedenWijziging 01 bestaat niet meer',
    ['JW301'],
    TOEGEWEZEN,
    (product) => ({
      ...product,
      RedenWijziging: '01',
    }),
    '3.1',
  ),
  inClass('CS338', 'euro per dag', ['JW301'], TOEGEWEZEN, (product) => euroPerDag(product, 'Einddatum')),
  inClass('CS343', 'euro per dag', ['JW315'], GEVRAAGD, (product) =>
    euroPerDag(product, 'ToewijzingEinddatum'),
  ),
  {
    regel: 'TR302',
    niveau: 2,
    uitleg: 'hetzelfde product twee keer toegewezen in een periode',
    soorten: ['JW301'],
    plant: (inhoud, { vrij }) =>
      twice(inhoud, 'ToegewezenProducten', 'ToegewezenProduct', {
        ToewijzingNummer: 900_000_000 + (Number.parseInt(vrij, 36) % 99_000_000),
        RedenWijziging: undefined,
      }),
  },
  {
    regel: 'TR101',
    niveau: 2,
    uitleg: 'twee keer hetzelfde soort adres',
    soorten: ['JW301'],
    plant: (inhoud) =>
      changeClass(inhoud, ['Client', 'Contactgegevens'], (contacten) => {
        const [contact] = elements(contacten, 'Contact');
        return contact && { ...contacten, Contact: [contact, contact] };
      }),
  },
  {
    regel: 'TR018',
    niveau: 2,
    vanaf: '2.3',
    uitleg: 'de einddatum van de stop ligt voor de begindatum',
    soorten: ['JW307'],
    plant: (inhoud) => change(inhoud, [...STOP, 'Einddatum'], () => '2015-01-01'),
  },
  inClass('CD043', 'een beschikking zonder ingangsdatum', ['JW315'], GEVRAAGD, (product) => ({
    ...product,
    BeschikkingNummer: 1,
  })),
  inClass('CD066', 'een verwijzer met naam en AGB-code', ['JW315'], VERWIJZER, (verwijzer) =>
    verwijzer.ZorgverlenerCode === undefined ? undefined : { ...verwijzer, Naam: 'Verwijzer' },
  ),
  inClass('CD067', 'een verwijzer zonder naam en zonder AGB-code', ['JW315'], VERWIJZER, ({ Type }) =>
    String(Type) >= '02' && String(Type) <= '05' ? { Type } : undefined,
  ),
  inClass('CD068', 'een verwijzer zonder praktijk met een AGB-code', ['JW315'], VERWIJZER, ({ Type }) =>
    String(Type) >= '02' && String(Type) <= '05' ? undefined : { Type, ZorgverlenerCode: '99800001' },
  ),
  ...(['TR383', 'TR386'] as const).map(
    (regel): Fout => ({
      regel,
      niveau: 2,
      uitleg: 'hetzelfde product twee keer gevraagd',
      soorten: ['JW315'],
      plant: (inhoud, { vrij }) =>
        twice(
          inhoud,
          'AangevraagdeProducten',
          'AangevraagdProduct',
          regel === 'TR383' ? {} : { ReferentieAanbieder: `V-${vrij}` },
        ),
    }),
  ),
];
