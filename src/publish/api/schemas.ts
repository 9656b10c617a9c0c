// SPDX-License-Identifier: EUPL-1.2
import {
  DEFINITIE_STATUSSEN,
  DIMENSIES,
  FIGUUR_STATUSSEN,
  INTERVALLEN,
  RELEASE_STATUSSEN,
  UNITS,
  VERSCHIL_KLASSEN,
  VERSCHIL_REDENEN,
  VERSCHIL_SOORTEN,
  WIJZIGING_NIVEAUS,
} from '../../contract/index.ts';
import { texts } from '../../text/index.ts';
import {
  address,
  bilingual,
  count,
  date,
  described,
  flag,
  list,
  nullable,
  number,
  object,
  oneOf,
  open,
  record,
  releaseId,
  type Schema,
  semver,
  text,
} from './schema.ts';

const { kolommen } = texts('nl').csvw;
const { dimensies } = texts('nl');

const dimension = oneOf(DIMENSIES);
const statuses = list(oneOf(FIGUUR_STATUSSEN));
const status = oneOf(RELEASE_STATUSSEN);
const eenheid = oneOf(UNITS);
const anything: Schema = { type: 'object' };

/** What every answer with figures says of the edition it comes from. */
const stamp = object({
  id: releaseId,
  status,
  dataTot: date,
  'uitgegeven?': date,
  fictief: flag,
});

const gebied = object({
  code: text,
  naam: text,
  soort: oneOf(['gemeente', 'groep', 'regio']),
  gemeenten: list(text),
  'tegel?': object({ rij: count, kolom: count }),
});

const breuk = object({
  id: text,
  datum: date,
  'soort?': text,
  gebieden: list(text),
  types: list(text),
  oorzaak: bilingual,
  overbrugd: flag,
});

const grens = object({ parameter: text, waarde: { type: 'number' }, tekst: bilingual });

const definitie: Readonly<Record<string, Schema>> = {
  id: text,
  versie: date,
  status: oneOf(DEFINITIE_STATUSSEN),
  naam: bilingual,
  betekenis: bilingual,
  telt: bilingual,
  populatie: bilingual,
  eenheid,
  varianten: list(
    object({
      id: text,
      naam: bilingual,
      eenheid,
      berekening: text,
      teller: bilingual,
      'noemer?': bilingual,
      'naloop?': grens,
      'voorloop?': grens,
      'minimum?': grens,
      'status?': oneOf(DEFINITIE_STATUSSEN),
      'interval?': oneOf(INTERVALLEN),
    }),
  ),
  perioden: list(text),
  dimensies: list(
    object({
      id: dimension,
      naam: bilingual,
      uitleg: bilingual,
      codes: list(object({ code: text, naam: bilingual })),
    }),
  ),
  parameters: list(object({ naam: text, waarde: { type: ['string', 'number'] }, tekst: bilingual })),
  'interval?': oneOf(INTERVALLEN),
  naast: list(text),
  bronnen: list(object({ soort: text, tekst: text })),
  gevoeligVoor: list(text),
  toelichting: bilingual,
  methode: bilingual,
};

const tabelLink: Readonly<Record<string, Schema>> = {
  naam: text,
  dimensies: list(dimension),
  eenheid,
  aantal: described(count, 'Aantal cijfers.'),
  href: address,
  csv: address,
  ods: address,
};

const cijfer = object({
  'variant?': described(text, kolommen.variant.uitleg),
  periode: described(text, kolommen.periode.uitleg),
  gebied: described(text, kolommen.gebied.uitleg),
  ...Object.fromEntries(DIMENSIES.map((name) => [`${name}?`, described(text, dimensies[name].uitleg)])),
  waarde: described(number, kolommen.waarde.uitleg),
  'teller?': described(number, kolommen.teller.uitleg),
  'noemer?': described(number, kolommen.noemer.uitleg),
  'ondergrens?': described({ type: 'number' }, kolommen.ondergrens.uitleg),
  'bovengrens?': described({ type: 'number' }, kolommen.bovengrens.uitleg),
  status: described(statuses, kolommen.status.uitleg),
  'voorlopigheid?': described(status, kolommen.periode_status.uitleg),
  'breuken?': described(list(text), kolommen.breuken.uitleg),
});

const stand = nullable(object({ waarde: number, 'teller?': number, 'noemer?': number, status: statuses }));

const begrip = object({
  id: text,
  term: bilingual,
  ook: list(text),
  uitleg: bilingual,
  hoofdstukken: list(count),
  zie: list(text),
  'bron?': text,
});

