// SPDX-License-Identifier: EUPL-1.2

/** What the program answers to its caller. Source: docs/reference/commands.md */
export const EXIT = { done: 0, operator: 1, usage: 2, bug: 70 } as const;
