// SPDX-License-Identifier: EUPL-1.2
import type { BronSoort } from '../contract/index.ts';
import type { BronGeraakt, Geraakt } from '../store/index.ts';

/**
 * Why a bound is absent. `rijen-opzij`: rows or columns could not be read, and nothing is known of their amount or number. `geen-antwoord`: providers that were asked did not
 * answer. `te-veel`: so much is touched that the denominator may be zero, or the median may be any touched value. `opdeling`: a part of a change in costs, which one line can turn.
 */
export const GEEN_GRENZEN = ['rijen-opzij', 'geen-antwoord', 'te-veel', 'opdeling', 'onbekend'] as const;
export type GeenGrens = (typeof GEEN_GRENZEN)[number];

/** How far a quantity can be from what it is without touched records (`basis: 'zonder'`) or with them: so much less and so much more; null = no limit. */
export interface Speling {
  readonly basis: 'zonder' | 'alles';
  readonly min: number | null;
  readonly plus: number | null;
  /** Why a side has no limit. */
  readonly reden?: GeenGrens;
}

/** What a rule may look at beside what is touched. */
export interface Omstandigheid {
  readonly drempelCents: number;
  /** Of the period. */
  readonly dagen: number;
  /** In which the survey was held that counts for the period. */
  readonly kwartaal: string;
}

type Regel = (geraakt: Geraakt, omstandigheid: Omstandigheid) => Speling;

/** Nobody has youth care after the day before the twenty-third birthday. Source: Jeugdwet art. 1.1 */
const LANGSTE_DAGEN = 23 * 366;

