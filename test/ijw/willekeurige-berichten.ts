// SPDX-License-Identifier: EUPL-1.2
import type { BerichtSoort, IjwRelease } from '../../src/contract/index.ts';
import type { BerichtInhoud, BerichtWaarde } from '../../src/ijw/index.ts';
import { type ElementFeit, releaseTree } from '../../src/ijw/release-tree.ts';
import { compileValueType } from '../../src/ijw/value-type.ts';

type Random = () => number;
type Inhoud = Record<string, BerichtWaarde>;

const TEKENS = [...'abcXYZ 019-.,éëÀ&<>"\'€'];
const LETTERS = [...'abcdeABCDEéÀ'];

/** What is being made: where the kinds of values differ per message and what must be unique in it. */
interface Maakwerk {
  readonly release: IjwRelease;
  readonly soort: BerichtSoort;
  readonly tree: readonly ElementFeit[];
  readonly random: Random;
  teller: number;
}

/** A random message of a kind as a release has it, that is right in every way: in structure, in values, and by every rule. */
export function willekeurigBericht(release: IjwRelease, soort: BerichtSoort, random: Random): BerichtInhoud {
  const werk: Maakwerk = { release, soort, tree: releaseTree(release, soort), random, teller: 0 };
  return kinderen(werk, '');
}

function kinderen(werk: Maakwerk, ouder: string): Inhoud {
  const inhoud: Inhoud = {};
  const own = werk.tree.filter(({ pad, naam }) => pad === `${ouder}${naam}`);
  for (const feit of own) {
    const always = feit.min > 0 || feit.pad === 'Declaratie/Clienten';
    if (!always && werk.random() < 0.5) continue;
    const times = feit.max > 1 && !ENKEL.has(feit.naam) ? 1 + Math.floor(werk.random() * 3) : 1;
    const items = Array.from({ length: times }, () => element(werk, feit));
    inhoud[feit.naam] = feit.max > 1 ? (items as BerichtInhoud[]) : items[0];
  }
  return fit(werk, ouder.replace(/\/$/, ''), inhoud);
}

/** Lists of which a random second item would clash with the first. */
const ENKEL = new Set(['ToegewezenProduct', 'AangevraagdProduct', 'NieuwProduct', 'Contact']);

function element(werk: Maakwerk, feit: ElementFeit): BerichtWaarde {
  return feit.type === '' ? kinderen(werk, `${feit.pad}/`) : leaf(werk, feit);
}

function pick<T>(random: Random, list: readonly T[]): T {
  return list[Math.floor(random() * list.length)] as T;
}

function leaf(werk: Maakwerk, { naam, type }: ElementFeit): string | number {
  const { random } = werk;
  const compiled = compileValueType(type, naam);
  const { kind, patternText, minLength, maxLength, codes, minimum, maximum } = compiled;
  if (naam === 'ProductCode' || naam === 'Code') return pick(random, ['LOK01', 'X', 'A-1']);
  if (kind === 'code') return pick(random, [...(codes ?? [])]);
  if (kind === 'datum') return '2020-03-02';
  if (kind === 'tijd') return pick(random, ['00:00:00', '23:59:59', '12:30:15']);
  if (/^\d+(\|\d+)?$/.test(patternText)) return patternText.split('|')[0] as string;
  if (kind === 'getal') {
    const bounds = [Math.max(minimum, 0), Math.min(maximum, 999_999_999), 1];
    return random() < 0.5 ? pick(random, bounds) : Math.floor(random() * Math.min(maximum, 99_999));
  }
  const unique = String(++werk.teller);
  if (naam === 'Bsn') return testBsn(werk.teller);
  if (kind === 'cijfers') return compiled.digits === 4 ? '0518' : digits(random, compiled.digits);
  if (patternText.startsWith('(0{8})')) return '00000000';
  if (patternText.startsWith('NL')) return `NL${digits(random, 9)}B01`;
  if (patternText.startsWith('(0|')) return `${1 + Math.floor(random() * 20)}.0.12`;
  if (patternText === '[0-9]*') return digits(random, 1 + Math.floor(random() * Math.min(maxLength, 15)));
  if (patternText.includes('À-ỳ')) return letters(random, LETTERS, 1 + Math.floor(random() * maxLength));
  if (patternText === '([a-zA-Z0-9])+') return `D${unique}`;
  if (KEYS.has(naam)) return `${unique}é`.slice(0, maxLength);
  const longest = Math.min(Number.isFinite(maxLength) ? maxLength : 300, 300);
  const length = random() < 0.2 ? longest : Math.max(minLength, 1) + Math.floor(random() * longest);
  const text = letters(random, TEKENS, Math.min(length, longest));
  return text.trim() === '' ? 'x' : text;
}

