// SPDX-License-Identifier: EUPL-1.2

/** One thing an operator can mend: what is wrong, where, and what to do about it. Holds no personal value. */
export interface Problem {
  /** `room.kebab-case`, listed in docs/reference/error-codes.md. */
  readonly code: string;
  /** The subject, as short as possible: a file, a field, an argument. */
  readonly subject: string;
  /** `file:line:column`, a path, or an argument name. */
  readonly place?: string;
  readonly remedy: string;
}

/** Someone can act: exit code 1. Carries every problem of one run, not only the first. */
export class OperatorError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: Problem | readonly Problem[]) {
    const list = Array.isArray(problems) ? (problems as readonly Problem[]) : [problems as Problem];
    super(list.map(formatProblem).join('\n'));
    this.name = 'OperatorError';
    this.problems = list;
  }
}

/** `code: subject (place)` and the remedy on the next line. */
export function formatProblem(problem: Problem): string {
  const place = problem.place === undefined ? '' : ` (${problem.place})`;
  return `${problem.code}: ${problem.subject}${place}\n  ${problem.remedy}`;
}
