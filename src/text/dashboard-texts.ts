// SPDX-License-Identifier: EUPL-1.2
import { dashboardEn } from './dashboard-en.ts';
import { type DashboardTexts, dashboardNl } from './dashboard-nl.ts';
import type { Taal } from './taal.ts';

const catalogues: Readonly<Record<Taal, DashboardTexts>> = { nl: dashboardNl, en: dashboardEn };

/** What the pages of the dashboard say. */
export function dashboardTexts(taal: Taal): DashboardTexts {
  return catalogues[taal];
}
