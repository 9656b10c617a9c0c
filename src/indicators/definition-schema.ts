// SPDX-License-Identifier: EUPL-1.2
import { DIMENSIES, INTERVALLEN, UNITS } from '../contract/index.ts';
import { BEREKENINGEN, BRON_SOORTEN, DEFINITIE_STATUSSEN, GEVOELIGHEDEN } from './definition.ts';
import { DUURKLASSEN, MAAT_NAMEN, REDENEN_BEEINDIGING } from './maat.ts';
import { PARAMETER_NAMEN, PARAMETERS, type ParameterNaam } from './parameter.ts';
import { PERIODE_SOORTEN } from './periode.ts';

type Schema = Readonly<Record<string, unknown>>;

const text: Schema = { type: 'string', minLength: 1 };
const bilingual: Schema = object({ nl: text, en: text }, ['nl', 'en']);

/** JSON Schema of a definition file, for completion in editors. `checkDefinition` stays the judge: it also knows what belongs together. */
export function definitionSchema(): Schema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Definition of an indicator',
    ...object(
      {
        id: { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', description: 'Name of its folder.' },
        'geldig-vanaf': { type: 'string', format: 'date', description: 'Name of its file.' },
        naam: bilingual,
        status: words(DEFINITIE_STATUSSEN),
        eenheid: words(UNITS),
        telt: { ...bilingual, description: 'What is counted, in words.' },
        populatie: bilingual,
        ...formula(),
        varianten: {
          type: 'object',
          additionalProperties: object(
            {
              naam: bilingual,
              eenheid: words(UNITS),
              'na-dagen': {
                type: 'integer',
                minimum: 1,
                maximum: 3650,
                description: 'Days that an overleving is about.',
              },
              ...formula(),
              ...volledigheid(),
            },
            ['naam', 'berekening', 'teller'],
          ),
        },
        perioden: list(PERIODE_SOORTEN),
        dimensies: list(DIMENSIES),
        parameters: object(Object.fromEntries(PARAMETER_NAMEN.map((naam) => [naam, parameter(naam)])), []),
        interval: { ...words(INTERVALLEN), description: 'Interval that the shares carry.' },
        ...volledigheid(),
        naast: { type: 'array', items: text, description: 'Indicators that belong beside this one.' },
        bronnen: {
          type: 'array',
          items: object({ soort: words(BRON_SOORTEN), tekst: text }, ['soort', 'tekst']),
        },
        'gevoelig-voor': list(GEVOELIGHEDEN),
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
  };
}

function formula(): Schema {
  const term = object(
    {
      maat: words(MAAT_NAMEN),
      redenen: list(REDENEN_BEEINDIGING),
      duurklasse: words(DUURKLASSEN.map(({ code }) => code)),
      soorten: { type: 'array', items: text, description: 'Codes of the kind that count.' },
      nl: text,
      en: text,
    },
    ['maat', 'nl', 'en'],
  );
  return {
    berekening: words(BEREKENINGEN),
    teller: term,
    noemer: term,
    over: { ...words(DIMENSIES), description: 'Dimension whose parts make up the whole of an aandeel.' },
  };
}

function volledigheid(): Schema {
  return {
    naloop: {
      ...words(PARAMETER_NAMEN),
      description: 'Parameter with the days past the period that the data must reach.',
    },
    voorloop: {
      ...words(PARAMETER_NAMEN),
      description: 'Parameter with the days before the period that the data must begin.',
    },
    minimum: { ...words(PARAMETER_NAMEN), description: 'Parameter with the least denominator.' },
  };
}

function parameter(naam: ParameterNaam): Schema {
  const accepts = PARAMETERS[naam];
  const standaard =
    accepts.soort === 'keuze' ? words(accepts.keuzen) : { type: 'integer', minimum: accepts.minimum };
  return object({ standaard, nl: text, en: text }, ['standaard', 'nl', 'en']);
}

function object(properties: Schema, required: readonly string[]): Schema {
  return { type: 'object', properties, required, additionalProperties: false };
}

function words(known: readonly string[]): Schema {
  return { enum: known };
}

function list(known: readonly string[]): Schema {
  return { type: 'array', items: words(known), uniqueItems: true };
}
