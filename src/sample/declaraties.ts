// SPDX-License-Identifier: EUPL-1.2

import type { PlainDate } from '../contract/index.ts';
import { addDays } from '../contract/index.ts';
import type { Month } from './calendar.ts';
import { earliest, firstDay, lastDay, latest, monthOfYear, workingDay } from './calendar.ts';
import { TRAFFIC } from './parameters.ts';
import type { Aanbieder } from './providers.ts';
import { AANBIEDERS } from './providers.ts';
import type { Random } from './random.ts';
import { randomStream } from './random.ts';
import type { ToegewezenPrestatie } from './toewijzingen.ts';
import { eindOf } from './toewijzingen.ts';
import type { Nummering } from './uitgaand.ts';

/** One line as a provider sends it, and what the gemeente answers. */
export interface Declaratieregel {
  readonly bron: ToegewezenPrestatie;
  /** Product period. */
  readonly begin: PlainDate;
  readonly eind: PlainDate;
  readonly volume: number;
  readonly debet: boolean;
  readonly referentie: string;
  /** The debit line that a credit takes back. */
  readonly vorig: string | undefined;
  /** Return code of a line that is refused. */
  readonly afgekeurd: string | undefined;
  /** A debit line that is neither refused nor credited: no other message refers to it. */
  readonly gewoon: boolean;
  /** Granted volume where it is less than asked (JW304 only). */
  readonly toegekend: number | undefined;
}

/** One declaration with its answer. */
export interface Declaratie {
  readonly aanbieder: Aanbieder;
  /** `factuur` and `declaratie` are JW303; the other is JW323. */
  readonly vorm: 'factuur' | 'declaratie' | 'jw323';
  readonly periode: Month;
  readonly dagtekening: PlainDate;
  readonly antwoordDagtekening: PlainDate;
  readonly identificatie: string;
  readonly regels: readonly Declaratieregel[];
  /** Refused as a whole: counts as not sent. */
  readonly afgekeurd: boolean;
}

/** A line that waits for its turn. */
interface Voornemen {
  readonly bron: ToegewezenPrestatie;
  readonly volume: number;
  readonly debet: boolean;
  readonly vorig: string | undefined;
  /** Already went wrong once; now it goes well. */
  readonly herstel: boolean;
}

const NEW_STYLE = monthOfYear(2021, 1);
const REFUSALS = ['0611', '9321', '9341'] as const;
const OLD_REFUSALS = ['0611', '9321', '9309'] as const;

/**
 * Declarations of one gemeente with their answers, per provider in order of time. Whatever is refused, credited, late or granted in part
 * on the way, exactly the given prestaties stand at the end.
 * Source: iJw 3.2 reference, section d; before 2021 JW303 with one message per declaration period.
 */
export function* buildDeclaraties(
  toegewezen: readonly ToegewezenPrestatie[],
  nummering: Nummering,
  gemeente: string,
  seed: number,
): Generator<Declaratie> {
  const perAanbieder = new Map<string, ToegewezenPrestatie[]>();
  for (const bron of toegewezen) {
    const { agb } = bron.toewijzing.traject.aanbieder;
    const own = perAanbieder.get(agb);
    if (own) own.push(bron);
    else perAanbieder.set(agb, [bron]);
  }
  for (const [position, aanbieder] of AANBIEDERS.entries()) {
    const own = perAanbieder.get(aanbieder.agb);
    if (!own) continue;
    const random = randomStream(seed, 'declaraties', gemeente, aanbieder.agb);
    const factuur = position % TRAFFIC.factuurEvery === 4;
    yield* new Administratie(aanbieder, factuur, nummering, random).declare(own);
  }
}

/** The bookkeeping of one provider for one gemeente. */
class Administratie {
  readonly #aanbieder: Aanbieder;
  readonly #factuur: boolean;
  readonly #nummering: Nummering;
  readonly #random: Random;
  readonly #agenda = new Map<Month, Voornemen[]>();

  constructor(aanbieder: Aanbieder, factuur: boolean, nummering: Nummering, random: Random) {
    this.#aanbieder = aanbieder;
    this.#factuur = factuur;
    this.#nummering = nummering;
    this.#random = random;
  }

  *declare(toegewezen: readonly ToegewezenPrestatie[]): Generator<Declaratie> {
    let last = 0;
    for (const bron of toegewezen) {
      const { maand, volume } = bron.prestatie;
      const late = this.#random.chance(TRAFFIC.lateLines) ? this.#random.integer(1, 2) : 0;
      this.#plan(maand + late, { bron, volume, debet: true, vorig: undefined, herstel: false });
      last = Math.max(last, maand);
    }
    const first = Math.min(...this.#agenda.keys());
    const clean = last + 2;
    for (let maand = first; maand <= clean; maand += 1) {
      for (const [periode, voornemens] of this.#messages(maand)) {
        yield* this.#send(periode, maand, voornemens, maand < clean, maand + 2 <= clean);
      }
    }
  }

  #plan(maand: Month, voornemen: Voornemen): void {
    const planned = this.#agenda.get(maand);
    if (planned) planned.push(voornemen);
    else this.#agenda.set(maand, [voornemen]);
  }

