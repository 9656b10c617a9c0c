// SPDX-License-Identifier: EUPL-1.2
import type { BerichtSoort } from '../../contract/index.ts';
import { TupleSet } from '../tuple-set.ts';
import { type Binder, regel } from './rule.ts';

interface Sleutel {
  readonly klasse: string;
  /** Element in which a key may occur once. */
  readonly binnen: string;
  readonly velden: readonly string[];
}

const START = ['ToewijzingNummer', 'Product/Categorie', 'Product/Code', 'Begindatum'];

/** Logical keys of the classes. Source: iJw 3.2, keys of the classes; StopProduct has RedenBeeindiging since 3.2. */
function sleutels(soort: BerichtSoort, release: string): readonly Sleutel[] {
  switch (soort) {
    case 'JW301':
      return [
        { klasse: 'ToegewezenProduct', binnen: 'Client', velden: ['ToewijzingNummer'] },
        { klasse: 'Relatie', binnen: 'Relaties', velden: ['Nummer'] },
        { klasse: 'Contactgegevens/Contact', binnen: 'Contactgegevens', velden: ['Soort'] },
      ];
    case 'JW305':
      return [{ klasse: 'StartProduct', binnen: 'StartProducten', velden: START }];
    case 'JW307': {
      const reden = release === '3.2' ? ['RedenBeeindiging'] : [];
      return [{ klasse: 'StopProduct', binnen: 'StopProducten', velden: [...START, 'Einddatum', ...reden] }];
    }
    case 'JW315':
      return [
        {
          klasse: 'AangevraagdProduct',
          binnen: 'AangevraagdeProducten',
          velden: ['Product/Categorie', 'Product/Code', 'ToewijzingIngangsdatum'],
        },
      ];
    case 'JW317':
      return [
        { klasse: 'OngewijzigdProduct', binnen: 'Verzoek', velden: ['ToewijzingNummer'] },
        { klasse: 'TeWijzigenProduct', binnen: 'Verzoek', velden: ['ToewijzingNummer'] },
        {
          klasse: 'NieuwProduct',
          binnen: 'Verzoek',
          velden: ['Product/Categorie', 'Product/Code', 'GewensteIngangsdatum'],
        },
      ];
    case 'JW323':
    case 'JW325':
      return [
        { klasse: 'Client', binnen: 'Clienten', velden: ['Bsn'] },
        { klasse: 'Prestatie', binnen: 'Client', velden: ['ProductReferentie/ReferentieNummer'] },
      ];
    default:
      return [];
  }
}

function bindSleutel(bind: Binder, sleutel: Sleutel): void {
  const seen = new TupleSet(sleutel.velden.length);
  const { tuple } = seen;
  bind.bijBegin(sleutel.binnen, () => seen.clear());
  bind.elk(sleutel.klasse, '', (plaats) => {
    const { velden } = bind;
    const places = sleutel.velden.map(plaats);
    return () => {
      let filled = false;
      for (let i = 0; i < places.length; i++) {
        const place = places[i] as number;
        if (velden.isUnreadable(place)) return true;
        if (velden.has(place)) {
          velden.keyInto(place, tuple, i);
          filled = true;
        } else tuple[i] = -1;
      }
      return !filled || seen.add();
    };
  });
}

export const keyRules = [
  regel({
    code: 'TR101',
    betekenis: 'A class occurs once in its parent: its logical key is unique there.',
    berichten: ['JW301', 'JW305', 'JW307', 'JW315', 'JW317', 'JW323', 'JW325'],
    bind(bind) {
      for (const sleutel of sleutels(bind.soort, bind.release)) bindSleutel(bind, sleutel);
    },
  }),
  regel({
    code: 'TR383',
    betekenis: 'Every requested product has a ReferentieAanbieder of its own.',
    berichten: ['JW315'],
    bind(bind) {
      const seen = new Set<string>();
      bind.bijBegin('Bericht', () => seen.clear());
      bind.elk('AangevraagdProduct', 'ReferentieAanbieder', (plaats) => {
        const referentie = plaats('ReferentieAanbieder');
        return () => {
          const text = bind.velden.text(referentie);
          if (text === undefined) return true;
          const isNew = !seen.has(text);
          seen.add(text);
          return isNew;
        };
      });
    },
  }),
];
