// SPDX-License-Identifier: EUPL-1.2
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EditionSource } from '../report/index.ts';

const FOLDER = 'hoofdstukken';
/** `02-hoofdlijnen.md` is Dutch, `02-hoofdlijnen.en.md` English. */
const CHAPTER = /^\d.*?(\.en)?\.md$/;

/**
 * The texts of a workspace: numbered chapters in the order of their names, and the appendix for every gemeente (`bijlage.md`). Nothing when the
 * workspace has none: then the pages hold tables and figures only.
 */
export async function loadChapters(
  workspaceDir: string,
): Promise<Pick<EditionSource, 'hoofdstukken' | 'bijlage'>> {
  const folder = join(workspaceDir, FOLDER);
  if (!existsSync(folder)) return {};
  const names = (await readdir(folder)).sort();
  const read = async (name: string) => ({
    pad: `${FOLDER}/${name}`,
    markdown: await readFile(join(folder, name), 'utf8'),
  });
  const chapters = (english: boolean) =>
    Promise.all(
      names
        .filter((name) => (CHAPTER.exec(name)?.[1] !== undefined) === english && CHAPTER.test(name))
        .map(read),
    );
  const one = async (name: string) => (names.includes(name) ? await read(name) : undefined);
  const [nl, en] = [await one('bijlage.md'), await one('bijlage.en.md')];
  return {
    hoofdstukken: { nl: await chapters(false), en: await chapters(true) },
    bijlage: { ...(nl ? { nl } : {}), ...(en ? { en } : {}) },
  };
}
