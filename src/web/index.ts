// SPDX-License-Identifier: EUPL-1.2
export { dashboardFiles } from './dashboard-files.ts';
export type { DashboardSource } from './dashboard-source.ts';
export type { DashboardFile } from './page.ts';
export { readThema, type Thema } from './thema.ts';
