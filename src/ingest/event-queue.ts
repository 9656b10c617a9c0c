// SPDX-License-Identifier: EUPL-1.2

/** Hands values from whoever puts them to one reader, in order. */
export class EventQueue<T> {
  readonly #values: T[] = [];
  #wake: (() => void) | undefined;
  #error: unknown;

  put(value: T): void {
    this.#values.push(value);
    this.#wake?.();
  }

  /** Every later `next` throws this error. */
  fail(error: unknown): void {
    this.#error = error;
    this.#wake?.();
  }

  async next(): Promise<T> {
    for (;;) {
      if (this.#error !== undefined) throw this.#error;
      const value = this.#values.shift();
      if (value !== undefined) return value;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }
}