/** By how much what findings touch can move each quantity, at most. Source: docs/method/datakwaliteit.md */
export const BOUND_RULES: Readonly<Record<string, Regel>> = {
  clienten: perDebetClient,
  'clienten-boven-grens': perDebetClient,
  aanbieders: ({ debetAanbieders, declaratieRijenOpzij }) =>
    zonder(declaratieRijenOpzij, debetAanbieders + declaratieRijenOpzij),
  'clienten-onder-18': perDebetClientOfClient,
  'clienten-verwijzer-afgeleid': perDebetClientOfClient,
  uitgaven: (geraakt) => cents(geraakt, geraakt.debetCents),
  'uitgaven-boven-grens': (geraakt, { drempelCents }) => {
    const lifted = (clienten: number): number => clienten * drempelCents;
    const { debetCents, debetClienten, declaratieRijenOpzij } = geraakt;
    return cents(geraakt, debetCents + lifted(debetClienten), lifted(declaratieRijenOpzij));
  },
  'uitgaven-verwijzer-afgeleid': (geraakt) => {
    const { debetCents, clientCents, zorgRijenOpzij } = geraakt;
    if (zorgRijenOpzij > 0) return { basis: 'zonder', min: null, plus: null, reden: 'rijen-opzij' };
    return cents(geraakt, debetCents, clientCents);
  },
  'kosten-verschil': (geraakt) => cents(geraakt, 0, geraakt.debetCents),
  'kosten-omvang': kostenDeel,
  'kosten-clienten': kostenDeel,
  'kosten-mix': kostenDeel,
  'kosten-volume': kostenDeel,
  'kosten-prijs': kostenDeel,
  'kosten-rest': kostenDeel,
  instroom: perClient,
  'instroom-in-een-keer-goed': perClient,
  'instroom-in-een-keer-afgerond': perClient,
  uitstroom: perClient,
  'stand-begin': perClient,
  'stand-eind': perClient,
  'stand-residu': () => ({ basis: 'zonder', min: 0, plus: 0 }),
  'stand-begonnen': perStart,
  'stand-beeindigd': perStart,
  trajecten: perStart,
  'trajecten-verwijzer-afgeleid': perStart,
  begonnen: perStart,
  'begonnen-na-eerdere-hulp': perStart,
  eindes: perStart,
  lopend: perStart,
  'uitstroom-momenten': perStart,
  'momenten-met-terugkeer': perStart,
  'starts-binnen': perStart,
  'starts-buiten': perStart,
  'starts-met-verzoek': perStart,
  'starts-boven-norm': perStart,
  'dagen-van-eindes': (geraakt) => times(perStart(geraakt), LANGSTE_DAGEN),
  zorgdagen: (geraakt, { dagen }) => times(perStart(geraakt), dagen),
  overgangen: (geraakt) => {
    const { startParen, meesteStarts, zorgRijenOpzij } = geraakt;
    const perRij = ((meesteStarts + 1) * meesteStarts) / 2;
    return zonder(zorgRijenOpzij * perRij, startParen + zorgRijenOpzij * perRij);
  },

  'jeugdigen-met-maatregel': perRij('maatregelen'),
  beschikkingen: perRij('maatregelen'),
  'jbt-gezinnen': perRij('jbt'),
  'jbt-besluiten': perRij('jbt'),
  'cit-zaken': perRij('cit'),
  'plaatsingen-begonnen': perRij('jeugdzorgplus'),
  'jeugdigen-geplaatst': perRij('jeugdzorgplus'),
  'plaatsingen-op-einde': perRij('jeugdzorgplus'),
  'proeftuin-gezinnen': perRij('proeftuin'),
  vragen: perRij('uitkomsten'),
  antwoorden: perRij('uitkomsten'),
  'antwoorden-positief': perRij('uitkomsten'),
  'big5-gevraagd': perFormulier(1),
  'big5-ingevuld': perFormulier(1),
  'big5-alle-vijf': perFormulier(1),
  'big5-onderdelen': perFormulier(5),
  'big5-onderdelen-goed': perFormulier(5),
  'rci-paren': perMeting,
  'rci-verbeterd': perMeting,
  'rci-ongewijzigd': perMeting,
  'rci-verslechterd': perMeting,

  wachtenden: opWachtlijst(true),
  'wachtenden-met-overbrugging': opWachtlijst(true),
  'wachtenden-zonder-overbrugging': opWachtlijst(true),
  'wachtenden-lang': opWachtlijst(true),
  'in-zorg': opWachtlijst(false),
  'aanbieders-met-wachttijd': ({ bronnen }, { kwartaal }) => {
    const { aanbieders, opzij, geenAntwoord } = of(bronnen, 'wachttijden', kwartaal);
    return { basis: 'alles', min: aanbieders, plus: aanbieders + opzij + geenAntwoord };
  },
  'aanbieders-gevraagd': ({ bronnen }, { kwartaal }) => {
    const { rijen, opzij } = of(bronnen, 'uitvragen', kwartaal);
    return { basis: 'alles', min: rijen, plus: rijen + opzij };
  },
  'aanbieders-geantwoord': ({ bronnen }, { kwartaal }) => {
    const asked = of(bronnen, 'uitvragen', kwartaal);
    const answered = of(bronnen, 'wachttijden', kwartaal);
    const most = asked.rijen + answered.aanbieders;
    return { basis: 'alles', min: most, plus: most + asked.opzij + answered.opzij };
  },
  'inwoners-0-17': ({ bronnen }) => {
    const { getallen } = of(bronnen, 'bevolking');
    if (of(bronnen, 'cbs').rijen > 0) return { basis: 'alles', min: null, plus: null, reden: 'rijen-opzij' };
    return { basis: 'alles', min: getallen, plus: getallen };
  },
  'cbs-percentage': ({ bronnen }) => {
    const most = of(bronnen, 'cbs').rijen > 0 ? 1 : 0;
    return { basis: 'alles', min: most, plus: most };
  },
};

/** A part of a change in costs: known only when nothing touches it. */
function kostenDeel({ debetClienten, declaratieRijenOpzij }: Geraakt): Speling {
  if (debetClienten + declaratieRijenOpzij === 0) return zonder(0, 0);
  return { basis: 'zonder', min: null, plus: null, reden: 'opdeling' };
}

function zonder(min: number, plus: number): Speling {
  return { basis: 'zonder', min, plus };
}

function times({ basis, min, plus }: Speling, factor: number): Speling {
  return {
    basis,
    min: min === null ? null : min * factor,
    plus: plus === null ? null : plus * factor,
  };
}

