// SPDX-License-Identifier: EUPL-1.2
import type { Berekening, Definition } from '../indicators/index.ts';
import type { Context } from './context.ts';
import { indicatorIds, loadDefinition, loadToelichting } from './definitions.ts';

/**
 * `regiovisie indicators [ID]`: what can be computed, or what one indicator means. A folder `indicatoren/` where the command runs goes before the
 * definitions of the program.
 *
 * Throws: `cli.unknown-indicator`, and what is wrong in a definition.
 */
export async function indicatorsCommand(
  context: Context,
  id: string | undefined,
  options: { readonly taal?: string; readonly json?: boolean },
): Promise<void> {
  const language = options.taal === 'en' ? 'en' : 'nl';
  if (id !== undefined) {
    const definition = await loadDefinition(context, context.cwd, id);
    const toelichting = await loadToelichting(context, context.cwd, definition);
    context.out(options.json ? json(definition) : explain(definition, toelichting[language], language));
    return;
  }
  const ids = await indicatorIds(context, context.cwd);
  const definitions = await Promise.all(ids.map((known) => loadDefinition(context, context.cwd, known)));
  context.out(options.json ? json(definitions) : overview(definitions, language));
}

/** What follows the terms of a formula. */
const AFTER: Readonly<Partial<Record<Berekening, string>>> = {
  groei: ' - 1',
  'kaplan-meier': ': Kaplan-Meier',
  overleving: ': Kaplan-Meier',
  mediaan: ': P50',
  p90: ': P90',
};

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`;
}

function overview(definitions: readonly Definition[], language: 'nl' | 'en'): string {
  const rows = definitions.map(({ id, status, eenheid, naam, varianten }) => {
    const variants = varianten.map((variant) => variant.id).filter((variant) => variant !== '');
    return [
      id,
      eenheid,
      [...new Set(varianten.map((variant) => variant.status ?? status))].join(', '),
      variants.length > 0 ? `${naam[language]} (${variants.join(', ')})` : naam[language],
    ];
  });
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) => row.map((text, column) => text.padEnd(widths[column] ?? 0)).join('  '));
  return `${lines.join('\n')}\n`;
}

function explain(definition: Definition, toelichting: string, language: 'nl' | 'en'): string {
  const { id, geldigVanaf, naam, status, eenheid, telt, varianten, parameters, dimensies, bronnen } =
    definition;
  const differs = varianten.some((variant) => variant.status !== undefined);
  const formulas = varianten.map(({ id: variant, status: own = status, berekening, teller, noemer }) => {
    const terms = [teller, noemer].flatMap((term) => (term === undefined ? [] : [term.tekst[language]]));
    const formula = `${terms.join(' / ')}${AFTER[berekening] ?? ''}`;
    return variant === '' ? `  ${formula}` : `  ${variant}${differs ? ` (${own})` : ''}: ${formula}`;
  });
  return [
    `${naam[language]} (${[`${id} ${geldigVanaf}`, ...(differs ? [] : [status])].join(', ')})`,
    telt[language],
    toelichting.trim(),
    [`[${eenheid}]`, ...formulas].join('\n'),
    ...(parameters.length === 0
      ? []
      : [parameters.map((one) => `${one.naam}: ${one.standaard}\n  ${one.tekst[language]}`).join('\n')]),
    `--by ${dimensies.join(',')}`,
    bronnen.map(({ soort, tekst }) => `${soort}: ${tekst}`).join('\n'),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
}
