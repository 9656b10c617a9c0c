// SPDX-License-Identifier: EUPL-1.2
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { type Begrip, OperatorError, parsePlainDate } from '../contract/index.ts';
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
 * A definition of an indicator: the version asked for, else the newest one of the workspace, else the newest one of the program. Versions of both can be
 * asked for; on one date that of the workspace goes before.
 *
 * Throws: `cli.unknown-indicator`, `cli.no-definition`, `cli.wrong-definition-name`, and what is wrong in the definition.
 */
export async function loadDefinition(
  context: Context,
  workspaceDir: string,
  id: string,
  versie?: string,
): Promise<Definition> {
  const known = await indicatorIds(context, workspaceDir);
  if (!known.includes(id)) {
    throw new OperatorError({
      code: 'cli.unknown-indicator',
      subject: id,
      remedy: `expected any of: ${known.join(', ')}.${didYouMean(id, known)}`,
    });
  }
  const folders = foldersOf(context, workspaceDir, id);
  const files = (await Promise.all(folders.map((folder) => versionFiles(context, folder)))).flat();
  const asked = files.filter(({ version }) => versie === undefined || version === versie);
  const [chosen] = versie === undefined ? newestOf(asked, folders) : asked;
  if (chosen === undefined) {
    const versions = [...new Set(files.map(({ version }) => version))].sort();
    throw new OperatorError({
      code: 'cli.no-definition',
      subject: versie === undefined ? id : `${id}@${versie}`,
      place: folders[0] ?? id,
      remedy:
        versions.length === 0
          ? 'this folder needs a definition named after the day it is valid from, such as 2020-01-01.yaml'
          : `there is one valid from: ${versions.join(', ')}`,
    });
  }
  const file = join(chosen.folder, `${chosen.version}.yaml`);
  return checkDefinition(readYaml(relative(context.cwd, file), await readFile(file, 'utf8')), {
    id,
    geldigVanaf: chosen.version,
    indicatoren: known,
  });
}

interface VersionFile {
  readonly folder: string;
  readonly version: string;
}

/** Of the first folder that has any, the newest one. */
function newestOf(files: readonly VersionFile[], folders: readonly string[]): readonly VersionFile[] {
  return folders
    .map((folder) => files.filter((file) => file.folder === folder))
    .flatMap((own) => own.toSorted((a, b) => b.version.localeCompare(a.version)).slice(0, 1));
}

/** Throws: `cli.wrong-definition-name`, with every file that is meant as a definition and would never be found. */
async function versionFiles({ cwd }: Context, folder: string): Promise<readonly VersionFile[]> {
  const names = (await readdir(folder))
    .filter((name) => /\.ya?ml$/.test(name) && name !== 'gevallen.yaml')
    .sort();
  const wrong = names.filter((name) => parsePlainDate(name.replace(/\.yaml$/, '')) === undefined);
  if (wrong.length > 0) {
    throw new OperatorError(
      wrong.map((name) => ({
        code: 'cli.wrong-definition-name',
        subject: name,
        place: `${relative(cwd, join(folder, name))}:1:1`,
        remedy:
          'call it after the day it is valid from, as YYYY-MM-DD.yaml, or gevallen.yaml when it holds worked cases',
      })),
    );
  }
  return names.map((name) => ({ folder, version: name.replace('.yaml', '') }));
}

/** What the definition panel says about an indicator, per language, with the values of its parameters: the words of the workspace when it has them, else those of
 * the program. Empty when nobody wrote it. */
export async function loadToelichting(
  context: Context,
  workspaceDir: string,
  { id, parameters }: Definition,
): Promise<{ readonly nl: string; readonly en: string }> {
  const read = async (language: string): Promise<string> => {
    const files = foldersOf(context, workspaceDir, id).map((folder) =>
      join(folder, `toelichting.${language}.md`),
    );
    const file = files.find((candidate) => existsSync(candidate));
    return file === undefined ? '' : wordsWithParameters(await readFile(file, 'utf8'), parameters);
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

/** Where this indicator is defined, that of the workspace first. */
function foldersOf(context: Context, workspaceDir: string, id: string): readonly string[] {
  return definitionRoots(context, workspaceDir)
    .map((root) => join(root, id))
    .filter((folder) => existsSync(folder));
}

function definitionRoots(context: Context, workspaceDir: string): readonly string[] {
  const roots = [join(workspaceDir, 'indicatoren'), join(context.programRoot, 'indicatoren')];
  return [...new Set(roots)].filter((root) => existsSync(root));
}
