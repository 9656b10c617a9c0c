// SPDX-License-Identifier: EUPL-1.2

import type { AgbCode, PlainDate, ProductRegel } from '../contract/index.ts';
import { OperatorError, plainDate, TYPEN_JEUGDHULP } from '../contract/index.ts';
import type { TypeKey } from './parameters.ts';
import type { Aanbieder } from './providers.ts';
import { AANBIEDERS } from './providers.ts';
import type { Random } from './random.ts';

/** A product that the fictional region buys. */
export interface Product {
  readonly categorie: string;
  readonly code: string;
  /** WJ756: 01 minute, 16 part of a day, 83 euro. */
  readonly eenheid: '01' | '16' | '83';
  /** Price of one unit at the level of 2024; 1 for euro, which is declared in cents. Unit: eurocent. */
  readonly tariefCents: number;
  /** Share of the trajecten that could have it, relative to its neighbours; 1 when absent, 0 = only as a successor. */
  readonly weight?: number;
  /** Only for help at least this many times as dear as the median of its type (stay, day treatment). */
  readonly vanafIntensity?: number;
  /** Only for children of this age and older. Unit: years. */
  readonly vanafAge?: number;
  /** Code of the product that comes after the first toewijzing. */
  readonly opvolger?: string;
}

/**
 * Products that the sample can use; which type each is follows from `producten.csv`. Codes with a letter in the middle of categories 52, 54
 * and 55 are the region's own, because the national list has none there.
 * Source: code lists JZ020 and JZ021; which are bought, and tariffs, are choice.
 */
export const PRODUCTS: readonly Product[] = [
  { categorie: '46', code: '46A01', eenheid: '01', tariefCents: 190 },
  { categorie: '46', code: '46B01', eenheid: '83', tariefCents: 1 },
  { categorie: '54', code: '54D01', eenheid: '01', tariefCents: 165 },
  { categorie: '54', code: '54D02', eenheid: '83', tariefCents: 1 },
  { categorie: '51', code: '51A00', eenheid: '83', tariefCents: 1 },
  { categorie: '51', code: '51A01', eenheid: '83', tariefCents: 1 },
  { categorie: '51', code: '51A03', eenheid: '01', tariefCents: 172 },
  { categorie: '43', code: '43A04', eenheid: '83', tariefCents: 1 },
  { categorie: '44', code: '44A04', eenheid: '83', tariefCents: 1 },
  { categorie: '45', code: '45A05', eenheid: '01', tariefCents: 152 },
  { categorie: '41', code: '41A03', eenheid: '16', tariefCents: 9400, weight: 2, vanafIntensity: 1.2 },
  { categorie: '43', code: '43A15', eenheid: '83', tariefCents: 1, weight: 4, vanafIntensity: 3 },
  { categorie: '40', code: '40A04', eenheid: '01', tariefCents: 105 },
  { categorie: '45', code: '45A04', eenheid: '01', tariefCents: 145 },
  { categorie: '45', code: '45A51', eenheid: '01', tariefCents: 151 },
  { categorie: '45', code: '45A12', eenheid: '83', tariefCents: 1 },
  { categorie: '43', code: '43A01', eenheid: '83', tariefCents: 1, weight: 4, vanafIntensity: 2.8 },
  { categorie: '44', code: '44A01', eenheid: '83', tariefCents: 1, weight: 2, vanafIntensity: 2.2 },
  { categorie: '50', code: '50A00', eenheid: '83', tariefCents: 1 },
  { categorie: '48', code: '48A01', eenheid: '83', tariefCents: 1, weight: 5, opvolger: '48A02' },
  { categorie: '48', code: '48A02', eenheid: '83', tariefCents: 1, weight: 0 },
  { categorie: '48', code: '48A03', eenheid: '83', tariefCents: 1, weight: 2 },
  { categorie: '47', code: '47A01', eenheid: '83', tariefCents: 1, weight: 5, vanafAge: 12 },
  { categorie: '54', code: '54G01', eenheid: '01', tariefCents: 178 },
  { categorie: '53', code: '53A01', eenheid: '83', tariefCents: 1 },
  { categorie: '55', code: '55L01', eenheid: '83', tariefCents: 1 },
  { categorie: '55', code: '55L02', eenheid: '83', tariefCents: 1 },
  { categorie: '43', code: '43A24', eenheid: '83', tariefCents: 1 },
  { categorie: '44', code: '44A19', eenheid: '83', tariefCents: 1 },
  { categorie: '52', code: '52A00', eenheid: '01', tariefCents: 186 },
  { categorie: '52', code: '52S01', eenheid: '83', tariefCents: 1 },
];

