// SPDX-License-Identifier: EUPL-1.2

export { EIGEN_CODES, RESTRICTIES } from './finding-codes.ts';
export { meaningOf } from './meaning-of.ts';
export { readBestand, readBytes } from './read-bestand.ts';
export type { LeesOpties } from './reading.ts';
export { REGELS } from './rules/all-rules.ts';
export type { Regel } from './rules/rule.ts';
export { listZip, unpackZip } from './unpack-zip.ts';
export {
  type BerichtOordeel,
  type BestandOordeel,
  type RegelTelling,
  type ValidateOpties,
  validateBestand,
} from './validate-bestand.ts';
export { type BerichtInhoud, type BerichtWaarde, writeBericht } from './write-bericht.ts';
export { writeZip, type ZipEntry } from './write-zip.ts';
