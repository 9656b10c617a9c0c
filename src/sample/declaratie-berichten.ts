// SPDX-License-Identifier: EUPL-1.2
import type { BerichtInhoud } from '../ijw/index.ts';
import { firstDay, isoDay, lastDay } from './calendar.ts';
import type { Declaratie, Declaratieregel } from './declaraties.ts';
import { regelCents, toegekendCents } from './declaraties.ts';
import type { Child } from './population.ts';
import { factuurReleaseOn, kop, releaseOn, versieVelden, xsdVersie } from './release.ts';
import type { Gemeentepost } from './toewijzing-berichten.ts';
import type { Uitgaand } from './uitgaand.ts';

/** The two messages of a declaration: JW303 and JW304, or JW323 and JW325. */
export function declaratieBerichten(
  post: Gemeentepost,
  declaratie: Declaratie,
): readonly [Uitgaand, Uitgaand] {
  return declaratie.vorm === 'jw323' ? nieuweStijl(post, declaratie) : oudeStijl(post, declaratie);
}

function nieuweStijl(post: Gemeentepost, declaratie: Declaratie): readonly [Uitgaand, Uitgaand] {
  const { aanbieder, dagtekening, antwoordDagtekening, identificatie } = declaratie;
  const release = releaseOn(dagtekening);
  const antwoordRelease = releaseOn(antwoordDagtekening);
  const antwoordId = post.nummering.next('JW325', post.code);
  return [
    {
      soort: 'JW323',
      release,
      dagtekening,
      afzender: aanbieder.agb,
      identificatie,
      regels: declaratie.regels.length,
      gewoon: declaratie.afgekeurd ? undefined : declaratie.regels.find(({ gewoon }) => gewoon)?.referentie,
      afgekeurd: declaratie.afgekeurd,
      inhoud: () => ({
        Header: kop('JW323', release, aanbieder.agb, post.code, identificatie, dagtekening),
        Declaratie: {
          DeclaratieNummer: identificatie,
          DeclaratiePeriode: periode(declaratie),
          DeclaratieDagtekening: isoDay(dagtekening),
          TotaalIngediendBedrag: totaal(ingediend(declaratie)),
          Clienten: {
            Client: perChild(declaratie.regels).map(([child, regels]) => ({
              Bsn: post.clienten.bsn(child),
              Prestaties: { Prestatie: regels.map(prestatie) },
            })),
          },
        },
      }),
    },
    {
      soort: 'JW325',
      release: antwoordRelease,
      dagtekening: antwoordDagtekening,
      afzender: post.code,
      identificatie: antwoordId,
      regels: 0,
      inhoud: () => ({
        Header: {
          ...kop('JW325', antwoordRelease, post.code, aanbieder.agb, antwoordId, antwoordDagtekening),
          DeclaratieIdentificatie: { Identificatie: identificatie, Dagtekening: isoDay(dagtekening) },
          XsdVersieDeclaratie: xsdVersie(release),
          RetourCodes: codes(declaratie.afgekeurd ? '0001' : '0200'),
        },
        DeclaratieAntwoord: declaratie.afgekeurd ? undefined : antwoord(post, declaratie),
      }),
    },
  ];
}

function antwoord(post: Gemeentepost, declaratie: Declaratie): BerichtInhoud {
  const refused = declaratie.regels.filter((regel) => regel.afgekeurd !== undefined);
  return {
    DeclaratieNummer: declaratie.identificatie,
    TotaalIngediendBedrag: totaal(ingediend(declaratie)),
    TotaalToegekendBedrag: totaal(toegekend(declaratie)),
    Clienten:
      refused.length === 0
        ? undefined
        : {
            Client: perChild(refused).map(([child, regels]) => ({
              Bsn: post.clienten.bsn(child),
              Prestaties: {
                Prestatie: regels.map((regel) => ({
                  ...prestatie(regel),
                  RetourCodes: codes(regel.afgekeurd ?? '0200'),
                })),
              },
              RetourCodes: codes('0200'),
            })),
          },
    RetourCodes: codes(refused.length === 0 ? '8001' : '0200'),
  };
}

function prestatie(regel: Declaratieregel): BerichtInhoud {
  const { product } = regel.bron.toewijzing;
  return {
    ProductReferentie: { ReferentieNummer: regel.referentie, VorigReferentieNummer: regel.vorig },
    ToewijzingNummer: regel.bron.toewijzing.nummer,
    ProductCategorie: product.categorie,
    ProductCode: product.code,
    ProductPeriode: { Begindatum: isoDay(regel.begin), Einddatum: isoDay(regel.eind) },
    GeleverdVolume: regel.volume,
    Eenheid: product.eenheid,
    ProductTarief: product.eenheid === '83' ? undefined : regel.bron.prestatie.tariefCents,
    IngediendBedrag: bedrag(regelCents(regel)),
  };
}

