// SPDX-License-Identifier: EUPL-1.2
import type { PublishedFigure, PublishedFigures } from '../published-figure.ts';

/** Published figures of the other sources, by what they are about. */
export class BronFiguren {
  readonly #values = new Map<string, number>();
  readonly #scale: number;

  /** Counts are multiplied by `scale` and rounded; what then no longer fits together is kept feasible by whoever uses them. */
  constructor(figures: PublishedFigures, scale: number) {
    this.#scale = scale;
    for (const figure of figures) this.#values.set(keyOf(figure), figure.waarde);
  }

  /** The count; undefined when nothing was published. `periode`: a year, a quarter or two quarters with a slash. */
  find(
    indicator: string,
    variant: string,
    gebied: string,
    splitsing: string,
    periode: number | string,
  ): number | undefined {
    const value = this.#values.get([indicator, variant, gebied, splitsing, periode].join('|'));
    return value === undefined ? undefined : Math.round(value * this.#scale);
  }

  has(indicator: string): boolean {
    return [...this.#values.keys()].some((key) => key.startsWith(`${indicator}|`));
  }
}

function keyOf({ indicator, variant, gebied, splitsing, periode }: PublishedFigure): string {
  return [indicator, variant, gebied, splitsing, periode].join('|');
}
