// SPDX-License-Identifier: EUPL-1.2
import { DIMENSIES, type Dimensie, type ReleaseGebied } from '../../contract/index.ts';
import type { Axis, LiveTableSpec } from '../axis-items.ts';
import { areasFigure, regionFigure } from '../client-figures.ts';
import type { Block, FigureBlock } from '../document.ts';
import { type Edition, gemeentenOf } from '../edition.ts';
import { VORMEN } from '../figure-format.ts';
import { FIGUUR_VORMEN, figureOf, MOST_SERIES, seriesIn } from '../figure-forms.ts';
import { liveTable, missingTable } from '../live-table.ts';
import { thresholdTable } from '../threshold-table.ts';
import type { ChapterContext } from './chapter-context.ts';
import type { Directive } from './directive.ts';
import { areaOf, refused, refusedUnknown } from './figure-request.ts';
import { yearRange } from './year-words.ts';

const OWN_OPTIONS = [
  'by',
  'per',
  'gebied',
  'gebieden',
  'jaar',
  'jaren',
  'perioden',
  'variant',
  'varianten',
  'waarden',
  'vorm',
  'totaal',
  'nadruk',
  'titel',
];
const OTHER_AXES = ['gebied', 'variant', 'kwartaal'] as const;

/** The numbered table or figure that a chapter asks for; nothing, with a problem, when the release cannot give it. */
export function liveBlock(context: ChapterContext, directive: Directive): Block[] {
  const [kind, ...words] = directive.words;
  const gebieden = areasOf(context, directive);
  const jaren = yearsOf(context, directive);
  if (!gebieden || !jaren) return [];
  const { edition, numbering } = context;
  if (kind === 'tabel') {
    if (words.join(' ') === 'kosten-boven-grens' && !directive.options.has('by')) {
      if (edition.figures.table('kosten-boven-grens')) {
        return [thresholdTable(edition, numbering.nextTable(), gebieden)];
      }
      refusedUnknown(context, directive);
      return [];
    }
    const spec = specOf(context, directive, words, gebieden, jaren);
    if (!spec || !isShown(context, directive, spec)) return [];
    return [liveTable(edition, { ...spec, number: numbering.nextTable() }).block];
  }
  const figure = liveFigure(context, directive, words, gebieden, jaren);
  return figure ? [figure] : [];
}

function liveFigure(
  context: ChapterContext,
  directive: Directive,
  words: readonly string[],
  gebieden: readonly ReleaseGebied[],
  jaren: readonly number[],
): FigureBlock | undefined {
  const { edition, numbering } = context;
  if (words.join(' ') === 'clienten uitgaven-per-client') {
    if (!edition.figures.table('clienten') || !edition.figures.table('uitgaven-per-client'))
      return refusedUnknown(context, directive);
    return clientsFigure(edition, () => String(numbering.nextFigure()), gebieden);
  }
  const [form, ...indicatoren] = words;
  const vorm = FIGUUR_VORMEN.find((known) => known === form);
  if (!vorm) {
    const remedy = `expected {{ figuur clienten uitgaven-per-client … }}, or first a form: ${FIGUUR_VORMEN.join(', ')}`;
    return refused(context, directive, 'report.unknown-figure', directive.source, remedy);
  }
  const spec = specOf(context, directive, indicatoren, gebieden, jaren);
  if (!spec || !isShown(context, directive, spec)) return undefined;
  const table = liveTable(edition, spec);
  const series = seriesIn(table.block, vorm);
  if (series > MOST_SERIES[vorm]) {
    const remedy = `${vorm} can show ${MOST_SERIES[vorm]} series apart, and this has ${series}; ask for fewer years, areas or values, or for a table`;
    return refused(context, directive, 'report.too-many-series', directive.source, remedy);
  }
  if (vorm === 'kaart' && (spec.by !== 'gebied' || gebieden.some(({ tegel }) => tegel === undefined))) {
    const remedy =
      'a map needs by=gebied gebieden=gemeenten, and a place for every gemeente (tegel in regio.yaml)';
    return refused(context, directive, 'report.no-map', directive.source, remedy);
  }
  const drawable = { ...table, gebieden: spec.by === 'gebied' ? gebieden : [] };
  return figureOf(edition, drawable, vorm, numbering.nextFigure());
}

