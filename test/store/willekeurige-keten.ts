// SPDX-License-Identifier: EUPL-1.2
import type {
  AgbCode,
  BerichtKop,
  GemeenteCode,
  IjwRij,
  PlainDate,
  PrestatieAntwoordRij,
  PrestatieRij,
} from '../../src/contract/index.ts';
import { gemeenteCode, plainDate } from '../../src/contract/index.ts';
import { type Bericht, client } from './voorbeeld.ts';

/** Random choices that a seed repeats. */
export class Dobbelsteen {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** 0 up to but not including `below`. */
  getal(below: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below);
  }

  kans(share: number): boolean {
    return this.getal(1_000_000) < share * 1_000_000;
  }

  kies<T>(list: readonly T[]): T {
    const value = list[this.getal(list.length)];
    if (value === undefined) throw new Error('nothing to choose from');
    return value;
  }

  schud<T>(list: readonly T[]): T[] {
    const shuffled = [...list];
    for (let at = shuffled.length - 1; at > 0; at -= 1) {
      const other = this.getal(at + 1);
      const [a, b] = [shuffled[at], shuffled[other]];
      if (a !== undefined && b !== undefined) [shuffled[at], shuffled[other]] = [b, a];
    }
    return shuffled;
  }
}

const GEMEENTEN = ['0503', '0518', '1783'].map(gemeenteCode);
const AANBIEDERS = ['99000001' as AgbCode, '99000002' as AgbCode];
const CATEGORIEEN = ['45', '54', '41'];
const CODES = ['45A01', '54001', '54002'];

function datum(dobbel: Dobbelsteen, year = 2023): PlainDate {
  return plainDate(year + dobbel.getal(2), 1 + dobbel.getal(12), 1 + dobbel.getal(28)) ?? (0 as PlainDate);
}

/**
 * Message traffic of a tiny region with every trap: requests, versions and deletions of toewijzingen, starts and stops taken back, debits, credits,
 * refusals of every kind, answers that answer twice, retours, JW303 with partial grants, and changed messages under one identification.
 */
export function willekeurigeKeten(seed: number): readonly Bericht[] {
  const dobbel = new Dobbelsteen(seed);
  const berichten: Bericht[] = [];
  const add = (
    soort: BerichtKop['soort'],
    identificatie: string,
    gemeente: GemeenteCode,
    aanbieder: AgbCode,
    rijen: readonly IjwRij[],
    anders: Partial<BerichtKop> = {},
  ): Bericht => {
    const vanGemeente = ['JW301', 'JW325'].includes(soort);
    const bericht: Bericht = {
      kop: {
        soort,
        release: '3.2',
        berichtCode: '490',
        gemeente,
        aanbieder,
        afzender: vanGemeente ? gemeente.slice(2) : aanbieder,
        identificatie,
        dagtekening: datum(dobbel),
        ...anders,
      },
      rijen,
    };
    berichten.push(bericht);
    return bericht;
  };
  for (let n = 0; n < 12; n += 1) {
    keten(dobbel, n, add);
  }
  for (const bericht of [...berichten]) {
    if (!dobbel.kans(0.08)) continue;
    const gewijzigd = {
      ...bericht.kop,
      dagtekening: dobbel.kans(0.4) ? bericht.kop.dagtekening : datum(dobbel),
    };
    berichten.push({ kop: gewijzigd, rijen: bericht.rijen, inhoud: `gewijzigd ${berichten.length}` });
  }
  return berichten;
}

type Add = (
  soort: BerichtKop['soort'],
  identificatie: string,
  gemeente: GemeenteCode,
  aanbieder: AgbCode,
  rijen: readonly IjwRij[],
  anders?: Partial<BerichtKop>,
) => Bericht;

function keten(dobbel: Dobbelsteen, n: number, add: Add): void {
  const gemeente = dobbel.kies(GEMEENTEN);
  const aanbieder = dobbel.kies(AANBIEDERS);
  const persoon = client(dobbel.getal(8), dobbel.kans(0.8) ? 2005 + dobbel.getal(15) : undefined);
  const categorie = dobbel.kies(CATEGORIEEN);
  const toewijzingNummer = 1 + dobbel.getal(10);
  const referentieAanbieder = `Q${dobbel.getal(6)}`;
  if (dobbel.kans(0.6)) {
    const verwijzerType = dobbel.kies(['02', '03', '04']);
    add('JW315', `V${n}`, gemeente, aanbieder, [
      { rij: 'verzoek', client: persoon, referentieAanbieder, verwijzerType },
    ]);
  }
  for (let versie = 0; versie <= dobbel.getal(3); versie += 1) {
    const heen = add('JW301', `T${n}-${versie}`, gemeente, aanbieder, [
      {
        rij: 'toewijzing',
        client: persoon,
        toewijzingNummer,
        categorie,
        toewijzingsdatum: datum(dobbel),
        toewijzingstijd: dobbel.getal(3),
        ingangsdatum: datum(dobbel),
        ...(dobbel.kans(0.5) && { referentieAanbieder }),
        ...(dobbel.kans(0.1) && { redenWijziging: '13' }),
        ...(dobbel.kans(0.5) && { einddatum: datum(dobbel) }),
      },
    ]);
    if (dobbel.kans(0.15)) retour(dobbel, heen, 'JW302', 'ToegewezenProduct', add);
  }
  for (let s = 0; s < 3; s += 1) {
    const begindatum = plainDate(2023, 1 + dobbel.getal(3), 1) ?? (0 as PlainDate);
    const product = { client: persoon, toewijzingNummer, categorie, begindatum };
    const statusAanlevering = dobbel.kans(0.3) ? '3' : '1';
    add('JW305', `S${n}-${s}`, gemeente, aanbieder, [{ rij: 'start', ...product, statusAanlevering }]);
    const einde = { einddatum: begindatum, redenBeeindiging: dobbel.kies(['31', '32']) };
    add('JW307', `P${n}-${s}`, gemeente, aanbieder, [
      { rij: 'stop', ...product, ...einde, statusAanlevering },
    ]);
  }
  declaraties(dobbel, n, gemeente, aanbieder, { client: persoon, categorie, toewijzingNummer }, add);
}

