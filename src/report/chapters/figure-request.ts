// SPDX-License-Identifier: EUPL-1.2
import {
  DIMENSIES,
  type Dimensie,
  type FigureRow,
  type GebiedCode,
  type ReleaseGebied,
  type Unit,
} from '../../contract/index.ts';
import type { Edition } from '../edition.ts';
import type { FigureKey } from '../figure-book.ts';
import { VORMEN, type Vorm } from '../figure-format.ts';
import type { ChapterContext } from './chapter-context.ts';
import { type Directive, showPlace } from './directive.ts';
import { yearOf } from './year-words.ts';

/** One figure that a chapter asks for. */
export interface FigureRequest {
  readonly key: FigureKey;
  readonly gebied: ReleaseGebied;
  readonly eenheid: Unit;
  readonly vorm?: Vorm;
}

const OWN_OPTIONS = ['gebied', 'jaar', 'periode', 'variant', 'vorm', 'tegen'];

/** What `{{ clienten gebied=JZ24 jaar=2024 type=pleegzorg }}` asks for; undefined, with a problem, when the release cannot know it. */
export function figureRequest(
  context: ChapterContext,
  indicator: string,
  directive: Directive,
): FigureRequest | undefined {
  const { edition } = context;
  const { options } = directive;
  const gebied = areaOf(context, directive);
  const jaar = yearAsked(context, directive, 'jaar', edition.release.jaar);
  if (jaar === undefined) return undefined;
  const split: Partial<Record<Dimensie, string>> = {};
  for (const [key, value] of options) {
    const dimensie = DIMENSIES.find((known) => known === key);
    if (dimensie) split[dimensie] = value;
    else if (!OWN_OPTIONS.includes(key)) {
      return refused(
        context,
        directive,
        'report.unknown-option',
        key,
        `expected one of: ${[...OWN_OPTIONS, ...DIMENSIES].join(', ')}`,
      );
    }
  }
  const table = edition.figures.table(indicator, Object.keys(split) as Dimensie[], options.get('variant'));
  if (!gebied) return undefined;
  if (!table) {
    return refusedUnknown(context, directive);
  }
  const vorm = VORMEN.find((known) => known === options.get('vorm'));
  const periode = options.get('periode');
  const variant = options.get('variant');
  return {
    key: {
      indicator,
      gebied: gebied.code,
      jaar,
      split,
      ...(variant ? { variant } : {}),
      ...(periode ? { periode } : {}),
    },
    gebied,
    eenheid: table.eenheid,
    ...(vorm ? { vorm } : {}),
  };
}

/** The figure itself; undefined, with a problem, when it is hidden or unknown: a sentence cannot be built on it. */
export function shownFigure(
  context: ChapterContext,
  request: FigureRequest,
  directive: Directive,
): (FigureRow & { readonly waarde: number }) | undefined {
  const row = context.edition.figures.find(request.key);
  if (row !== undefined && row.waarde !== null) return { ...row, waarde: row.waarde };
  const reasons = (row?.status ?? ['onbekend']).filter((status) => status !== 'normaal').join('+');
  return refused(
    context,
    directive,
    'report.figure-not-shown',
    `${directive.source} is ${reasons}`,
    'leave this sentence out, or ask for a larger area, a whole year or fewer splits; a protected figure cannot stand in a text',
  );
}

/** The area that a directive names, or the one the document is about. */
export function areaOf(
  context: ChapterContext,
  directive: Directive,
  name = directive.options.get('gebied'),
): ReleaseGebied | undefined {
  const { edition, hier, groep } = context;
  if (name === undefined || name === 'hier') return hier;
  if (name === 'groep') return groep;
  if (name === 'regio') return edition.regio;
  if (name === 'nederland') return nederland(edition);
  const { gebieden } = edition.release.samenstelling;
  const gebied = gebieden.find(({ code, naam }) => code === name || naam === name);
  return (
    gebied ??
    refused(
      context,
      directive,
      'report.unknown-area',
      name,
      `expected one of: hier, groep, regio, nederland, ${gebieden.map(({ code }) => code).join(', ')}`,
    )
  );
}

/** The country, as CBS codes it; only figures of CBS are about it. */
function nederland({ text }: Edition): ReleaseGebied {
  return { code: 'NL01' as GebiedCode, naam: text.tabel.nederland, soort: 'extern', gemeenten: [] };
}

/** The year that an option names. */
export function yearAsked(
  context: ChapterContext,
  directive: Directive,
  option: 'jaar' | 'tegen',
  otherwise: number,
): number | undefined {
  const word = directive.options.get(option);
  if (word === undefined) return otherwise;
  const remedy = 'expected a year such as 2024, nu (the year of the release) or nu-1';
  return (
    yearOf(word, context.edition.release.jaar) ??
    refused(context, directive, 'report.unknown-years', `${option}=${word}`, remedy)
  );
}

/** Notes that the release holds no such figure, and which it holds; an indicator that the product does not know at all is another problem. */
export function refusedUnknown(context: ChapterContext, directive: Directive): undefined {
  const known = directive.words.some((word) => context.edition.indicatoren.includes(word));
  const names = context.edition.tables.map(({ indicator, dimensies }) =>
    [indicator, ...dimensies].join(' by '),
  );
  const remedy = `this release holds: ${[...new Set(names)].join(', ')}`;
  return refused(
    context,
    directive,
    known ? 'report.not-in-release' : 'report.unknown-figure',
    directive.source,
    remedy,
  );
}

/** Notes a problem at a directive. */
export function refused(
  context: ChapterContext,
  directive: Directive,
  code: string,
  subject: string,
  remedy: string,
): undefined {
  context.problems.push({ code, subject, place: showPlace(directive.place), remedy });
  return undefined;
}
