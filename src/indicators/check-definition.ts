// SPDX-License-Identifier: EUPL-1.2
import {
  DEFINITIE_STATUSSEN,
  DIMENSIES,
  INTERVALLEN,
  type PolicyDocument,
  parsePlainDate,
  type Tweetalig,
  UNITS,
} from '../contract/index.ts';
import { Checker, didYouMean } from '../policy/index.ts';
import { checkSamenhang, type DefinitiePlek } from './check-samenhang.ts';
import type { Berekening, Definition, Parameter, Term, Variant } from './definition.ts';
import { BEREKENINGEN, BRON_SOORTEN, GEVOELIGHEDEN, KENGETALLEN } from './definition.ts';
import { DUURKLASSEN, MAAT_NAMEN, MATEN, REDENEN_BEEINDIGING } from './maat.ts';
import { PARAMETER_NAMEN, type ParameterNaam, type ParameterWaarde, parameterRemedy } from './parameter.ts';
import { PERIODE_SOORTEN } from './periode.ts';
import { tweetaligWithParameters, unknownPlaces } from './words-with-parameters.ts';

type Path = readonly (string | number)[];

const FORMULA_KEYS = ['berekening', 'teller', 'noemer', 'over'];
const ID = { shape: /^[a-z0-9]+(-[a-z0-9]+)*$/, says: 'small letters, digits and hyphens' };
const VARIANT_KEYS = [
  'naam',
  'status',
  'eenheid',
  'na-dagen',
  'naloop',
  'voorloop',
  'minimum',
  'interval',
  ...FORMULA_KEYS,
];
const KEYS = [
  'id',
  'geldig-vanaf',
  'naam',
  'eenheid',
  'telt',
  'populatie',
  'berekening',
  'teller',
  'noemer',
  'over',
  'varianten',
  'perioden',
  'dimensies',
  'parameters',
  'interval',
  'naloop',
  'voorloop',
  'minimum',
  'naast',
  'bronnen',
  'status',
  'gevoelig-voor',
];

/**
 * Checks one definition file and gives the definition that nobody doubts after that. With its place, it must say of itself what its folder and its file say.
 *
 * Throws: `policy.missing`, `policy.wrong-type`, `policy.wrong-value`, `policy.unknown-key`; all problems of the file at once, one for each fault.
 */
export function checkDefinition(document: PolicyDocument, plek?: DefinitiePlek): Definition {
  const check = new Checker(document);
  check.map([], KEYS);
  const varianten = readVarianten(check);
  const definition: Definition = {
    id: check.text(['id'], ID),
    geldigVanaf: readGeldigVanaf(check),
    naam: readTweetalig(check, ['naam']),
    telt: readTweetalig(check, ['telt']),
    populatie: readTweetalig(check, ['populatie']),
    eenheid: readWord(check, ['eenheid'], UNITS),
    varianten,
    perioden: readWords(check, ['perioden'], PERIODE_SOORTEN),
    dimensies: readWords(check, ['dimensies'], DIMENSIES),
    parameters: readParameters(check, varianten),
    ...readInterval(check, []),
    naast: check.list(['naast']).map((_, index) => check.text(['naast', index], ID)),
    bronnen: check.list(['bronnen']).map((_, index) => {
      check.map(['bronnen', index], ['soort', 'tekst']);
      return {
        soort: readWord(check, ['bronnen', index, 'soort'], BRON_SOORTEN),
        tekst: check.text(['bronnen', index, 'tekst']),
      };
    }),
    status: readWord(check, ['status'], DEFINITIE_STATUSSEN),
    gevoeligVoor: readWords(check, ['gevoelig-voor'], GEVOELIGHEDEN),
  };
  const worded = withWords(check, definition);
  for (const key of ['perioden', 'dimensies', 'bronnen'].filter((name) => check.at([name]) === undefined))
    check.problem('policy.missing', [key], 'give a list here; [] for none');
  checkSamenhang(check, definition, !varianten.some(({ id }) => isUnsure(check, id)), plek);
  check.finish();
  return worded;
}

/** The definition with the values of its parameters in its words. */
function withWords(check: Checker, definition: Definition): Definition {
  const { parameters, telt, populatie, varianten } = definition;
  const filled = (path: Path, tekst: Tweetalig): Tweetalig => {
    if (check.isTold(['parameters'])) return tekst;
    for (const naam of [tekst.nl, tekst.en].flatMap((text) => unknownPlaces(text, parameters))) {
      const known = parameters.map((parameter) => parameter.naam);
      const remedy = `{${naam}} is no parameter of this definition that is one number for all regions; it has: ${known.join(', ')}.${didYouMean(naam, known)}`;
      check.problem('policy.wrong-value', path, remedy);
    }
    return tweetaligWithParameters(tekst, parameters);
  };
  return {
    ...definition,
    telt: filled(['telt'], telt),
    populatie: filled(['populatie'], populatie),
    varianten: varianten.map((variant) => variantWithWords(variant, filled)),
  };
}

