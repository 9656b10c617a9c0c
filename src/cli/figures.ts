// SPDX-License-Identifier: EUPL-1.2
import { OperatorError, type SafeTable } from '../contract/index.ts';
import { type Definition, type FigureRequest, planRequest } from '../indicators/index.ts';
import { appendVerwerking } from '../logbook/index.ts';
import { didYouMean } from '../policy/index.ts';
import type { Warehouse } from '../store/index.ts';
import { computePlans } from './compute-figures.ts';
import type { Context } from './context.ts';
import { loadDefinition } from './definitions.ts';
import { type FigureOptions, type FigureQuestion, readFigureOptions } from './figure-options.ts';
import { type MeervoudigGeteld, meervoudigGeteld } from './meervoudig-geteld.ts';
import { type PrintableTable, printFigures } from './print-figures.ts';
import { isProtected, protectedFigures, releaseFigures } from './protected-figures.ts';
import { requireDeliveries } from './require-deliveries.ts';
import { withWarehouse } from './with-warehouse.ts';
import { openWorkspace, type Workspace } from './workspace.ts';

/** `regiovisie figures DIR INDICATOR…`: protected figures, or with `--raw` the exact ones to a holder of the key. */
export async function figuresCommand(
  context: Context,
  folder: string,
  indicators: readonly string[],
  options: FigureOptions,
): Promise<void> {
  const workspace = await openWorkspace(context, folder, options.logbook);
  const question = readFigureOptions(options, workspace.regio);
  const tables = await withWarehouse(context, workspace, options.keyFile, async (warehouse, sleutel) => {
    await requireDeliveries(warehouse, workspace);
    const begin = context.clock();
    await warehouse.derive(
      workspace.producten,
      question.asKnownOn === undefined ? {} : { asKnownOn: question.asKnownOn },
    );
    if (!question.raw) return await safeFigures(context, workspace, warehouse, indicators, question);
    const exact = await exactFigures(context, workspace, warehouse, indicators, question);
    await appendVerwerking(workspace.paths.logboek, {
      naam: 'figures --raw',
      begin,
      eind: context.clock(),
      sleutelId: sleutel.id,
      kenmerken: {
        indicatoren: indicators.join(' '),
        dimensies: question.dimensies.join(' '),
        perioden: question.perioden.join(' '),
      },
    });
    return exact;
  });
  context.out(printFigures(tables, question.format));
}

async function exactFigures(
  context: Context,
  workspace: Workspace,
  warehouse: Warehouse,
  indicators: readonly string[],
  question: FigureQuestion,
): Promise<readonly PrintableTable[]> {
  const definitions = await askedDefinitions(context, workspace, indicators, question);
  const plans = definitions.flatMap((definition) =>
    planRequest(requestOf(definition, question), workspace.regio, definition),
  );
  if (question.format === 'csv') return await computePlans(warehouse, plans);
  const beside = await besideDefinitions(context, workspace, definitions, question);
  const naast = beside.flatMap((definition) =>
    planRequest(besideRequest(definition, question), workspace.regio, definition),
  );
  const tables = await computePlans(warehouse, [...plans, ...naast]);
  const twice = new Map<string, readonly MeervoudigGeteld[]>();
  for (const definition of definitions) {
    const own = tables.slice(0, plans.length).filter(({ indicator }) => indicator === definition.id);
    const request = requestOf(definition, question);
    twice.set(definition.id, await meervoudigGeteld(warehouse, request, workspace.regio, definition, own));
  }
  return tables.map((table, index) => {
    if (index >= plans.length) return { ...table, naast: true };
    const own = twice.get(table.indicator) ?? [];
    twice.delete(table.indicator);
    return { ...table, meervoudig: own };
  });
}

/** Throws: `indicators.unknown-parameter` when no indicator that was asked for has it. */
async function askedDefinitions(
  context: Context,
  workspace: Workspace,
  indicators: readonly string[],
  question: FigureQuestion,
): Promise<readonly Definition[]> {
  const definitions: Definition[] = [];
  for (const indicator of new Set(indicators))
    definitions.push(await loadDefinition(context, workspace.dir, indicator, question.definities[indicator]));
  const known = definitions.flatMap(({ parameters }) => parameters.map(({ naam }) => naam as string));
  const problems = [
    ...Object.keys(question.parameters)
      .filter((name) => !known.includes(name))
      .map((name) => ({
        code: 'indicators.unknown-parameter',
        subject: name,
        place: '--param',
        remedy:
          known.length === 0
            ? 'what was asked for has no parameters'
            : `expected any of: ${[...new Set(known)].join(', ')}.${didYouMean(name, known)}`,
      })),
    ...Object.keys(question.definities)
      .filter((id) => !indicators.includes(id))
      .map((id) => ({
        code: 'cli.wrong-option',
        subject: id,
        place: '--definition',
        remedy: 'it is not asked for: name the indicator too',
      })),
  ];
  if (problems.length > 0) throw new OperatorError(problems);
  return definitions;
}

