// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import {
  type Bsn,
  type ErnstBeleid,
  type Finding,
  maskBsns,
  type PlainDate,
  type Pseudonym,
  plainDate,
} from '../contract/index.ts';
import { type BestandOordeel, meaningOf, type RegelTelling } from '../ijw/index.ts';
import { findBronnen, pseudonymiser, sleutelVan } from '../ingest/index.ts';
import { readRegio, readYaml } from '../policy/index.ts';
import type { Context } from './context.ts';
import { counted } from './counted.ts';
import { EXIT } from './exit-codes.ts';
import { knownErnst } from './known-ernst.ts';
import { requireSecret } from './secret.ts';
import { bronMeaning, validateFile } from './validate-file.ts';

export interface ValidateOptions {
  readonly json?: boolean;
  readonly regio?: string;
  readonly keyFile?: string;
}

interface Sums {
  bestanden: number;
  berichten: number;
  rijen: number;
  fouten: number;
}

/** Hexadecimal digits of a pseudonym that a person sees: enough to tell the clients of a report apart. */
const REFERENCE_DIGITS = 8;

/**
 * `regiovisie validate PATH…`: checks message files, stores nothing. Exit code 1 when there are errors.
 * Source: docs/reference/validate.md describes what `--json` prints.
 */
export async function validateCommand(
  context: Context,
  paths: readonly string[],
  options: ValidateOptions,
): Promise<number> {
  const ernst = options.regio === undefined ? {} : await ernstOf(context, options.regio);
  const pseudonymOf = options.keyFile === undefined ? undefined : await pseudonyms(context, options.keyFile);
  const found = await Promise.all(paths.map((path) => findBronnen(resolve(context.cwd, path), context.cwd)));
  const files = found.flat();
  const opties = { vandaag: today(context), ernst, ...(pseudonymOf === undefined ? {} : { pseudonymOf }) };
  const totals = new Map<string, RegelTelling>();
  const sums: Sums = { bestanden: 0, berichten: 0, rijen: 0, fouten: 0 };
  context.progress.start('validate', files.length, 'files');
  if (options.json) context.out('{"bestanden":[');
  for (const { path, pad } of files) {
    const oordeel = await validateFile(path, pad, opties);
    if (options.json) context.out(`${sums.bestanden === 0 ? '\n' : ',\n'}${toJson(oordeel)}`);
    else if (oordeel.berichten.length > 0) context.out(oordeelText(oordeel));
    addTo(totals, sums, oordeel);
    context.progress.advance(sums.bestanden);
  }
  context.progress.end();
  const regels = [...totals.values()].sort((a, b) => b.aantal - a.aantal || (a.code < b.code ? -1 : 1));
  if (options.json) {
    const explained = regels.map((regel) => ({
      ...regel,
      betekenis: meaningOf(regel.code) ?? bronMeaning(regel.code),
    }));
    context.out(`\n],"regels":${JSON.stringify(explained)},"totaal":${JSON.stringify(sums)}}\n`);
  } else {
    context.out(summaryText(regels, sums));
  }
  return sums.fouten > 0 ? EXIT.operator : EXIT.done;
}

async function ernstOf(context: Context, file: string): Promise<ErnstBeleid> {
  return knownErnst(readRegio(readYaml(file, await readFile(resolve(context.cwd, file), 'utf8'))), file);
}

async function pseudonyms(context: Context, keyFile: string): Promise<(bsn: Bsn) => Pseudonym> {
  const key = sleutelVan(await requireSecret(context, keyFile));
  return pseudonymiser([key.pseudoniem]) as (bsn: Bsn) => Pseudonym;
}

function addTo(
  totals: Map<string, RegelTelling>,
  sums: Sums,
  { telling, regels, fouten }: BestandOordeel,
): void {
  for (const { code, severity, aantal } of regels) {
    const key = `${code} ${severity}`;
    totals.set(key, { code, severity, aantal: (totals.get(key)?.aantal ?? 0) + aantal });
  }
  sums.bestanden += 1;
  sums.berichten += telling.berichten;
  sums.rijen += telling.rijen;
  sums.fouten += fouten;
}

function toJson(oordeel: BestandOordeel): string {
  return JSON.stringify(oordeel, (key, value: unknown) => {
    if (typeof value === 'bigint') return reference(value as Pseudonym);
    return (key === 'file' || key === 'place') && typeof value === 'string' ? maskBsns(value) : value;
  });
}

function reference(pseudonym: Pseudonym): string {
  return pseudonym.toString(16).padStart(16, '0').slice(0, REFERENCE_DIGITS);
}

function oordeelText({ berichten, weggelaten }: BestandOordeel): string {
  const blocks = berichten.map(({ place, kop, findings }) => {
    const file = maskBsns(place);
    const name = kop === undefined ? file : `${file}  ${kop.soort} ${kop.identificatie}`;
    return [name, ...findings.map(findingLine)].join('\n');
  });
  const rest = weggelaten > 0 ? [`  … and ${weggelaten} more findings (counted below)`] : [];
  return `${[...blocks, ...rest].join('\n')}\n`;
}

function findingLine({ code, severity, retourcode, place, kind }: Finding): string {
  const parts = [
    `  ${severity.padEnd(12)} ${code.padEnd(8)}`,
    place.path ?? '',
    place.byte === undefined ? '' : `byte ${place.byte}`,
    place.pseudonym === undefined ? '' : `client ${reference(place.pseudonym)}`,
    kind === undefined ? '' : `found: ${kind}`,
    retourcode === undefined ? '' : `retourcode ${retourcode}`,
  ];
  return parts.filter((part) => part !== '').join('  ');
}

function summaryText(regels: readonly RegelTelling[], sums: Sums): string {
  const width = Math.max(...regels.map(({ code }) => code.length), 0);
  const rows = regels.map(({ code, severity, aantal }) =>
    `${String(aantal).padStart(9)}  ${severity.padEnd(12)} ${code.padEnd(width)}  ${meaningOf(code) ?? bronMeaning(code) ?? ''}`.trimEnd(),
  );
  const total = `${counted(sums.bestanden, 'file')}, ${counted(sums.berichten, 'message')}, ${counted(sums.rijen, 'row')}: ${counted(sums.fouten, 'error')}`;
  return `${[...rows, total].join('\n')}\n`;
}

function today(context: Context): PlainDate {
  const now = new Date(context.clock());
  return plainDate(now.getUTCFullYear(), now.getUTCMonth() + 1, now.getUTCDate()) as PlainDate;
}
