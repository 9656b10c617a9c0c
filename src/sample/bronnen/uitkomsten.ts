// SPDX-License-Identifier: EUPL-1.2
import type { UitkomstRij } from '../../contract/index.ts';
import { addDays, yearOf } from '../../contract/index.ts';
import { day, earliest } from '../calendar.ts';
import { BRONNEN } from '../parameters.ts';
import { ageOn } from '../population.ts';
import type { Random } from '../random.ts';
import type { Traject } from '../trajecten.ts';
import type { Bronbestand, BronWereld } from './bron-wereld.ts';
import { stream } from './bron-wereld.ts';

const BIG5 = ['steun', 'wonen', 'school-werk', 'inkomen', 'welzijn'];

/** Outcomes of help that ended in the last two years, one file per provider and year. Nothing of it is published: it is plausible and no more. */
export function uitkomsten(wereld: BronWereld): Bronbestand[] {
  const jaren = wereld.jaren.slice(-2);
  const perFile = new Map<string, UitkomstRij[]>();
  for (const traject of wereld.trajecten) {
    const jaar = traject.end === undefined ? 0 : yearOf(traject.end);
    if (!jaren.includes(jaar) || !['31', '32', '33', '34', '35'].includes(traject.reden)) continue;
    const { child, aanbieder, type, begin } = traject;
    const random = stream(wereld, 'uitkomst', child.id, type, begin);
    if (!random.chance(BRONNEN.uitkomstGevraagd)) continue;
    const key = `${aanbieder.agb}|${jaar}`;
    const rows = perFile.get(key) ?? [];
    perFile.set(key, rows);
    rows.push(...answers(wereld, traject, jaar, random));
  }
  return [...perFile]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, rijen]) => ({
      soort: 'uitkomsten',
      naam: `uitkomsten-${key.split('|').reverse().join('-')}`,
      rijen: rijen.sort((a, b) => a.datum - b.datum),
    }));
}

function answers(wereld: BronWereld, traject: Traject, jaar: number, random: Random): UitkomstRij[] {
  const { child, aanbieder, gemeente, reden, begin } = traject;
  const end = traject.end ?? begin;
  const asPlanned = reden === '31';
  const end31 = asPlanned ? 'volgensPlan' : 'anders';
  const age = ageOn(child.born, jaar);
  const base = {
    aanbieder: aanbieder.agb,
    periode: String(jaar),
    opgesteldOp: day(jaar + 1, 2, 1),
    bsn: wereld.clienten.bsn(child),
    gemeente: wereld.targets.gemeenten[gemeente] ?? '',
    moment: 'eind' as const,
    informant: age >= 12 ? ('jeugdige' as const) : ('ouder' as const),
    datum: earliest(addDays(end, random.integer(0, 10)), day(jaar, 12, 31)),
  };
  const answered = random.chance(BRONNEN.uitkomstBeantwoord * (asPlanned ? 1 : BRONNEN.uitkomstAfgebroken));
  const value = (waarde: number): { waarde?: number } => (answered ? { waarde } : {});
  const grade = Math.min(
    10,
    Math.max(1, Math.round(BRONNEN.cijfer[end31] + BRONNEN.cijferSpread * random.normal())),
  );
  const rows: UitkomstRij[] = [
    { ...base, instrument: 'tevredenheid', ...value(grade) },
    { ...base, instrument: 'zonder-hulp-verder', ...value(random.chance(BRONNEN.zonderHulp[end31]) ? 1 : 0) },
    {
      ...base,
      instrument: 'doelrealisatie',
      onderdeel: 'doelen',
      ...value(random.chance(BRONNEN.doelen[end31]) ? 1 : 0),
    },
  ];
  if (age >= 16)
    rows.push(
      ...BIG5.map((onderdeel) => ({
        ...base,
        instrument: 'big5',
        onderdeel,
        ...value(random.chance(BRONNEN.big5) ? 1 : 0),
      })),
    );
  const before = Math.min(
    40,
    Math.max(0, Math.round(BRONNEN.sdq.begin + BRONNEN.sdq.spread * random.normal())),
  );
  const after = Math.min(
    40,
    Math.max(0, Math.round(before - BRONNEN.sdq.daling[end31] + BRONNEN.sdq.ruis * random.normal())),
  );
  if (yearOf(begin) === jaar && random.chance(BRONNEN.sdq.share))
    rows.push(
      { ...base, moment: 'begin', datum: begin, instrument: 'sdq', onderdeel: 'totaal', waarde: before },
      { ...base, instrument: 'sdq', onderdeel: 'totaal', ...value(after) },
    );
  return rows;
}