/** The question about one indicator, with those of the parameters that it has. */
function requestOf(definition: Definition, question: FigureQuestion): FigureRequest {
  const { dimensies, gebieden, perioden, variant, samenstelling } = question;
  const own = definition.parameters.map(({ naam }) => naam as string);
  return {
    indicator: definition.id,
    dimensies,
    perioden,
    samenstelling,
    ...(gebieden === undefined ? {} : { gebieden }),
    ...(variant === undefined ? {} : { variant }),
    parameters: Object.fromEntries(
      Object.entries(question.parameters).filter(([name]) => own.includes(name)),
    ),
  };
}

/** What belongs beside the indicators that were asked for, and beside every split by verwijzer. */
async function besideDefinitions(
  context: Context,
  workspace: Workspace,
  asked: readonly Definition[],
  question: FigureQuestion,
): Promise<readonly Definition[]> {
  const verwijzer =
    question.dimensies.includes('verwijzer') && asked.some(({ dimensies }) => dimensies.includes('type'));
  const ids = new Set([...asked.flatMap(({ naast }) => naast), ...(verwijzer ? ['verwijzer-afgeleid'] : [])]);
  const found: Definition[] = [];
  for (const id of ids) {
    if (asked.some((definition) => definition.id === id)) continue;
    const definition = await loadDefinition(context, workspace.dir, id);
    const possible = question.perioden.every((label) => periodeSoort(label, definition));
    if (possible) found.push(definition);
  }
  return found;
}

function periodeSoort(label: string, { perioden }: Definition): boolean {
  const soort = /^\d{4}$/.test(label) ? 'jaar' : /^\d{4}-Q\d$/.test(label) ? 'kwartaal' : 'verschoven-jaar';
  return perioden.includes(soort);
}

/** All variants, split by those of the dimensions that it knows too: the same cells, or the whole that they are part of. */
function besideRequest(definition: Definition, question: FigureQuestion): FigureRequest {
  const { variant: _, ...whole } = question;
  const dimensies = question.dimensies.filter((dimensie) => definition.dimensies.includes(dimensie));
  return requestOf(definition, { ...whole, dimensies });
}

async function safeFigures(
  context: Context,
  workspace: Workspace,
  warehouse: Warehouse,
  indicators: readonly string[],
  question: FigureQuestion,
): Promise<readonly PrintableTable[]> {
  for (const definition of await askedDefinitions(context, workspace, indicators, question))
    planRequest(requestOf(definition, question), workspace.regio, definition);
  const changed = Object.keys(question.parameters).length + Object.keys(question.definities).length > 0;
  const refused = [...new Set(indicators)].filter(
    (indicator) => changed || !isProtected(indicator, question, workspace.regio),
  );
  if (refused.length > 0) {
    throw new OperatorError(
      refused.map((indicator) => ({
        code: 'cli.not-protected',
        subject: [indicator, ...question.dimensies].join(' by '),
        remedy:
          'safe figures exist for the splits, whole years, composition, parameters and definitions that a release publishes, protected together; ask for one of those, or give --raw if you hold the key and may see exact figures',
      })),
    );
  }
  const { tables } = await protectedFigures(workspace, await releaseFigures(context, workspace, warehouse));
  const wanted = (table: SafeTable): boolean =>
    indicators.includes(table.indicator) && table.dimensies.join() === question.dimensies.join();
  return tables
    .filter(wanted)
    .map((table) => ({ ...table, rows: table.rows.filter((row) => asksFor(question, row)) }));
}

function asksFor(
  question: FigureQuestion,
  row: { readonly periode: string; readonly gebied: string; readonly variant: string },
): boolean {
  return (
    question.perioden.includes(row.periode) &&
    (question.gebieden === undefined || question.gebieden.includes(row.gebied)) &&
    (question.variant === undefined || question.variant === row.variant)
  );
}
