// SPDX-License-Identifier: EUPL-1.2
import { DEFINITIE_STATUSSEN, DIMENSIES, type Dimensie, INTERVALLEN, UNITS } from '../contract/index.ts';
import { BEREKENINGEN, BRON_SOORTEN, GEVOELIGHEDEN } from './definition.ts';
import { isKnownOf } from './figure-bundle.ts';
import { DUURKLASSEN, MAAT_NAMEN, REDENEN_BEEINDIGING } from './maat.ts';
import { PARAMETER_NAMEN, PARAMETERS, type ParameterNaam } from './parameter.ts';
import { PERIODE_SOORTEN } from './periode.ts';

type Schema = Readonly<Record<string, unknown>>;

/** JSON Schema of a definition file, for completion in editors. `checkDefinition` stays the judge: it also knows the folder, the other indicators, and words with parameters. */
export function definitionSchema(): Schema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Definition of an indicator',
    ...object(
      {
        id: text('Name of its folder.', { pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' }),
        'geldig-vanaf': text('Day from which it is valid; also the name of its file.', { format: 'date' }),
        naam: bilingual('What it is called.'),
        status: words(DEFINITIE_STATUSSEN, 'Whose definition it is.'),
        eenheid: words(UNITS, 'Unit of the variants that do not name their own.'),
        telt: bilingual('What is counted, in words; {naam-van-een-parameter} becomes its value.'),
        populatie: bilingual('Of whom or of what.'),
        ...formula(),
        varianten: {
          type: 'object',
          minProperties: 1,
          description: 'Ways to compute it, by the name that a figure carries.',
          additionalProperties: {
            ...object(
              {
                naam: bilingual('What this variant is called.'),
                status: words(DEFINITIE_STATUSSEN, 'Whose this variant is, where that differs.'),
                eenheid: words(UNITS, 'Unit of this variant, where that differs.'),
                'na-dagen': {
                  type: 'integer',
                  minimum: 1,
                  maximum: 3650,
                  description: 'Days that an overleving is about.',
                },
                interval: words(INTERVALLEN, 'Interval of this variant only.'),
                ...formula(),
                ...volledigheid(),
              },
              ['naam', 'berekening', 'teller'],
            ),
            ...perBerekening(),
          },
        },
        perioden: { ...list(PERIODE_SOORTEN, 'Periods that it exists for.'), minItems: 1 },
        dimensies: list(DIMENSIES, 'What it can be split by.'),
        parameters: {
          ...object(Object.fromEntries(PARAMETER_NAMEN.map((naam) => [naam, parameter(naam)])), []),
          description: 'Numbers and choices that can be changed, each with its default.',
        },
        interval: words(INTERVALLEN, 'Interval that the shares carry.'),
        ...volledigheid(),
        naast: {
          type: 'array',
          items: text('Name of an indicator.'),
          description: 'Indicators that belong beside this one.',
        },
        bronnen: {
          type: 'array',
          description: 'Where the definition comes from.',
          items: object(
            {
              soort: words(BRON_SOORTEN, 'Kind of source.'),
              tekst: text('The source, so that a reader finds it.'),
            },
            ['soort', 'tekst'],
          ),
        },
        'gevoelig-voor': list(
          GEVOELIGHEDEN,
          'Breaks that change the figure although nothing changed for a child.',
        ),
      },
      [
        'id',
        'geldig-vanaf',
        'naam',
        'status',
        'eenheid',
        'telt',
        'populatie',
        'perioden',
        'dimensies',
        'bronnen',
      ],
    ),
    oneOf: [
      {
        required: ['varianten'],
        properties: Object.fromEntries(Object.keys(formula()).map((key) => [key, false])),
      },
      { required: ['berekening', 'teller'], properties: { varianten: false }, ...perBerekening() },
    ],
    allOf: perDimensie(),
  };
}

