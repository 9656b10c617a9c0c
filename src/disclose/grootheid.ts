// SPDX-License-Identifier: EUPL-1.2
import type {
  Dimensie,
  Grootheid as GepubliceerdeGrootheid,
  Opbouw,
  PublishedTable,
  Telling,
  Unit,
} from '../contract/index.ts';

/** A quantity that published figures show or are made of. */
export interface Grootheid extends GepubliceerdeGrootheid {
  /** Never shown itself: what is left of one quantity when a part of it is taken out. */
  readonly restVan?: { readonly geheel: string; readonly deel: string };
  /** Never shown itself, for whatever reason. */
  readonly afgeleid?: boolean;
}

/** Every quantity of a release, by name; answers which are parts of which. */
export class Grootheden {
  readonly #byMaat = new Map<string, Grootheid[]>();

  constructor(tables: readonly PublishedTable[]) {
    const seen = new Set<string>();
    for (const { opbouw = [] } of tables) {
      for (const { teller, noemer } of opbouw) {
        for (const grootheid of noemer === undefined ? [teller] : [teller, noemer]) {
          if (seen.has(grootheid.naam)) continue;
          seen.add(grootheid.naam);
          const known = this.#byMaat.get(grootheid.maat) ?? [];
          this.#byMaat.set(grootheid.maat, [...known, grootheid]);
        }
      }
    }
  }

  /** The quantity that counts who or what this sum is made of. */
  bijdragers({ over, codes, parameters, restVan }: Grootheid): string | undefined {
    if (over === undefined || restVan !== undefined) return over;
    return (this.#byMaat.get(over) ?? []).find(
      (candidate) =>
        sameCodes(candidate.codes, codes) && parametersAgree(candidate.parameters ?? {}, parameters ?? {}),
    )?.naam;
  }
}

/** Every thing of `deel` is one of `geheel`, or has one of its own there: never more of the one than of the other in the same cell. */
export function isDeelVan(deel: Grootheid, geheel: Grootheid): boolean {
  if (deel.naam === geheel.naam || deel.restVan !== undefined || geheel.restVan !== undefined) return false;
  if (deel.maat !== geheel.maat && deel.deelVan?.includes(geheel.maat) !== true) return false;
  if (!parametersAgree(deel.parameters ?? {}, geheel.parameters ?? {})) return false;
  const { codes } = deel;
  return geheel.codes === undefined || codes?.every((code) => geheel.codes?.includes(code)) === true;
}

function parametersAgree(
  a: Readonly<Record<string, string | number>>,
  b: Readonly<Record<string, string | number>>,
): boolean {
  return Object.entries(a).every(([name, value]) => b[name] === undefined || b[name] === value);
}

function sameCodes(a: readonly string[] | undefined, b: readonly string[] | undefined): boolean {
  return a?.toSorted().join() === b?.toSorted().join();
}

/** What is left when a part is taken out: counted like both. */
export function restGrootheid(geheel: Grootheid, deel: Grootheid, grootheden: Grootheden): Grootheid {
  const [whole, part] = [grootheden.bijdragers(geheel), grootheden.bijdragers(deel)];
  const { dimensie, kenmerk } = geheel.delen;
  return {
    naam: restNaam(geheel.naam, deel.naam),
    telt: geheel.telt,
    maat: restNaam(geheel.naam, deel.naam),
    ...(whole === undefined || part === undefined ? {} : { over: restNaam(whole, part) }),
    delen: {
      gebied: 'geen',
      dimensie: dimensie === deel.delen.dimensie ? dimensie : 'geen',
      kenmerk: kenmerk === deel.delen.kenmerk ? kenmerk : 'geen',
      periode: 'geen',
    },
    restVan: { geheel: geheel.naam, deel: deel.naam },
    afgeleid: true,
  };
}

function restNaam(geheel: string, deel: string): string {
  return `(${geheel}) min (${deel})`;
}

/** Sums of money or days: protected by who makes them up, not by their size. */
export function isSom({ telt }: Grootheid): boolean {
  return telt === 'eurocent' || telt === 'dagen';
}

/** Numbers of areas add up to that of a larger one, but for what is counted twice, which the attacker is assumed to know. */
export function isOptelbaar({ telt, restVan }: Grootheid): boolean {
  return telt !== 'aanbieders' && restVan === undefined;
}

/** Dimensions in which every person has one value. */
const KENMERKEN: ReadonlySet<Dimensie> = new Set<Dimensie>(['leeftijd', 'geslacht']);

/** How the numbers along a dimension relate to the one without it. */
export function tellingOver({ delen }: Grootheid, dimensie: Dimensie): Telling {
  return KENMERKEN.has(dimensie) ? delen.kenmerk : delen.dimensie;
}

/** How the figures of a variant are made. A table without `opbouw` comes from an older release: its figures stand alone. */
export function opbouwOf(
  { indicator, eenheid, opbouw }: Pick<PublishedTable, 'indicator' | 'eenheid' | 'opbouw'>,
  variant: string,
): Opbouw {
  const own = opbouw?.find((candidate) => candidate.variant === variant);
  if (own !== undefined) return own;
  const naam = `${indicator}/${variant}`;
  const teller = losseGrootheid(naam, eenheid);
  return eenheid === 'aandeel'
    ? { variant, vorm: 'verhouding', teller, noemer: losseGrootheid(`${naam}:noemer`, eenheid) }
    : { variant, vorm: 'waarde', teller };
}

function losseGrootheid(naam: string, eenheid: Unit): Grootheid {
  const telt = eenheid === 'eurocent' ? 'eurocent' : 'personen';
  const delen = { gebied: 'geen', kenmerk: 'geen', dimensie: 'geen', periode: 'geen' } as const;
  return { naam, telt, maat: naam, delen };
}