/** A variant with the values of the parameters in its name and its terms. */
function variantWithWords(variant: Variant, filled: (path: Path, tekst: Tweetalig) => Tweetalig): Variant {
  const path = variant.id === '' ? [] : ['varianten', variant.id];
  const { teller, noemer } = variant;
  return {
    ...variant,
    naam: filled([...path, 'naam'], variant.naam),
    teller: { ...teller, tekst: filled([...path, 'teller'], teller.tekst) },
    ...(noemer === undefined
      ? {}
      : { noemer: { ...noemer, tekst: filled([...path, 'noemer'], noemer.tekst) } }),
  };
}

function readVarianten(check: Checker): readonly Variant[] {
  if (check.at(['varianten']) === undefined) return [readVariant(check, [], '', ['naam'])];
  for (const key of FORMULA_KEYS.filter((name) => check.at([name]) !== undefined)) {
    check.problem('policy.wrong-value', [key], `move ${key} into each of the varianten`);
  }
  return Object.keys(check.map(['varianten'])).map((id) => {
    check.map(['varianten', id], VARIANT_KEYS);
    return readVariant(check, ['varianten', id], id, ['varianten', id, 'naam']);
  });
}

function readVariant(check: Checker, path: Path, id: string, naam: Path): Variant {
  const berekening = readWord(check, [...path, 'berekening'], BEREKENINGEN);
  const noemer = [...path, 'noemer'];
  const isKnown = !check.isTold([...path, 'berekening']);
  const zonder = isKnown
    ? berekening === 'waarde' || berekening === 'gegeven'
    : check.at(noemer) === undefined;
  if (zonder && isKnown && check.at(noemer) !== undefined) {
    check.problem(
      'policy.wrong-value',
      noemer,
      `a ${berekening} has no noemer: leave it out, or make it a verhouding`,
    );
  }
  const over = [...path, 'over'];
  if (isKnown && berekening !== 'aandeel' && check.at(over) !== undefined)
    check.problem('policy.wrong-value', over, 'only an aandeel is taken over a dimension: leave it out');
  const teller = readTerm(check, [...path, 'teller']);
  if (
    isKnown &&
    !check.isTold([...path, 'teller']) &&
    (MATEN[teller.maat].verdeling !== undefined) !==
      (berekening === 'gegeven' || KENGETALLEN.includes(berekening))
  )
    check.problem(
      'policy.wrong-value',
      [...path, 'teller', 'maat'],
      `only ${KENGETALLEN.join(', ')} are taken from a distribution, and they are from nothing else`,
    );
  const eigen =
    id === '' || check.at([...path, 'eenheid']) === undefined ? ['eenheid'] : [...path, 'eenheid'];
  return {
    id,
    naam: readTweetalig(check, naam),
    eenheid: readWord(check, eigen, UNITS),
    berekening,
    teller,
    ...(zonder ? {} : { noemer: readTerm(check, noemer) }),
    ...(berekening === 'aandeel' ? { over: readWord(check, over, DIMENSIES) } : {}),
    ...(isKnown ? readNaDagen(check, [...path, 'na-dagen'], berekening) : {}),
    ...readVolledigheid(check, path),
    ...(id === '' || check.at([...path, 'status']) === undefined
      ? {}
      : { status: readWord(check, [...path, 'status'], DEFINITIE_STATUSSEN) }),
    ...(id === '' ? {} : readInterval(check, path)),
  };
}

function readInterval(check: Checker, path: Path): Pick<Variant, 'interval'> {
  const own = [...path, 'interval'];
  return check.at(own) === undefined ? {} : { interval: readWord(check, own, INTERVALLEN) };
}

/** Whether what a variant counts is not known for a problem that was told. */
function isUnsure(check: Checker, id: string): boolean {
  const path = id === '' ? [] : ['varianten', id];
  return [...FORMULA_KEYS, 'naloop', 'voorloop', 'minimum'].some((key) => check.isTold([...path, key]));
}

/** Days that an `overleving` is about; ten years are more than any traject can have been followed. */
function readNaDagen(check: Checker, path: Path, berekening: Berekening): Pick<Variant, 'naDagen'> {
  if (berekening === 'overleving') return { naDagen: check.number(path, 1, 3650) };
  if (check.at(path) !== undefined)
    check.problem('policy.wrong-value', path, 'only an overleving is about a number of days: leave it out');
  return {};
}