/** What the directive asks for; undefined, with a problem, when it cannot be understood. */
function specOf(
  context: ChapterContext,
  directive: Directive,
  indicatoren: readonly string[],
  gebieden: readonly ReleaseGebied[],
  jaren: readonly number[],
): LiveTableSpec | undefined {
  const { options } = directive;
  const vast: Partial<Record<Dimensie, string>> = {};
  for (const [key, value] of options) {
    const dimensie = DIMENSIES.find((known) => known === key);
    if (dimensie) vast[dimensie] = value;
    else if (!OWN_OPTIONS.includes(key)) {
      const remedy = `expected one of: ${[...OWN_OPTIONS, ...DIMENSIES].join(', ')}`;
      return refused(context, directive, 'report.unknown-option', key, remedy);
    }
  }
  const by = axisOf(context, directive, 'by') ?? (options.has('by') ? undefined : 'gebied');
  const per = axisOf(context, directive, 'per');
  if (!by || (options.has('per') && !per)) return undefined;
  const variant = options.get('variant');
  const vorm = VORMEN.find((known) => known === options.get('vorm'));
  const titel = options.get('titel');
  return {
    indicatoren,
    by,
    ...(per === undefined ? {} : { per }),
    ...(variant === undefined ? {} : { variant }),
    ...listOption(directive, 'varianten'),
    ...listOption(directive, 'waarden'),
    ...listOption(directive, 'nadruk'),
    vast,
    gebieden,
    jaren,
    kwartalen: options.get('perioden') === 'kwartalen',
    totaal: options.get('totaal') !== 'nee',
    ...(vorm === undefined ? {} : { vorm }),
    ...(titel === undefined ? {} : { titel }),
    number: 0,
  };
}

function listOption(
  { options }: Directive,
  name: 'varianten' | 'waarden' | 'nadruk',
): Partial<Record<typeof name, string[]>> {
  const value = options.get(name);
  return value === undefined ? {} : { [name]: value.split(',') };
}

function axisOf(context: ChapterContext, directive: Directive, option: 'by' | 'per'): Axis | undefined {
  const asked = directive.options.get(option);
  if (asked === undefined) return undefined;
  const known = [...OTHER_AXES, ...DIMENSIES].find((axis) => axis === asked);
  if (known) return known;
  const remedy = `expected one of: ${[...OTHER_AXES, ...DIMENSIES].join(', ')}`;
  return refused(context, directive, 'report.unknown-option', `${option}=${asked}`, remedy);
}

/** Whether the release holds the figures, and shows at least one of them. */
function isShown(context: ChapterContext, directive: Directive, spec: LiveTableSpec): boolean {
  if (spec.indicatoren.length === 0 || missingTable(context.edition, spec) !== undefined) {
    refusedUnknown(context, directive);
    return false;
  }
  const { table } = liveTable(context.edition, spec).block;
  if (table.rows.some(({ cells }) => cells.some(({ waarde }) => waarde !== null))) return true;
  refused(
    context,
    directive,
    'report.figure-not-shown',
    `${directive.source} has nothing to show`,
    'put it between [[ and ]], so that it is left out where every figure is hidden or unknown',
  );
  return false;
}

function clientsFigure(
  edition: Edition,
  nextNumber: () => string,
  gebieden: readonly ReleaseGebied[],
): FigureBlock {
  const { figuur } = edition.text;
  const [only] = gebieden;
  if (only && gebieden.length === 1 && only.code === edition.regio.code)
    return regionFigure(edition, nextNumber());
  const title = gebieden.length > 2 ? figuur.clientenEnUitgavenGemeenten : figuur.clientenEnUitgaven;
  return areasFigure(edition, nextNumber(), title, gebieden);
}

/** Areas of `gebieden=hier,groep`; `gemeenten` stands for every gemeente of the region. */
function areasOf(context: ChapterContext, directive: Directive): ReleaseGebied[] | undefined {
  const names = (directive.options.get('gebieden') ?? directive.options.get('gebied') ?? 'hier').split(',');
  const areas = names.flatMap((name) =>
    name === 'gemeenten' ? gemeentenOf(context.edition) : [areaOf(context, directive, name)],
  );
  const known = areas.filter((area) => area !== undefined);
  return known.length === areas.length ? known : undefined;
}

/** Years of `jaren=2020-2024` or `jaar=2024`, as far as the release has them; every year when none are named. */
function yearsOf(context: ChapterContext, directive: Directive): number[] | undefined {
  const all = context.edition.release.jaren;
  const asked = directive.options.get('jaren') ?? directive.options.get('jaar');
  if (asked === undefined) return directive.options.has('per') ? [context.edition.release.jaar] : [...all];
  const range = yearRange(asked, context.edition.release.jaar);
  const years = all.filter((jaar) => range && jaar >= range[0] && jaar <= range[1]);
  const complete = range !== undefined && years.length === range[1] - range[0] + 1;
  return complete
    ? years
    : refused(
        context,
        directive,
        'report.unknown-years',
        asked,
        `this release holds the years ${all[0]} to ${all.at(-1)}`,
      );
}
