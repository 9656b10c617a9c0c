// SPDX-License-Identifier: EUPL-1.2
import {
  DEFINITIE_STATUSSEN,
  DIMENSIES,
  FIGUUR_STATUSSEN,
  INTERVALLEN,
  RELEASE_STATUSSEN,
  TELBAAR,
  TELLINGEN,
  UNITS,
  VERSCHIL_KLASSEN,
  VERSCHIL_REDENEN,
  VERSCHIL_SOORTEN,
  VORMEN,
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

/** A quantity and how its numbers hang together. Source of the words: docs/reference/geheimhouding.md */
const grootheid = object({
  naam: text,
  telt: oneOf(TELBAAR),
  maat: text,
  'codes?': list(text),
  'parameters?': record({ type: ['string', 'number'] }),
  'deelVan?': list(text),
  'gelijkAan?': list(object({ maat: text, factor: { type: 'number' } })),
  'negatief?': flag,
  'over?': text,
  delen: object({
    gebied: oneOf(TELLINGEN),
    kenmerk: oneOf(TELLINGEN),
    dimensie: oneOf(TELLINGEN),
    periode: oneOf(TELLINGEN),
  }),
});

const opbouw = object({
  variant: text,
  vorm: oneOf(VORMEN),
  teller: grootheid,
  'noemer?': grootheid,
  'zonder?': dimension,
});

const regels = object({
  verbergTotEnMet: described(count, 'Aantallen van 1 tot en met dit getal zijn verborgen.'),
  toonNul: described(flag, 'Nullen worden als nul getoond.'),
  afronding: described(count, 'Getoonde aantallen zijn veelvouden hiervan; 0 = niet afgerond.'),
  minimumNoemer: described(
    count,
    'Een aandeel staat er alleen als de noemer getoond mag worden en minstens dit is.',
  ),
  'minimumAntwoorden?': described(count, 'Hetzelfde voor een aandeel van antwoorden.'),
  minimumBijdragers: described(count, 'Een bedrag of gemiddelde gaat over minstens zoveel personen.'),
  dominantie: described({ type: 'number' }, 'De grootste bijdrage is hoogstens dit deel van een bedrag.'),
  pProcent: described({ type: 'number' }, 'Regel van p procent; 0 = uit.'),
  intervalBreedte: described(count, 'Zo breed is het interval van een verborgen aantal minstens.'),
  bedragBescherming: described(
    { type: 'number' },
    'Zoveel ruimte heeft een verborgen bedrag naar weerszijden, als deel van het bedrag.',
  ),
});

const interval: Schema = { type: 'array', items: number, minItems: 2, maxItems: 2 };

/** The place of one number: quantity, period, area and split. */
const plaats = { grootheid: text, periode: text, gebied: text, dimensies: record(text) };

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
    geheimhouding: object({ zone: oneOf(['open', 'intern']), regels }),
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
        'opbouw?': list(opbouw),
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
  geheimhouding: object({
    zone: oneOf(['open', 'intern']),
    regels,
    aanvaller: object({
      weet: object({ nl: list(text), en: list(text) }),
      ondergrensTelling: described(count, 'Kleinste waarde van een verborgen aantal met een eigen rij.'),
      nulMogelijk: list(object({ grootheid: text, periode: text, dimensies: list(dimension) })),
      eerdereReleases: described(list(releaseId), 'Eerdere uitgaven die de aanvaller ook heeft.'),
    }),
    solver: object({ naam: text, versie: text }),
    plan: object({
      optimaal: flag,
      gat: { type: 'number' },
      'smalVoorIngewijden?': described(
        count,
        'Verborgen getallen waarvan zij die in verborgen getallen zijn meegeteld, allen samen, meer kunnen weten dan het beleid aan anderen toestaat; naar boven afgerond op tientallen.',
      ),
    }),
    aantallen: object({ cijfers: count, getoond: count, verborgen: count }),
    meervoudigGeteld: list(
      object({
        ...plaats,
        over: described(text, 'Wat de delen zijn: gebied, of een dimensie.'),
        delen: list(text),
        verschil: described(number, 'Som van de delen min het geheel; null = niet verteld.'),
      }),
    ),
    buitenkennis: list(object({ ...plaats, interval, bron: text })),
    cellen: list(
      object({
        indicator: text,
        variant: text,
        periode: text,
        gebied: text,
        dimensies: record(text),
        interval: described(
          interval,
          'Kleinste en grootste waarde die bij al het gepubliceerde past; null = geen grens.',
        ),
      }),
    ),
  }),
  manifest: object({
    release: anything,
    vorige: nullable(releaseId),
    bestanden: list(
      object({ pad: text, bytes: count, sha256: { type: 'string', pattern: '^[0-9a-f]{64}$' } }),
    ),
  }),
};
