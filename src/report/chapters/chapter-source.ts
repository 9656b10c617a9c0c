// SPDX-License-Identifier: EUPL-1.2

/** A chapter as somebody wrote it. */
export interface ChapterSource {
  /** Path in the workspace, for messages. */
  readonly pad: string;
  readonly markdown: string;
}
