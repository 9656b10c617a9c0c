// SPDX-License-Identifier: EUPL-1.2
import type { Problem, ReleaseGebied } from '../../contract/index.ts';
import type { Edition } from '../edition.ts';

/** What a chapter is read for: one release in one language, seen from one area. Collects everything that is wrong. */
export interface ChapterContext {
  readonly edition: Edition;
  /** `gebied=hier` in a chapter: the region in the monitor, the gemeente in its appendix and letter. */
  readonly hier: ReleaseGebied;
  /** `gebied=groep`: the group that `hier` is compared with. */
  readonly groep: ReleaseGebied;
  readonly numbering: Numbering;
  readonly problems: Problem[];
}

/** Numbers tables and figures of one document in the order in which they stand. */
export class Numbering {
  #tables = 0;
  #figures = 0;

  nextTable(): number {
    this.#tables += 1;
    return this.#tables;
  }

  nextFigure(): number {
    this.#figures += 1;
    return this.#figures;
  }

  copy(): Numbering {
    const own = new Numbering();
    own.adopt(this);
    return own;
  }

  /** Goes on where the other one stopped. */
  adopt(other: Numbering): void {
    this.#tables = other.#tables;
    this.#figures = other.#figures;
  }
}
