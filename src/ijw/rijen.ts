// SPDX-License-Identifier: EUPL-1.2
import type {
  AntwoordRij,
  Clientgegevens,
  DeclaratieAntwoordRij,
  DeclaratieRij,
  IjwRij,
  PrestatieAntwoordRij,
  PrestatieRij,
  RetourRij,
  StartRij,
  StopRij,
  ToewijzingRij,
  VerzoekRij,
} from '../contract/index.ts';
import type { Element } from './element-tree.ts';
import type { Velden } from './velden.ts';

/** Makes a row of what stands in the fields when its element closes; undefined when identity, a date or an amount cannot be read. */
export type RijLezer = (client: Clientgegevens) => IjwRij | undefined;

type Opbouw<T> = { -readonly [K in keyof T]: T[K] };
type Places = (pad: string) => number;

/** The rows of one message number, by the path of the element that they are made of. */
export function rijLezers(velden: Velden): ReadonlyMap<Element, RijLezer> {
  const { elementen, soort } = velden.tree;
  const found = new Map<Element, RijLezer>();
  const each = (naam: string, make: (places: Places) => RijLezer): void => {
    for (const element of elementen) {
      if (element.naam === naam)
        found.set(
          element,
          make((pad) => velden.place(`${element.pad}/${pad}`)),
        );
    }
  };
  switch (soort) {
    case 'JW301':
      each('ToegewezenProduct', (places) => toewijzing(velden, places));
      break;
    case 'JW303':
      each('Prestatie', (places) => prestatie303(velden, places));
      each('Header', (places) => declaratie303(velden, places));
      break;
    case 'JW304':
      each('Prestatie', (places) => prestatieAntwoord(velden, places, true));
      each('Header', (places) => declaratieAntwoord304(velden, places));
      break;
    case 'JW305':
      each('StartProduct', (places) => start(velden, places));
      break;
    case 'JW307':
      each('StopProduct', (places) => stop(velden, places));
      break;
    case 'JW315':
      each('AangevraagdProduct', (places) => verzoek315(velden, places));
      break;
    case 'JW317':
      each('Verzoek', (places) => verzoek317(velden, places));
      break;
    case 'JW319':
      each('Antwoord', (places) => antwoord(velden, places));
      break;
    case 'JW323':
      each('Prestatie', (places) => prestatie323(velden, places));
      each('Declaratie', (places) => declaratie323(velden, places));
      break;
    case 'JW325':
      each('Prestatie', (places) => prestatieAntwoord(velden, places, false));
      each('DeclaratieAntwoord', (places) => declaratieAntwoord325(velden, places));
      break;
    default:
      retouren(velden, found);
  }
  return found;
}

/** Gives an object a property only when there is a value. */
function put<T, K extends keyof T>(rij: T, key: K, value: T[K] | undefined): void {
  if (value !== undefined) rij[key] = value;
}

function someUnreadable(velden: Velden, places: readonly number[]): boolean {
  for (const place of places) if (velden.isUnreadable(place)) return true;
  return false;
}

function toewijzing(velden: Velden, places: Places): RijLezer {
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
  const needed = [nummer, einde, budget];
  return (client) => {
    const toewijzingsdatum = velden.date(datum);
    const toewijzingstijd = velden.number(tijd);
    const ingangsdatum = velden.date(ingang);
    if (
      toewijzingsdatum === undefined ||
      toewijzingstijd === undefined ||
      ingangsdatum === undefined ||
      someUnreadable(velden, needed)
    ) {
      return undefined;
    }
    const rij: Opbouw<ToewijzingRij> = {
      rij: 'toewijzing',
      client,
      toewijzingsdatum,
      toewijzingstijd,
      ingangsdatum,
    };
    put(rij, 'toewijzingNummer', velden.number(nummer));
    put(rij, 'referentieAanbieder', velden.text(referentie));
    put(rij, 'categorie', velden.text(categorie));
    put(rij, 'code', velden.text(code));
    put(rij, 'einddatum', velden.date(einde));
    put(rij, 'redenWijziging', velden.text(reden));
    put(rij, 'volume', velden.number(volume));
    put(rij, 'eenheid', velden.text(eenheid));
    put(rij, 'frequentie', velden.text(frequentie));
    put(rij, 'budgetCents', velden.number(budget));
    return rij;
  };
}

