// SPDX-License-Identifier: EUPL-1.2
import type { BerichtSoort, IjwRelease } from '../contract/index.ts';
import type { BerichtInhoud, BerichtWaarde } from '../ijw/index.ts';
import { randomStream } from './random.ts';
import type { Uitgaand } from './uitgaand.ts';

/** One fault that was planted on purpose. */
export interface GeplandeFout {
  /** Path under the folder of the sample; the entry after `!` inside a ZIP. */
  readonly bestand: string;
  readonly soort: BerichtSoort;
  readonly afzender: string;
  readonly identificatie: string;
  /** The rule of the message standard that it breaks, and that a check should name. */
  readonly regel: string;
  readonly uitleg: string;
}

/** One way to break a message. `plant` gives the broken content, or undefined where this message has nothing to break. */
interface Fout {
  readonly regel: string;
  readonly uitleg: string;
  readonly soorten: readonly BerichtSoort[];
  plant(inhoud: BerichtInhoud): BerichtInhoud | undefined;
}

const PERSOON: readonly BerichtSoort[] = ['JW301', 'JW305', 'JW307', 'JW315'];
const EERSTE_PRESTATIE = ['Declaratie', 'Clienten', 'Client', 'Prestaties', 'Prestatie'];
const VERWIJZER = ['Client', 'AangevraagdeProducten', 'AangevraagdProduct', 'Verwijzer'];

/** Every fault can be seen from the message alone (levels 1 and 2), and breaks one rule. */
export const FOUTEN: readonly Fout[] = [
  {
    regel: 'CS002',
    uitleg: 'het BSN voldoet niet aan de 11-proef',
    soorten: PERSOON,
    plant: (inhoud) =>
      change(inhoud, ['Client', 'Bsn'], (bsn) => {
        const digits = String(bsn);
        return `${digits.slice(0, 8)}${(Number(digits[8]) + 1) % 10}`;
      }),
  },
  {
    regel: 'RS033',
    uitleg: 'de achternaam is leeg',
    soorten: PERSOON,
    plant: (inhoud) => change(inhoud, ['Client', 'Naam', 'Geslachtsnaam', 'Achternaam'], () => ''),
  },
  {
    regel: 'CS058',
    uitleg: 'StatusAanlevering 2 mag niet',
    soorten: ['JW305'],
    plant: (inhoud) =>
      change(inhoud, ['Client', 'StartProducten', 'StartProduct', 'StatusAanlevering'], () => '2'),
  },
  {
    regel: 'CS058',
    uitleg: 'StatusAanlevering 2 mag niet',
    soorten: ['JW307'],
    plant: (inhoud) =>
      change(inhoud, ['Client', 'StopProducten', 'StopProduct', 'StatusAanlevering'], () => '2'),
  },
  {
    regel: 'TR018',
    uitleg: 'de einddatum van de stop ligt voor de begindatum',
    soorten: ['JW307'],
    plant: (inhoud) =>
      change(inhoud, ['Client', 'StopProducten', 'StopProduct', 'Einddatum'], () => '2015-01-01'),
  },
  {
    regel: 'TR134',
    uitleg: 'de begindatum ligt na de dagtekening',
    soorten: ['JW305'],
    plant: (inhoud) =>
      change(inhoud, ['Client', 'StartProducten', 'StartProduct', 'Begindatum'], () => '2029-01-01'),
  },
  {
    regel: 'CD005',
    uitleg: 'een adres met postcode en zonder land',
    soorten: ['JW301'],
    plant: (inhoud) =>
      change(inhoud, ['Client', 'Contactgegevens', 'Contact', 'Adres'], (adres) =>
        isInhoud(adres) ? { ...adres, LandCode: undefined } : undefined,
      ),
  },
  {
    regel: 'CD067',
    uitleg: 'een verwijzer zonder naam en zonder AGB-code',
    soorten: ['JW315'],
    plant: (inhoud) =>
      change(inhoud, VERWIJZER, (verwijzer) => {
        const type = isInhoud(verwijzer) ? String(verwijzer.Type) : '';
        return type >= '02' && type <= '05' ? { Type: type } : undefined;
      }),
  },
  {
    regel: 'TR358',
    uitleg: 'het totaal is niet de som van de regels',
    soorten: ['JW323'],
    plant: (inhoud) =>
      change(
        inhoud,
        ['Declaratie', 'TotaalIngediendBedrag', 'TotaalBedrag'],
        (bedrag) => Number(bedrag) + 100,
      ),
  },
  {
    regel: 'CD060',
    uitleg: 'een debetregel met een VorigReferentieNummer',
    soorten: ['JW323'],
    plant: (inhoud) =>
      change(inhoud, [...EERSTE_PRESTATIE, 'ProductReferentie'], (referentie) =>
        isInhoud(referentie) && referentie.VorigReferentieNummer === undefined
          ? { ...referentie, VorigReferentieNummer: 'BESTAATNIET' }
          : undefined,
      ),
  },
  {
    regel: 'CD087',
    uitleg: 'een tarief bij een regel in euro, of geen tarief bij een andere eenheid',
    soorten: ['JW323'],
    plant: (inhoud) =>
      change(inhoud, EERSTE_PRESTATIE, (prestatie) => {
        if (!isInhoud(prestatie)) return undefined;
        return { ...prestatie, ProductTarief: prestatie.Eenheid === '83' ? 1 : undefined };
      }),
  },
];

