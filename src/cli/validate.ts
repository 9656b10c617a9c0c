// SPDX-License-Identifier: EUPL-1.2
import { resolve } from 'node:path';
import { type Finding, type PlainDate, plainDate } from '../contract/index.ts';
import type { BestandOordeel, RegelTelling } from '../ijw/index.ts';
import { findBronnen } from '../ingest/index.ts';
import type { Context } from './context.ts';
import { EXIT } from './exit-codes.ts';
import { bronMeaning, validateFile } from './validate-file.ts';

/** `regiovisie validate PATH…`: checks message files, stores nothing. Exit code 1 when there are errors. */
export async function validateCommand(
  context: Context,
  paths: readonly string[],
  options: { readonly json?: boolean },
): Promise<number> {
  const found = await Promise.all(paths.map((path) => findBronnen(resolve(context.cwd, path), context.cwd)));
  const files = found.flat();
  const vandaag = today(context);
  const totals = new Map<string, { code: string; severity: Finding['severity']; aantal: number }>();
  const sums = { bestanden: 0, berichten: 0, rijen: 0, fouten: 0 };
  context.progress.start('validate', files.length, 'files');
  if (options.json) context.out('{"bestanden":[');
  for (const { path, pad } of files) {
    const oordeel = await validateFile(path, pad, { vandaag });
    if (options.json) context.out(`${sums.bestanden === 0 ? '\n' : ',\n'}${JSON.stringify(oordeel)}`);
    else context.out(oordeelText(oordeel));
    for (const { code, severity, aantal } of oordeel.regels) {
      const key = `${code} ${severity}`;
      totals.set(key, { code, severity, aantal: (totals.get(key)?.aantal ?? 0) + aantal });
    }
    sums.bestanden += 1;
    sums.berichten += oordeel.telling.berichten;
    sums.rijen += oordeel.telling.rijen;
    sums.fouten += oordeel.fouten;
    context.progress.advance(sums.bestanden);
  }
  context.progress.end();
  const regels = [...totals.values()].sort((a, b) => b.aantal - a.aantal || (a.code < b.code ? -1 : 1));
  if (options.json) context.out(`\n],"regels":${JSON.stringify(regels)},"totaal":${JSON.stringify(sums)}}\n`);
  else context.out(summaryText(regels, sums));
  return sums.fouten > 0 ? EXIT.operator : EXIT.done;
}

function oordeelText({ berichten, weggelaten }: BestandOordeel): string {
  const blocks = berichten.map(({ place, kop, findings }) => {
    const name = kop === undefined ? place : `${place}  ${kop.soort} ${kop.identificatie}`;
    return [name, ...findings.map(findingLine)].join('\n');
  });
  const rest = weggelaten > 0 ? [`  … and ${weggelaten} more findings (counted below)`] : [];
  const lines = [...blocks, ...rest];
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

function findingLine({ code, severity, retourcode, place, kind }: Finding): string {
  const parts = [
    `  ${severity.padEnd(12)} ${code.padEnd(8)}`,
    place.path ?? '',
    place.byte === undefined ? '' : `byte ${place.byte}`,
    kind === undefined ? '' : `found: ${kind}`,
    retourcode === undefined ? '' : `retourcode ${retourcode}`,
  ];
  return parts.filter((part) => part !== '').join('  ');
}

function summaryText(
  regels: readonly RegelTelling[],
  sums: {
    readonly bestanden: number;
    readonly berichten: number;
    readonly rijen: number;
    readonly fouten: number;
  },
): string {
  const rows = regels.map(({ code, severity, aantal }) =>
    `${String(aantal).padStart(9)}  ${severity.padEnd(12)} ${code}  ${bronMeaning(code) ?? ''}`.trimEnd(),
  );
  const total = `${sums.bestanden} files, ${sums.berichten} messages, ${sums.rijen} rows: ${sums.fouten} errors`;
  return `${[...rows, total].join('\n')}\n`;
}

function today(context: Context): PlainDate {
  const now = new Date(context.clock());
  return plainDate(now.getUTCFullYear(), now.getUTCMonth() + 1, now.getUTCDate()) as PlainDate;
}
