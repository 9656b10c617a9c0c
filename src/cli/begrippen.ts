// SPDX-License-Identifier: EUPL-1.2
import { type Begrip, OperatorError } from '../contract/index.ts';
import { didYouMean } from '../policy/index.ts';
import type { Context } from './context.ts';
import { loadBegrippen } from './definitions.ts';

/**
 * `regiovisie begrippen [TERM]`: the glossary, or one term of it by its id, its name or another way of writing it.
 *
 * Throws: `cli.unknown-term`, and what is wrong in the glossary.
 */
export async function begrippenCommand(
  context: Context,
  term: string | undefined,
  options: { readonly taal?: string; readonly json?: boolean },
): Promise<void> {
  const language = options.taal === 'en' ? 'en' : 'nl';
  const begrippen = await loadBegrippen(context, context.cwd);
  if (term === undefined) {
    context.out(options.json ? json(begrippen) : overview(begrippen, language));
    return;
  }
  const found = begrippen.find((begrip) => namesOf(begrip).includes(term.toLowerCase()));
  if (found === undefined) {
    throw new OperatorError({
      code: 'cli.unknown-term',
      subject: term,
      remedy: `\`regiovisie begrippen\` lists the terms.${didYouMean(term.toLowerCase(), begrippen.flatMap(namesOf))}`,
    });
  }
  context.out(options.json ? json(found) : explain(found, begrippen, language));
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`;
}

function namesOf({ id, term, ook }: Begrip): readonly string[] {
  return [id, term.nl, term.en, ...ook].map((name) => name.toLowerCase());
}

function overview(begrippen: readonly Begrip[], language: 'nl' | 'en'): string {
  const rows = begrippen
    .map(({ id, term }) => ({ id, name: term[language] }))
    .sort((a, b) => a.name.localeCompare(b.name, language));
  const width = Math.max(...rows.map(({ id }) => id.length));
  return rows.map(({ id, name }) => `${id.padEnd(width)}  ${name}\n`).join('');
}

function explain(begrip: Begrip, begrippen: readonly Begrip[], language: 'nl' | 'en'): string {
  const { term, ook, uitleg, zie, bron } = begrip;
  const names = zie.map((id) => begrippen.find((other) => other.id === id)?.term[language] ?? id);
  return [
    ook.length === 0 ? term[language] : `${term[language]} (${ook.join(', ')})`,
    uitleg[language],
    names.length === 0 ? '' : `→ ${names.join(', ')}`,
    bron ?? '',
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
}
