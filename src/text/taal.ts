// SPDX-License-Identifier: EUPL-1.2

/** Languages that every sentence exists in. The value is also the `lang` attribute of a page. */
export const TALEN = ['nl', 'en'] as const;
export type Taal = (typeof TALEN)[number];
