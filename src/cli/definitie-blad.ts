// SPDX-License-Identifier: EUPL-1.2
import type { DefinitieBlad, DefinitieGrens, FigureTable, Tweetalig } from '../contract/index.ts';
import type { Definition } from '../indicators/index.ts';
import type { Context } from './context.ts';
import { loadToelichting } from './definitions.ts';

/** Definitions as they go out with the figures: with their explanation, and the parameters that the tables were computed with. */
export async function definitieBladen(
  context: Context,
  workspaceDir: string,
  definitions: readonly Definition[],
  tables: readonly FigureTable[],
): Promise<readonly DefinitieBlad[]> {
  return await Promise.all(
    definitions.map(async (definition) => {
      const { parameters = {} } = tables.find(({ indicator }) => indicator === definition.id) ?? {};
      return definitieBlad(definition, parameters, await loadToelichting(context, workspaceDir, definition));
    }),
  );
}

function definitieBlad(
  definition: Definition,
  waarden: Readonly<Record<string, number | string>>,
  toelichting: Tweetalig,
): DefinitieBlad {
  const { id, geldigVanaf, interval } = definition;
  const parameters = definition.parameters.map(({ naam, standaard, tekst }) => ({
    naam,
    waarde: waarden[naam] ?? standaard,
    tekst,
  }));
  const grens = (key: 'naloop' | 'voorloop' | 'minimum', name: string | undefined) => {
    const parameter = parameters.find(({ naam }) => naam === name);
    return parameter === undefined ? {} : { [key]: grensOf(parameter) };
  };
  return {
    id,
    versie: geldigVanaf,
    status: definition.status,
    naam: definition.naam,
    betekenis: { nl: firstSentence(toelichting.nl), en: firstSentence(toelichting.en) },
    telt: definition.telt,
    populatie: definition.populatie,
    eenheid: definition.eenheid,
    varianten: definition.varianten.map((variant) => ({
      id: variant.id,
      naam: variant.naam,
      eenheid: variant.eenheid,
      berekening: variant.berekening,
      teller: variant.teller.tekst,
      ...(variant.noemer === undefined ? {} : { noemer: variant.noemer.tekst }),
      ...grens('naloop', variant.naloop),
      ...grens('voorloop', variant.voorloop),
      ...grens('minimum', variant.minimum),
      ...(variant.status === undefined ? {} : { status: variant.status }),
      ...(variant.interval === undefined ? {} : { interval: variant.interval }),
    })),
    perioden: definition.perioden,
    dimensies: definition.dimensies,
    parameters,
    ...(interval === undefined ? {} : { interval }),
    naast: definition.naast,
    bronnen: definition.bronnen,
    gevoeligVoor: definition.gevoeligVoor,
    toelichting,
    methode: { nl: `docs/method/${id}.nl.md`, en: `docs/method/${id}.en.md` },
  };
}

function grensOf({ naam, waarde, tekst }: DefinitieBlad['parameters'][number]): DefinitieGrens {
  return { parameter: naam, waarde: Number(waarde), tekst };
}

/** Up to and including the first mark that ends a sentence, without the marks of Markdown. */
function firstSentence(markdown: string): string {
  const [text = ''] = markdown.trim().split(/\n\s*\n/);
  const plain = text.replace(/[*`_]/g, '').replace(/\s+/g, ' ').trim();
  return /^.*?[.?!](?=\s|$)/.exec(plain)?.[0] ?? plain;
}
