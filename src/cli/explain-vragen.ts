// SPDX-License-Identifier: EUPL-1.2
import type { SqlRow } from '../contract/index.ts';
import { type UitlegMeting, withTables } from '../indicators/index.ts';
import type { Herkomst, Warehouse } from '../store/index.ts';

/**
 * Questions to the warehouse, each asked once. What a person reads is the whole query; what runs is the rest of it, over tables that its steps have in common
 * and that are made once.
 */
export class Vragen {
  readonly #warehouse: Warehouse;
  readonly #answers = new Map<string, readonly SqlRow[]>();
  readonly #origins = new Map<string, Herkomst>();
  #made = '';

  constructor(warehouse: Warehouse) {
    this.#warehouse = warehouse;
  }

  async rows(sql: string, meting?: UitlegMeting): Promise<readonly SqlRow[]> {
    const known = this.#answers.get(sql);
    if (known !== undefined) return known;
    const text = meting === undefined ? sql : await this.#shorten(meting, sql);
    const rows = await this.#warehouse.query({ text, params: [] });
    this.#answers.set(sql, rows);
    return rows;
  }

  /** Where the rows of a quantity come from; they are kept as `nu` when this is asked. */
  async herkomst(meting: UitlegMeting): Promise<Herkomst> {
    await this.#warehouse.keepRows('nu', await this.#shorten(meting, meting.rijen));
    const known = this.#origins.get(meting.rijen);
    if (known !== undefined) return known;
    const found =
      meting.bron === 'bronnen'
        ? await this.#warehouse.originOfBronRows('nu')
        : await this.#warehouse.originOfRows('nu');
    this.#origins.set(meting.rijen, found);
    return found;
  }

  async #shorten({ gedeeld }: UitlegMeting, sql: string): Promise<string> {
    const head = gedeeld === undefined ? '' : withTables(gedeeld);
    if (gedeeld === undefined || !sql.startsWith(head)) return sql;
    if (this.#made !== head) {
      for (const { naam, sql: table } of gedeeld.tabellen) await this.#warehouse.keepTable(naam, table);
      this.#made = head;
    }
    const rest = sql.slice(head.length);
    return rest.startsWith(',') ? `WITH${rest.slice(1)}` : rest;
  }
}
