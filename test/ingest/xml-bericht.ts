// SPDX-License-Identifier: EUPL-1.2
import {
  type Clientgegevens,
  formatPlainDate,
  type IjwRij,
  type PlainDate,
  revealBsn,
} from '../../src/contract/index.ts';
import { type BerichtInhoud, type BerichtWaarde, writeBericht } from '../../src/ijw/index.ts';
import type { Bericht } from '../store/voorbeeld.ts';

const BERICHT_CODE: Readonly<Record<string, string>> = {
  JW301: '436',
  JW302: '437',
  JW303: '432',
  JW304: '433',
  JW305: '438',
  JW307: '440',
  JW315: '446',
  JW323: '490',
  JW325: '491',
};

/** The message as a file, with its text as `inhoud`, so that the reference knows its sha256. Names and streets are markers to search for. */
export function asXml(bericht: Bericht): Bericht & { readonly inhoud: string } {
  const { kop } = bericht;
  const oud = kop.soort === 'JW303' || kop.soort === 'JW304';
  const inhoud = oud ? factuur(bericht) : { Header: header(bericht), ...body(bericht) };
  const xml = Buffer.from(writeBericht(oud ? '3.0' : '3.2', kop.soort, inhoud)).toString('utf8');
  return {
    ...bericht,
    inhoud: bericht.inhoud === undefined ? xml : xml.replace('?>', `?><!-- ${bericht.inhoud} -->`),
  };
}

function header({ kop }: Bericht): BerichtInhoud {
  const gemeente = kop.gemeente.slice(2);
  const id = (identificatie: string, dag: PlainDate): BerichtInhoud => ({
    Identificatie: identificatie,
    Dagtekening: formatPlainDate(dag),
  });
  const versie = { BasisschemaXsdVersie: '1.0.0', BerichtXsdVersie: '1.0.0' };
  return {
    BerichtCode: BERICHT_CODE[kop.soort],
    BerichtVersie: '3',
    BerichtSubversie: '2',
    Afzender: kop.afzender,
    Ontvanger: kop.afzender === gemeente ? kop.aanbieder : gemeente,
    BerichtIdentificatie: id(kop.identificatie, kop.dagtekening),
    XsdVersie: versie,
    ...(kop.soort === 'JW302' && {
      IdentificatieRetour: 'R1',
      DagtekeningRetour: formatPlainDate(kop.dagtekeningRetour ?? kop.dagtekening),
      XsdVersieRetour: versie,
    }),
    ...(kop.soort === 'JW325' && {
      DeclaratieIdentificatie: id(kop.declaratieIdentificatie ?? '', kop.dagtekening),
      XsdVersieDeclaratie: versie,
    }),
    ...(kop.retourCodes && { RetourCodes: codes(kop.retourCodes) }),
  };
}

function body({ kop, rijen }: Bericht): BerichtInhoud {
  switch (kop.soort) {
    case 'JW301':
      return een(rijen, 'ToegewezenProducten', 'ToegewezenProduct', toegewezen);
    case 'JW305':
      return een(rijen, 'StartProducten', 'StartProduct', startOfStop);
    case 'JW307':
      return een(rijen, 'StopProducten', 'StopProduct', startOfStop);
    case 'JW315':
      return een(rijen, 'AangevraagdeProducten', 'AangevraagdProduct', aangevraagd);
    case 'JW302':
      return retour(rijen);
    case 'JW323':
      return declaratie(rijen);
    default:
      return antwoord(rijen);
  }
}

function een(
  rijen: readonly IjwRij[],
  lijst: string,
  naam: string,
  product: (rij: IjwRij) => BerichtInhoud,
): BerichtInhoud {
  const [rij] = rijen;
  if (rij === undefined || !('client' in rij) || rij.client === undefined) return {};
  return { Client: { ...persoon(rij.client), [lijst]: { [naam]: rijen.map(product) } } };
}

function persoon(client: Clientgegevens): BerichtInhoud {
  const jaar = client.geboorteJaar ?? 2009;
  return {
    Bsn: revealBsn(client.bsn),
    Geboortedatum: {
      Datum: `${jaar}-${String(client.geboorteMaand ?? 1).padStart(2, '0')}-17`,
      ...(client.geboorteJaar === undefined && { DatumGebruik: '3' }),
    },
    Geslacht: client.geslacht ?? '0',
    Naam: { Geslachtsnaam: { Achternaam: 'Achternaammarker' }, Voornamen: 'Voornaammarker' },
  };
}

function product(rij: { readonly categorie?: string; readonly code?: string }): BerichtInhoud {
  return { Product: { Categorie: rij.categorie ?? '45', ...(rij.code !== undefined && { Code: rij.code }) } };
}

