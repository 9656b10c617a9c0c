// SPDX-License-Identifier: EUPL-1.2
import type { Problem, Regio } from '../contract/index.ts';
import { formatPlainDate, OperatorError, yearOf } from '../contract/index.ts';
import { didYouMean } from '../policy/index.ts';
import type { Definition, Term } from './definition.ts';
import type { FigurePlan, FigureRequest, PlanMaat, PlanPeriode, PlanVariant } from './figure-plan.ts';
import { MATEN, PARAMETERS, type ParameterNaam, type ParameterWaarde, parameterRemedy } from './maat.ts';
import { type Periode, parsePeriode, periodeInJaar } from './periode.ts';
import { type GebiedLeden, gebiedenVan, type Lid, ledenVan } from './samenstelling.ts';

/**
 * Turns a request into a plan.
 *
 * Throws: `indicators.unknown-dimension`, `indicators.duplicate-dimension`, `indicators.unknown-area`, `indicators.area-not-in-composition`,
 * `indicators.no-area`, `indicators.no-period`, `indicators.wrong-period`, `indicators.unknown-variant`, `indicators.unknown-parameter`, `indicators.wrong-parameter`; all problems at once.
 */
export function planFigures(request: FigureRequest, regio: Regio, definition: Definition): FigurePlan {
  const problems: Problem[] = [];
  const leden = ledenVan(regio, request.samenstelling);
  checkDimensies(request, definition, problems);
  const gebieden = chooseGebieden(request, regio, leden, problems);
  const asked = [...new Set(request.perioden)].flatMap((label) => readPeriode(label, definition, problems));
  const varianten = chooseVarianten(request, definition, problems);
  const parameters = chooseParameters(request, regio, definition, problems);
  if (problems.length === 0) problems.push(...nothingAsked(gebieden, asked));
  if (problems.length > 0) throw new OperatorError(problems);
  const growth = varianten.some(({ berekening }) => berekening === 'groei');
  const bases = growth ? asked.map((periode) => periodeInJaar(periode, regio.basisjaar)) : [];
  const terms = definition.varianten
    .filter(({ id }) => varianten.some((variant) => variant.id === id))
    .flatMap(({ teller, noemer }) => (noemer ? [teller, noemer] : [teller]));
  const perioden = asked.map((periode, index) => planPeriode(periode, bases[index]));
  return {
    indicator: definition.id,
    definitie: definition.geldigVanaf,
    eenheid: definition.eenheid,
    ...(definition.interval === undefined ? {} : { interval: definition.interval }),
    dimensies: request.dimensies,
    varianten,
    samenstelling: request.samenstelling,
    gebieden,
    leden,
    perioden,
    meetperioden: uniqueByLabel([...perioden, ...bases.map((basis) => planPeriode(basis))]),
    maten: [...new Map(terms.map((term) => [columnOf(term), planMaat(term)])).values()],
    bron: MATEN[terms[0]?.maat ?? 'clienten'].bron,
    parameters,
    ...(definition.naloop === undefined ? {} : { naloopDagen: Number(parameters[definition.naloop]) }),
    ...(definition.voorloop === undefined ? {} : { voorloopDagen: Number(parameters[definition.voorloop]) }),
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
  const { maat, redenen } = term;
  return { kolom: columnOf(term), maat, ...(redenen === undefined ? {} : { redenen }) };
}

/** `clienten_boven_grens`, `eindes_32_33`. */
function columnOf({ maat, redenen }: Term): string {
  return [...maat.split('-'), ...(redenen?.toSorted() ?? [])].join('_');
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

function chooseGebieden(
  request: FigureRequest,
  regio: Regio,
  leden: readonly Lid[],
  problems: Problem[],
): readonly GebiedLeden[] {
  const known = gebiedenVan(regio, leden).filter(({ gemeenten }) => gemeenten.length > 0);
  if (request.gebieden === undefined) return known;
  return [...new Set(request.gebieden)].flatMap((code) => {
    const gebied = known.find((candidate) => candidate.code === code);
    if (gebied !== undefined) return [gebied];
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
): readonly PlanVariant[] {
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
  return definition.varianten
    .filter(({ id }) => request.variant === undefined || id === request.variant)
    .map(({ id, berekening, teller, noemer }) => ({
      id,
      berekening,
      teller: columnOf(teller),
      ...(noemer === undefined ? {} : { noemer: columnOf(noemer) }),
    }));
}

function chooseParameters(
  request: FigureRequest,
  regio: Regio,
  definition: Definition,
  problems: Problem[],
): Partial<Record<ParameterNaam, ParameterWaarde>> {
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
    problems.push({ code, subject: naam, place: 'parameters', remedy });
  }
  return Object.fromEntries(
    definition.parameters.map(({ naam, standaard }) => {
      const parameter = PARAMETERS[naam];
      const fromRegio = parameter.soort === 'getal' ? parameter.vanRegio?.(regio) : undefined;
      return [naam, given[naam] ?? fromRegio ?? standaard];
    }),
  );
}
