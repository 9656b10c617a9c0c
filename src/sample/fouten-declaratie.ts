// SPDX-License-Identifier: EUPL-1.2
import type { BerichtInhoud } from '../ijw/index.ts';
import type { Fout, Omgeving } from './fout.ts';
import { change, changeClass, element, elements } from './inhoud.ts';

const DECLARATIE = ['Declaratie'] as const;

/** A line of a declaration with the client it stands under. */
export interface Regel {
  readonly bsn: string;
  readonly prestatie: BerichtInhoud;
}

export function regelsOf(inhoud: BerichtInhoud): Regel[] {
  const clienten = element(inhoud, 'Declaratie', 'Clienten');
  if (!clienten) return [];
  return elements(clienten, 'Client').flatMap((client) =>
    elements(element(client, 'Prestaties') ?? {}, 'Prestatie').map((prestatie) => ({
      bsn: String(client.Bsn),
      prestatie,
    })),
  );
}

export function referentieOf(prestatie: BerichtInhoud): string {
  return String(element(prestatie, 'ProductReferentie')?.ReferentieNummer);
}

export function regelBy(inhoud: BerichtInhoud, referentie: string | undefined): Regel | undefined {
  return referentie === undefined
    ? undefined
    : regelsOf(inhoud).find(({ prestatie }) => referentieOf(prestatie) === referentie);
}

/** The first credit line. */
export function creditOf(inhoud: BerichtInhoud | undefined): Regel | undefined {
  return inhoud && regelsOf(inhoud).find(({ prestatie }) => isCredit(prestatie));
}

/** The message with the line that nothing refers to changed. */
export function changeGewoon(
  inhoud: BerichtInhoud,
  { gewoon }: Omgeving,
  to: (prestatie: BerichtInhoud) => BerichtInhoud | undefined,
): BerichtInhoud | undefined {
  return gewoon === undefined ? undefined : changeRegel(inhoud, gewoon, to);
}

export function changeRegel(
  inhoud: BerichtInhoud,
  referentie: string,
  to: (prestatie: BerichtInhoud) => BerichtInhoud | undefined,
): BerichtInhoud | undefined {
  let changed = false;
  const next = changeClass(inhoud, [...DECLARATIE, 'Clienten'], (clienten) => ({
    ...clienten,
    Client: elements(clienten, 'Client').map((client) => ({
      ...client,
      Prestaties: {
        Prestatie: elements(element(client, 'Prestaties') ?? {}, 'Prestatie').map((prestatie) => {
          if (referentieOf(prestatie) !== referentie) return prestatie;
          const other = to(prestatie);
          changed = other !== undefined;
          return other ?? prestatie;
        }),
      },
    })),
  }));
  return changed ? next : undefined;
}

/** The message with a line more, and a total that agrees with it. */
export function withRegel(inhoud: BerichtInhoud, { bsn, prestatie }: Regel): BerichtInhoud | undefined {
  const added = changeClass(inhoud, [...DECLARATIE, 'Clienten'], (clienten) => {
    const own = elements(clienten, 'Client');
    if (!own.some((client) => client.Bsn === bsn))
      return { ...clienten, Client: [...own, { Bsn: bsn, Prestaties: { Prestatie: [prestatie] } }] };
    return {
      ...clienten,
      Client: own.map((client) =>
        client.Bsn === bsn
          ? {
              ...client,
              Prestaties: {
                Prestatie: [...elements(element(client, 'Prestaties') ?? {}, 'Prestatie'), prestatie],
              },
            }
          : client,
      ),
    };
  });
  return (
    added &&
    changeClass(added, [...DECLARATIE, 'TotaalIngediendBedrag'], (totaal) => {
      const cents =
        signed(totaal, 'TotaalBedrag') + signed(element(prestatie, 'IngediendBedrag') ?? {}, 'Bedrag');
      return { TotaalBedrag: Math.abs(cents), DebetCredit: cents < 0 ? 'C' : 'D' };
    })
  );
}

/** The same line again under another number; as a credit when it takes back `vorig`. */
export function copyOf(prestatie: BerichtInhoud, referentie: string, vorig?: string): BerichtInhoud {
  const bedrag = element(prestatie, 'IngediendBedrag') ?? {};
  return {
    ...prestatie,
    ProductReferentie: { ReferentieNummer: referentie, VorigReferentieNummer: vorig },
    IngediendBedrag: { ...bedrag, DebetCredit: vorig === undefined ? 'D' : 'C' },
  };
}

function signed(bedrag: BerichtInhoud, naam: string): number {
  return Number(bedrag[naam]) * (bedrag.DebetCredit === 'C' ? -1 : 1);
}

function isCredit(prestatie: BerichtInhoud): boolean {
  return element(prestatie, 'IngediendBedrag')?.DebetCredit === 'C';
}

function periode(prestatie: BerichtInhoud, begin: string, eind: string): BerichtInhoud {
  return { ...prestatie, ProductPeriode: { Begindatum: begin, Einddatum: eind } };
}

function periodeOf(prestatie: BerichtInhoud): readonly [string, string] {
  const own = element(prestatie, 'ProductPeriode');
  return [String(own?.Begindatum), String(own?.Einddatum)];
}

