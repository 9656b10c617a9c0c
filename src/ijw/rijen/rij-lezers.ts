// SPDX-License-Identifier: EUPL-1.2
import type { BerichtSoort } from '../../contract/index.ts';
import type { Element } from '../element-tree.ts';
import type { Velden } from '../velden.ts';
import {
  declaratie303,
  declaratie323,
  declaratieAntwoord304,
  declaratieAntwoord325,
  prestatie303,
  prestatie323,
  prestatieAntwoord,
} from './declaraties.ts';
import { retour } from './retour.ts';
import type { Places, RijLezer } from './rij-lezer.ts';
import { antwoord, start, stop, toewijzing, verzoek315, verzoek317 } from './zorg.ts';

type MakeRijLezer = (velden: Velden, places: Places) => RijLezer;

/** Elements that become rows, per message; wherever in the message they stand. A message that is not here is a retour. */
const RIJEN: Readonly<Partial<Record<BerichtSoort, Readonly<Record<string, MakeRijLezer>>>>> = {
  JW301: { ToegewezenProduct: toewijzing },
  JW303: { Prestatie: prestatie303, Header: declaratie303 },
  JW304: { Prestatie: prestatieAntwoord, Header: declaratieAntwoord304 },
  JW305: { StartProduct: start },
  JW307: { StopProduct: stop },
  JW315: { AangevraagdProduct: verzoek315 },
  JW317: { Verzoek: verzoek317 },
  JW319: { Antwoord: antwoord },
  JW323: { Prestatie: prestatie323, Declaratie: declaratie323 },
  JW325: { Prestatie: prestatieAntwoord, DeclaratieAntwoord: declaratieAntwoord325 },
};

/** The rows of one message, by the id of the element that they are made of. */
export function rijLezers(velden: Velden): readonly (RijLezer | undefined)[] {
  const rijen = RIJEN[velden.tree.soort];
  return velden.tree.elementen.map((element) => {
    const places: Places = (pad) => velden.place(`${element.pad}/${pad}`);
    if (rijen !== undefined) return rijen[element.naam]?.(velden, places);
    return isReturnedClass(element) ? retour(velden, element, places) : undefined;
  });
}

function isReturnedClass(element: Element): boolean {
  return element.naam !== 'Header' && element.kind.get('RetourCodes') !== undefined;
}
