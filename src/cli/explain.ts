// SPDX-License-Identifier: EUPL-1.2
import type { Dimensie } from '../contract/index.ts';
import { OperatorError, parsePlainDate } from '../contract/index.ts';
import { type FigureRequest, planRequest } from '../indicators/index.ts';
import { appendVerwerking } from '../logbook/index.ts';
import type { Context } from './context.ts';
import { loadDefinition } from './definitions.ts';
import { EXIT } from './exit-codes.ts';
import { type Cell, readCell } from './explain-cell.ts';
import { explainPlans } from './explain-plans.ts';
import { explanationText } from './explain-text.ts';
import type { Uitleg } from './explain-uitleg.ts';
import { meervoudigGeteld } from './meervoudig-geteld.ts';
import { requireDeliveries } from './require-deliveries.ts';
import { withWarehouse } from './with-warehouse.ts';
import { openWorkspace } from './workspace.ts';

export interface ExplainOptions {
  readonly cell: string;
  readonly variant?: string;
  readonly asKnownOn?: string;
  readonly since?: string;
  readonly composition?: string;
  readonly keyFile?: string;
  readonly logbook?: string;
  readonly json?: boolean;
}

const MS_PER_DAY = 86_400_000;

/**
 * `regiovisie explain DIR INDICATOR --cell …`: how one number came about. For a holder of the key; logged. Exit code 1 when the steps do not lead to the figure.
 *
 * Throws: `cli.wrong-option`, `cli.no-such-cell`, and what planning the figure throws.
 */
export async function explainCommand(
  context: Context,
  folder: string,
  indicator: string,
  options: ExplainOptions,
): Promise<number> {
  const workspace = await openWorkspace(context, folder, options.logbook);
  const cel = readCell(options.cell, workspace.regio.code);
  const asKnownOn = momentOf(options.asKnownOn, '--as-known-on');
  const since = momentOf(options.since, '--since');
  const uitleg = await withWarehouse(context, workspace, options.keyFile, async (warehouse, sleutel) => {
    await requireDeliveries(warehouse, workspace);
    const begin = context.clock();
    const definition = await loadDefinition(context, workspace.dir, indicator);
    const request: FigureRequest = {
      indicator,
      dimensies: Object.keys(cel.selectie) as Dimensie[],
      gebieden: [cel.gebied],
      perioden: [cel.periode],
      samenstelling: options.composition === 'actual' ? 'actual' : 'restated',
      ...(options.variant !== undefined && { variant: options.variant }),
    };
    const plans = planCell(request, workspace.regio, definition);
    const { tabellen, ...made } = await explainPlans(
      warehouse,
      workspace.producten,
      plans,
      cel,
      context.progress,
      {
        ...(asKnownOn !== undefined && { asKnownOn }),
        ...(since !== undefined && { since }),
      },
    );
    const twice = await meervoudigGeteld(warehouse, request, workspace.regio, definition, tabellen);
    await appendVerwerking(workspace.paths.logboek, {
      naam: 'explain',
      begin,
      eind: context.clock(),
      sleutelId: sleutel.id,
      kenmerken: { indicatoren: indicator, cel: options.cell },
    });
    const whole: Uitleg = {
      indicator,
      definitie: definition.geldigVanaf,
      telt: definition.telt,
      cel,
      ...(options.asKnownOn !== undefined && { zoalsBekendOp: options.asKnownOn }),
      ...(options.since !== undefined && { sinds: options.since }),
      ...made,
      meervoudigGeteld: twice.filter((entry) => isAbout(entry.cel, cel.selectie)),
    };
    return whole;
  });
  context.out(options.json ? `${JSON.stringify(uitleg, null, 1)}\n` : explanationText(uitleg));
  return uitleg.cijfers.some(({ klopt }) => klopt === false) ? EXIT.operator : EXIT.done;
}

/** Whether parts make up this cell, or the whole that it is part of. */
function isAbout(parts: Cell['selectie'], selectie: Cell['selectie']): boolean {
  return Object.entries(parts).every(([name, value]) => selectie[name as Dimensie] === value);
}

/** As `planRequest`, whose mistakes are told of the option that they were typed in. */
function planCell(...question: Parameters<typeof planRequest>): ReturnType<typeof planRequest> {
  try {
    return planRequest(...question);
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error;
    throw new OperatorError(
      error.problems.map((problem) =>
        problem.place === undefined || !OF_CELL.includes(problem.place)
          ? problem
          : { ...problem, place: '--cell' },
      ),
    );
  }
}

/** Options of `figures` that are parts of a cell here. */
const OF_CELL = ['--by', '--area', '--year or --period'];

/** The last millisecond of a day. */
function momentOf(text: string | undefined, place: string): number | undefined {
  if (text === undefined) return undefined;
  const date = parsePlainDate(text);
  if (date !== undefined) return (date + 1) * MS_PER_DAY - 1;
  throw new OperatorError({
    code: 'cli.wrong-option',
    subject: text,
    place,
    remedy: 'give a day as YYYY-MM-DD',
  });
}