function readTerm(check: Checker, path: Path): Term {
  check.map(path, ['maat', 'redenen', 'duurklasse', 'soorten', 'nl', 'en']);
  const maat = readWord(check, [...path, 'maat'], MAAT_NAMEN);
  const isKnown = !check.isTold(path);
  const redenen = [...path, 'redenen'];
  const given = check.at(redenen) !== undefined;
  if (isKnown && given && MATEN[maat].redenen === undefined)
    check.problem('policy.wrong-value', redenen, `${maat} has no reasons of ending: leave redenen out`);
  if (isKnown && !given && MATEN[maat].redenen === 'moet')
    check.problem('policy.missing', redenen, `list the reasons of ending (JZ588) that count for ${maat}`);
  const klasse = [...path, 'duurklasse'];
  const klassen = DUURKLASSEN.map(({ code }) => code);
  if (isKnown && check.at(klasse) !== undefined && MATEN[maat].duurklasse === undefined)
    check.problem('policy.wrong-value', klasse, `${maat} has no classes: leave duurklasse out`);
  const soorten = [...path, 'soorten'];
  if (isKnown && check.at(soorten) !== undefined && MATEN[maat].soorten === undefined)
    check.problem('policy.wrong-value', soorten, `${maat} has no kinds: leave soorten out`);
  return {
    maat,
    ...(check.at(soorten) === undefined
      ? {}
      : { soorten: check.list(soorten).map((_, index) => check.text([...soorten, index])) }),
    ...(check.at(klasse) === undefined ? {} : { duurklasse: readWord(check, klasse, klassen) }),
    ...(given ? { redenen: readWords(check, redenen, REDENEN_BEEINDIGING) } : {}),
    tekst: { nl: check.text([...path, 'nl']), en: check.text([...path, 'en']) },
  };
}

function readParameters(check: Checker, varianten: readonly Variant[]): readonly Parameter[] {
  const given =
    check.at(['parameters']) === undefined ? [] : Object.keys(check.map(['parameters'], PARAMETER_NAMEN));
  const maten = varianten.flatMap(({ teller, noemer }) =>
    noemer ? [teller.maat, noemer.maat] : [teller.maat],
  );
  const needed = new Set<ParameterNaam>([
    ...maten.flatMap((maat) => MATEN[maat].parameters),
    ...varianten.flatMap(({ naloop, voorloop, minimum }) =>
      [naloop ?? [], voorloop ?? [], minimum ?? []].flat(),
    ),
  ]);
  const isKnown = !varianten.some(({ id }) => isUnsure(check, id));
  for (const naam of isKnown ? needed : []) {
    if (!given.includes(naam))
      check.problem(
        'policy.missing',
        ['parameters', naam],
        `give ${naam} with its standaard: a maat, naloop or voorloop needs it`,
      );
  }
  return PARAMETER_NAMEN.filter((naam) => given.includes(naam)).map((naam) => {
    const path = ['parameters', naam];
    check.map(path, ['standaard', 'nl', 'en']);
    const standaard = check.at([...path, 'standaard']);
    const remedy = parameterRemedy(naam, standaard);
    if (remedy !== undefined) check.problem('policy.wrong-value', [...path, 'standaard'], remedy);
    if (isKnown && !needed.has(naam))
      check.problem('policy.wrong-value', path, 'nothing in this definition uses it: leave it out');
    return {
      naam,
      standaard: standaard as ParameterWaarde,
      tekst: { nl: check.text([...path, 'nl']), en: check.text([...path, 'en']) },
    };
  });
}

/** Of the variant itself, else those of the whole definition. */
function readVolledigheid(check: Checker, path: Path): Pick<Variant, 'naloop' | 'voorloop' | 'minimum'> {
  const read = (key: 'naloop' | 'voorloop' | 'minimum') => {
    const own = check.at([...path, key]) === undefined ? [key] : [...path, key];
    return check.at(own) === undefined ? {} : { [key]: readWord(check, own, PARAMETER_NAMEN) };
  };
  return { ...read('naloop'), ...read('voorloop'), ...read('minimum') };
}

function readGeldigVanaf(check: Checker): string {
  const path = ['geldig-vanaf'];
  const text = check.text(path);
  if (text !== '' && parsePlainDate(text) === undefined)
    check.problem('policy.wrong-value', path, 'give a day that exists, as YYYY-MM-DD');
  return text;
}

function readTweetalig(check: Checker, path: Path): Tweetalig {
  check.map(path, ['nl', 'en']);
  const isRenamed = check.isTold(path);
  const read = (language: string): string => {
    const own = [...path, language];
    return isRenamed && check.at(own) === undefined ? '' : check.text(own);
  };
  return { nl: read('nl'), en: read('en') };
}

function readWords<Word extends string>(check: Checker, path: Path, known: readonly Word[]): readonly Word[] {
  return check.list(path).map((_, index) => readWord(check, [...path, index], known));
}

function readWord<Word extends string>(check: Checker, path: Path, known: readonly Word[]): Word {
  const text = check.text(path);
  const word = known.find((candidate) => candidate === text);
  if (word === undefined && text !== '') {
    const remedy = `expected one of: ${known.join(', ')}.${didYouMean(text, known)}`;
    check.problem('policy.wrong-value', path, remedy);
  }
  return word ?? (known[0] as Word);
}
