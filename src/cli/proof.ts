// SPDX-License-Identifier: EUPL-1.2
import { existsSync, statSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { OperatorError, type Regio } from '../contract/index.ts';
import { readRegio, readYaml } from '../policy/index.ts';
import {
  type Areas,
  areasOf,
  explainFinding,
  outcomeOf,
  type ProofOutcome,
  proveDocument,
  readDocument,
  type SourceFile,
} from '../proof/index.ts';
import { pageHtml, proofDocument } from '../report/index.ts';
import { texts } from '../text/index.ts';
import type { Context } from './context.ts';
import { EXIT } from './exit-codes.ts';
import { proveReleaseFolder } from './prove-release.ts';

/** Options of `regiovisie proof`. */
export interface ProofOptions {
  readonly text: readonly string[];
  readonly areas?: string;
  readonly html?: string;
  readonly json?: boolean;
}

/** `regiovisie proof FILE|RELEASE`: what cannot be true in figures that people wrote down. Exit code 1 when something was found. */
export async function proofCommand(context: Context, what: string, options: ProofOptions): Promise<number> {
  const path = resolve(context.cwd, what);
  const outcome = isFolder(path) ? proveReleaseFolder(path) : await proveFiles(context, what, options);
  if (options.html !== undefined) await writePages(resolve(context.cwd, options.html), outcome);
  context.out(options.json ? proofJson(outcome) : proofText(outcome));
  return outcome.bevindingen.length === 0 ? EXIT.done : EXIT.operator;
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}

async function proveFiles(context: Context, what: string, options: ProofOptions): Promise<ProofOutcome> {
  const regio = options.areas ?? join(context.programRoot, 'regio', 'haaglanden', 'regio.yaml');
  const areas = areasIn(readRegio(readYaml(basename(regio), await readText(context, regio))));
  const files: SourceFile[] = [];
  for (const name of [what, ...options.text])
    files.push({ naam: basename(name), tekst: await readText(context, name) });
  const document = readDocument(files, areas);
  return outcomeOf(basename(what), document, proveDocument(document));
}

/** The gemeenten of the publication year, the groups and the region as a whole. */
function areasIn({ gemeenten, groepen, code, naam, publicatiejaar }: Regio): Areas {
  const now = gemeenten.filter(
    ({ tot }) => tot === undefined || Number(String(tot).slice(0, 4)) >= publicatiejaar,
  );
  return areasOf([
    ...now.map((gemeente) => ({ code: gemeente.code, naam: gemeente.naam, leden: [] })),
    ...groepen.map((groep) => ({ code: groep.code, naam: groep.naam, leden: groep.gemeenten })),
    { code, naam, leden: now.map((gemeente) => gemeente.code) },
  ]);
}

async function readText(context: Context, name: string): Promise<string> {
  const path = resolve(context.cwd, name);
  if (!existsSync(path)) {
    throw new OperatorError({
      code: 'cli.no-such-file',
      subject: basename(name),
      place: path,
      remedy: 'give a file with published figures (JSON or CSV), a text, or the folder of a release',
    });
  }
  return await readFile(path, 'utf8');
}

async function writePages(path: string, outcome: ProofOutcome): Promise<void> {
  const english = path.replace(/(\.html)?$/, '.en.html');
  const files = { nl: basename(path), en: basename(english) };
  await writeFile(path, pageHtml(proofDocument(outcome, files, 'nl')));
  await writeFile(english, pageHtml(proofDocument(outcome, files, 'en')));
}

function proofJson({ naam, nagelopen, bevindingen }: ProofOutcome): string {
  const findings = bevindingen.map((finding) => ({
    ...explainFinding(finding, 'nl'),
    uitleg_en: explainFinding(finding, 'en').uitleg,
  }));
  return `${JSON.stringify({ naam, nagelopen, bevindingen: findings }, null, 1)}\n`;
}

/** Dutch: what is quoted is Dutch, and so are the people who mend it. */
function proofText({ naam, nagelopen, bevindingen }: ProofOutcome): string {
  const { proof } = texts('nl');
  const findings = bevindingen.map((finding) => explainFinding(finding, 'nl'));
  const lines = findings.map(
    ({ ernst, zekerheid, plaats, gedrukt, verwacht, uitleg, id }) =>
      `${ernst}, ${zekerheid}: ${plaats}\n  ${proof.gedrukt}: ${gedrukt}\n${verwacht === '' ? '' : `  ${proof.verwacht}: ${verwacht}\n`}${uitleg.map((line) => `  ${line}\n`).join('')}  ${id}`,
  );
  const serious = bevindingen.filter(({ ernst }) => ernst === 'ernstig').length;
  const { tabellen, getallen, zinnen } = nagelopen;
  return `${[...lines, `${naam}: ${proof.lead(bevindingen.length, serious)}`, proof.gecontroleerd(tabellen, getallen, zinnen)].join('\n\n')}\n`;
}
