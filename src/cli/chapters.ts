// SPDX-License-Identifier: EUPL-1.2
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EditionSource } from '../report/index.ts';

const FOLDER = 'hoofdstukken';
/** `02-hoofdlijnen.md` is Dutch, `02-hoofdlijnen.en.md` English. */
const CHAPTER = /^\d.*?(\.en)?\.md$/;

/**
 * The texts of a workspace: numbered chapters in the order of their names, the appendix (`bijlage.md`) and the council letter (`brief.md`) of every
 * gemeente. Nothing when the
 * workspace has none: then the pages hold tables and figures only.
 */
export async function loadChapters(
  workspaceDir: string,
): Promise<Pick<EditionSource, 'hoofdstukken' | 'bijlage' | 'brief'>> {
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
  const inLanguages = async (name: string) => {
    const [nl, en] = await Promise.all(
      [`${name}.md`, `${name}.en.md`].map(async (file) =>
        names.includes(file) ? await read(file) : undefined,
      ),
    );
    return { ...(nl ? { nl } : {}), ...(en ? { en } : {}) };
  };
  return {
    hoofdstukken: { nl: await chapters(false), en: await chapters(true) },
    bijlage: await inLanguages('bijlage'),
    brief: await inLanguages('brief'),
  };
}
