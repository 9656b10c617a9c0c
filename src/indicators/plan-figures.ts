// SPDX-License-Identifier: EUPL-1.2
import type { Problem, Regio } from '../contract/index.ts';
import { formatPlainDate, OperatorError, yearOf } from '../contract/index.ts';
import { didYouMean } from '../policy/index.ts';
import type { Definition, Term, Variant } from './definition.ts';
import { canSplit } from './figure-bundle.ts';
import type { FigurePlan, FigureRequest, PlanMaat, PlanPeriode, PlanVariant } from './figure-plan.ts';
import { MATEN } from './maat.ts';
import { PARAMETERS, type ParameterNaam, type ParameterWaarde, parameterRemedy } from './parameter.ts';
import { type Periode, parsePeriode, periodeInJaar } from './periode.ts';
import { breukenVan, grenzenVan, schalenVan, voorlopigheidVan } from './reeks.ts';
import { type GebiedLeden, gebiedenVan, type Lid, ledenVan } from './samenstelling.ts';

type Parameters = Partial<Record<ParameterNaam, ParameterWaarde>>;

/**
 * Turns a request into plans: one per unit and kind of interval that the variants asked for have, in the order of the definition.
 *
 * Throws: `indicators.unknown-dimension`, `indicators.duplicate-dimension`, `indicators.unknown-area`, `indicators.area-not-in-composition`,
 * `indicators.no-area`, `indicators.no-period`, `indicators.wrong-period`, `indicators.unknown-variant`, `indicators.unknown-parameter`, `indicators.wrong-parameter`; all problems at once.
 */
export function planRequest(
  request: FigureRequest,
  regio: Regio,
  definition: Definition,
): readonly FigurePlan[] {
  const problems: Problem[] = [];
  const leden = ledenVan(regio, request.samenstelling);
  checkDimensies(request, definition, problems);
  const gebieden = chooseGebieden(request, definition, regio, leden, problems);
  const asked = [...new Set(request.perioden)].flatMap((label) => readPeriode(label, definition, problems));
  const varianten = chooseVarianten(request, definition, problems).filter((variant) =>
    request.dimensies.every((dimensie) => canSplit(variant, dimensie)),
  );
  if (problems.length === 0 && varianten.length === 0) problems.push(cannotSplit(request, definition));
  const parameters = chooseParameters(request, regio, definition, problems);
  if (problems.length === 0) problems.push(...nothingAsked(gebieden, asked));
  if (problems.length > 0) throw new OperatorError(problems);
  const bases = asked.map((periode) => basisOf(periode, varianten, parameters, regio));
  const perioden = asked.map((periode, index) => planPeriode(periode, bases[index]));
  const meetperioden = uniqueByLabel([
    ...perioden,
    ...bases.flatMap((basis) => (basis === undefined ? [] : [planPeriode(basis)])),
  ]);
  return tablesOf(varianten, definition).map(({ eenheid, interval, varianten: own }) => {
    const terms = own.flatMap(({ teller, noemer }) => (noemer ? [teller, noemer] : [teller]));
    const grenzen = terms.some(({ maat }) => maat.endsWith('boven-grens'))
      ? { grenzen: grenzenVan(regio, parameters, meetperioden) }
      : {};
    return {
      indicator: definition.id,
      definitie: definition.geldigVanaf,
      eenheid,
      ...(interval === undefined ? {} : { interval }),
      dimensies: request.dimensies,
      varianten: own.map((variant) => planVariant(variant, parameters)),
      samenstelling: request.samenstelling,
      gebieden,
      leden,
      perioden,
      meetperioden,
      maten: [...new Map(terms.map((term) => [columnOf(term), planMaat(term)])).values()],
      parameters,
      ...grenzen,
      ...(parameters['norm-dagen'] === undefined ? {} : { normen: normenVan(request, regio, parameters) }),
      ...(terms.some(({ maat }) => MATEN[maat].bron === 'verschillen') ? { schalen: schalenVan(regio) } : {}),
      voorlopigheid: voorlopigheidVan(regio, perioden),
      breuken: breukenVan(regio, definition, request.samenstelling),
    };
  });
}

interface TableOf extends Pick<Variant, 'eenheid' | 'interval'> {
  readonly varianten: readonly Variant[];
}

/** Variants of one unit and one kind of interval make one table, in the order of the definition. */
function tablesOf(varianten: readonly Variant[], definition: Definition): readonly TableOf[] {
  const { interval } = definition;
  const kind = (variant: Variant): string => `${variant.eenheid} ${variant.interval ?? interval ?? ''}`;
  return [...new Set(varianten.map(kind))].map((one) => {
    const own = varianten.filter((variant) => kind(variant) === one);
    const [first] = own;
    const method = first?.interval ?? interval;
    return {
      eenheid: first?.eenheid ?? definition.eenheid,
      varianten: own,
      ...(method === undefined ? {} : { interval: method }),
    };
  });
}