/** Texts that have to differ from each other. */
const KEYS = new Set(['ReferentieNummer', 'VorigReferentieNummer', 'ReferentieAanbieder', 'Nummer']);

function digits(random: Random, length: number): string {
  return Array.from({ length }, () => Math.floor(random() * 10)).join('');
}

function letters(random: Random, from: readonly string[], length: number): string {
  return Array.from({ length }, () => pick(random, from)).join('');
}

const bsns: string[] = [];

function testBsn(number: number): string {
  for (let next = Number(bsns.at(-1) ?? 999_900_000) + 1; bsns.length <= number; next++) {
    const sum = [...String(next)].reduce(
      (total, digit, at) => total + Number(digit) * (at < 8 ? 9 - at : -1),
      0,
    );
    if (sum % 11 === 0) bsns.push(String(next));
  }
  return bsns[number] as string;
}

const PERIODE = { Begindatum: '2021-02-01', Einddatum: '2021-02-28' };
const OUDE_PERIODE = { Begindatum: '2020-02-01', Einddatum: '2020-02-29' };
/** Day on which every message of release 3 is sent, JW303 and JW304 left out. */
const VERZONDEN = '2021-03-02';

/** Makes what stands in one element obey the rules that are about it. */
function fit(werk: Maakwerk, pad: string, inhoud: Inhoud): Inhoud {
  const naam = pad.slice(pad.lastIndexOf('/') + 1);
  return FITS[naam]?.(werk, inhoud, pad) ?? inhoud;
}

type Fit = (werk: Maakwerk, inhoud: Inhoud, pad: string) => Inhoud;