/** The content of a message, broken in one way for a share `faultRate` of the messages. */
export function withFault(
  bericht: Uitgaand,
  faultRate: number,
  seed: number,
): { inhoud: BerichtInhoud; fout: Pick<GeplandeFout, 'regel' | 'uitleg'> | undefined } {
  const inhoud = bericht.inhoud();
  if (faultRate === 0) return { inhoud, fout: undefined };
  const random = randomStream(seed, 'fout', bericht.soort, bericht.afzender, bericht.identificatie);
  const kinds = FOUTEN.filter((fout) => fout.soorten.includes(bericht.soort) && holds(fout, bericht.release));
  if (kinds.length === 0 || !random.chance(faultRate)) return { inhoud, fout: undefined };
  const fout = random.pick(kinds);
  const broken = fout.plant(inhoud);
  return broken ? { inhoud: broken, fout } : { inhoud, fout: undefined };
}

/** The rules themselves are published for 3.0 and later; facets of values (RS) hold in every release. */
function holds(fout: Fout, release: IjwRelease): boolean {
  return fout.regel.startsWith('RS') || !release.startsWith('2.');
}

/** A copy with the value at `path` replaced; of several elements the first. Undefined when there is none, or `to` gives none. */
function change(
  inhoud: BerichtInhoud,
  path: readonly string[],
  to: (value: BerichtWaarde) => BerichtWaarde,
): BerichtInhoud | undefined {
  const [naam, ...rest] = path;
  if (naam === undefined) return undefined;
  const waarde = inhoud[naam];
  const many = isMany(waarde);
  const first = many ? waarde[0] : waarde;
  if (first === undefined) return undefined;
  const next = rest.length === 0 ? to(first) : isInhoud(first) ? change(first, rest, to) : undefined;
  if (next === undefined || isMany(next)) return undefined;
  return { ...inhoud, [naam]: many ? [next, ...waarde.slice(1)] : next };
}

function isMany(waarde: BerichtWaarde): waarde is readonly (string | number | BerichtInhoud)[] {
  return Array.isArray(waarde);
}

function isInhoud(waarde: BerichtWaarde): waarde is BerichtInhoud {
  return typeof waarde === 'object' && !Array.isArray(waarde);
}

/** The list of planted faults as CSV: what a check should find, and where. */
export function foutenCsv(fouten: readonly GeplandeFout[]): string {
  const rows = fouten.map(({ bestand, soort, afzender, identificatie, regel, uitleg }) =>
    [bestand, soort, afzender, identificatie, regel, `"${uitleg}"`].join(','),
  );
  return `${['bestand,soort,afzender,identificatie,regel,uitleg', ...rows].join('\n')}\n`;
}
