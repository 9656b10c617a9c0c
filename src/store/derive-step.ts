// SPDX-License-Identifier: EUPL-1.2

/** One step of the derivation: a table made from the raw layer, `product_regel` and the steps before it. */
export interface DeriveStep {
  readonly naam: string;
  readonly sql: string;
  /** A table of the derived layer; the others are scaffolding and go away. */
  readonly blijft?: true;
}
