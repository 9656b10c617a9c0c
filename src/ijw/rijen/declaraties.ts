// SPDX-License-Identifier: EUPL-1.2
import type {
  DeclaratieAntwoordRij,
  DeclaratieRij,
  PlainDate,
  PrestatieAntwoordRij,
  PrestatieRij,
} from '../../contract/index.ts';
import type { Velden } from '../velden.ts';
import { type Opbouw, type Places, put, type RijLezer, rijLezer } from './rij-lezer.ts';

/** One Prestatie of a JW323. */
export function prestatie323(velden: Velden, places: Places): RijLezer {
  return prestatie(velden, places, '', 'IngediendBedrag');
}

/** One Prestatie of a JW303. */
export function prestatie303(velden: Velden, places: Places): RijLezer {
  const groep = 'IngediendeBedragPrestatie/';
  return prestatie(velden, places, groep, `${groep}DeclaratieFactuurBedrag`);
}

function prestatie(velden: Velden, places: Places, groep: string, bedragPad: string): RijLezer {
  const referentie = places('ProductReferentie/ReferentieNummer');
  const vorige = places('ProductReferentie/VorigReferentieNummer');
  const nummer = places('ToewijzingNummer');
  const categorie = places('ProductCategorie');
  const code = places('ProductCode');
  const begin = places('ProductPeriode/Begindatum');
  const einde = places('ProductPeriode/Einddatum');
  const volume = places(`${groep}GeleverdVolume`);
  const eenheid = places(`${groep}Eenheid`);
  const tarief = places(`${groep}ProductTarief`);
  const bedrag = places(`${bedragPad}/Bedrag`);
  const teken = places(`${bedragPad}/DebetCredit`);
  const needed = [referentie, begin, einde, bedrag, teken];
  const lezer = rijLezer(velden, needed, [vorige, nummer, tarief], (client) => {
    const rij: Opbouw<PrestatieRij> = {
      rij: 'prestatie',
      client,
      referentieNummer: velden.written(referentie) as string,
      categorie: velden.written(categorie) ?? '',
      code: velden.written(code) ?? '',
      begindatum: velden.date(begin) as PlainDate,
      einddatum: velden.date(einde) as PlainDate,
      volume: velden.number(volume) ?? 0,
      eenheid: velden.written(eenheid) ?? '',
      bedragCents: velden.number(bedrag) as number,
      debetCredit: velden.written(teken) === 'C' ? 'C' : 'D',
    };
    put(rij, 'vorigReferentieNummer', velden.written(vorige));
    put(rij, 'toewijzingNummer', velden.number(nummer));
    put(rij, 'tariefCents', velden.number(tarief));
    return rij;
  });
  return { ...lezer, isReadable: () => lezer.isReadable() && isSign(velden.written(teken)) };
}

function isSign(text: string | undefined): boolean {
  return text === 'D' || text === 'C';
}

/** A total with its DebetCredit, as one signed number. */
interface Totaal {
  readonly needed: readonly number[];
  isReadable(): boolean;
  cents(): number;
}

function totaal(velden: Velden, places: Places, pad: string): Totaal {
  const bedrag = places(`${pad}/TotaalBedrag`);
  const teken = places(`${pad}/DebetCredit`);
  return {
    needed: [bedrag, teken],
    isReadable: () => isSign(velden.written(teken)),
    cents() {
      const cents = velden.number(bedrag) as number;
      return velden.written(teken) === 'C' ? 0 - cents : cents;
    },
  };
}

/** The Declaratie of a JW323. */
export function declaratie323(velden: Velden, places: Places): RijLezer {
  const total = totaal(velden, places, 'TotaalIngediendBedrag');
  return declaratie(velden, places, 'DeclaratieNummer', 'DeclaratiePeriode', total);
}

/** What the header of a JW303 says of the declaration. */
export function declaratie303(velden: Velden, places: Places): RijLezer {
  const groep = 'DeclaratieFactuurIdentificatie';
  const total = totaal(velden, places, 'DeclaratieFactuurBedragen/DeclaratieFactuurTotaalBedrag');
  return declaratie(velden, places, `${groep}/DeclarantFactuurNummer`, `${groep}/DeclaratiePeriode`, total);
}

function declaratie(velden: Velden, places: Places, id: string, periode: string, total: Totaal): RijLezer {
  const nummer = places(id);
  const begin = places(`${periode}/Begindatum`);
  const einde = places(`${periode}/Einddatum`);
  const lezer = rijLezer(velden, [nummer, begin, einde, ...total.needed], [], () => {
    const rij: DeclaratieRij = {
      rij: 'declaratie',
      declaratieNummer: velden.written(nummer) as string,
      periodeBegin: velden.date(begin) as PlainDate,
      periodeEinde: velden.date(einde) as PlainDate,
      totaalCents: total.cents(),
    };
    return rij;
  });
  return { ...lezer, isReadable: () => lezer.isReadable() && total.isReadable() };
}

/** The DeclaratieAntwoord of a JW325. */
export function declaratieAntwoord325(velden: Velden, places: Places): RijLezer {
  const asked = totaal(velden, places, 'TotaalIngediendBedrag');
  const granted = totaal(velden, places, 'TotaalToegekendBedrag');
  return declaratieAntwoord(velden, places, 'DeclaratieNummer', asked, granted);
}

/** What the header of a JW304 says of the declaration. */
export function declaratieAntwoord304(velden: Velden, places: Places): RijLezer {
  const asked = totaal(velden, places, 'RetourBedragen/IngediendTotaalBedrag');
  const granted = totaal(velden, places, 'RetourBedragen/ToegekendTotaalBedrag');
  return declaratieAntwoord(
    velden,
    places,
    'DeclaratieFactuurIdentificatie/DeclarantFactuurNummer',
    asked,
    granted,
  );
}

function declaratieAntwoord(
  velden: Velden,
  places: Places,
  id: string,
  asked: Totaal,
  granted: Totaal,
): RijLezer {
  const nummer = places(id);
  const retourCode = places('RetourCodes/RetourCode');
  const lezer = rijLezer(velden, [...asked.needed, ...granted.needed], [], () => {
    const rij: Opbouw<DeclaratieAntwoordRij> = {
      rij: 'declaratie-antwoord',
      ingediendCents: asked.cents(),
      toegekendCents: granted.cents(),
      retourCodes: [...velden.list(retourCode)],
    };
    put(rij, 'declaratieNummer', velden.written(nummer));
    return rij;
  });
  return { ...lezer, isReadable: () => lezer.isReadable() && asked.isReadable() && granted.isReadable() };
}

/** One returned Prestatie of a JW325 or JW304; the codes of its client come later. */
export function prestatieAntwoord(velden: Velden, places: Places): RijLezer {
  const referentie = places('ProductReferentie/ReferentieNummer');
  const retourCode = places('RetourCodes/RetourCode');
  const toegekend = places('ToegekendeBedragPrestatie/ToegekendBedrag/Bedrag');
  return rijLezer(velden, [referentie], [toegekend], (client) => {
    const rij: Opbouw<PrestatieAntwoordRij> = {
      rij: 'prestatie-antwoord',
      client,
      referentieNummer: velden.written(referentie) as string,
      retourCodes: [...velden.list(retourCode)],
      clientRetourCodes: [],
    };
    put(rij, 'toegekendCents', velden.number(toegekend));
    return rij;
  });
}