/** A row set aside may be a line more, or the credit of one. */
function perDebetClient({ debetClienten, declaratieRijenOpzij }: Geraakt): Speling {
  return zonder(declaratieRijenOpzij, debetClienten + declaratieRijenOpzij);
}

/** Birth date and verwijzer come from messages about the client beside the line. */
function perDebetClientOfClient(geraakt: Geraakt): Speling {
  const { min, plus } = perDebetClient(geraakt);
  const { clienten, debetClienten, zorgRijenOpzij } = geraakt;
  const other = clienten + debetClienten + zorgRijenOpzij;
  return zonder((min ?? 0) + other, (plus ?? 0) + other);
}

function perClient({ clienten, zorgRijenOpzij }: Geraakt): Speling {
  return zonder(zorgRijenOpzij, clienten + zorgRijenOpzij);
}

/** A row set aside is of one client, of whom it may change everything: one start more, or none of those known. */
export function perStart({ starts, clienten, meesteStarts, zorgRijenOpzij }: Geraakt): Speling {
  const opzij = zorgRijenOpzij * (meesteStarts + 1);
  return zonder(opzij, starts + clienten + opzij);
}

/** `meer` can come on top, `beide` on top and off. */
function cents({ opzijCents }: Geraakt, meer: number, beide = 0): Speling {
  if (opzijCents === null) return { basis: 'zonder', min: null, plus: null, reden: 'rijen-opzij' };
  return zonder(beide + opzijCents, meer + beide + opzijCents);
}

function perRij(soort: BronSoort): Regel {
  return ({ bronnen }) => {
    const { rijen, opzij } = of(bronnen, soort);
    return { basis: 'alles', min: rijen + opzij, plus: rijen + opzij };
  };
}

/** A row more or less makes a form of five answers whole or not. */
function perFormulier(antwoorden: 1 | 5): Regel {
  return ({ bronnen }) => {
    const { rijen, opzij } = of(bronnen, 'uitkomsten');
    const most = antwoorden * (rijen + opzij + of(bronnen, 'big5').rijen);
    return { basis: 'alles', min: most, plus: most };
  };
}

/** One first measurement may belong to any number of later ones. */
function perMeting({ bronnen }: Geraakt): Speling {
  const { rijen, opzij } = of(bronnen, 'uitkomsten');
  if (rijen + opzij === 0) return { basis: 'alles', min: 0, plus: 0 };
  return { basis: 'alles', min: null, plus: null, reden: 'te-veel' };
}

/** `dubbel`: children who wait at several providers count once too often at all but one. */
function opWachtlijst(dubbel: boolean): Regel {
  return ({ bronnen }, { kwartaal }) => {
    const found = of(bronnen, 'wachttijden', kwartaal);
    const min = found.getallen + (dubbel ? found.dubbel : 0);
    if (found.opzij > 0 || found.ongelezen) return { basis: 'alles', min, plus: null, reden: 'rijen-opzij' };
    if (found.geenAntwoord > 0) return { basis: 'alles', min, plus: null, reden: 'geen-antwoord' };
    return { basis: 'alles', min, plus: found.getallen };
  };
}

/** What is touched in a source, of surveys in one quarter and in files of which the quarter is not known. */
function of(
  bronnen: readonly BronGeraakt[],
  soort: BronSoort | 'cbs' | 'big5',
  kwartaal?: string,
): Omit<BronGeraakt, 'soort' | 'kwartaal'> {
  const own = bronnen.filter(
    (bron) => bron.soort === soort && (bron.kwartaal === undefined || bron.kwartaal === kwartaal),
  );
  const sum = (key: 'rijen' | 'opzij' | 'aanbieders' | 'getallen' | 'geenAntwoord' | 'dubbel'): number =>
    own.reduce((total, bron) => total + bron[key], 0);
  return {
    rijen: sum('rijen'),
    opzij: sum('opzij'),
    aanbieders: sum('aanbieders'),
    getallen: sum('getallen'),
    geenAntwoord: sum('geenAntwoord'),
    dubbel: sum('dubbel'),
    ongelezen: own.some(({ ongelezen }) => ongelezen),
  };
}