/** The type of a product at a provider on a day; undefined without a rule. The most specific rule wins. Source: indicatoren.md, "Type jeugdhulp". */
export function typeOfProduct(
  rules: readonly ProductRegel[],
  product: { readonly categorie: string; readonly code: string },
  aanbieder: AgbCode,
  day: PlainDate,
): string | undefined {
  let best: ProductRegel | undefined;
  let bestRank = -1;
  for (const rule of rules) {
    if (rule.categorie !== product.categorie) continue;
    if (rule.code !== undefined && rule.code !== product.code) continue;
    if (rule.aanbieder !== undefined && rule.aanbieder !== aanbieder) continue;
    if ((rule.van !== undefined && day < rule.van) || (rule.tot !== undefined && day > rule.tot)) continue;
    const rank = (rule.aanbieder === undefined ? 0 : 1) + (rule.code === undefined ? 0 : 2);
    if (rank > bestRank) {
      best = rule;
      bestRank = rank;
    }
  }
  return best?.type;
}

/** The product for one traject: what fits its price and the child's age, or anything the provider has when nothing does. */
export function chooseProduct(
  products: readonly Product[],
  intensity: number,
  age: number,
  random: Random,
): Product {
  const fits = (product: Product): boolean =>
    intensity >= (product.vanafIntensity ?? 0) && age >= (product.vanafAge ?? 0) && product.weight !== 0;
  const fitting = products.filter(fits);
  const from = fitting.length > 0 ? fitting : products;
  const product = from[random.weighted(from.map(({ weight }) => weight || 1))];
  if (!product) throw new RangeError('a provider without products');
  return product;
}

/** One way to get a type of help: a provider with one of its products. `weight` is the share of the market. */
export interface Offer {
  readonly aanbieder: Aanbieder;
  readonly products: readonly Product[];
  readonly weight: number;
}

/**
 * Who offers what, per type in the order of `TYPEN_JEUGDHULP`. Only products whose type is the same through all years count.
 * Throws: `sample.type-without-product` for types that no product of the sample maps to.
 */
export function offersPerType(rules: readonly ProductRegel[], years: readonly number[]): readonly Offer[][] {
  const days = years
    .flatMap((jaar) => [plainDate(jaar, 1, 1), plainDate(jaar, 12, 31)])
    .filter((day) => day !== undefined);
  const offers = TYPEN_JEUGDHULP.map((type) =>
    AANBIEDERS.filter((aanbieder) => aanbieder.types.includes(type)).flatMap((aanbieder) => {
      const products = PRODUCTS.filter((product) =>
        days.every((day) => typeOfProduct(rules, product, aanbieder.agb, day) === type),
      );
      return products.length === 0 ? [] : [{ aanbieder, products, weight: aanbieder.weight }];
    }),
  );
  const missing = TYPEN_JEUGDHULP.filter((_, type) => offers[type]?.length === 0);
  if (missing.length > 0) {
    throw new OperatorError(
      missing.map((type: TypeKey) => ({
        code: 'sample.type-without-product',
        subject: type,
        place: 'producten.csv',
        remedy: `Map one of these products to it in all years: ${PRODUCTS.map((product) => product.code).join(', ')}.`,
      })),
    );
  }
  return offers;
}