  /** Before 2021 a message holds one period; after it, one message holds everything that is due. */
  #messages(maand: Month): Map<Month, Voornemen[]> {
    const messages = new Map<Month, Voornemen[]>();
    for (const voornemen of this.#agenda.get(maand) ?? []) {
      const own = voornemen.bron.prestatie.maand;
      const periode = own < NEW_STYLE ? own : maand;
      const list = messages.get(periode);
      if (list) list.push(voornemen);
      else messages.set(periode, [voornemen]);
    }
    return messages;
  }

  *#send(
    periode: Month,
    maand: Month,
    voornemens: readonly Voornemen[],
    mayRefuse: boolean,
    mayCredit: boolean,
  ): Generator<Declaratie> {
    const old = periode < NEW_STYLE;
    const vorm = old ? (this.#factuur ? 'factuur' : 'declaratie') : 'jw323';
    const dagtekening = workingDay(addDays(firstDay(maand + 1), this.#random.integer(3, 8)));
    const base = { aanbieder: this.#aanbieder, vorm, periode } as const;
    if (mayRefuse && this.#random.chance(TRAFFIC.refusedMessages)) {
      yield {
        ...base,
        dagtekening,
        antwoordDagtekening: workingDay(addDays(dagtekening, this.#random.integer(2, 5))),
        identificatie: this.#number(),
        regels: voornemens.map((voornemen) => this.#regel(voornemen, undefined, voornemen.volume, undefined)),
        afgekeurd: true,
      };
      const again = workingDay(addDays(dagtekening, 8));
      yield this.#answered(base, again, maand, voornemens, mayRefuse, mayCredit);
      return;
    }
    yield this.#answered(base, dagtekening, maand, voornemens, mayRefuse, mayCredit);
  }

  #answered(
    base: Pick<Declaratie, 'aanbieder' | 'vorm' | 'periode'>,
    dagtekening: PlainDate,
    maand: Month,
    voornemens: readonly Voornemen[],
    mayRefuse: boolean,
    mayCredit: boolean,
  ): Declaratie {
    const regels = voornemens.map((voornemen) =>
      voornemen.herstel || !voornemen.debet
        ? this.#regel(voornemen, undefined, voornemen.volume, undefined)
        : this.#firstTime(base.vorm, voornemen, maand, mayRefuse, mayCredit),
    );
    return {
      ...base,
      dagtekening,
      antwoordDagtekening: workingDay(addDays(dagtekening, this.#random.integer(4, 13))),
      identificatie: this.#number(),
      regels,
      afgekeurd: false,
    };
  }

  #firstTime(
    vorm: Declaratie['vorm'],
    voornemen: Voornemen,
    maand: Month,
    mayRefuse: boolean,
    mayCredit: boolean,
  ): Declaratieregel {
    const { bron, volume } = voornemen;
    const fate = this.#random.next();
    const herstel: Voornemen = { ...voornemen, herstel: true };
    let edge: number = TRAFFIC.refusedLines;
    if (fate < edge && mayRefuse) {
      const code = this.#random.pick(vorm === 'jw323' ? REFUSALS : OLD_REFUSALS);
      const regel = this.#regel(voornemen, code, volume, undefined);
      if (vorm === 'factuur') this.#plan(maand + 1, credit(regel));
      this.#plan(maand + 1, herstel);
      return regel;
    }
    edge += TRAFFIC.creditedLines;
    if (fate < edge && mayCredit) {
      const regel = {
        ...this.#regel(voornemen, undefined, tooMuch(volume, this.#random), undefined),
        gewoon: false,
      };
      this.#plan(maand + 2, credit(regel));
      this.#plan(maand + 2, { ...herstel, bron });
      return regel;
    }
    edge += TRAFFIC.partlyGranted;
    if (fate < edge && vorm === 'declaratie') {
      return this.#regel(voornemen, undefined, tooMuch(volume, this.#random), volume);
    }
    return this.#regel(voornemen, undefined, volume, undefined);
  }

  #number(): string {
    return this.#nummering.next('declaratie', this.#aanbieder.agb);
  }

  #regel(
    voornemen: Voornemen,
    afgekeurd: string | undefined,
    volume: number,
    toegekend: number | undefined,
  ): Declaratieregel {
    const { bron, debet, vorig } = voornemen;
    const { maand } = bron.prestatie;
    return {
      bron,
      begin: latest(firstDay(maand), bron.toewijzing.ingang),
      eind: earliest(lastDay(maand), eindOf(bron.toewijzing)),
      volume,
      debet,
      referentie: this.#nummering.next('regel', this.#aanbieder.agb),
      vorig,
      afgekeurd,
      gewoon: debet && afgekeurd === undefined && toegekend === undefined,
      toegekend,
    };
  }
}

function credit(regel: Declaratieregel): Voornemen {
  return { bron: regel.bron, volume: regel.volume, debet: false, vorig: regel.referentie, herstel: true };
}

function tooMuch(volume: number, random: Random): number {
  return Math.max(volume + 1, Math.round(volume * (1.03 + random.next() * 0.25)));
}

/** Unit: eurocent, signed: credits negative. */
export function regelCents(regel: Declaratieregel): number {
  return regel.volume * regel.bron.prestatie.tariefCents * (regel.debet ? 1 : -1);
}

/** What the gemeente grants of a line. Unit: eurocent, signed. */
export function toegekendCents(regel: Declaratieregel): number {
  if (regel.afgekeurd !== undefined) return 0;
  if (regel.toegekend !== undefined) return regel.toegekend * regel.bron.prestatie.tariefCents;
  return regelCents(regel);
}
