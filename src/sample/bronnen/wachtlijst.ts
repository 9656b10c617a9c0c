// SPDX-License-Identifier: EUPL-1.2
import type { WachtlijstRij } from '../../contract/index.ts';
import { addDays, LEEFTIJDSKLASSEN, TYPEN_JEUGDHULP } from '../../contract/index.ts';
import { earliest } from '../calendar.ts';
import { BRONNEN, TYPES } from '../parameters.ts';
import { ageOn } from '../population.ts';
import { AANBIEDERS } from '../providers.ts';
import type { Bronbestand, BronWereld } from './bron-wereld.ts';
import { stream } from './bron-wereld.ts';
import { naamOf, peildatumOf, vormOfType } from './wachtvormen.ts';

/** Every so many providers, one gives its list per child. */
const ELKE = 4;

/** The lists per child of some providers in the second quarter of the last year: children whose help begins soon after, some of them on two lists. */
export function wachtlijst(wereld: BronWereld): Bronbestand[] {
  const kwartaal = { jaar: wereld.jaren.at(-1) ?? 0, nummer: 2 };
  const peildatum = peildatumOf(kwartaal);
  const opgesteldOp = addDays(peildatum, 12);
  const random = stream(wereld, 'wachtlijst', naamOf(kwartaal));
  const perAanbieder = new Map<string, WachtlijstRij[]>();
  const gives = AANBIEDERS.filter((_, index) => index % ELKE === 0);
  const add = (agb: string, rij: WachtlijstRij): void =>
    void perAanbieder.set(agb, [...(perAanbieder.get(agb) ?? []), rij]);
  for (const { child, gemeente, type, aanbieder, begin, follows } of wereld.trajecten) {
    const zorgvorm = vormOfType(type);
    const typeKey = TYPEN_JEUGDHULP[type];
    if (follows || !zorgvorm || !typeKey || begin <= peildatum || begin > addDays(peildatum, 130)) continue;
    if (!gives.includes(aanbieder)) continue;
    const wait = Math.round(random.lognormal(TYPES[typeKey].waitDays + 1, 0.7));
    if (addDays(begin, -wait) > peildatum) continue;
    const age = ageOn(child.born, kwartaal.jaar);
    const rij: WachtlijstRij = {
      aanbieder: aanbieder.agb,
      peildatum,
      uitvraag: 'regulier',
      opgesteldOp,
      bsn: wereld.clienten.bsn(child),
      gemeente: wereld.targets.gemeenten[gemeente] ?? '',
      zorgvorm,
      verblijf: ['jeugdzorgplus', 'pleegzorg', 'gezinshuis'].includes(zorgvorm) ? 'verblijf' : 'ambulant',
      leeftijdsklasse: LEEFTIJDSKLASSEN[age < 4 ? 0 : age < 12 ? 1 : age < 18 ? 2 : 3] ?? '4-11',
      aangemeldOp: addDays(begin, -wait),
      overbrugging: random.chance(BRONNEN.overbrugging) ? 'ja' : 'nee',
    };
    add(aanbieder.agb, rij);
    const other = gives.find((one) => one !== aanbieder && one.types.some((own) => own === typeKey));
    if (other && random.chance(BRONNEN.dubbelWachtend))
      add(other.agb, {
        ...rij,
        aanbieder: other.agb,
        aangemeldOp: earliest(addDays(rij.aangemeldOp, random.integer(0, 30)), peildatum),
      });
  }
  return [...perAanbieder].map(([agb, rijen]) => ({
    soort: 'wachtlijst',
    naam: `wachtlijst-${naamOf(kwartaal)}-${agb}`,
    rijen,
  }));
}
