// SPDX-License-Identifier: EUPL-1.2
import type { BerichtInhoud } from '../ijw/index.ts';
import type { Fout } from './fout.ts';
import {
  changeGewoon,
  copyOf,
  creditOf,
  gewone,
  referentieOf,
  regelBy,
  regelsOf,
  withRegel,
} from './fouten-declaratie.ts';
import { change, changeClass, element, elements } from './inhoud.ts';
import { PRODUCTS } from './products.ts';

const STOP = ['Client', 'StopProducten', 'StopProduct'];
const ONBEKEND = 999_999_999;
/** Categories that are always assigned with a code (`aspecific` in parameters.ts). */
const MET_CODE = ['40', '41', '43', '44', '45', '46', '48'];

function stop(regel: string, uitleg: string, to: (stop: BerichtInhoud) => BerichtInhoud | undefined): Fout {
  return { regel, niveau: 3, uitleg, soorten: ['JW307'], plant: (inhoud) => changeClass(inhoud, STOP, to) };
}

/**
 * Faults that show only beside other messages, level 3. Each is put where as little as possible rests on what it breaks; a message that refers to a broken
 * one can still be named too (the answer to a declaration whose number is wrong: TR376).
 *
 * Not planted, because the rule names innocent messages too or needs a kind of message that the sample does not write: TR308 (toewijzingen end
 * with the last line), TR332 and TR384 (name every line on the toewijzing), TR355 (JW319).
 */
