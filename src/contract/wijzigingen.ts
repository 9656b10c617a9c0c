// SPDX-License-Identifier: EUPL-1.2
import type { FigureStatus } from './figure.ts';

/** What happened to a figure. */
export const VERSCHIL_SOORTEN = ['nieuw', 'gewijzigd', 'verborgen', 'getoond', 'vervallen'] as const;
export type VerschilSoort = (typeof VERSCHIL_SOORTEN)[number];

/**
 * How statistics tell changes apart. `bijstelling`: regular, by newer data. `revisie`: another method, definition, composition or policy. `correctie`:
 * of an error, or of a figure that was final. `uitbreiding`: a table or split that was not published before, over periods that were.
 * Source: CBS, Correcties en revisies in StatLine; `uitbreiding` is ours.
 */
export const VERSCHIL_KLASSEN = [
  'nieuwe periode',
  'uitbreiding',
  'bijstelling',
  'revisie',
  'correctie',
] as const;
export type VerschilKlasse = (typeof VERSCHIL_KLASSEN)[number];

/** What made a figure differ, as far as the two releases say it of themselves. */
export const VERSCHIL_REDENEN = [
  'nieuwe gegevens',
  'definitie',
  'samenstelling',
  'geheimhouding',
  'correctie',
] as const;
export type VerschilReden = (typeof VERSCHIL_REDENEN)[number];

/** `major`: figures mean something else or are gone; `minor`: only more of them; `patch`: other values; `geen`: no figure differs. */
export const WIJZIGING_NIVEAUS = ['geen', 'patch', 'minor', 'major'] as const;
export type WijzigingNiveau = (typeof WIJZIGING_NIVEAUS)[number];

/** A figure as a release shows it. */
export interface Stand {
  readonly waarde: number | null;
  readonly teller: number | null;
  readonly noemer: number | null;
  readonly status: readonly FigureStatus[];
}

/** One figure that two releases do not share. */
export interface Verschil {
  readonly klasse: VerschilKlasse;
  readonly soort: VerschilSoort;
  readonly reden: VerschilReden;
  readonly indicator: string;
  readonly variant: string;
  readonly periode: string;
  readonly gebied: string;
  /** Values of the dimensions, by dimension. */
  readonly dimensies: Readonly<Record<string, string>>;
  /** Without its numbers when the figure is secret or gone now: what was withdrawn is not said again. */
  readonly oud: Stand | null;
  readonly nieuw: Stand | null;
}

/** `wijzigingen.json`. */
export interface Wijzigingen {
  readonly release: string;
  readonly vorige: string | null;
  /** Version of the figures: `1.0.0` for the first release, one step of `niveau` further for each later one. */
  readonly versie: string;
  readonly niveau: WijzigingNiveau;
  readonly samenvatting: readonly {
    readonly klasse: VerschilKlasse;
    readonly soort: VerschilSoort;
    readonly reden: VerschilReden;
    readonly aantal: number;
  }[];
  /** In the order of their keys. */
  readonly verschillen: readonly Verschil[];
}
