// SPDX-License-Identifier: EUPL-1.2

/** A name as part of an address, and as what it is sorted by: lower case, without accents, words joined by `-`. */
export function slug(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
