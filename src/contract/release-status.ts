// SPDX-License-Identifier: EUPL-1.2

/** How final the figures are: all messages may still change them, only late ones, or none. */
export const RELEASE_STATUSSEN = ['voorlopig', 'nader_voorlopig', 'definitief'] as const;
export type ReleaseStatus = (typeof RELEASE_STATUSSEN)[number];
