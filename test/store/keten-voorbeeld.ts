// SPDX-License-Identifier: EUPL-1.2
import type {
  BerichtKop,
  IjwRij,
  PrestatieRij,
  StartRij,
  StopRij,
  ToewijzingRij,
} from '../../src/contract/index.ts';
import { antwoord, type Bericht, client, dag, kop, prestatie } from './voorbeeld.ts';

export function bericht(
  soort: BerichtKop['soort'],
  id: string,
  rijen: readonly IjwRij[],
  anders: Partial<BerichtKop> = {},
): Bericht {
  return { kop: kop(soort, id, anders), rijen };
}

export function toewijzing(toewijzingNummer: number, anders: Partial<ToewijzingRij> = {}): ToewijzingRij {
  return {
    rij: 'toewijzing',
    client: client(1, 2010),
    toewijzingNummer,
    referentieAanbieder: 'Q1',
    categorie: '45',
    toewijzingsdatum: dag('2024-01-01'),
    toewijzingstijd: 0,
    ingangsdatum: dag('2024-01-01'),
    ...anders,
  };
}

export function start(anders: Partial<StartRij> = {}): StartRij {
  return {
    rij: 'start',
    client: client(1, 2010),
    toewijzingNummer: 7,
    categorie: '45',
    begindatum: dag('2024-02-05'),
    statusAanlevering: '1',
    ...anders,
  };
}

export function stop(anders: Partial<StopRij> = {}): StopRij {
  return { ...start(), rij: 'stop', einddatum: dag('2024-02-08'), redenBeeindiging: '31', ...anders };
}

export function verzoek(referentieAanbieder: string): IjwRij {
  return { rij: 'verzoek', client: client(1, 2010), referentieAanbieder, verwijzerType: '03' };
}

/** An answer to a request: 1 refused, 2 under investigation. */
export function antwoordOp(referentieAanbieder: string, verzoekAntwoord: string): IjwRij {
  return { rij: 'antwoord', referentieAanbieder, verzoekAntwoord };
}

/** The heading of a JW323. */
export function declaratieKop(declaratieNummer: string): IjwRij {
  return {
    rij: 'declaratie',
    declaratieNummer,
    periodeBegin: dag('2024-01-01'),
    periodeEinde: dag('2024-01-31'),
    totaalCents: 0,
  };
}

export function regel(ref: string, anders: Partial<PrestatieRij> = {}): PrestatieRij {
  return prestatie(ref, 1, { toewijzingNummer: 7, ...anders });
}

/** Traffic in which every rule holds. */
export const goed: readonly Bericht[] = [
  bericht('JW315', 'V1', [verzoek('Q1')]),
  bericht('JW301', 'T1', [toewijzing(7)]),
  bericht('JW305', 'S1', [start()]),
  bericht('JW307', 'P1', [stop()]),
  bericht('JW323', 'D1', [declaratieKop('N1'), regel('R1')]),
  antwoord('A1', 'D1'),
];

/** A header of messages that come after all terms. */
export const later = { dagtekening: dag('2024-07-01') };
