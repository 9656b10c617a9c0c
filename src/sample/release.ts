// SPDX-License-Identifier: EUPL-1.2
import type { BerichtSoort, IjwRelease, PlainDate } from '../contract/index.ts';
import type { BerichtInhoud } from '../ijw/index.ts';
import { day, isoDay } from './calendar.ts';

/** First day of each release that the sample writes in. Source: iJw 3.2 reference, release timeline. */
const SINCE: readonly (readonly [PlainDate, IjwRelease])[] = [
  [day(2023, 4, 3), '3.2'],
  [day(2022, 4, 4), '3.1'],
  [day(2021, 1, 1), '3.0'],
  [day(2020, 3, 30), '2.4'],
];

/** First day of 2.3, the oldest release of the sample: what was sent before is sent again on this day. */
export const OLDEST_TRAFFIC = day(2019, 4, 1);

/** The release in force on a day. */
export function releaseOn(date: PlainDate): IjwRelease {
  return SINCE.find(([since]) => date >= since)?.[1] ?? '2.3';
}

/** JW303 and JW304 stay in 3.0 after 3.1 came: later releases do not have them. */
export function factuurReleaseOn(date: PlainDate): IjwRelease {
  const release = releaseOn(date);
  return release === '3.1' || release === '3.2' ? '3.0' : release;
}

const CODES: Partial<Readonly<Record<BerichtSoort, string>>> = {
  JW301: '436',
  JW305: '438',
  JW307: '440',
  JW315: '446',
  JW323: '490',
  JW325: '491',
};

const XSD_VERSIES: Readonly<Record<IjwRelease, BerichtInhoud | undefined>> = {
  '2.3': undefined,
  '2.4': { BasisschemaXsdVersie: '1.0.0', BerichtXsdVersie: '1.0.0' },
  '3.0': { BasisschemaXsdVersie: '1.2.0', BerichtXsdVersie: '1.0.2' },
  '3.1': { BasisschemaXsdVersie: '1.0.0', BerichtXsdVersie: '1.0.0' },
  '3.2': { BasisschemaXsdVersie: '1.0.0', BerichtXsdVersie: '1.0.0' },
};

export function xsdVersie(release: IjwRelease): BerichtInhoud | undefined {
  return XSD_VERSIES[release];
}

/** BerichtVersie and BerichtSubversie. */
export function versieVelden(release: IjwRelease): BerichtInhoud {
  const [versie = '', subversie = ''] = release.split('.');
  return { BerichtVersie: versie, BerichtSubversie: subversie };
}

/** Header of every message but JW303 and JW304. */
export function kop(
  soort: BerichtSoort,
  release: IjwRelease,
  afzender: string,
  ontvanger: string,
  identificatie: string,
  dagtekening: PlainDate,
): BerichtInhoud {
  return {
    BerichtCode: CODES[soort] ?? '',
    ...versieVelden(release),
    Afzender: afzender,
    Ontvanger: ontvanger,
    BerichtIdentificatie: { Identificatie: identificatie, Dagtekening: isoDay(dagtekening) },
    XsdVersie: xsdVersie(release),
  };
}
