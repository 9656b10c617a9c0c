// SPDX-License-Identifier: EUPL-1.2
import type { RetourRij } from '../../contract/index.ts';
import type { Element } from '../element-tree.ts';
import type { Velden } from '../velden.ts';
import { type Opbouw, type Places, put, type RijLezer, rijLezer } from './rij-lezer.ts';

/** One class with RetourCodes in a retour message. */
export function retour(velden: Velden, klasse: Element, places: Places): RijLezer {
  const retourCode = places('RetourCodes/RetourCode');
  const nummer = places('ToewijzingNummer');
  const categorie = places('Product/Categorie');
  const code = places('Product/Code');
  const begin = places('Begindatum');
  const einde = places('Einddatum');
  const referentie = places('ReferentieAanbieder');
  const persoonlijk = klasse.pad.startsWith('Client');
  return rijLezer(velden, [], [], (client) => {
    const rij: Opbouw<RetourRij> = {
      rij: 'retour',
      klasse: klasse.naam,
      retourCodes: [...velden.list(retourCode)],
    };
    if (persoonlijk) rij.client = client;
    put(rij, 'toewijzingNummer', velden.number(nummer));
    put(rij, 'categorie', velden.written(categorie));
    put(rij, 'code', velden.written(code));
    put(rij, 'begindatum', velden.date(begin));
    put(rij, 'einddatum', velden.date(einde));
    put(rij, 'referentieAanbieder', velden.written(referentie));
    return rij;
  });
}
