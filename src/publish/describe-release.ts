// SPDX-License-Identifier: EUPL-1.2
import {
  formatPlainDate,
  type GebiedCode,
  type PlainDate,
  type Reeksbreuk,
  type Regio,
  type Release,
  type ReleaseGebied,
  type ReleaseStatus,
  type Zone,
} from '../contract/index.ts';

export interface ReleaseFacts {
  readonly id: string;
  readonly jaar: number;
  readonly status: ReleaseStatus;
  readonly dataTot: PlainDate;
  readonly jaren: readonly number[];
  readonly definities: Readonly<Record<string, string>>;
  readonly zone: Zone;
  readonly fictief: boolean;
  readonly programma: string;
  /** Day of publication; absent = not said. */
  readonly uitgegeven?: PlainDate;
  /** Earlier releases that no longer count. */
  readonly ingetrokken?: readonly string[];
}

/** The `Release` of a region: areas on the composition of the release year, and for each break every area that it touches. */
export function describeRelease(regio: Regio, facts: ReleaseFacts): Release {
  const gebieden = areasIn(regio, facts.jaar);
  return {
    id: facts.id,
    jaar: facts.jaar,
    status: facts.status,
    dataTot: formatPlainDate(facts.dataTot),
    regio: { code: regio.code, naam: regio.naam },
    jaren: [...facts.jaren].sort((left, right) => left - right),
    basisjaar: regio.basisjaar,
    samenstelling: { peiljaar: facts.jaar, gebieden },
    definities: Object.fromEntries(Object.entries(facts.definities).sort(([a], [b]) => (a < b ? -1 : 1))),
    drempels: { kostenGrensCents: regio.drempels.kostenGrensCents },
    breuken: regio.breuken.map((breuk) => ({
      id: breuk.id,
      datum: formatPlainDate(breuk.datum),
      ...(breuk.soort === undefined ? {} : { soort: breuk.soort }),
      gebieden: gebieden.filter((gebied) => touches(breuk, gebied)).map(({ code }) => code),
      types: breuk.types,
      oorzaak: breuk.oorzaak,
      overbrugd: breuk.overbrugd,
    })),
    geheimhouding: { zone: facts.zone, regels: regio.geheimhouding[facts.zone] },
    ...(facts.uitgegeven === undefined ? {} : { uitgegeven: formatPlainDate(facts.uitgegeven) }),
    ...(regio.uitgever === undefined ? {} : { uitgever: regio.uitgever }),
    ...(regio.adres === undefined ? {} : { adres: regio.adres }),
    ...(facts.ingetrokken === undefined || facts.ingetrokken.length === 0
      ? {}
      : { ingetrokken: facts.ingetrokken }),
    fictief: facts.fictief,
    programma: facts.programma,
  };
}

function areasIn(regio: Regio, jaar: number): ReleaseGebied[] {
  const lastDay = `${jaar}-12-31`;
  const members = regio.gemeenten.filter(
    ({ van, tot }) =>
      (van === undefined || formatPlainDate(van) <= lastDay) &&
      (tot === undefined || formatPlainDate(tot) >= lastDay),
  );
  return [
    { code: regio.code, naam: regio.naam, soort: 'regio', gemeenten: members.map(({ code }) => code) },
    ...regio.groepen.map(
      ({ code, naam, gemeenten }): ReleaseGebied => ({ code, naam, soort: 'groep', gemeenten }),
    ),
    ...members.map(
      ({ code, naam, tegel }): ReleaseGebied => ({
        code,
        naam,
        soort: 'gemeente',
        gemeenten: [code],
        ...(tegel ? { tegel } : {}),
      }),
    ),
  ];
}

function touches(breuk: Reeksbreuk, gebied: ReleaseGebied): boolean {
  if (breuk.gebieden.length === 0) return true;
  const named = new Set<GebiedCode>(breuk.gebieden);
  return named.has(gebied.code) || gebied.gemeenten.some((code) => named.has(code));
}
