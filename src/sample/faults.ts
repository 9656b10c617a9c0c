// SPDX-License-Identifier: EUPL-1.2
import type { BerichtSoort, IjwRelease, PlainDate } from '../contract/index.ts';
import type { BerichtInhoud } from '../ijw/index.ts';
import type { Fout } from './fout.ts';
import { FOUTEN_IN_BERICHT } from './fouten-bericht.ts';
import { FOUTEN_IN_DECLARATIE } from './fouten-declaratie.ts';
import { FOUTEN_IN_KETEN } from './fouten-keten.ts';
import { randomStream } from './random.ts';
import type { Uitgaand } from './uitgaand.ts';

/** One fault that was planted on purpose. */
export interface GeplandeFout {
  /** Path under the folder of the sample; the entry after `!` inside a ZIP. */
  readonly bestand: string;
  readonly soort: BerichtSoort;
  readonly afzender: string;
  /** Of the message as written. */
  readonly identificatie: string;
  /** The rule of the message standard that it breaks, and that a check should name. */
  readonly regel: string;
  readonly niveau: 1 | 2 | 3;
  readonly uitleg: string;
}

export const FOUTEN: readonly Fout[] = [...FOUTEN_IN_BERICHT, ...FOUTEN_IN_DECLARATIE, ...FOUTEN_IN_KETEN];

interface Verzonden {
  readonly dagtekening: PlainDate;
  readonly release: IjwRelease;
  readonly inhoud: BerichtInhoud;
  readonly gewoon: string | undefined;
}

/** Breaks a share of the messages of one gemeente, each in one way and all ways about as often, and remembers what was sent before so that chains can be broken too. */
export class Foutenplanter {
  readonly #rate: number;
  readonly #seed: number;
  /** Per sort and sender the newest message that was left whole, and the newest of an earlier day. */
  readonly #sent = new Map<string, readonly [Verzonden, Verzonden | undefined]>();

  readonly #planted = new Map<Fout, number>();

  constructor(rate: number, seed: number) {
    this.#rate = rate;
    this.#seed = seed;
  }

  /** The content of a message, broken or not. */
  write(bericht: Uitgaand): { inhoud: BerichtInhoud; fout: Fout | undefined } {
    const inhoud = bericht.inhoud();
    if (this.#rate === 0) return { inhoud, fout: undefined };
    const { soort, release, afzender, identificatie, dagtekening, gewoon } = bericht;
    const random = randomStream(this.#seed, 'fout', soort, afzender, identificatie);
    if (random.chance(this.#rate)) {
      const earlier = this.#before(bericht);
      const omgeving = {
        vorige: earlier?.inhoud,
        vorigeGewoon: earlier?.gewoon,
        gewoon,
        vrij: `F${identificatie}`.slice(0, 12),
      };
      const kinds = FOUTEN.filter((fout) => fout.soorten.includes(soort) && holds(fout, release));
      const rarestFirst = kinds
        .map((fout) => ({ fout, key: (this.#planted.get(fout) ?? 0) + random.next() }))
        .sort((a, b) => a.key - b.key);
      for (const { fout } of rarestFirst) {
        const broken = fout.plant(inhoud, omgeving);
        if (!broken) continue;
        this.#planted.set(fout, (this.#planted.get(fout) ?? 0) + 1);
        return { inhoud: broken, fout };
      }
    }
    const key = `${soort}|${afzender}`;
    const known = this.#sent.get(key);
    const earlier = known && known[0].dagtekening < dagtekening ? known[0] : known?.[1];
    if (!bericht.afgekeurd) this.#sent.set(key, [{ dagtekening, release, inhoud, gewoon }, earlier]);
    return { inhoud, fout: undefined };
  }

  #before({ soort, release, afzender, dagtekening }: Uitgaand): Verzonden | undefined {
    return this.#sent
      .get(`${soort}|${afzender}`)
      ?.find((sent) => sent && sent.dagtekening < dagtekening && sent.release === release);
  }
}

function holds({ vanaf = '3.0' }: Fout, release: IjwRelease): boolean {
  return release >= vanaf;
}

/** The list of planted faults as CSV: what a check should find, and where. */
export function foutenCsv(fouten: readonly GeplandeFout[]): string {
  const rows = fouten.map(({ bestand, soort, afzender, identificatie, regel, niveau, uitleg }) =>
    [bestand, soort, afzender, identificatie, regel, niveau, `"${uitleg}"`].join(','),
  );
  return `${['bestand,soort,afzender,identificatie,regel,niveau,uitleg', ...rows].join('\n')}\n`;
}
