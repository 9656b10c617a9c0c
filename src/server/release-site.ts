// SPDX-License-Identifier: EUPL-1.2
import { join } from 'node:path';
import type { Release, ReleaseBestand } from '../contract/index.ts';
import {
  API_MAP,
  type EerdereUitgave,
  editionIn,
  ID_VORM,
  readManifest,
  releaseIds,
} from '../publish/index.ts';

/** Every release of a workspace by its address. Only files that a manifest names can be reached. */
export interface ReleaseSite {
  readonly newest: Release;
  /** Oldest first. */
  readonly editions: readonly EerdereUitgave[];
  find(path: string): Found;
}

/** A file of a release. */
export interface FoundFile {
  readonly kind: 'bestand';
  readonly release: string;
  readonly bestand: ReleaseBestand;
  readonly disk: string;
  /** A later release stands beside the one that was asked for. */
  readonly ouder: boolean;
}

export type Found =
  | FoundFile
  | { readonly kind: 'elders'; readonly adres: string }
  | { readonly kind: 'lijst'; readonly vorm: 'html' | 'json' }
  | { readonly kind: 'onbekend' }
  /** In the API: the form of the address is wrong. */
  | { readonly kind: 'ongeldig' };

const NOT_FOUND: Found = { kind: 'onbekend' };

/** The releases of a folder as a site; undefined when there is none. Throws: what `readManifest` throws */
export function releaseSite(releasesDir: string): ReleaseSite | undefined {
  const ids = releaseIds(releasesDir);
  const newestId = ids.at(-1);
  if (newestId === undefined) return undefined;
  const editions = ids.map((id) => editionIn(join(releasesDir, id)));
  const newest = editions.at(-1) as EerdereUitgave;
  const files = new Map(
    ids.map((id) => {
      const named = readManifest(join(releasesDir, id)).bestanden.filter(isInside);
      return [id, new Map([...named, manifestFile(id)].map((bestand) => [bestand.pad, bestand]))];
    }),
  );

  function find(path: string): Found {
    if (path === 'releases') return { kind: 'elders', adres: '/releases/' };
    if (path === 'releases/') return { kind: 'lijst', vorm: 'html' };
    if (path === 'releases.json') return { kind: 'lijst', vorm: 'json' };
    const [, id, rest] = /^releases\/([^/]+)(\/.*)?$/.exec(path) ?? [];
    if (id === undefined) return inRelease(newestId as string, path, '/');
    if (!files.has(id)) return NOT_FOUND;
    const address = `/releases/${id}/`;
    return rest === undefined ? { kind: 'elders', adres: address } : inRelease(id, rest.slice(1), address);
  }

  function inRelease(id: string, path: string, root: string): Found {
    const own = files.get(id);
    if (own === undefined) return NOT_FOUND;
    if (path === '' && own.has('dashboard/index.html')) return { kind: 'elders', adres: `${root}dashboard/` };
    if (path === API_MAP || path === `${API_MAP}/`)
      return { kind: 'elders', adres: `${root}${API_MAP}/openapi.json` };
    const isApi = path.startsWith(`${API_MAP}/`);
    const candidates = [
      path,
      ...(isApi ? [`${path}.json`] : []),
      ...(/(^|\/)$/.test(path) ? [`${path}index.html`] : []),
    ];
    const bestand = candidates.map((pad) => own.get(pad)).find((known) => known !== undefined);
    if (bestand === undefined) {
      if (own.has(`${path}/index.html`)) return { kind: 'elders', adres: `${root}${path}/` };
      return isApi && !hasForm(path) ? { kind: 'ongeldig' } : NOT_FOUND;
    }
    return {
      kind: 'bestand',
      release: id,
      bestand,
      disk: join(releasesDir, id, bestand.pad),
      ouder: id !== newestId,
    };
  }

  return { newest: newest.release, editions, find };
}

/** The manifest does not name itself; its release and place make it unique. */
function manifestFile(id: string): ReleaseBestand {
  return { pad: 'manifest.json', bytes: 0, sha256: `manifest-${id}` };
}

/** A manifest may come from elsewhere: what it names outside its release is not served. */
function isInside({ pad }: ReleaseBestand): boolean {
  return !pad.split(/[/\\]/).includes('..');
}

/** Whether the last part of an address of the API could be a name. */
function hasForm(path: string): boolean {
  const last = path.split('/').at(-1) ?? '';
  return new RegExp(ID_VORM).test(last.replace(/\.json$/, ''));
}
