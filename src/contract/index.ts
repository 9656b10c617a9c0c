// SPDX-License-Identifier: EUPL-1.2

export * from './ambitie.ts';
export * from './begrip.ts';
export * from './bericht-sink.ts';
export * from './bron-rijen.ts';
export * from './bron-sink.ts';
export * from './bsn.ts';
export * from './definitie-blad.ts';
export * from './effects.ts';
export * from './figure.ts';
export * from './finding.ts';
export * from './geheimhouding.ts';
export * from './herkomst.ts';
export * from './ids.ts';
export * from './ijw-rows.ts';
export * from './opbouw.ts';
export * from './operator-error.ts';
export * from './plain-date.ts';
export * from './policy-document.ts';
export * from './regio.ts';
export * from './release.ts';
export * from './release-areas.ts';
export * from './release-status.ts';
export * from './safe-table.ts';
export * from './sql.ts';
export * from './wijzigingen.ts';
export * from './wilson-interval.ts';