function start(velden: Velden, places: Places): RijLezer {
  const begin = places('Begindatum');
  const status = places('StatusAanlevering');
  const product = productFields(velden, places);
  return (client) => {
    const begindatum = velden.date(begin);
    const statusAanlevering = velden.text(status);
    if (begindatum === undefined || statusAanlevering === undefined || product.isUnreadable())
      return undefined;
    const rij: Opbouw<StartRij> = { rij: 'start', client, begindatum, statusAanlevering };
    product.putInto(rij);
    return rij;
  };
}

function stop(velden: Velden, places: Places): RijLezer {
  const begin = places('Begindatum');
  const einde = places('Einddatum');
  const reden = places('RedenBeeindiging');
  const status = places('StatusAanlevering');
  const product = productFields(velden, places);
  return (client) => {
    const begindatum = velden.date(begin);
    const einddatum = velden.date(einde);
    const redenBeeindiging = velden.text(reden);
    const statusAanlevering = velden.text(status);
    if (
      begindatum === undefined ||
      einddatum === undefined ||
      redenBeeindiging === undefined ||
      statusAanlevering === undefined ||
      product.isUnreadable()
    ) {
      return undefined;
    }
    const rij: Opbouw<StopRij> = {
      rij: 'stop',
      client,
      begindatum,
      einddatum,
      redenBeeindiging,
      statusAanlevering,
    };
    product.putInto(rij);
    return rij;
  };
}

/** What a start and a stop share. */
function productFields(velden: Velden, places: Places) {
  const nummer = places('ToewijzingNummer');
  const categorie = places('Product/Categorie');
  const code = places('Product/Code');
  const ingang = places('ToewijzingIngangsdatum');
  return {
    isUnreadable: () => velden.isUnreadable(nummer) || velden.isUnreadable(ingang),
    putInto(rij: Opbouw<StartRij> | Opbouw<StopRij>): void {
      put(rij, 'toewijzingNummer', velden.number(nummer));
      put(rij, 'categorie', velden.text(categorie));
      put(rij, 'code', velden.text(code));
      put(rij, 'toewijzingIngangsdatum', velden.date(ingang));
    },
  };
}

function verzoek315(velden: Velden, places: Places): RijLezer {
  const referentie = places('ReferentieAanbieder');
  const categorie = places('Product/Categorie');
  const code = places('Product/Code');
  const ingang = places('ToewijzingIngangsdatum');
  const einde = places('ToewijzingEinddatum');
  const verwijzer = places('Verwijzer/Type');
  const agb = places('Verwijzer/ZorgverlenerCode');
  return (client) => {
    const referentieAanbieder = velden.text(referentie);
    if (referentieAanbieder === undefined || someUnreadable(velden, [ingang, einde])) return undefined;
    const rij: Opbouw<VerzoekRij> = { rij: 'verzoek', client, referentieAanbieder };
    put(rij, 'categorie', velden.text(categorie));
    put(rij, 'code', velden.text(code));
    put(rij, 'ingangsdatum', velden.date(ingang));
    put(rij, 'einddatum', velden.date(einde));
    put(rij, 'verwijzerType', velden.text(verwijzer));
    put(rij, 'verwijzerAgb', velden.text(agb));
    return rij;
  };
}

function verzoek317(velden: Velden, places: Places): RijLezer {
  const referentie = places('ReferentieAanbieder');
  return (client) => {
    const referentieAanbieder = velden.text(referentie);
    return referentieAanbieder === undefined ? undefined : { rij: 'verzoek', client, referentieAanbieder };
  };
}

function antwoord(velden: Velden, places: Places): RijLezer {
  const referentie = places('ReferentieAanbieder');
  const uitkomst = places('VerzoekAntwoord');
  const reden = places('RedenAfwijzingVerzoek');
  return () => {
    const referentieAanbieder = velden.text(referentie);
    const verzoekAntwoord = velden.text(uitkomst);
    if (referentieAanbieder === undefined || verzoekAntwoord === undefined) return undefined;
    const rij: Opbouw<AntwoordRij> = { rij: 'antwoord', referentieAanbieder, verzoekAntwoord };
    put(rij, 'redenAfwijzing', velden.text(reden));
    return rij;
  };
}

function prestatie323(velden: Velden, places: Places): RijLezer {
  return prestatie(velden, places, {
    volume: 'GeleverdVolume',
    eenheid: 'Eenheid',
    tarief: 'ProductTarief',
    bedrag: 'IngediendBedrag',
  });
}

