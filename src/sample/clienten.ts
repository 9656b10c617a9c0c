// SPDX-License-Identifier: EUPL-1.2
import type { BerichtInhoud } from '../ijw/index.ts';
import { isoDay } from './calendar.ts';
import type { Person } from './person.ts';
import { personOf } from './person.ts';
import type { Child } from './population.ts';

/** Client elements of messages, with the fictional person behind each child. */
export class Clienten {
  readonly #bsns: readonly string[];
  readonly #seed: number;
  readonly #persons = new Map<number, Person>();

  constructor(bsns: readonly string[], seed: number) {
    this.#bsns = bsns;
    this.#seed = seed;
  }

  bsn(child: Child): string {
    const bsn = this.#bsns[child.id];
    if (bsn === undefined) throw new RangeError('a child without a number');
    return bsn;
  }

  /** Number, birth, sex and short name, as JW303, 304, 305, 307 and 315 have them. */
  verkort(child: Child): BerichtInhoud {
    const person = this.#person(child);
    return {
      Bsn: this.bsn(child),
      Geboortedatum: { Datum: isoDay(child.born) },
      Geslacht: child.geslacht,
      Naam: { Geslachtsnaam: { Achternaam: person.achternaam }, Voorletters: person.voorletters },
    };
  }

  /** As JW301 has it: with address, and with a parent where the request did not say that the parent is known. */
  volledig(child: Child, plaats: string, withParent: boolean): BerichtInhoud {
    const person = this.#person(child);
    const adres = {
      Huis: { Huisnummer: person.huisnummer },
      Postcode: person.postcode,
      Straatnaam: person.straat,
      Plaatsnaam: plaats,
      LandCode: 'NL',
    };
    const ouder = {
      Nummer: '1',
      Volgorde: 1,
      Soort: '10',
      Naam: {
        Geslachtsnaam: { Achternaam: person.achternaam },
        Voorletters: person.ouder,
        NaamGebruik: '1',
      },
      Contact: {
        Soort: '01',
        Telefoon: { Telefoon01: { Telefoonnummer: person.telefoon, Landnummer: '0031' } },
      },
    };
    return {
      Bsn: this.bsn(child),
      Geboortedatum: { Datum: isoDay(child.born) },
      Geslacht: child.geslacht,
      Naam: {
        Geslachtsnaam: { Achternaam: person.achternaam },
        Voorletters: person.voorletters,
        NaamGebruik: '1',
      },
      Relaties: withParent ? { Relatie: ouder } : undefined,
      Contactgegevens: { Contact: { Soort: '01', Adres: adres } },
    };
  }

  #person(child: Child): Person {
    let person = this.#persons.get(child.id);
    if (!person) {
      person = personOf(child, this.#seed);
      this.#persons.set(child.id, person);
    }
    return person;
  }
}