export const FOUTEN_IN_KETEN: readonly Fout[] = [
  stop('TR019', 'een stop op een toewijzing die er niet is', (product) => ({
    ...product,
    ToewijzingNummer: ONBEKEND,
  })),
  stop('TR382', 'een stop met een andere begindatum dan de start', (product) => ({
    ...product,
    Begindatum: `${Number(String(product.Begindatum).slice(0, 4)) - 1}-02-03`,
  })),
  stop('TR063', 'een stop wordt verwijderd die er niet was', (product) => ({
    ...product,
    StatusAanlevering: '3',
  })),
  {
    regel: 'TR074',
    niveau: 3,
    uitleg: 'een stop die al geleverd was',
    soorten: ['JW307'],
    plant: (inhoud, { vorige }) => vorige && { ...inhoud, Client: vorige.Client },
  },
  {
    regel: 'TR056',
    niveau: 3,
    uitleg: 'een identificatie die al gebruikt is, met een andere inhoud',
    soorten: ['JW315'],
    plant: (inhoud, { vorige }) => {
      const used = vorige && element(vorige, 'Header', 'BerichtIdentificatie')?.Identificatie;
      return used === undefined
        ? undefined
        : change(inhoud, ['Header', 'BerichtIdentificatie', 'Identificatie'], () => used);
    },
  },
  {
    regel: 'TR347',
    niveau: 3,
    uitleg: 'een ReferentieAanbieder die al gebruikt is',
    soorten: ['JW315'],
    plant: (inhoud, { vorige }) => {
      const path = ['Client', 'AangevraagdeProducten', 'AangevraagdProduct'];
      const used = vorige && element(vorige, ...path)?.ReferentieAanbieder;
      return used === undefined ? undefined : change(inhoud, [...path, 'ReferentieAanbieder'], () => used);
    },
  },
  gewone('TR338', 3, 'gedeclareerd op een toewijzing die er niet is', (prestatie) => ({
    ...prestatie,
    ToewijzingNummer: ONBEKEND,
  })),
  gewone('TR307', 3, 'gedeclareerd van voor de toewijzing', (prestatie) => ({
    ...prestatie,
    ProductPeriode: { Begindatum: '2015-01-01', Einddatum: element(prestatie, 'ProductPeriode')?.Einddatum },
  })),
  gewone('TR339', 3, 'een andere productcategorie dan toegewezen', (prestatie) =>
    prestatie.ProductCategorie === '50'
      ? undefined
      : { ...prestatie, ProductCategorie: '50', ProductCode: '50A00' },
  ),
  gewone('TR340', 3, 'een andere productcode dan toegewezen', (prestatie) => {
    const other = PRODUCTS.find(
      ({ categorie, code }) => categorie === prestatie.ProductCategorie && code !== prestatie.ProductCode,
    );
    return MET_CODE.includes(String(prestatie.ProductCategorie)) && other
      ? { ...prestatie, ProductCode: other.code }
      : undefined;
  }),
  {
    regel: 'TR304',
    niveau: 3,
    uitleg: 'gedeclareerd bij een ander kind dan het kind van de toewijzing',
    soorten: ['JW323'],
    plant(inhoud, { vorige, gewoon }) {
      const own = regelBy(inhoud, gewoon);
      const here = new Set(regelsOf(inhoud).map(({ bsn }) => bsn));
      const other = vorige && regelsOf(vorige).find(({ bsn }) => !here.has(bsn));
      const alone = own && regelsOf(inhoud).filter(({ bsn }) => bsn === own.bsn).length === 1;
      if (!own || !other || !alone) return undefined;
      return changeClass(inhoud, ['Declaratie', 'Clienten'], (clienten) => ({
        ...clienten,
        Client: elements(clienten, 'Client').map((client) =>
          client.Bsn === own.bsn ? { ...client, Bsn: other.bsn } : client,
        ),
      }));
    },
  },
  {
    regel: 'TR314',
    niveau: 3,
    uitleg: 'een ReferentieNummer dat al gebruikt is',
    soorten: ['JW323'],
    plant: (inhoud, omgeving) =>
      omgeving.vorigeGewoon === undefined
        ? undefined
        : changeGewoon(inhoud, omgeving, (prestatie) => ({
            ...prestatie,
            ProductReferentie: { ReferentieNummer: omgeving.vorigeGewoon },
          })),
  },
  {
    regel: 'TR333',
    niveau: 3,
    uitleg: 'een DeclaratieNummer dat al gebruikt is',
    soorten: ['JW323'],
    plant: (inhoud, { vorige }) => {
      const used = vorige && element(vorige, 'Declaratie')?.DeclaratieNummer;
      return used === undefined ? undefined : change(inhoud, ['Declaratie', 'DeclaratieNummer'], () => used);
    },
  },
  {
    regel: 'TR319',
    niveau: 3,
    uitleg: 'hulp van na de declaratieperiode',
    soorten: ['JW323'],
    plant: (inhoud) =>
      changeClass(inhoud, ['Declaratie', 'DeclaratiePeriode'], ({ Einddatum }) =>
        String(Einddatum) <= '2021-06-30' ? undefined : { Begindatum: '2021-01-01', Einddatum: '2021-01-31' },
      ),
  },
  {
    regel: 'TR323',
    niveau: 3,
    uitleg: 'een creditregel van een regel die er niet is',
    soorten: ['JW323'],
    plant(inhoud, { vrij, vorige, vorigeGewoon }) {
      const earlier = vorige && regelBy(vorige, vorigeGewoon);
      return (
        earlier &&
        withRegel(inhoud, { ...earlier, prestatie: copyOf(earlier.prestatie, vrij, 'BESTAATNIET') })
      );
    },
  },
  {
    regel: 'TR390',
    niveau: 3,
    uitleg: 'een regel die al gecrediteerd is',
    soorten: ['JW323'],
    plant(inhoud, { vrij, vorige }) {
      const credit = creditOf(vorige);
      const vorig = credit && element(credit.prestatie, 'ProductReferentie')?.VorigReferentieNummer;
      if (!credit || typeof vorig !== 'string') return undefined;
      return withRegel(inhoud, { ...credit, prestatie: copyOf(credit.prestatie, vrij, vorig) });
    },
  },
  {
    regel: 'TR389',
    niveau: 3,
    uitleg: 'een maand die al gedeclareerd is',
    soorten: ['JW323'],
    plant(inhoud, { vrij, vorige, vorigeGewoon }) {
      const earlier = vorige && regelBy(vorige, vorigeGewoon);
      return earlier && withRegel(inhoud, { ...earlier, prestatie: copyOf(earlier.prestatie, vrij) });
    },
  },
  {
    regel: 'TR366',
    niveau: 3,
    uitleg: 'een teruggestuurde regel die niemand heeft ingediend',
    soorten: ['JW325'],
    plant: (inhoud, { vrij }) =>
      changeClass(inhoud, ['DeclaratieAntwoord', 'Clienten', 'Client', 'Prestaties'], (prestaties) => {
        const [eerste, ...rest] = elements(prestaties, 'Prestatie');
        if (!eerste || referentieOf(eerste) === '') return undefined;
        const extra = {
          ...eerste,
          ProductReferentie: { ReferentieNummer: vrij },
          IngediendBedrag: { Bedrag: 0, DebetCredit: 'D' },
          GeleverdVolume: 0,
        };
        return { Prestatie: [eerste, ...rest, extra] };
      }),
  },
  {
    regel: 'TR337',
    niveau: 3,
    uitleg: 'een antwoord op een declaratie die er niet is',
    soorten: ['JW325'],
    plant: (inhoud) =>
      element(inhoud, 'DeclaratieAntwoord', 'Clienten') || !element(inhoud, 'DeclaratieAntwoord')
        ? undefined
        : change(inhoud, ['Header', 'DeclaratieIdentificatie', 'Identificatie'], () => 'BESTAATNIET'),
  },
];
