// SPDX-License-Identifier: EUPL-1.2
import type { BerichtSoort, IjwRelease } from '../contract/index.ts';
import type { BerichtInhoud } from '../ijw/index.ts';

/** One way to break a message. */
export interface Fout {
  /** The rule of the message standard that it breaks. */
  readonly regel: string;
  /** 1 and 2 can be seen from the message alone; 3 only beside other messages. */
  readonly niveau: 1 | 2 | 3;
  readonly uitleg: string;
  readonly soorten: readonly BerichtSoort[];
  /** First release in which the rule holds; 3.0 when absent, because rules are published since then. */
  readonly vanaf?: IjwRelease;
  /** The broken content, or undefined where this message has nothing to break. */
  plant(inhoud: BerichtInhoud, omgeving: Omgeving): BerichtInhoud | undefined;
}

/** What stands around a message that is going to be broken. */
export interface Omgeving {
  /** Content of the message of this sort that the sender sent before, on an earlier day and in the same release. */
  readonly vorige: BerichtInhoud | undefined;
  /** ReferentieNummer of a debit line of this message that nothing else refers to: not refused, not credited later. */
  readonly gewoon: string | undefined;
  /** The same in `vorige`. */
  readonly vorigeGewoon: string | undefined;
  /** A number that nothing else has. Letters and digits, at most 9. */
  readonly vrij: string;
}
