// SPDX-License-Identifier: EUPL-1.2
import type { Gebieden } from './gebieden.ts';
import type { Grootheden } from './grootheid.ts';

/** What the numbers of a release are about. */
export interface Wereld {
  readonly gebieden: Gebieden;
  readonly grootheden: Grootheden;
  /** Year that growth is measured from. */
  readonly basisjaar: number;
}
