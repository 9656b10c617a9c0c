// SPDX-License-Identifier: EUPL-1.2
import {
  OperatorError,
  type PlainDate,
  type PolicyDocument,
  type Problem,
  parsePlainDate,
} from '../contract/index.ts';
import { didYouMean } from './did-you-mean.ts';

type Path = readonly (string | number)[];

/**
 * Walks an untrusted policy document and collects every problem on the way, so that one run shows them all.
 * Each reader gives a harmless stand-in after a problem; `finish` throws when there were any.
 */
export class Checker {
  readonly #document: PolicyDocument;
  readonly #problems: Problem[] = [];
  readonly #told: Path[] = [];

  constructor(document: PolicyDocument) {
    this.#document = document;
  }

  /** Told once, however often the same value is looked at. */
  problem(code: string, path: Path, remedy: string): void {
    const subject = path.length === 0 ? this.#document.file : path.join('.');
    if (this.#problems.some((known) => known.code === code && known.subject === subject)) return;
    if (code === 'policy.missing' && this.#isToldAlready(path)) return;
    this.#told.push(path);
    this.#problems.push({ code, subject, place: this.#document.place(path), remedy });
  }

  /** Whether a problem was met at this path or below it. What leans on it need not be told too. */
  isTold(path: Path): boolean {
    return this.#told.some((told) => startsWith(told, path));
  }

  /** One fault, one problem: what is missed with its mapping, and what stands there under a name that is nearly right. */
  #isToldAlready(path: Path): boolean {
    return this.#told.some((told) => this.at(told) === undefined && startsWith(path, told));
  }

  /** The mapping at this path. With `known`, any other key in it is a problem. */
  map(path: Path, known?: readonly string[]): Readonly<Record<string, unknown>> {
    const value = this.at(path);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      this.problem(
        value === undefined ? 'policy.missing' : 'policy.wrong-type',
        path,
        'give a mapping (key: value) here',
      );
      return {};
    }
    if (known) {
      for (const key of Object.keys(value).filter((candidate) => !known.includes(candidate))) {
        const near = didYouMean(key, known);
        this.problem('policy.unknown-key', [...path, key], `expected one of: ${known.join(', ')}.${near}`);
        const meant = known.find((name) => near === ` did you mean ${name}?`);
        if (meant !== undefined) this.#told.push([...path, meant]);
      }
    }
    return value as Record<string, unknown>;
  }

  list(path: Path): readonly unknown[] {
    const value = this.at(path);
    if (Array.isArray(value)) return value;
    if (value !== undefined) this.problem('policy.wrong-type', path, 'give a list here');
    return [];
  }

  text(path: Path, pattern?: { readonly shape: RegExp; readonly says: string }): string {
    const value = this.at(path);
    if (typeof value !== 'string' || value === '') {
      this.problem(
        value === undefined ? 'policy.missing' : 'policy.wrong-type',
        path,
        'give a text here; quote it when in doubt',
      );
      return '';
    }
    if (pattern && !pattern.shape.test(value))
      this.problem('policy.wrong-value', path, `expected ${pattern.says}`);
    return value;
  }

  number(path: Path, least: number, most: number): number {
    const value = this.at(path);
    if (typeof value === 'number' && value >= least && value <= most) return value;
    this.problem(
      value === undefined ? 'policy.missing' : 'policy.wrong-value',
      path,
      `give a number from ${least} to ${most}`,
    );
    return least;
  }

  flag(path: Path): boolean {
    const value = this.at(path);
    if (typeof value !== 'boolean') {
      this.problem(value === undefined ? 'policy.missing' : 'policy.wrong-type', path, 'give true or false');
    }
    return value === true;
  }

  /** The day at this path, or undefined when there is none. */
  optionalDate(path: Path): PlainDate | undefined {
    const value = this.at(path);
    if (value === undefined || value === null) return undefined;
    const date = typeof value === 'string' ? parsePlainDate(value) : undefined;
    if (date === undefined) this.problem('policy.wrong-value', path, 'give a day that exists, as YYYY-MM-DD');
    return date;
  }

  /** Throws: every problem met so far, as one OperatorError. */
  finish(): void {
    if (this.#problems.length > 0) throw new OperatorError(this.#problems);
  }

  at(path: Path): unknown {
    let value: unknown = this.#document.value;
    for (const step of path) {
      if (typeof value !== 'object' || value === null) return undefined;
      value = (value as Record<string | number, unknown>)[step];
    }
    return value;
  }
}

function startsWith(path: Path, start: Path): boolean {
  return start.every((step, index) => path[index] === step);
}
