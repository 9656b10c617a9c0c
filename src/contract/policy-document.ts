// SPDX-License-Identifier: EUPL-1.2

/** A policy file as read, before anybody trusts it: a value of unknown shape, and where each part of it stands. */
export interface PolicyDocument {
  /** Path as the reader of an error should see it. */
  readonly file: string;
  readonly value: unknown;
  /** `file:line:column` of the value at this path; of its nearest parent when it is absent. */
  place(path: readonly (string | number)[]): string;
}
