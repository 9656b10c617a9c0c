// SPDX-License-Identifier: EUPL-1.2
import type { BestandTelling } from '../contract/index.ts';

/** A `BestandTelling` that is still being counted. */
export type Telling = { -readonly [K in keyof BestandTelling]: BestandTelling[K] };

export function newTelling(): Telling {
  return { berichten: 0, onleesbareBerichten: 0, rijen: 0, onleesbareRijen: 0, anders: 0 };
}
