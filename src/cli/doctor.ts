// SPDX-License-Identifier: EUPL-1.2
import { type DoctorCheck, SCHEMA_VERSIE } from '../store/index.ts';
import type { Context } from './context.ts';
import { counted } from './counted.ts';
import { ADVIES, examineWorkspace, type WorkspaceCheck } from './doctor-workspace.ts';
import { EXIT } from './exit-codes.ts';
import { programVersion } from './program-version.ts';
import { withWarehouse } from './with-warehouse.ts';
import { openWorkspace } from './workspace.ts';

/** Things that deviate and are named one by one; the rest is counted. */
const NAMED = 20;

export interface DoctorOptions {
  readonly keyFile?: string;
  readonly json?: boolean;
}

/**
 * `regiovisie doctor DIR`: whether key, disk, archive and warehouse are in order, and what to do where they are not. Exit code 1 when something deviates.
 *
 * Throws: `cli.no-warehouse`, `ingest.wrong-key`, `store.unreadable`.
 */
export async function doctorCommand(
  context: Context,
  folder: string,
  options: DoctorOptions,
): Promise<number> {
  const workspace = await openWorkspace(context, folder);
  const checks = await withWarehouse(context, workspace, options.keyFile, async (warehouse, sleutel) => {
    const inside = await warehouse.doctor(workspace.producten);
    const around = await examineWorkspace(context, workspace, warehouse, sleutel);
    return [...around, ...inside];
  });
  const broken = checks.filter(({ afwijkingen }) => afwijkingen > 0);
  const versions = { programma: programVersion(context), schema: SCHEMA_VERSIE };
  if (options.json) {
    const withAdvice = checks.map((check) =>
      check.afwijkingen > 0 ? { ...check, advies: ADVIES[check.id] } : check,
    );
    context.out(`${JSON.stringify({ ...versions, controles: withAdvice }, null, 1)}\n`);
  } else {
    const told = checks.filter((check) => 'gezien' in check || check.afwijkingen > 0 || isLeftOut(check));
    const lines = told.flatMap((check) => {
      const name = 'tabel' in check && check.tabel !== undefined ? `${check.id} ${check.tabel}` : check.id;
      const seen = 'gezien' in check ? ` (${check.gezien})` : '';
      const stukken = 'stukken' in check ? (check.stukken ?? []) : [];
      return [
        `${name.padEnd(42)} ${outcome(check)}${seen}`,
        ...stukken.slice(0, NAMED).map((stuk) => `  ${stuk}`),
        ...(stukken.length > NAMED ? [`  … and ${stukken.length - NAMED} more (--json names them all)`] : []),
      ];
    });
    const silent = `${checks.length - told.length} checks inside the warehouse`.padEnd(42);
    const advice = [...new Set(broken.map(({ id }) => id))].map((id) => `${id}: ${ADVIES[id]}`);
    const whole = checks.some(isLeftOut)
      ? 'The key fits. The warehouse is whole as far as it was compared: its derived tables are not up to date and cannot be written here. Run doctor on a copy.'
      : 'The key fits. The warehouse is whole.';
    const verdict = broken.length === 0 ? [whole] : ['What to do', ...advice];
    context.out(
      `${[`${'schema'.padEnd(42)} ${versions.schema}, the newest that this program knows (${versions.programma})`, ...lines, `${silent} in order`, ...verdict].join('\n')}\n`,
    );
  }
  return broken.length === 0 ? EXIT.done : EXIT.operator;
}

function isLeftOut(check: DoctorCheck | WorkspaceCheck): boolean {
  return 'nietVergeleken' in check;
}

function outcome(check: DoctorCheck | WorkspaceCheck): string {
  if (isLeftOut(check)) return 'not compared';
  return check.afwijkingen === 0 ? 'in order' : counted(check.afwijkingen, 'deviates', 'deviate');
}