function cannotSplit({ variant, dimensies }: FigureRequest, definition: Definition): Problem {
  return {
    code: 'indicators.unknown-dimension',
    subject: dimensies.join(', '),
    place: '--by',
    remedy:
      variant === undefined
        ? `no variant of ${definition.id} can be split by all of these together`
        : `variant ${variant} of ${definition.id} cannot be split by all of these`,
  };
}

/** The plan of a request whose variants are all in one unit. Throws: those of `planRequest`, and RangeError when there are several units. */
export function planFigures(request: FigureRequest, regio: Regio, definition: Definition): FigurePlan {
  const [plan, ...more] = planRequest(request, regio, definition);
  if (plan === undefined || more.length > 0)
    throw new RangeError(`${definition.id} has variants in several units: use planRequest`);
  return plan;
}

/** Norms of the region by type; one asked for in the request goes before them all. */
function normenVan(
  request: FigureRequest,
  regio: Regio,
  parameters: Parameters,
): Readonly<Record<string, number>> {
  const perType = request.parameters?.['norm-dagen'] === undefined ? regio.normen?.startDagen : undefined;
  return { standaard: Number(parameters['norm-dagen']), ...perType };
}

/** The period that this one is compared with: by growth in the base year, by costs a year earlier unless asked otherwise. */
function basisOf(
  periode: Periode,
  varianten: readonly Variant[],
  parameters: Parameters,
  regio: Regio,
): Periode | undefined {
  const growth = varianten.some(({ berekening }) => berekening === 'groei');
  if (!growth && parameters['vergelijk-met'] === undefined) return undefined;
  const lastYear = parameters['vergelijk-met'] === 'vorig-jaar';
  return periodeInJaar(periode, lastYear ? yearOf(periode.van) - 1 : regio.basisjaar);
}

function planVariant(variant: Variant, parameters: Parameters): PlanVariant {
  const { id, berekening, teller, noemer, over, naDagen, naloop, voorloop, minimum } = variant;
  return {
    id,
    berekening,
    teller: columnOf(teller),
    ...(noemer === undefined ? {} : { noemer: columnOf(noemer) }),
    ...(over === undefined ? {} : { over }),
    ...(naDagen === undefined ? {} : { naDagen }),
    ...(naloop === undefined ? {} : { naloopDagen: Number(parameters[naloop]) }),
    ...(voorloop === undefined ? {} : { voorloopDagen: Number(parameters[voorloop]) }),
    ...(minimum === undefined ? {} : { minimumNoemer: Number(parameters[minimum]) }),
  };
}

function nothingAsked(gebieden: readonly GebiedLeden[], perioden: readonly Periode[]): readonly Problem[] {
  const area: Problem = {
    code: 'indicators.no-area',
    subject: 'no area',
    place: '--area',
    remedy: 'name an area of regio.yaml; has the region gemeenten on 1 January of its publicatiejaar?',
  };
  const period: Problem = {
    code: 'indicators.no-period',
    subject: 'no period',
    place: '--year or --period',
    remedy: 'name a year, a quarter or two days',
  };
  return [...(gebieden.length === 0 ? [area] : []), ...(perioden.length === 0 ? [period] : [])];
}

function planPeriode(periode: Periode, basis?: Periode): PlanPeriode {
  return {
    label: periode.label,
    van: formatPlainDate(periode.van),
    tot: formatPlainDate(periode.tot),
    peiljaar: yearOf(periode.van),
    ...(basis === undefined ? {} : { basis: basis.label }),
  };
}

function planMaat(term: Term): PlanMaat {
  const { maat, redenen, duurklasse, soorten } = term;
  return {
    kolom: columnOf(term),
    maat,
    bron: MATEN[maat].bron,
    ...(redenen === undefined ? {} : { redenen }),
    ...(duurklasse === undefined ? {} : { duurklasse }),
    ...(soorten === undefined ? {} : { soorten }),
  };
}

/** `clienten_boven_grens`, `eindes_32_33`, `lopend_4j_plus`. */
function columnOf({ maat, redenen, duurklasse, soorten = [] }: Term): string {
  const klasse = duurklasse === undefined ? [] : duurklasse.replace('+', '-plus').split('-');
  const codes = soorten.toSorted().map((soort) => soort.replaceAll('-', '_').toLowerCase());
  return [...maat.split('-'), ...(redenen?.toSorted() ?? []), ...klasse, ...codes].join('_');
}

function uniqueByLabel(perioden: readonly PlanPeriode[]): readonly PlanPeriode[] {
  return [...new Map(perioden.toReversed().map((periode) => [periode.label, periode])).values()].toReversed();
}