function retour(
  dobbel: Dobbelsteen,
  heen: Bericht,
  soort: BerichtKop['soort'],
  klasse: string,
  add: Add,
): void {
  const code = (): string => dobbel.kies(['0200', '0200', '9019', '0233']);
  const rijen = heen.rijen.flatMap((rij): IjwRij[] => {
    if (rij.rij !== 'toewijzing') return [];
    const { client: persoon, toewijzingNummer, categorie } = rij;
    const sleutel = {
      ...(toewijzingNummer !== undefined && { toewijzingNummer }),
      ...(categorie !== undefined && { categorie }),
    };
    return [
      { rij: 'retour', klasse: 'Client', client: persoon, retourCodes: [code()] },
      { rij: 'retour', klasse, client: persoon, ...sleutel, retourCodes: [code()] },
    ];
  });
  const kop = heen.kop;
  const codes = dobbel.kies([{}, { retourCodes: ['0001'] }, { retourCodes: ['0200'] }]);
  const terug = { ...kop, soort, dagtekeningRetour: datum(dobbel), identificatieRetour: 'X', ...codes };
  add(
    soort,
    kop.identificatie,
    kop.gemeente,
    kop.aanbieder,
    'retourCodes' in codes && codes.retourCodes?.[0] === '0001' ? [] : rijen,
    terug,
  );
}

function declaraties(
  dobbel: Dobbelsteen,
  n: number,
  gemeente: GemeenteCode,
  aanbieder: AgbCode,
  product: Pick<PrestatieRij, 'client' | 'categorie'> & { readonly toewijzingNummer: number },
  add: Add,
): void {
  const eerder: PrestatieRij[] = [];
  for (let m = 0; m < 4; m += 1) {
    const begindatum = plainDate(2023, 1 + m, 1) ?? (0 as PlainDate);
    const debet: PrestatieRij = {
      rij: 'prestatie',
      ...product,
      referentieNummer: `R${n}-${m}`,
      code: dobbel.kies(CODES),
      begindatum,
      einddatum: (begindatum + 27) as PlainDate,
      volume: 1 + dobbel.getal(9),
      eenheid: '04',
      bedragCents: 1000 * (1 + dobbel.getal(90)),
      debetCredit: 'D',
    };
    const rijen: PrestatieRij[] = [debet, { ...debet, referentieNummer: `R${n}-${m}-2`, bedragCents: 77 }];
    for (const vorig of eerder) {
      if (dobbel.kans(0.3)) {
        const referentieNummer = `C${vorig.referentieNummer}-${m}`;
        rijen.push({
          ...vorig,
          referentieNummer,
          vorigReferentieNummer: vorig.referentieNummer,
          debetCredit: 'C',
        });
      }
    }
    eerder.push(...rijen.filter(({ debetCredit }) => debetCredit === 'D'));
    const oud = dobbel.kans(0.3);
    const identificatie = `D${n}-${m}`;
    add(oud ? 'JW303' : 'JW323', identificatie, gemeente, aanbieder, rijen);
    for (let a = 0; a < dobbel.getal(3); a += 1) {
      antwoord(dobbel, `A${n}-${m}-${a}`, identificatie, oud, gemeente, aanbieder, rijen, add);
    }
  }
}

function antwoord(
  dobbel: Dobbelsteen,
  identificatie: string,
  op: string,
  oud: boolean,
  gemeente: GemeenteCode,
  aanbieder: AgbCode,
  rijen: readonly PrestatieRij[],
  add: Add,
): void {
  const header = dobbel.kies([['0200'], ['0200'], ['0200'], ['8001'], ['0001']]);
  const terug: IjwRij[] = rijen
    .filter(() => header[0] === '0200' && dobbel.kans(0.3))
    .map((rij): PrestatieAntwoordRij => {
      const clientGeweigerd = dobbel.kans(0.2);
      const deel = oud && !clientGeweigerd && dobbel.kans(0.5);
      return {
        rij: 'prestatie-antwoord',
        client: rij.client,
        referentieNummer: rij.referentieNummer,
        retourCodes: [deel ? '0200' : clientGeweigerd ? '0233' : '9338'],
        clientRetourCodes: [clientGeweigerd ? '8187' : '0200'],
        ...(oud && { toegekendCents: deel ? Math.floor(rij.bedragCents / 2) : 0 }),
      };
    });
  if (!oud && dobbel.kans(0.6)) {
    const retourCodes = [dobbel.kies(['0200', '8001', '9333'])];
    terug.push({ rij: 'declaratie-antwoord', ingediendCents: 1, toegekendCents: 1, retourCodes });
  }
  if (oud) {
    add('JW304', op, gemeente, aanbieder, terug, { retourCodes: header, dagtekeningRetour: datum(dobbel) });
  } else {
    add('JW325', identificatie, gemeente, aanbieder, terug, {
      retourCodes: header,
      declaratieIdentificatie: op,
    });
  }
}
