// SPDX-License-Identifier: EUPL-1.2
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { appendVerwerking } from '../logbook/index.ts';
import { pageHtml } from '../report/index.ts';
import { boundFigures } from './check-bounds.ts';
import { checkPage } from './check-page.ts';
import { checkText } from './check-text.ts';
import type { Context } from './context.ts';
import { knownErnst } from './known-ernst.ts';
import { requireDeliveries } from './require-deliveries.ts';
import { withWarehouse } from './with-warehouse.ts';
import { openWorkspace } from './workspace.ts';

export interface CheckOptions {
  readonly keyFile?: string;
  readonly html?: string;
  readonly logbook?: string;
  readonly json?: boolean;
}

/** `regiovisie check DIR`: the data-quality report of the warehouse. It has exact counts: for a holder of the key, and logged. */
export async function checkCommand(context: Context, folder: string, options: CheckOptions): Promise<void> {
  const workspace = await openWorkspace(context, folder, options.logbook);
  const { regio, producten, paths } = workspace;
  const ernst = knownErnst(regio, paths.regio);
  const { report, grenzen } = await withWarehouse(
    context,
    workspace,
    options.keyFile,
    async (warehouse, sleutel) => {
      await requireDeliveries(warehouse, workspace);
      const begin = context.clock();
      const checked = await warehouse.check(producten, ernst);
      const bounded = await boundFigures(context, workspace, warehouse, checked.geraakt);
      await warehouse.derive(producten);
      await appendVerwerking(paths.logboek, {
        naam: 'check',
        begin,
        eind: context.clock(),
        sleutelId: sleutel.id,
        kenmerken: { bevindingen: checked.bevindingen.reduce((sum, { aantal }) => sum + aantal, 0) },
      });
      return { report: checked, grenzen: bounded };
    },
  );
  if (options.html !== undefined) {
    const file = resolve(context.cwd, options.html);
    const page = checkPage({ regio, report, grenzen, fictief: existsSync(paths.fictief) }, 'nl');
    await writeFile(file, pageHtml(page), { mode: 0o600 });
    context.note(`Wrote ${file}. It has exact counts: not for publication.`);
  }
  context.out(
    options.json
      ? `${JSON.stringify({ ...report, grenzen }, null, 1)}\n`
      : checkText(report, grenzen, String(regio.publicatiejaar)),
  );
}