const FITS: Readonly<Record<string, Fit>> = {
  BerichtIdentificatie: (_, inhoud) => ({ ...inhoud, Dagtekening: VERZONDEN }),
  DeclaratiePeriode: ({ soort }) => (isFactuur(soort) ? OUDE_PERIODE : PERIODE),
  ProductPeriode: ({ soort }) => (isFactuur(soort) ? OUDE_PERIODE : PERIODE),
  Declaratie: (_, inhoud) => total({ ...inhoud, DeclaratieDagtekening: VERZONDEN }),
  DeclaratieAntwoord: (_, inhoud) => answered(inhoud),
  TotaalIngediendBedrag: (_, inhoud) => ({ ...inhoud, DebetCredit: 'D' }),
  TotaalToegekendBedrag: (_, inhoud) => ({ ...inhoud, DebetCredit: 'D' }),
  Geboortedatum: ({ random }, inhoud) => {
    if (!('DatumGebruik' in inhoud))
      return { Datum: pick(random, ['2012-02-29', '1930-01-01', '2020-12-31']) };
    const use = pick(random, ['1', '2', '3']);
    return { Datum: { 1: '2012-05-01', 2: '2012-01-01', 3: '1900-01-01' }[use] ?? '', DatumGebruik: use };
  },
  Naam: ({ random }, inhoud, pad) => {
    if (!('NaamGebruik' in inhoud)) return inhoud;
    const alone = pad === 'Client/Naam' ? ['1'] : ['1', '6'];
    return { ...inhoud, NaamGebruik: pick(random, 'Partnernaam' in inhoud ? ['1', '2', '3', '4'] : alone) };
  },
  Communicatie: ({ random }) =>
    random() < 0.5 ? { Vorm: '1', Taal: 'Pools' } : { Vorm: pick(random, ['2', '3']) },
  Contact: ({ random }, inhoud) => {
    const { Periode: _, Telefoon, Organisatie, Emailadres, RetourCodes } = inhoud;
    const rest = maybe({ Organisatie, Emailadres, RetourCodes });
    if (Telefoon !== undefined && random() < 0.5)
      return { Soort: pick(random, ['01', '02', '03']), Telefoon, ...rest };
    const Adres = { Huis: { Huisnummer: 0 }, Postcode: '2500ZZ', LandCode: 'NL' };
    const abroad = { Huis: { Huisnummer: 99_999 }, Postcode: 'B-1000', LandCode: 'BE' };
    return { Soort: pick(random, ['01', '02', '03']), Adres: pick(random, [Adres, abroad]), ...rest };
  },
  Relatie: (werk, inhoud) => ({ ...inhoud, Nummer: `R${++werk.teller}` }),
  ToegewezenProduct: (werk, inhoud) => product(werk, inhoud, 'Ingangsdatum', 'Einddatum'),
  AangevraagdProduct: (werk, inhoud) => {
    const { BeschikkingNummer, BeschikkingIngangsdatum: __, ...rest } = inhoud;
    const beschikking =
      BeschikkingNummer === undefined ? {} : { BeschikkingNummer, BeschikkingIngangsdatum: '2021-01-01' };
    return product(werk, { ...rest, ...beschikking }, 'ToewijzingIngangsdatum', 'ToewijzingEinddatum');
  },
  NieuwProduct: (werk, inhoud) => product(werk, inhoud, 'GewensteIngangsdatum', 'Einddatum'),
  TeWijzigenProduct: (werk, inhoud) => {
    const { Product: _, ...rest } = product(werk, inhoud, 'GewensteIngangsdatum', 'Einddatum');
    return { ...rest, ToewijzingNummer: 1000 + ++werk.teller };
  },
  OngewijzigdProduct: (werk, inhoud) => ({ ...inhoud, ToewijzingNummer: 1000 + ++werk.teller }),
  StartProduct: (werk, inhoud) => delivered(werk, inhoud),
  StopProduct: (werk, inhoud) => delivered(werk, { ...inhoud, Einddatum: VERZONDEN }),
  Verwijzer: ({ random, release }, inhoud) => {
    if (release < '3') return inhoud;
    const Naam = 'Verwijzer';
    const code = { Type: pick(random, ['02', '03', '04', '05']), ZorgverlenerCode: '01234567' };
    const name = { Type: pick(random, ['02', '03', '04', '05']), Naam };
    const none = { Type: pick(random, ['01', '06', '08']), ...(random() < 0.5 ? { Naam } : {}) };
    return pick<Inhoud>(random, [code, name, none]);
  },
  Verzoek: (werk, inhoud) => {
    if ('TeWijzigenProducten' in inhoud) return inhoud;
    return { ...inhoud, TeWijzigenProducten: kinderen(werk, 'Client/Verzoek/TeWijzigenProducten/') };
  },
  Antwoord: ({ random, soort }, inhoud) => {
    const retour = soort === 'JW320' ? { RetourCodes: { RetourCode: ['0200'] } } : {};
    const { RedenAfwijzingVerzoek: _, Woonplaatsbeginsel: __, ...rest } = inhoud;
    const refused = { ...rest, VerzoekAntwoord: '1' };
    return pick<Inhoud>(random, [
      { ...rest, VerzoekAntwoord: '2' },
      { ...refused, RedenAfwijzingVerzoek: pick(random, ['1', '7', '9']) },
      { ...refused, RedenAfwijzingVerzoek: '8', Woonplaatsbeginsel: { Gemeente: '0457', ...retour } },
    ]);
  },
  Prestatie: (werk, inhoud) => (isFactuur(werk.soort) ? inhoud : line(werk, inhoud)),
};

function isFactuur(soort: BerichtSoort): boolean {
  return soort === 'JW303' || soort === 'JW304';
}

function maybe(inhoud: Inhoud): Inhoud {
  return Object.fromEntries(Object.entries(inhoud).filter(([, waarde]) => waarde !== undefined));
}