function prestatie303(velden: Velden, places: Places): RijLezer {
  return prestatie(velden, places, {
    volume: 'IngediendeBedragPrestatie/GeleverdVolume',
    eenheid: 'IngediendeBedragPrestatie/Eenheid',
    tarief: 'IngediendeBedragPrestatie/ProductTarief',
    bedrag: 'IngediendeBedragPrestatie/DeclaratieFactuurBedrag',
  });
}

function prestatie(
  velden: Velden,
  places: Places,
  pad: {
    readonly volume: string;
    readonly eenheid: string;
    readonly tarief: string;
    readonly bedrag: string;
  },
): RijLezer {
  const referentie = places('ProductReferentie/ReferentieNummer');
  const vorige = places('ProductReferentie/VorigReferentieNummer');
  const nummer = places('ToewijzingNummer');
  const categorie = places('ProductCategorie');
  const code = places('ProductCode');
  const begin = places('ProductPeriode/Begindatum');
  const einde = places('ProductPeriode/Einddatum');
  const volume = places(pad.volume);
  const eenheid = places(pad.eenheid);
  const tarief = places(pad.tarief);
  const bedrag = places(`${pad.bedrag}/Bedrag`);
  const teken = places(`${pad.bedrag}/DebetCredit`);
  const needed = [vorige, nummer, tarief];
  return (client) => {
    const referentieNummer = velden.text(referentie);
    const begindatum = velden.date(begin);
    const einddatum = velden.date(einde);
    const bedragCents = velden.number(bedrag);
    const debetCredit = velden.text(teken);
    if (
      referentieNummer === undefined ||
      begindatum === undefined ||
      einddatum === undefined ||
      bedragCents === undefined ||
      (debetCredit !== 'D' && debetCredit !== 'C') ||
      someUnreadable(velden, needed)
    ) {
      return undefined;
    }
    const rij: Opbouw<PrestatieRij> = {
      rij: 'prestatie',
      client,
      referentieNummer,
      categorie: velden.text(categorie) ?? '',
      code: velden.text(code) ?? '',
      begindatum,
      einddatum,
      volume: velden.number(volume) ?? 0,
      eenheid: velden.text(eenheid) ?? '',
      bedragCents,
      debetCredit,
    };
    const vorig = velden.text(vorige);
    if (vorig !== undefined) rij.vorigReferentieNummer = vorig;
    const toewijzingNummer = velden.number(nummer);
    if (toewijzingNummer !== undefined) rij.toewijzingNummer = toewijzingNummer;
    const tariefCents = velden.number(tarief);
    if (tariefCents !== undefined) rij.tariefCents = tariefCents;
    return rij;
  };
}

/** An amount with DebetCredit as one signed number; undefined when either cannot be read. */
function signedAmount(velden: Velden, places: Places, pad: string): () => number | undefined {
  const bedrag = places(`${pad}/TotaalBedrag`);
  const teken = places(`${pad}/DebetCredit`);
  return () => {
    const cents = velden.number(bedrag);
    const sign = velden.text(teken);
    if (cents === undefined || (sign !== 'D' && sign !== 'C')) return undefined;
    return sign === 'C' ? 0 - cents : cents;
  };
}

function declaratie323(velden: Velden, places: Places): RijLezer {
  const totaal = signedAmount(velden, places, 'TotaalIngediendBedrag');
  return declaratie(velden, places('DeclaratieNummer'), places, 'DeclaratiePeriode', totaal);
}

function declaratie303(velden: Velden, places: Places): RijLezer {
  const groep = 'DeclaratieFactuurIdentificatie';
  const totaal = signedAmount(velden, places, 'DeclaratieFactuurBedragen/DeclaratieFactuurTotaalBedrag');
  return declaratie(
    velden,
    places(`${groep}/DeclarantFactuurNummer`),
    places,
    `${groep}/DeclaratiePeriode`,
    totaal,
  );
}

function declaratie(
  velden: Velden,
  nummer: number,
  places: Places,
  periode: string,
  totaal: () => number | undefined,
): RijLezer {
  const begin = places(`${periode}/Begindatum`);
  const einde = places(`${periode}/Einddatum`);
  return () => {
    const declaratieNummer = velden.text(nummer);
    const periodeBegin = velden.date(begin);
    const periodeEinde = velden.date(einde);
    const totaalCents = totaal();
    if (
      declaratieNummer === undefined ||
      periodeBegin === undefined ||
      periodeEinde === undefined ||
      totaalCents === undefined
    ) {
      return undefined;
    }
    const rij: DeclaratieRij = {
      rij: 'declaratie',
      declaratieNummer,
      periodeBegin,
      periodeEinde,
      totaalCents,
    };
    return rij;
  };
}

