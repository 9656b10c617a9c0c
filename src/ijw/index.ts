// SPDX-License-Identifier: EUPL-1.2
export { type BerichtInhoud, type BerichtWaarde, writeBericht } from './write-bericht.ts';
export { writeZip, type ZipEntry } from './write-zip.ts';