/** One of the three shapes of a product (IV075), or of release 2 what its schema asks. */
function product(werk: Maakwerk, inhoud: Inhoud, begin: string, einde: string): Inhoud {
  const { random, release, soort } = werk;
  const { Omvang: _, Budget: __, RedenWijziging: ___, Product: ____, ...rest } = inhoud;
  const dates = {
    [begin]: '2021-04-01',
    [einde]: '2021-12-31',
    ...('Toewijzingsdatum' in inhoud ? { Toewijzingsdatum: '2021-03-01' } : {}),
  };
  const base: Inhoud = { ...rest, ...dates };
  if ('ToewijzingNummer' in inhoud) base.ToewijzingNummer = 1000 + ++werk.teller;
  const omvang = pick(random, [
    { Volume: 1, Eenheid: '04', Frequentie: '1' },
    { Volume: 99_999_999, Eenheid: '83', Frequentie: '6' },
    { Volume: 0, Eenheid: '16', Frequentie: '4' },
    { Volume: 60, Eenheid: '01', Frequentie: '2' },
  ]);
  const specific: Inhoud = {
    ...base,
    Product: { Categorie: '45', Code: pick(random, ['45A04', 'LOK01']) },
    Omvang: omvang,
  };
  if (release < '3') return soort === 'JW315' || soort === 'JW316' ? { ...specific } : specific;
  const generic: Inhoud = { ...base, Budget: 99_999_999 };
  const aspecific: Inhoud = { ...base, Product: { Categorie: '41' } };
  const oldVot = release === '3.0' && (soort === 'JW315' || soort === 'JW316');
  const endless = omvang.Frequentie === '1' || omvang.Frequentie === '4';
  const { [einde]: _____, ...open } = specific;
  const shapes = [specific, oldVot ? aspecific : generic, aspecific, endless ? open : specific];
  return begin === 'GewensteIngangsdatum' && inhoud.Product === undefined
    ? pick(random, [specific, generic])
    : pick(random, shapes);
}

function delivered(werk: Maakwerk, inhoud: Inhoud): Inhoud {
  return {
    ...inhoud,
    ToewijzingNummer: 1000 + ++werk.teller,
    Begindatum: '2021-03-01',
    StatusAanlevering: pick(werk.random, ['1', '3']),
  };
}

function line(werk: Maakwerk, inhoud: Inhoud): Inhoud {
  const { random } = werk;
  const { ProductTarief: _, ProductReferentie: __, ...rest } = inhoud;
  const credit = random() < 0.3;
  const nummer = 1000 + ++werk.teller;
  const ProductReferentie = {
    ReferentieNummer: `P${nummer}`,
    ...(credit ? { VorigReferentieNummer: `Q${nummer}` } : {}),
  };
  const euro = random() < 0.5;
  const volume = 1 + Math.floor(random() * 1000);
  const amount = euro
    ? { GeleverdVolume: volume, Eenheid: '83' }
    : { GeleverdVolume: volume, Eenheid: '04', ProductTarief: 7 };
  const IngediendBedrag = { Bedrag: euro ? volume : volume * 7, DebetCredit: credit ? 'C' : 'D' };
  return { ...rest, ProductReferentie, ToewijzingNummer: nummer, ...amount, IngediendBedrag };
}

function sumOf(inhoud: Inhoud): number {
  const { Client = [] } = (inhoud.Clienten ?? {}) as { Client?: { Prestaties?: { Prestatie: Inhoud[] } }[] };
  const lines = Client.flatMap(({ Prestaties }) => Prestaties?.Prestatie ?? []);
  return lines.reduce((sum, { IngediendBedrag }) => {
    const { Bedrag, DebetCredit } = IngediendBedrag as { Bedrag: number; DebetCredit: string };
    return sum + (DebetCredit === 'C' ? -Bedrag : Bedrag);
  }, 0);
}

function signed(cents: number): Inhoud {
  return { TotaalBedrag: Math.abs(cents), DebetCredit: cents < 0 ? 'C' : 'D' };
}

function total(inhoud: Inhoud): Inhoud {
  return { ...inhoud, TotaalIngediendBedrag: signed(sumOf(inhoud)) };
}

function answered(inhoud: Inhoud): Inhoud {
  const returned = sumOf(inhoud);
  return {
    ...inhoud,
    TotaalIngediendBedrag: signed(returned + 500),
    TotaalToegekendBedrag: signed(500),
    RetourCodes: { RetourCode: ['0200'] },
  };
}