/** A fault in a debit line that nothing else refers to. */
export function gewone(
  regel: string,
  niveau: Fout['niveau'],
  uitleg: string,
  to: (prestatie: BerichtInhoud) => BerichtInhoud | undefined,
): Fout {
  return {
    regel,
    niveau,
    uitleg,
    soorten: ['JW323'],
    plant: (inhoud, omgeving) => changeGewoon(inhoud, omgeving, to),
  };
}

/** Faults in declarations and their answers, level 2. */
export const FOUTEN_IN_DECLARATIE: readonly Fout[] = [
  {
    regel: 'TR358',
    niveau: 2,
    uitleg: 'het totaal is niet de som van de regels',
    soorten: ['JW323'],
    plant: (inhoud) =>
      change(
        inhoud,
        [...DECLARATIE, 'TotaalIngediendBedrag', 'TotaalBedrag'],
        (bedrag) => Number(bedrag) + 100,
      ),
  },
  {
    regel: 'TR342',
    niveau: 2,
    uitleg: 'het toegekende totaal klopt niet met wat terugkomt',
    soorten: ['JW325'],
    plant: (inhoud) =>
      change(
        inhoud,
        ['DeclaratieAntwoord', 'TotaalToegekendBedrag', 'TotaalBedrag'],
        (bedrag) => Number(bedrag) + 100,
      ),
  },
  {
    regel: 'CS340',
    niveau: 2,
    uitleg: 'een declaratieperiode die op de tweede begint',
    soorten: ['JW323'],
    plant: (inhoud) =>
      change(inhoud, [...DECLARATIE, 'DeclaratiePeriode', 'Begindatum'], (begin) =>
        String(begin).replace(/01$/, '02'),
      ),
  },
  gewone('CD060', 2, 'een debetregel met een VorigReferentieNummer', (prestatie) => ({
    ...prestatie,
    ProductReferentie: { ReferentieNummer: referentieOf(prestatie), VorigReferentieNummer: 'BESTAATNIET' },
  })),
  gewone(
    'CD087',
    2,
    'een tarief bij een regel in euro, of geen tarief bij een andere eenheid',
    (prestatie) => ({
      ...prestatie,
      ProductTarief: prestatie.Eenheid === '83' ? 1 : undefined,
    }),
  ),
  gewone('CS339', 2, 'een regel in euro waarvan volume en bedrag verschillen', (prestatie) =>
    prestatie.Eenheid === '83'
      ? { ...prestatie, GeleverdVolume: Number(prestatie.GeleverdVolume) + 1 }
      : undefined,
  ),
  gewone('CS100', 2, 'hulp van voor 2021', (prestatie) => periode(prestatie, '2020-11-01', '2020-11-30')),
  gewone('CS337', 2, 'een periode van meer dan een maand', (prestatie) => {
    const [, eind] = periodeOf(prestatie);
    const jaar = Number(eind.slice(0, 4));
    return eind.slice(5, 7) === '01' ? undefined : periode(prestatie, `${jaar}-01-01`, eind);
  }),
  gewone('TR137', 2, 'een periode die eindigt voor zij begint', (prestatie) => {
    const [, eind] = periodeOf(prestatie);
    return eind.endsWith('-01') ? undefined : periode(prestatie, eind, eind.replace(/\d\d$/, '01'));
  }),
  gewone('TR335', 2, 'hulp van meer dan vijf jaar geleden', (prestatie) =>
    periode(prestatie, '2015-01-01', '2015-01-31'),
  ),
  {
    regel: 'CS325',
    niveau: 2,
    uitleg: 'een creditregel van nul',
    soorten: ['JW323'],
    plant: (inhoud, { vrij, vorigeGewoon, vorige }) => {
      const earlier = vorige && regelBy(vorige, vorigeGewoon);
      if (!earlier || vorigeGewoon === undefined) return undefined;
      const prestatie = {
        ...copyOf(earlier.prestatie, vrij, vorigeGewoon),
        GeleverdVolume: 0,
        IngediendBedrag: { Bedrag: 0, DebetCredit: 'C' },
      };
      return withRegel(inhoud, { ...earlier, prestatie });
    },
  },
  {
    regel: 'TR416',
    niveau: 2,
    uitleg: 'een debetregel staat er twee keer',
    soorten: ['JW323'],
    plant: (inhoud, { gewoon, vrij }) => {
      const own = regelBy(inhoud, gewoon);
      return own && withRegel(inhoud, { ...own, prestatie: copyOf(own.prestatie, vrij) });
    },
  },
  {
    regel: 'TR316',
    niveau: 2,
    uitleg: 'een regel wordt gecrediteerd in het bericht dat hem indient',
    soorten: ['JW323'],
    plant: (inhoud, { gewoon, vrij }) => {
      const own = regelBy(inhoud, gewoon);
      return own && withRegel(inhoud, { ...own, prestatie: copyOf(own.prestatie, vrij, gewoon) });
    },
  },
  {
    regel: 'TR315',
    niveau: 2,
    uitleg: 'een regel wordt twee keer gecrediteerd in een bericht',
    soorten: ['JW323'],
    plant: (inhoud, { vrij }) => {
      const credit = creditOf(inhoud);
      const vorig = credit && element(credit.prestatie, 'ProductReferentie')?.VorigReferentieNummer;
      if (!credit || typeof vorig !== 'string') return undefined;
      return withRegel(inhoud, { ...credit, prestatie: copyOf(credit.prestatie, vrij, vorig) });
    },
  },
];
