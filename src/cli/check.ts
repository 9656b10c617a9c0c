// SPDX-License-Identifier: EUPL-1.2
import type { CheckReport } from '../store/index.ts';
import type { Context } from './context.ts';
import { knownErnst } from './known-ernst.ts';
import { alignColumns } from './print-figures.ts';
import { withWarehouse } from './with-warehouse.ts';
import { openWorkspace } from './workspace.ts';

export interface CheckOptions {
  readonly keyFile?: string;
  readonly json?: boolean;
}

/** `regiovisie check DIR`: the data-quality report of the warehouse. */
export async function checkCommand(context: Context, folder: string, options: CheckOptions): Promise<void> {
  const workspace = await openWorkspace(context, folder);
  const ernst = knownErnst(workspace.regio, workspace.paths.regio);
  const report = await withWarehouse(context, workspace, options.keyFile, (warehouse) =>
    warehouse.check(workspace.producten, ernst),
  );
  context.out(options.json ? `${JSON.stringify(report, null, 1)}\n` : checkText(report));
}

function checkText({ bevindingen, invloed, stil }: CheckReport): string {
  const perRule = new Map<string, { code: string; severity: string; aantal: number }>();
  for (const { code, ernst: severity, aantal } of bevindingen) {
    perRule.set(code, { code, severity, aantal: (perRule.get(code)?.aantal ?? 0) + aantal });
  }
  const rules = [...perRule.values()].sort((a, b) => b.aantal - a.aantal || (a.code < b.code ? -1 : 1));
  return [
    section(
      'Findings by rule',
      ['rule', 'severity', 'findings'],
      rules.map(({ code, severity, aantal }) => [code, severity, String(aantal)]),
    ),
    section(
      'How far they could move figures, when every finding turned out to be wrong',
      ['rule', 'year', 'lines', 'eurocent', 'clients'],
      invloed.map(({ code, jaar, prestaties, bedragCents, clienten }) => [
        code,
        String(jaar),
        String(prestaties),
        String(bedragCents),
        String(clienten),
      ]),
    ),
    section(
      'Providers that fell silent',
      ['gemeente', 'aanbieder', 'last month', 'months silent'],
      stil.map(({ gemeente, aanbieder, laatsteMaand, maandenStil }) => [
        gemeente,
        aanbieder,
        laatsteMaand,
        String(maandenStil),
      ]),
    ),
  ].join('\n');
}

function section(title: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
  return `${title}\n${rows.length === 0 ? '  none\n' : alignColumns([head, ...rows])}`;
}
