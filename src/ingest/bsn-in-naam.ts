// SPDX-License-Identifier: EUPL-1.2
import { maskBsns } from '../contract/index.ts';

/** A file, or an entry of a container, whose name holds what looks like a BSN. It is shown and kept with stars. */
export const BSN_IN_NAAM = 'ingest.bsn-in-file-name';

/** Names of messages hold the number of the message, and one in eleven of those passes for a BSN. */
const NAAM_VAN_BERICHT = /(?<![a-z])i?jw3\d\d(?!\d)[^/]*$/i;

/** A path as it is shown and kept, and whether somebody should hear of its name: not where it is that of a message, whose own number stands in it. */
export function shownPath(path: string): { readonly pad: string; readonly bsnInNaam: boolean } {
  const pad = maskBsns(path);
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const named = NAAM_VAN_BERICHT.test(path) ? maskBsns(folder) !== folder : pad !== path;
  return { pad, bsnInNaam: named };
}