function checkDimensies(request: FigureRequest, definition: Definition, problems: Problem[]): void {
  request.dimensies.forEach((dimensie, index) => {
    if (!definition.dimensies.includes(dimensie)) {
      problems.push({
        code: 'indicators.unknown-dimension',
        subject: dimensie,
        place: '--by',
        remedy: `${definition.id} can be split by: ${definition.dimensies.join(', ')}.${didYouMean(dimensie, definition.dimensies)}`,
      });
    } else if (request.dimensies.indexOf(dimensie) !== index) {
      problems.push({
        code: 'indicators.duplicate-dimension',
        subject: dimensie,
        place: '--by',
        remedy: 'name each dimension once',
      });
    }
  });
}

/** Areas that CBS publishes outside the region: the country, parts of it, other regions and gemeenten. */
const CBS_GEBIED = /^(NL|LD|PV|JZ|GM)\d{2,4}$/;
const NEDERLAND: GebiedLeden = { code: 'NL01', gemeenten: [], extern: true };

function chooseGebieden(
  request: FigureRequest,
  definition: Definition,
  regio: Regio,
  leden: readonly Lid[],
  problems: Problem[],
): readonly GebiedLeden[] {
  const known = gebiedenVan(regio, leden).filter(({ gemeenten }) => gemeenten.length > 0);
  const cbs = definition.varianten.some(({ teller }) => MATEN[teller.maat].bron === 'cbs');
  if (request.gebieden === undefined) return cbs ? [...known, NEDERLAND] : known;
  return [...new Set(request.gebieden)].flatMap((code) => {
    const gebied = known.find((candidate) => candidate.code === code);
    if (gebied !== undefined) return [gebied];
    if (cbs && CBS_GEBIED.test(code)) return [{ code, gemeenten: [], extern: true }];
    const codes = known.map((candidate) => candidate.code);
    problems.push(
      regio.gemeenten.some((gemeente) => gemeente.code === code)
        ? {
            code: 'indicators.area-not-in-composition',
            subject: code,
            place: '--area',
            remedy: `it is no part of the region on 1 January ${regio.publicatiejaar}; ask for it with --composition actual`,
          }
        : {
            code: 'indicators.unknown-area',
            subject: code,
            place: '--area',
            remedy: `expected any of: ${codes.join(', ')}.${didYouMean(code, codes)}`,
          },
    );
    return [];
  });
}

function readPeriode(label: string, definition: Definition, problems: Problem[]): readonly Periode[] {
  const periode = parsePeriode(label);
  if (periode !== undefined && definition.perioden.includes(periode.soort)) return [periode];
  problems.push({
    code: 'indicators.wrong-period',
    subject: label,
    place: '--year or --period',
    remedy:
      periode === undefined
        ? 'give a year (2024), a quarter (2024-Q2) or two days (2022-10-01/2023-09-30), the first not after the second'
        : `${definition.id} exists per ${definition.perioden.join(', ')}`,
  });
  return [];
}

function chooseVarianten(
  request: FigureRequest,
  definition: Definition,
  problems: Problem[],
): readonly Variant[] {
  const ids = definition.varianten.map(({ id }) => id);
  if (request.variant !== undefined && !ids.includes(request.variant)) {
    problems.push({
      code: 'indicators.unknown-variant',
      subject: request.variant,
      place: '--variant',
      remedy: ids.some((id) => id !== '')
        ? `${definition.id} has: ${ids.join(', ')}.${didYouMean(request.variant, ids)}`
        : `${definition.id} has no variants: leave --variant out`,
    });
  }
  return definition.varianten.filter(({ id }) => request.variant === undefined || id === request.variant);
}

function chooseParameters(
  request: FigureRequest,
  regio: Regio,
  definition: Definition,
  problems: Problem[],
): Parameters {
  const given = request.parameters ?? {};
  const names = definition.parameters.map(({ naam }) => naam);
  for (const [naam, value] of Object.entries(given)) {
    const known = names.find((candidate) => candidate === naam);
    const remedy =
      known === undefined
        ? names.length === 0
          ? `${definition.id} has no parameters`
          : `${definition.id} has: ${names.join(', ')}.${didYouMean(naam, names)}`
        : parameterRemedy(known, value);
    if (remedy === undefined) continue;
    const code = known === undefined ? 'indicators.unknown-parameter' : 'indicators.wrong-parameter';
    problems.push({ code, subject: naam, place: '--param', remedy });
  }
  return Object.fromEntries(
    definition.parameters.map(({ naam, standaard }) => {
      const parameter = PARAMETERS[naam];
      const fromRegio = parameter.soort === 'getal' ? parameter.vanRegio?.(regio) : undefined;
      return [naam, given[naam] ?? fromRegio ?? standaard];
    }),
  );
}
