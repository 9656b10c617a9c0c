// SPDX-License-Identifier: EUPL-1.2
import type { EerdereUitgave } from '../publish/index.ts';
import { notation, texts } from '../text/index.ts';
import { plainPage } from './message-page.ts';

/** `/releases/`: every release at its own address, the newest first, in Dutch. */
export function releaseListPage(editions: readonly EerdereUitgave[]): string {
  const { openData, status, stempel } = texts('nl');
  const newest = editions.at(-1)?.release;
  const withdrawn = withdrawnIn(editions);
  const items = [...editions].reverse().map(({ release }) => {
    const mark = release.id === newest?.id ? ` (${openData.releases.nieuwste})` : '';
    const facts = `${status[release.status].naam}, ${stempel.dataTot.toLowerCase()} ${notation('nl').date(release.dataTot)}`;
    const ended = withdrawn.has(release.id)
      ? `. <strong>${openData.releases.ingetrokken(release.id)}</strong>`
      : '';
    return `<li><a href="/releases/${release.id}/">Release ${release.id}</a>${mark}: ${facts}${ended}</li>`;
  });
  return plainPage(
    openData.releases.titel(newest?.regio.naam ?? ''),
    `<p>${openData.releases.uitleg}</p>\n<ul>\n${items.join('\n')}\n</ul>`,
  );
}

/** `/releases.json`: the same for programs. */
export function releaseListJson(editions: readonly EerdereUitgave[]): string {
  const withdrawn = withdrawnIn(editions);
  const releases = [...editions].reverse().map(({ release, wijzigingen }) => ({
    id: release.id,
    jaar: release.jaar,
    status: release.status,
    dataTot: release.dataTot,
    ...(release.uitgegeven === undefined ? {} : { uitgegeven: release.uitgegeven }),
    versie: wijzigingen.versie,
    niveau: wijzigingen.niveau,
    ...(withdrawn.has(release.id) ? { ingetrokken: true } : {}),
    href: `/releases/${release.id}/`,
  }));
  return `${JSON.stringify({ releases }, null, 1)}\n`;
}

/** Releases that a later one withdrew. */
export function withdrawnIn(editions: readonly EerdereUitgave[]): ReadonlySet<string> {
  return new Set(editions.flatMap(({ release }) => release.ingetrokken ?? []));
}

/** A page of an earlier release as it is shown: what was published, below a line that says which release is the newest, and whether this one was withdrawn. */
export function withNewestNotice(page: string, shown: string, newest: string, withdrawn: boolean): string {
  const { releases } = texts('nl').openData;
  const state = withdrawn ? `<strong>${releases.ingetrokken(shown)}</strong>` : releases.ouder(shown);
  const notice = `<aside lang="nl" role="note" style="margin:0;padding:.6rem 1rem;background:#fff3d6;color:#1a1d21;border-bottom:2px solid #8a5a00;font:1rem/1.5 'Source Sans 3','Segoe UI',Arial,sans-serif">${state} <a style="color:#14506b" href="/">${releases.naarNieuwste(newest)}</a>. <a style="color:#14506b" href="/releases/">${releases.alle}</a></aside>`;
  return page.replace(/<body[^>]*>/, (body) => `${body}\n${notice}`);
}
