// SPDX-License-Identifier: EUPL-1.2
import { writeFile } from 'node:fs/promises';
import { basename, extname, resolve } from 'node:path';
import {
  BRON_SOORTEN,
  type BronSoort,
  OperatorError,
  type PlainDate,
  type Problem,
  plainDate,
  UITVRAGEN,
} from '../contract/index.ts';
import {
  BRON_FORMATEN,
  BRON_VORMEN,
  type BronFormaat,
  type BronVorm,
  type Periode,
  parsePeriode,
  type TemplateVooraf,
  writeTemplate,
} from '../sources/index.ts';
import type { Context } from './context.ts';

export interface TemplateOptions {
  readonly provider?: string;
  readonly supplier?: string;
  readonly quarter?: string;
  readonly period?: string;
  readonly survey?: string;
  readonly format?: string;
  readonly output?: string;
  readonly json?: boolean;
}

/**
 * `regiovisie template SOURCE`: a file to fill in, with an explanation and lists to choose from.
 * Throws: `cli.wrong-option`; all problems at once.
 */
export async function templateCommand(
  context: Context,
  bron: string,
  options: TemplateOptions,
): Promise<void> {
  const problems: Problem[] = [];
  const soort = choose(problems, 'source', bron, BRON_SOORTEN);
  const formaat = readFormaat(options, problems);
  if (soort === undefined || formaat === undefined) throw new OperatorError(problems);
  const vorm = BRON_VORMEN[soort];
  const vooraf = readVooraf(context, vorm, options, problems);
  if (problems.length > 0) throw new OperatorError(problems);
  const path = resolve(context.cwd, options.output ?? fileName(soort, vooraf, options, formaat));
  await writeFile(path, writeTemplate(soort, vooraf, formaat));
  const summary = { soort, formaat, bestand: path };
  context.out(
    options.json
      ? `${JSON.stringify(summary)}\n`
      : `Wrote ${path}\nFilled in, it goes into bronnen/ of the workspace; check it first with  regiovisie validate FILE\n`,
  );
}

/** `--format`, else what the name of the file to write ends in; the two agree. */
function readFormaat({ format, output = '' }: TemplateOptions, problems: Problem[]): BronFormaat | undefined {
  const ending = extname(output).slice(1).toLowerCase();
  const formaat = choose(problems, '--format', format ?? (ending === '' ? 'ods' : ending), BRON_FORMATEN);
  if (formaat !== undefined && ending !== '' && ending !== formaat) {
    problems.push(
      wrong('--output', basename(output), `the file will be ${formaat}: let its name end in .${formaat}`),
    );
  }
  return formaat;
}

function readVooraf(
  context: Context,
  vorm: BronVorm,
  options: TemplateOptions,
  problems: Problem[],
): TemplateVooraf {
  const leverancier = readLeverancier(vorm, options, problems);
  const given = options.quarter ?? options.period;
  const periode = given === undefined ? undefined : parsePeriode(given);
  if (given !== undefined && periode === undefined) {
    problems.push(wrong('--quarter', given, 'write 2024-Q2, or --period 2024'));
  }
  const reeks =
    vorm.reeks === undefined
      ? undefined
      : choose(problems, '--survey', options.survey ?? 'regulier', UITVRAGEN);
  return {
    ...(leverancier !== undefined && { leverancier }),
    ...(periode !== undefined && { periode: periodeValue(vorm, periode) }),
    ...(reeks !== undefined && { reeks }),
    opgesteldOp: today(context),
  };
}

function readLeverancier(vorm: BronVorm, options: TemplateOptions, problems: Problem[]): string | undefined {
  const isAgb = vorm.kolommen.some(({ naam, soort }) => naam === vorm.leverancier && soort === 'agb');
  const [option, given, other] = isAgb
    ? (['--provider', options.provider, options.supplier] as const)
    : (['--supplier', options.supplier, options.provider] as const);
  if (other !== undefined) {
    problems.push(wrong(option, other, `this source names its supplier with ${option}`));
  }
  if (isAgb && given !== undefined && !/^\d{8}$/.test(given)) {
    problems.push(wrong(option, given, 'give an AGB code of eight digits'));
  }
  return given;
}

/** The last day of a quarter is its peildatum; of residents it is 1 January. */
function periodeValue({ periode }: BronVorm, { naam, van, tot }: Periode): string | number {
  if (periode.als === 'periode') return naam;
  return periode.als === 'kwartaal' ? tot : van;
}

function fileName(
  soort: BronSoort,
  { leverancier }: TemplateVooraf,
  { quarter, period }: TemplateOptions,
  formaat: BronFormaat,
): string {
  const parts = [soort, leverancier, quarter ?? period].filter((part) => part !== undefined);
  return `${parts.join('-').replace(/[^A-Za-z0-9-]+/g, '-')}.${formaat}`;
}

function choose<Choice extends string>(
  problems: Problem[],
  place: string,
  given: string,
  choices: readonly Choice[],
): Choice | undefined {
  const found = choices.find((choice) => choice === given);
  if (found === undefined) problems.push(wrong(place, given, `expected one of: ${choices.join(', ')}`));
  return found;
}

function wrong(place: string, subject: string, remedy: string): Problem {
  return { code: 'cli.wrong-option', subject, place, remedy };
}

function today(context: Context): PlainDate {
  const now = new Date(context.clock());
  return plainDate(now.getUTCFullYear(), now.getUTCMonth() + 1, now.getUTCDate()) as PlainDate;
}
