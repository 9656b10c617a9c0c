// SPDX-License-Identifier: EUPL-1.2
import { type FigureTable, OperatorError, type SafeTable } from '../contract/index.ts';
import { planFigures } from '../indicators/index.ts';
import { appendVerwerking } from '../logbook/index.ts';
import type { Warehouse } from '../store/index.ts';
import { computePlans } from './compute-figures.ts';
import type { Context } from './context.ts';
import { loadDefinition } from './definitions.ts';
import { type FigureOptions, type FigureQuestion, readFigureOptions } from './figure-options.ts';
import { type PrintableTable, printFigures } from './print-figures.ts';
import { isProtected, protectedFigures } from './protected-figures.ts';
import { withWarehouse } from './with-warehouse.ts';
import { openWorkspace, type Workspace } from './workspace.ts';

/** `regiovisie figures DIR INDICATOR…`: protected figures, or with `--raw` the exact ones to a holder of the key. */
export async function figuresCommand(
  context: Context,
  folder: string,
  indicators: readonly string[],
  options: FigureOptions,
): Promise<void> {
  const workspace = await openWorkspace(context, folder);
  const question = readFigureOptions(options, workspace.regio);
  const tables = await withWarehouse(context, workspace, options.keyFile, async (warehouse, sleutel) => {
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
): Promise<readonly FigureTable[]> {
  const plans = [];
  for (const indicator of new Set(indicators)) {
    const definition = await loadDefinition(context, workspace.dir, indicator);
    plans.push(planFigures({ ...question, indicator }, workspace.regio, definition));
  }
  return await computePlans(warehouse, plans);
}

async function safeFigures(
  context: Context,
  workspace: Workspace,
  warehouse: Warehouse,
  indicators: readonly string[],
  question: FigureQuestion,
): Promise<readonly PrintableTable[]> {
  for (const indicator of new Set(indicators)) {
    const definition = await loadDefinition(context, workspace.dir, indicator);
    planFigures({ ...question, indicator }, workspace.regio, definition);
  }
  const refused = [...new Set(indicators)].filter(
    (indicator) => !isProtected(indicator, question, workspace.regio),
  );
  if (refused.length > 0) {
    throw new OperatorError(
      refused.map((indicator) => ({
        code: 'cli.not-protected',
        subject: [indicator, ...question.dimensies].join(' by '),
        remedy:
          'safe figures exist for the splits, whole years and composition that a release publishes, protected together; ask for one of those, or give --raw if you hold the key and may see exact figures',
      })),
    );
  }
  const { tables } = await protectedFigures(context, workspace, warehouse);
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
