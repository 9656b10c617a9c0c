// SPDX-License-Identifier: EUPL-1.2
export { type RunningServer, type ServeOptions, serveRelease } from './serve-release.ts';