function toegewezen(rij: IjwRij): BerichtInhoud {
  if (rij.rij !== 'toewijzing') throw new Error('a JW301 holds toewijzingen');
  return {
    ToewijzingNummer: rij.toewijzingNummer,
    ReferentieAanbieder: rij.referentieAanbieder,
    ...product(rij),
    Toewijzingsdatum: formatPlainDate(rij.toewijzingsdatum),
    Toewijzingstijd: `00:00:0${rij.toewijzingstijd}`,
    Ingangsdatum: formatPlainDate(rij.ingangsdatum),
    RedenWijziging: rij.redenWijziging,
    Commentaar: 'Commentaarmarker',
  };
}

function startOfStop(rij: IjwRij): BerichtInhoud {
  if (rij.rij !== 'start' && rij.rij !== 'stop') throw new Error('a start or a stop');
  return {
    ToewijzingNummer: rij.toewijzingNummer,
    ...product(rij),
    Begindatum: formatPlainDate(rij.begindatum),
    ...(rij.rij === 'stop' && {
      RedenBeeindiging: rij.redenBeeindiging,
      Einddatum: formatPlainDate(rij.einddatum),
    }),
    StatusAanlevering: rij.statusAanlevering,
  };
}

function aangevraagd(rij: IjwRij): BerichtInhoud {
  if (rij.rij !== 'verzoek') throw new Error('a JW315 holds requests');
  return {
    ReferentieAanbieder: rij.referentieAanbieder,
    ToewijzingIngangsdatum: '2023-01-01',
    Verwijzer: { Type: rij.verwijzerType, Naam: 'Verwijzermarker' },
  };
}

function retour(rijen: readonly IjwRij[]): BerichtInhoud {
  const [top, klasse] = rijen;
  if (top?.rij !== 'retour' || top.client === undefined || klasse?.rij !== 'retour') return {};
  return {
    Client: {
      ...persoon(top.client),
      ToegewezenProducten: {
        ToegewezenProduct: [
          {
            ToewijzingNummer: klasse.toewijzingNummer,
            ...product(klasse),
            Toewijzingsdatum: '2023-01-01',
            Toewijzingstijd: '00:00:00',
            Ingangsdatum: '2023-01-01',
            RetourCodes: codes(klasse.retourCodes),
          },
        ],
      },
      RetourCodes: codes(top.retourCodes),
    },
  };
}

function codes(list: readonly string[]): BerichtInhoud {
  return { RetourCode: list };
}

function totaal(cents: number): BerichtInhoud {
  return { TotaalBedrag: Math.abs(cents), DebetCredit: cents < 0 ? 'C' : 'D' };
}

const PERIODE = { Begindatum: '2023-01-01', Einddatum: '2023-01-31' };

function perClient(
  rijen: readonly IjwRij[],
  prestatie: (rij: IjwRij) => BerichtInhoud,
  clientCodes?: (rij: IjwRij) => BerichtInhoud,
): BerichtWaarde {
  return rijen.flatMap((rij) =>
    'client' in rij && rij.client
      ? [
          {
            Bsn: revealBsn(rij.client.bsn),
            Prestaties: { Prestatie: [prestatie(rij)] },
            ...clientCodes?.(rij),
          },
        ]
      : [],
  );
}

function prestatie323(rij: IjwRij): BerichtInhoud {
  if (rij.rij !== 'prestatie') throw new Error('a JW323 holds prestaties');
  return {
    ProductReferentie: {
      ReferentieNummer: rij.referentieNummer,
      VorigReferentieNummer: rij.vorigReferentieNummer,
    },
    ToewijzingNummer: rij.toewijzingNummer,
    ProductCategorie: rij.categorie,
    ProductCode: rij.code,
    ProductPeriode: {
      Begindatum: formatPlainDate(rij.begindatum),
      Einddatum: formatPlainDate(rij.einddatum),
    },
    GeleverdVolume: rij.volume,
    Eenheid: rij.eenheid,
    ProductTarief: rij.tariefCents,
    IngediendBedrag: { Bedrag: rij.bedragCents, DebetCredit: rij.debetCredit },
  };
}

function declaratie(rijen: readonly IjwRij[]): BerichtInhoud {
  return {
    Declaratie: {
      DeclaratieNummer: '1',
      DeclaratiePeriode: PERIODE,
      DeclaratieDagtekening: '2023-02-01',
      TotaalIngediendBedrag: totaal(0),
      Clienten: { Client: perClient(rijen, prestatie323) },
    },
  };
}

