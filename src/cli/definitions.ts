// SPDX-License-Identifier: EUPL-1.2
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { type Begrip, OperatorError } from '../contract/index.ts';
import { checkDefinition, type Definition, wordsWithParameters } from '../indicators/index.ts';
import { didYouMean, readBegrippen, readYaml } from '../policy/index.ts';
import type { Context } from './context.ts';

/** Name of an indicator and of its folder. */
const INDICATOR_ID = /^[a-z][a-z0-9-]*$/;

/** Ids of the indicators that this program and this workspace define, sorted. */
export async function indicatorIds(context: Context, workspaceDir: string): Promise<readonly string[]> {
  const ids = await Promise.all(definitionRoots(context, workspaceDir).map((root) => readdir(root)));
  return [...new Set(ids.flat())].filter((id) => INDICATOR_ID.test(id)).sort();
}

/**
 * A definition of an indicator: the newest one, or the version asked for. A folder `indicatoren/<id>` in the workspace goes before the one of the
 * program.
 *
 * Throws: `cli.unknown-indicator`, `cli.no-definition`, and what is wrong in the definition.
 */
export async function loadDefinition(
  context: Context,
  workspaceDir: string,
  id: string,
  versie?: string,
): Promise<Definition> {
  const root = definitionRoots(context, workspaceDir).find((candidate) => existsSync(join(candidate, id)));
  if (root === undefined || !INDICATOR_ID.test(id)) {
    const known = await indicatorIds(context, workspaceDir);
    throw new OperatorError({
      code: 'cli.unknown-indicator',
      subject: id,
      remedy: `expected any of: ${known.join(', ')}.${didYouMean(id, known)}`,
    });
  }
  const versions = (await readdir(join(root, id)))
    .filter((name) => /^\d{4}-\d{2}-\d{2}\.yaml$/.test(name))
    .map((name) => name.replace('.yaml', ''))
    .sort();
  const chosen = versie === undefined ? versions.at(-1) : versions.find((version) => version === versie);
  if (chosen === undefined) {
    throw new OperatorError({
      code: 'cli.no-definition',
      subject: versie === undefined ? id : `${id}@${versie}`,
      place: join(root, id),
      remedy:
        versions.length === 0
          ? 'this folder needs a definition named after the day it is valid from, such as 2020-01-01.yaml'
          : `there is one valid from: ${versions.join(', ')}`,
    });
  }
  const file = join(root, id, `${chosen}.yaml`);
  return checkDefinition(readYaml(relative(context.cwd, file), await readFile(file, 'utf8')));
}

/** What the definition panel says about an indicator, per language, with the values of its parameters; empty when nobody wrote it. */
export async function loadToelichting(
  context: Context,
  workspaceDir: string,
  { id, parameters }: Definition,
): Promise<{ readonly nl: string; readonly en: string }> {
  const root = definitionRoots(context, workspaceDir).find((candidate) => existsSync(join(candidate, id)));
  const read = async (language: string): Promise<string> => {
    const file = join(root ?? '', id, `toelichting.${language}.md`);
    return root !== undefined && existsSync(file)
      ? wordsWithParameters(await readFile(file, 'utf8'), parameters)
      : '';
  };
  return { nl: await read('nl'), en: await read('en') };
}

/**
 * The glossary: that of the workspace when it has one, else that of the program.
 *
 * Throws: what is wrong in it.
 */
export async function loadBegrippen(context: Context, workspaceDir: string): Promise<readonly Begrip[]> {
  const files = definitionRoots(context, workspaceDir).map((root) => join(root, 'begrippen.yaml'));
  const file =
    files.find((candidate) => existsSync(candidate)) ??
    join(context.programRoot, 'indicatoren', 'begrippen.yaml');
  const document = readYaml(relative(context.cwd, file), await readFile(file, 'utf8'));
  return readBegrippen(document, await indicatorIds(context, workspaceDir));
}

function definitionRoots(context: Context, workspaceDir: string): readonly string[] {
  return [join(workspaceDir, 'indicatoren'), join(context.programRoot, 'indicatoren')].filter((root) =>
    existsSync(root),
  );
}
