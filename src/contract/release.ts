// SPDX-License-Identifier: EUPL-1.2
import type { GebiedCode, GemeenteCode } from './ids.ts';
import type { GeheimhoudingZone, Tegel } from './regio.ts';
import type { ReleaseStatus } from './release-status.ts';
import type { Zone } from './safe-table.ts';
import type { Uitgever } from './uitgever.ts';

/** An area whose figures a release holds, with the gemeenten it consists of in that release. */
export interface ReleaseGebied {
  readonly code: GebiedCode;
  readonly naam: string;
  /** `extern` stands beside the areas of a release in figures of CBS, and is none of them. */
  readonly soort: 'gemeente' | 'groep' | 'regio' | 'extern';
  readonly gemeenten: readonly GemeenteCode[];
  /** Of a gemeente, where the region drew a map. */
  readonly tegel?: Tegel;
}

/** A break in a series as a release carries it; `gebieden` names every area it touches, groups and region included. */
export interface ReleaseBreuk {
  readonly id: string;
  /** `YYYY-MM-DD`: the first day after the break. */
  readonly datum: string;
  /** What made it, as definitions name what they are sensitive to; absent = touches all indicators. */
  readonly soort?: string;
  readonly gebieden: readonly GebiedCode[];
  /** Types of youth care concerned; empty = all. */
  readonly types: readonly string[];
  readonly oorzaak: { readonly nl: string; readonly en: string };
  /** The figures before it were restated, so the series may be read across it. */
  readonly overbrugd: boolean;
}

/**
 * What one frozen publication is about: plain JSON, no clock. The same warehouse and the same release give the same bytes.
 * Shape: the `release` part of `manifest.json`.
 */
export interface Release {
  /** `<year>-<number>`, `2024-1`. */
  readonly id: string;
  readonly jaar: number;
  readonly status: ReleaseStatus;
  /** Latest Dagtekening in the warehouse, `YYYY-MM-DD`. */
  readonly dataTot: string;
  readonly regio: { readonly code: GebiedCode; readonly naam: string };
  /** Calendar years with figures, ascending. */
  readonly jaren: readonly number[];
  /** Year that growth is measured against. */
  readonly basisjaar: number;
  /** Composition of the region on which all years are computed. */
  readonly samenstelling: { readonly peiljaar: number; readonly gebieden: readonly ReleaseGebied[] };
  /** Version of each indicator's definition, by indicator. */
  readonly definities: Readonly<Record<string, string>>;
  readonly drempels: { readonly kostenGrensCents: number };
  readonly breuken: readonly ReleaseBreuk[];
  readonly geheimhouding: { readonly zone: Zone; readonly regels: GeheimhoudingZone };
  /** Day of publication, `YYYY-MM-DD`, where the operator gave one: a release knows no clock. */
  readonly uitgegeven?: string;
  /** Absent = the region did not say. */
  readonly uitgever?: Uitgever;
  /** Where the newest release stands for everybody; absent = not known. */
  readonly adres?: string;
  /** Earlier releases that are withdrawn: their figures no longer count, and this release is not protected against who kept them. Absent = none. */
  readonly ingetrokken?: readonly string[];
  /** The figures describe made-up people (`regiovisie sample`). */
  readonly fictief: boolean;
  /** Version of the program that made it. */
  readonly programma: string;
}

/** One file of a release, every file but the manifest itself. */
export interface ReleaseBestand {
  /** Relative to the release folder, with `/`. */
  readonly pad: string;
  readonly bytes: number;
  /** Hex. */
  readonly sha256: string;
}

/** `manifest.json`: what the release is and the hash of every file in it, sorted by path. */
export interface Manifest {
  readonly release: Release;
  /** Id of the release that `wijzigingen.json` compares with; null for the first. */
  readonly vorige: string | null;
  readonly bestanden: readonly ReleaseBestand[];
}
