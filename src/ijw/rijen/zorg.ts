// SPDX-License-Identifier: EUPL-1.2
import type {
  AntwoordRij,
  PlainDate,
  StartRij,
  StopRij,
  ToewijzingRij,
  VerzoekRij,
} from '../../contract/index.ts';
import type { Velden } from '../velden.ts';
import { type Opbouw, type Places, put, type RijLezer, rijLezer } from './rij-lezer.ts';

/** One ToegewezenProduct of a JW301. */
export function toewijzing(velden: Velden, places: Places): RijLezer {
  const nummer = places('ToewijzingNummer');
  const referentie = places('ReferentieAanbieder');
  const categorie = places('Product/Categorie');
  const code = places('Product/Code');
  const datum = places('Toewijzingsdatum');
  const tijd = places('Toewijzingstijd');
  const ingang = places('Ingangsdatum');
  const einde = places('Einddatum');
  const reden = places('RedenWijziging');
  const volume = places('Omvang/Volume');
  const eenheid = places('Omvang/Eenheid');
  const frequentie = places('Omvang/Frequentie');
  const budget = places('Budget');
  return rijLezer(velden, [datum, tijd, ingang], [nummer, einde, budget], (client) => {
    const rij: Opbouw<ToewijzingRij> = {
      rij: 'toewijzing',
      client,
      toewijzingsdatum: velden.date(datum) as PlainDate,
      toewijzingstijd: velden.number(tijd) as number,
      ingangsdatum: velden.date(ingang) as PlainDate,
    };
    put(rij, 'toewijzingNummer', velden.number(nummer));
    put(rij, 'referentieAanbieder', velden.written(referentie));
    put(rij, 'categorie', velden.written(categorie));
    put(rij, 'code', velden.written(code));
    put(rij, 'einddatum', velden.date(einde));
    put(rij, 'redenWijziging', velden.written(reden));
    put(rij, 'volume', velden.number(volume));
    put(rij, 'eenheid', velden.written(eenheid));
    put(rij, 'frequentie', velden.written(frequentie));
    put(rij, 'budgetCents', velden.number(budget));
    return rij;
  });
}

/** One StartProduct of a JW305. */
export function start(velden: Velden, places: Places): RijLezer {
  const begin = places('Begindatum');
  const status = places('StatusAanlevering');
  const product = productFields(velden, places);
  return rijLezer(velden, [begin, status], product.optional, (client) => {
    const rij: Opbouw<StartRij> = {
      rij: 'start',
      client,
      begindatum: velden.date(begin) as PlainDate,
      statusAanlevering: velden.written(status) as string,
    };
    product.putInto(rij);
    return rij;
  });
}

/** One StopProduct of a JW307. */
export function stop(velden: Velden, places: Places): RijLezer {
  const begin = places('Begindatum');
  const einde = places('Einddatum');
  const reden = places('RedenBeeindiging');
  const status = places('StatusAanlevering');
  const product = productFields(velden, places);
  return rijLezer(velden, [begin, einde, reden, status], product.optional, (client) => {
    const rij: Opbouw<StopRij> = {
      rij: 'stop',
      client,
      begindatum: velden.date(begin) as PlainDate,
      einddatum: velden.date(einde) as PlainDate,
      redenBeeindiging: velden.written(reden) as string,
      statusAanlevering: velden.written(status) as string,
    };
    product.putInto(rij);
    return rij;
  });
}

/** What a start and a stop share. */
function productFields(velden: Velden, places: Places) {
  const nummer = places('ToewijzingNummer');
  const categorie = places('Product/Categorie');
  const code = places('Product/Code');
  const ingang = places('ToewijzingIngangsdatum');
  return {
    optional: [nummer, ingang],
    putInto(rij: Opbouw<StartRij> | Opbouw<StopRij>): void {
      put(rij, 'toewijzingNummer', velden.number(nummer));
      put(rij, 'categorie', velden.written(categorie));
      put(rij, 'code', velden.written(code));
      put(rij, 'toewijzingIngangsdatum', velden.date(ingang));
    },
  };
}

/** One AangevraagdProduct of a JW315. */
export function verzoek315(velden: Velden, places: Places): RijLezer {
  const referentie = places('ReferentieAanbieder');
  const categorie = places('Product/Categorie');
  const code = places('Product/Code');
  const ingang = places('ToewijzingIngangsdatum');
  const einde = places('ToewijzingEinddatum');
  const verwijzer = places('Verwijzer/Type');
  const agb = places('Verwijzer/ZorgverlenerCode');
  return rijLezer(velden, [referentie], [ingang, einde], (client) => {
    const rij: Opbouw<VerzoekRij> = {
      rij: 'verzoek',
      client,
      referentieAanbieder: velden.written(referentie) as string,
    };
    put(rij, 'categorie', velden.written(categorie));
    put(rij, 'code', velden.written(code));
    put(rij, 'ingangsdatum', velden.date(ingang));
    put(rij, 'einddatum', velden.date(einde));
    put(rij, 'verwijzerType', velden.written(verwijzer));
    put(rij, 'verwijzerAgb', velden.written(agb));
    return rij;
  });
}

/** The Verzoek of a JW317. */
export function verzoek317(velden: Velden, places: Places): RijLezer {
  const referentie = places('ReferentieAanbieder');
  return rijLezer(velden, [referentie], [], (client) => ({
    rij: 'verzoek',
    client,
    referentieAanbieder: velden.written(referentie) as string,
  }));
}

/** The Antwoord of a JW319. */
export function antwoord(velden: Velden, places: Places): RijLezer {
  const referentie = places('ReferentieAanbieder');
  const uitkomst = places('VerzoekAntwoord');
  const reden = places('RedenAfwijzingVerzoek');
  return rijLezer(velden, [referentie, uitkomst], [], () => {
    const rij: Opbouw<AntwoordRij> = {
      rij: 'antwoord',
      referentieAanbieder: velden.written(referentie) as string,
      verzoekAntwoord: velden.written(uitkomst) as string,
    };
    put(rij, 'redenAfwijzing', velden.written(reden));
    return rij;
  });
}