function teruggekeerd(rij: IjwRij): BerichtInhoud {
  if (rij.rij !== 'prestatie-antwoord') throw new Error('a JW325 returns prestaties');
  return {
    ProductReferentie: { ReferentieNummer: rij.referentieNummer },
    ToewijzingNummer: 1,
    ProductCategorie: '45',
    ProductCode: '45A01',
    ProductPeriode: PERIODE,
    GeleverdVolume: 1,
    Eenheid: '04',
    IngediendBedrag: { Bedrag: 1, DebetCredit: 'D' },
    RetourCodes: codes(rij.retourCodes),
  };
}

function clientCodes(rij: IjwRij): BerichtInhoud {
  return { RetourCodes: codes(rij.rij === 'prestatie-antwoord' ? rij.clientRetourCodes : []) };
}

function antwoord(rijen: readonly IjwRij[]): BerichtInhoud {
  const clienten = perClient(rijen, teruggekeerd, clientCodes);
  const oordeel = rijen.find((rij) => rij.rij === 'declaratie-antwoord');
  if (oordeel === undefined && Array.isArray(clienten) && clienten.length === 0) return {};
  return {
    DeclaratieAntwoord: {
      DeclaratieNummer: '1',
      TotaalIngediendBedrag: totaal(1),
      TotaalToegekendBedrag: totaal(1),
      ...(Array.isArray(clienten) && clienten.length > 0 && { Clienten: { Client: clienten } }),
      RetourCodes: codes(oordeel?.rij === 'declaratie-antwoord' ? oordeel.retourCodes : ['0200']),
    },
  };
}

function factuur({ kop, rijen }: Bericht): BerichtInhoud {
  const antwoordBericht = kop.soort === 'JW304';
  const versie = { BasisschemaXsdVersie: '1.0.0', BerichtXsdVersie: '1.0.0' };
  const clienten = rijen.flatMap((rij) => factuurClient(rij));
  return {
    Header: {
      BerichtCode: BERICHT_CODE[kop.soort],
      BerichtVersie: '3',
      BerichtSubversie: '0',
      Gemeente: kop.gemeente.slice(2),
      Aanbieder: kop.aanbieder,
      BetalingAanID: '02',
      DeclaratieFactuurIdentificatie: {
        DeclaratiePeriode: PERIODE,
        DeclarantFactuurNummer: kop.identificatie,
        FactuurDagtekening: formatPlainDate(kop.dagtekening),
        ValutaCode: 'EUR',
      },
      XsdVersie: versie,
      ...(antwoordBericht
        ? {
            RetourHeader: {
              GemeenteReferentieNummer: 'G1',
              RetourDagtekening: formatPlainDate(kop.dagtekeningRetour ?? kop.dagtekening),
            },
            RetourBedragen: { IngediendTotaalBedrag: totaal(1), ToegekendTotaalBedrag: totaal(1) },
            XsdVersieRetour: versie,
            RetourCodes: codes(kop.retourCodes ?? ['0200']),
          }
        : { DeclaratieFactuurBedragen: { DeclaratieFactuurTotaalBedrag: totaal(1) } }),
    },
    ...(clienten.length > 0 && { Clienten: { Client: clienten } }),
  };
}

function factuurClient(rij: IjwRij): BerichtInhoud[] {
  const bedrag = (cents: number, teken = 'D'): BerichtInhoud => ({ Bedrag: cents, DebetCredit: teken });
  if (rij.rij === 'prestatie') {
    const { IngediendBedrag, GeleverdVolume, Eenheid, ProductTarief, ...rest } = prestatie323(rij);
    const regel = {
      ...rest,
      IngediendeBedragPrestatie: {
        GeleverdVolume,
        Eenheid,
        ProductTarief,
        DeclaratieFactuurBedrag: IngediendBedrag,
      },
    };
    return [{ ...persoon(rij.client), Prestaties: { Prestatie: [regel] } }];
  }
  if (rij.rij !== 'prestatie-antwoord') return [];
  const { IngediendBedrag, GeleverdVolume, Eenheid, ...rest } = teruggekeerd(rij);
  const toegekend = rij.toegekendCents ?? 0;
  const regel = {
    ...rest,
    IngediendeBedragPrestatie: { GeleverdVolume, Eenheid, DeclaratieFactuurBedrag: IngediendBedrag },
    ToegekendeBedragPrestatie: {
      GemeenteBerekendBedrag: bedrag(toegekend),
      ToegekendBedrag: bedrag(toegekend),
    },
  };
  return [{ ...persoon(rij.client), Prestaties: { Prestatie: [regel] }, ...clientCodes(rij) }];
}