/** The files of the API, and those of a release that programs read, by the name of their schema. */
export const SCHEMAS: Readonly<Record<string, Schema>> = {
  release: object({
    id: releaseId,
    jaar: count,
    status,
    dataTot: date,
    'uitgegeven?': date,
    versie: semver,
    vorige: nullable(releaseId),
    regio: object({ code: text, naam: text }),
    jaren: list(count),
    basisjaar: count,
    samenstelling: object({ peiljaar: count, gebieden: list(gebied) }),
    definities: record(date),
    drempels: object({ kostenGrensCents: count }),
    breuken: list(breuk),
    geheimhouding: object({ zone: oneOf(['open', 'intern']), regels: anything }),
    'ingetrokken?': list(releaseId),
    'uitgever?': object({ naam: text, uri: address, email: text, pagina: address, 'hvdCategorie?': address }),
    'adres?': address,
    fictief: flag,
    programma: text,
  }),
  releases: object({
    releases: list(
      object({
        id: releaseId,
        jaar: count,
        status,
        dataTot: date,
        'uitgegeven?': date,
        versie: semver,
        niveau: oneOf(WIJZIGING_NIVEAUS),
        href: address,
      }),
    ),
  }),
  indicatoren: object({
    release: stamp,
    indicatoren: list(
      object({
        id: text,
        naam: bilingual,
        betekenis: bilingual,
        eenheid,
        versie: date,
        dimensies: list(dimension),
        tabellen: list(text),
        href: address,
      }),
    ),
  }),
  indicator: object({
    release: stamp,
    ...definitie,
    breuken: list(breuk),
    tabellen: list(object(tabelLink)),
  }),
  tabellen: object({ release: stamp, tabellen: list(object({ ...tabelLink, indicator: text })) }),
  tabel: object({
    release: stamp,
    naam: text,
    indicator: text,
    definitie: date,
    eenheid,
    dimensies: list(dimension),
    'interval?': oneOf(INTERVALLEN),
    cijfers: list(cijfer),
  }),
  gebieden: object({ release: stamp, gebieden: list(gebied) }),
  begrippen: object({ release: releaseId, begrippen: list(begrip) }),
  definities: object({
    release: releaseId,
    indicatoren: list(object({ ...definitie, breuken: list(text), tabellen: list(text) })),
  }),
  wijzigingen: object({
    release: releaseId,
    vorige: nullable(releaseId),
    versie: semver,
    niveau: oneOf(WIJZIGING_NIVEAUS),
    samenvatting: list(
      object({
        klasse: oneOf(VERSCHIL_KLASSEN),
        soort: oneOf(VERSCHIL_SOORTEN),
        reden: oneOf(VERSCHIL_REDENEN),
        aantal: count,
      }),
    ),
    verschillen: list(
      object({
        klasse: oneOf(VERSCHIL_KLASSEN),
        soort: oneOf(VERSCHIL_SOORTEN),
        reden: oneOf(VERSCHIL_REDENEN),
        indicator: text,
        variant: text,
        periode: text,
        gebied: text,
        dimensies: record(text),
        oud: stand,
        nieuw: stand,
      }),
    ),
  }),
  'alle-cijfers': object({
    release: releaseId,
    tabellen: list(
      object({
        csv: address,
        indicator: text,
        definitie: date,
        eenheid,
        dimensies: list(dimension),
        'opbouw?': list(anything),
        'interval?': oneOf(INTERVALLEN),
        'voorlopigheid?': record(status),
        rijen: list(
          object({
            variant: text,
            periode: text,
            gebied: text,
            dimensies: list(text),
            waarde: number,
            teller: number,
            noemer: number,
            status: statuses,
            'voorlopigheid?': status,
            'breuken?': list(text),
          }),
        ),
      }),
    ),
  }),
  geheimhouding: {
    type: 'object',
    required: ['zone', 'regels', 'aanvaller', 'solver', 'plan', 'aantallen', 'cellen'],
    properties: {
      zone: oneOf(['open', 'intern']),
      regels: anything,
      aanvaller: anything,
      solver: anything,
      plan: anything,
      aantallen: open({ cijfers: count, getoond: count, verborgen: count }),
      cellen: list(
        open({
          indicator: text,
          variant: text,
          periode: text,
          gebied: text,
          dimensies: record(text),
          interval: { type: 'array', items: number, minItems: 2, maxItems: 2 },
        }),
      ),
    },
  },
  manifest: object({
    release: anything,
    vorige: nullable(releaseId),
    bestanden: list(
      object({ pad: text, bytes: count, sha256: { type: 'string', pattern: '^[0-9a-f]{64}$' } }),
    ),
  }),
};