function declaratieAntwoord325(velden: Velden, places: Places): RijLezer {
  const ingediend = signedAmount(velden, places, 'TotaalIngediendBedrag');
  const toegekend = signedAmount(velden, places, 'TotaalToegekendBedrag');
  return declaratieAntwoord(
    velden,
    places('DeclaratieNummer'),
    places('RetourCodes/RetourCode'),
    ingediend,
    toegekend,
  );
}

function declaratieAntwoord304(velden: Velden, places: Places): RijLezer {
  const nummer = places('DeclaratieFactuurIdentificatie/DeclarantFactuurNummer');
  const ingediend = signedAmount(velden, places, 'RetourBedragen/IngediendTotaalBedrag');
  const toegekend = signedAmount(velden, places, 'RetourBedragen/ToegekendTotaalBedrag');
  return declaratieAntwoord(velden, nummer, places('RetourCodes/RetourCode'), ingediend, toegekend);
}

function declaratieAntwoord(
  velden: Velden,
  nummer: number,
  retourCode: number,
  ingediend: () => number | undefined,
  toegekend: () => number | undefined,
): RijLezer {
  return () => {
    const ingediendCents = ingediend();
    const toegekendCents = toegekend();
    if (ingediendCents === undefined || toegekendCents === undefined) return undefined;
    const rij: Opbouw<DeclaratieAntwoordRij> = {
      rij: 'declaratie-antwoord',
      ingediendCents,
      toegekendCents,
      retourCodes: [...velden.list(retourCode)],
    };
    put(rij, 'declaratieNummer', velden.text(nummer));
    return rij;
  };
}

function prestatieAntwoord(velden: Velden, places: Places, factuur: boolean): RijLezer {
  const referentie = places('ProductReferentie/ReferentieNummer');
  const retourCode = places('RetourCodes/RetourCode');
  const toegekend = places('ToegekendeBedragPrestatie/ToegekendBedrag/Bedrag');
  return (client) => {
    const referentieNummer = velden.text(referentie);
    if (referentieNummer === undefined) return undefined;
    const rij: Opbouw<PrestatieAntwoordRij> = {
      rij: 'prestatie-antwoord',
      client,
      referentieNummer,
      retourCodes: [...velden.list(retourCode)],
      clientRetourCodes: [],
    };
    if (!factuur) return rij;
    if (velden.isUnreadable(toegekend)) return undefined;
    put(rij, 'toegekendCents', velden.number(toegekend));
    return rij;
  };
}

/** Retours: one row for every class below the header that has RetourCodes. */
function retouren(velden: Velden, found: Map<Element, RijLezer>): void {
  for (const element of velden.tree.elementen) {
    const klasse = element.ouder;
    if (element.naam !== 'RetourCodes' || klasse === undefined || klasse.naam === 'Header') continue;
    found.set(klasse, retour(velden, klasse));
  }
}

function retour(velden: Velden, klasse: Element): RijLezer {
  const places = (pad: string): number => velden.place(`${klasse.pad}/${pad}`);
  const retourCode = places('RetourCodes/RetourCode');
  const nummer = places('ToewijzingNummer');
  const categorie = places('Product/Categorie');
  const code = places('Product/Code');
  const begin = places('Begindatum');
  const einde = places('Einddatum');
  const referentie = places('ReferentieAanbieder');
  const persoonlijk = klasse.pad.startsWith('Client');
  return (client) => {
    const rij: Opbouw<RetourRij> = {
      rij: 'retour',
      klasse: klasse.naam,
      retourCodes: [...velden.list(retourCode)],
    };
    if (persoonlijk) rij.client = client;
    put(rij, 'toewijzingNummer', velden.number(nummer));
    put(rij, 'categorie', velden.text(categorie));
    put(rij, 'code', velden.text(code));
    put(rij, 'begindatum', velden.date(begin));
    put(rij, 'einddatum', velden.date(einde));
    put(rij, 'referentieAanbieder', velden.text(referentie));
    return rij;
  };
}