function formula(): Schema {
  const term = (description: string): Schema => ({
    ...object(
      {
        maat: words(MAAT_NAMEN, 'What is measured.'),
        redenen: list(REDENEN_BEEINDIGING, 'Reasons of ending (JZ588) that count.'),
        duurklasse: words(
          DUURKLASSEN.map(({ code }) => code),
          'Class of how long a running traject has lasted.',
        ),
        soorten: { type: 'array', items: text('A code.'), description: 'Codes of the kind that count.' },
        nl: text('What it counts here, in Dutch.'),
        en: text('What it counts here, in English.'),
      },
      ['maat', 'nl', 'en'],
    ),
    description,
  });
  return {
    berekening: words(BEREKENINGEN, 'How numerator and denominator become the value.'),
    teller: term('The numerator, or what is counted.'),
    noemer: term('The denominator; left out for waarde and gegeven.'),
    over: words(DIMENSIES, 'Dimension whose parts make up the whole of an aandeel.'),
  };
}

/** What belongs to each way of computing. */
function perBerekening(): Schema {
  const only = (berekeningen: readonly string[], then: Schema, otherwise: Schema = {}): Schema => ({
    if: { required: ['berekening'], properties: { berekening: { enum: berekeningen } } },
    then,
    else: otherwise,
  });
  return {
    allOf: [
      only(['waarde', 'gegeven'], { properties: { noemer: false } }, { required: ['noemer'] }),
      only(['aandeel'], { required: ['over'] }, { properties: { over: false } }),
      only(['overleving'], { required: ['na-dagen'] }, { properties: { 'na-dagen': false } }),
    ],
  };
}

/** A dimension needs a quantity that can be split by it. Shape: one rule for dimensions that the same quantities know. */
function perDimensie(): readonly Schema[] {
  const groups = new Map<string, Dimensie[]>();
  for (const dimensie of DIMENSIES) {
    const maten = MAAT_NAMEN.filter((maat) => isKnownOf(maat, dimensie)).join();
    groups.set(maten, [...(groups.get(maten) ?? []), dimensie]);
  }
  return [...groups].map(([maten, dimensies]) => {
    const known = {
      required: ['teller'],
      properties: { teller: { properties: { maat: { enum: maten.split(',') } } } },
    };
    return {
      if: { required: ['dimensies'], properties: { dimensies: { contains: { enum: dimensies } } } },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: {
        anyOf: [
          known,
          {
            required: ['varianten'],
            properties: { varianten: { not: { additionalProperties: { not: known } } } },
          },
        ],
      },
    };
  });
}

function volledigheid(): Schema {
  return {
    naloop: words(PARAMETER_NAMEN, 'Parameter with the days past the period that the data must reach.'),
    voorloop: words(PARAMETER_NAMEN, 'Parameter with the days before the period that the data must begin.'),
    minimum: words(PARAMETER_NAMEN, 'Parameter with the least denominator.'),
  };
}

function parameter(naam: ParameterNaam): Schema {
  const accepts = PARAMETERS[naam];
  const description = 'Its value where nobody asks for another.';
  const standaard =
    accepts.soort === 'keuze'
      ? words(accepts.keuzen, description)
      : { type: 'integer', minimum: accepts.minimum, description };
  return {
    ...object({ standaard, nl: text('What it does, in Dutch.'), en: text('What it does, in English.') }, [
      'standaard',
      'nl',
      'en',
    ]),
    description: accepts.soort === 'keuze' ? 'A choice.' : 'A whole number.',
  };
}

function bilingual(description: string): Schema {
  return { ...object({ nl: text('In Dutch.'), en: text('In English.') }, ['nl', 'en']), description };
}

function text(description: string, more: Schema = {}): Schema {
  return { type: 'string', minLength: 1, ...more, description };
}

function object(properties: Schema, required: readonly string[]): Schema {
  return { type: 'object', properties, required, additionalProperties: false };
}

function words(known: readonly string[], description: string): Schema {
  return { enum: known, description };
}

function list(known: readonly string[], description: string): Schema {
  return { type: 'array', items: { enum: known }, uniqueItems: true, description };
}