function oudeStijl(post: Gemeentepost, declaratie: Declaratie): readonly [Uitgaand, Uitgaand] {
  const { aanbieder, dagtekening, antwoordDagtekening, identificatie } = declaratie;
  const release = factuurReleaseOn(dagtekening);
  const factuur = declaratie.vorm === 'factuur';
  const antwoordId = post.nummering.next('JW304', post.code);
  const header = (code: string): BerichtInhoud => ({
    BerichtCode: code,
    ...versieVelden(release),
    Gemeente: post.code,
    Aanbieder: aanbieder.agb,
    BetalingAanID: '02',
    DeclaratieFactuurIdentificatie: {
      DeclaratiePeriode: periode(declaratie),
      DeclarantFactuurNummer: identificatie,
      FactuurDagtekening: isoDay(dagtekening),
      ValutaCode: 'EUR',
    },
    XsdVersie: xsdVersie(release),
  });
  return [
    {
      soort: 'JW303',
      release,
      dagtekening,
      afzender: aanbieder.agb,
      identificatie,
      regels: declaratie.regels.length,
      inhoud: () => ({
        Header: {
          ...header(factuur ? '450' : '432'),
          DeclaratieFactuurBedragen: { DeclaratieFactuurTotaalBedrag: totaal(ingediend(declaratie)) },
        },
        Clienten: {
          Client: perChild(declaratie.regels).map(([child, regels]) => ({
            ...post.clienten.verkort(child),
            Prestaties: { Prestatie: regels.map(oudePrestatie) },
          })),
        },
      }),
    },
    {
      soort: 'JW304',
      release,
      dagtekening: antwoordDagtekening,
      afzender: post.code,
      identificatie: antwoordId,
      regels: 0,
      inhoud: () => ({
        Header: {
          ...header(factuur ? '451' : '433'),
          RetourHeader: {
            GemeenteReferentieNummer: antwoordId,
            RetourDagtekening: isoDay(antwoordDagtekening),
          },
          RetourBedragen: {
            IngediendTotaalBedrag: totaal(ingediend(declaratie)),
            ToegekendTotaalBedrag: totaal(declaratie.afgekeurd ? 0 : toegekend(declaratie)),
          },
          XsdVersieRetour: xsdVersie(release),
          RetourCodes: codes(
            declaratie.afgekeurd ? '0001' : deviating(declaratie).length > 0 ? '0200' : '8001',
          ),
        },
        Clienten: retourClienten(post, declaratie),
      }),
    },
  ];
}

function deviating(declaratie: Declaratie): Declaratieregel[] {
  return declaratie.regels.filter((regel) => regel.afgekeurd !== undefined || regel.toegekend !== undefined);
}

function retourClienten(post: Gemeentepost, declaratie: Declaratie): BerichtInhoud | undefined {
  const listed = declaratie.afgekeurd ? [] : deviating(declaratie);
  if (listed.length === 0) return undefined;
  return {
    Client: perChild(listed).map(([child, regels]) => ({
      ...post.clienten.verkort(child),
      Prestaties: {
        Prestatie: regels.map((regel) => ({
          ...oudePrestatie(regel),
          ToegekendeBedragPrestatie: {
            GemeenteBerekendBedrag: bedrag(toegekendCents(regel)),
            ToegekendBedrag: bedrag(toegekendCents(regel)),
          },
          RetourCodes: regel.afgekeurd === undefined ? undefined : codes(regel.afgekeurd),
        })),
      },
      RetourCodes: codes('0200'),
    })),
  };
}

function oudePrestatie(regel: Declaratieregel): BerichtInhoud {
  const { product } = regel.bron.toewijzing;
  return {
    BeschikkingNummer: regel.bron.toewijzing.nummer,
    ToewijzingNummer: regel.bron.toewijzing.nummer,
    ProductCategorie: product.categorie,
    ProductCode: product.code,
    ProductPeriode: { Begindatum: isoDay(regel.begin), Einddatum: isoDay(regel.eind) },
    IngediendeBedragPrestatie: {
      GeleverdVolume: regel.volume,
      Eenheid: product.eenheid,
      ProductTarief: product.eenheid === '83' ? undefined : regel.bron.prestatie.tariefCents,
      DeclaratieFactuurBedrag: bedrag(regelCents(regel)),
    },
    ProductReferentie: { ReferentieNummer: regel.referentie, VorigReferentieNummer: regel.vorig },
  };
}

function perChild(regels: readonly Declaratieregel[]): [Child, Declaratieregel[]][] {
  const groups = new Map<Child, Declaratieregel[]>();
  for (const regel of regels) {
    const { child } = regel.bron.toewijzing.traject;
    const group = groups.get(child);
    if (group) group.push(regel);
    else groups.set(child, [regel]);
  }
  return [...groups];
}

function periode(declaratie: Declaratie): BerichtInhoud {
  return {
    Begindatum: isoDay(firstDay(declaratie.periode)),
    Einddatum: isoDay(lastDay(declaratie.periode)),
  };
}

function ingediend(declaratie: Declaratie): number {
  return declaratie.regels.reduce((sum, regel) => sum + regelCents(regel), 0);
}

function toegekend(declaratie: Declaratie): number {
  return declaratie.regels.reduce((sum, regel) => sum + toegekendCents(regel), 0);
}

function totaal(cents: number): BerichtInhoud {
  return { TotaalBedrag: Math.abs(cents), DebetCredit: cents < 0 ? 'C' : 'D' };
}

function bedrag(cents: number): BerichtInhoud {
  return { Bedrag: Math.abs(cents), DebetCredit: cents < 0 ? 'C' : 'D' };
}

function codes(...code: readonly string[]): BerichtInhoud {
  return { RetourCode: code };
}
