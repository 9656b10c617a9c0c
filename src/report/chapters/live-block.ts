// SPDX-License-Identifier: EUPL-1.2
import { DIMENSIES, type Dimensie, type ReleaseGebied } from '../../contract/index.ts';
import { areasFigure, regionFigure } from '../client-figures.ts';
import type { Block, FigureBlock, TableBlock } from '../document.ts';
import { type Edition, gemeentenOf } from '../edition.ts';
import { figureFormat } from '../figure-format.ts';
import { FIGUUR_VORMEN, figureOf, MOST_SERIES, seriesIn } from '../figure-forms.ts';
import { splitTable } from '../split-table.ts';
import { thresholdTable } from '../threshold-table.ts';
import { typeCounts, typeGrowth } from '../type-tables.ts';
import { yearTable } from '../year-table.ts';
import type { ChapterContext } from './chapter-context.ts';
import type { Directive } from './directive.ts';
import { areaOf, refused, refusedUnknown } from './figure-request.ts';
import { yearRange } from './year-words.ts';

/** The numbered table or figure that a chapter asks for; nothing, with a problem, when the release cannot give it. */
export function liveBlock(context: ChapterContext, directive: Directive): Block[] {
  const gebieden = areasOf(context, directive);
  const jaren = yearsOf(context, directive);
  if (!gebieden || !jaren) return [];
  const [kind, ...words] = directive.words;
  const asked: Asked = { context, directive, gebieden, jaren };
  const made =
    kind === 'tabel'
      ? liveTable(asked, words, () => context.numbering.nextTable())
      : liveFigure(asked, words);
  return made ? [made] : [];
}

interface Asked {
  readonly context: ChapterContext;
  readonly directive: Directive;
  readonly gebieden: readonly ReleaseGebied[];
  readonly jaren: readonly number[];
}

function liveTable(
  asked: Asked,
  indicatoren: readonly string[],
  nextNumber: () => number,
): TableBlock | undefined {
  const { context, directive, gebieden, jaren } = asked;
  const { edition } = context;
  const [indicator = ''] = indicatoren;
  const by = directive.options.get('by');
  const whole = jaren.length === edition.release.jaren.length && indicatoren.length === 1;
  if (indicator === 'clienten' && by === 'type' && whole) return typeCounts(edition, nextNumber(), gebieden);
  if (indicator === 'clienten-groei' && by === 'type' && whole)
    return typeGrowth(edition, nextNumber(), gebieden);
  if (indicator === 'kosten-boven-grens' && by === undefined)
    return thresholdTable(edition, nextNumber(), gebieden);
  const dimensie = DIMENSIES.find((known) => known === by);
  if (by !== undefined && by !== 'gebied' && !dimensie) {
    const remedy = `expected one of: gebied, ${DIMENSIES.join(', ')}`;
    return refused(context, directive, 'report.unknown-option', `by=${by}`, remedy);
  }
  if (
    indicatoren.some((id) => !edition.figures.table(id, ...dimensiesOf(dimensie))) ||
    indicatoren.length === 0
  ) {
    return refusedUnknown(context, directive);
  }
  return dimensie
    ? dimensionTable(asked, indicator, dimensie, nextNumber())
    : areaTable(asked, indicatoren, nextNumber());
}

function dimensionTable(
  { context, directive, gebieden, jaren }: Asked,
  indicator: string,
  dimensie: Dimensie,
  number: number,
): TableBlock {
  const { edition } = context;
  const { text } = edition;
  const variant = directive.options.get('variant');
  const eenheid = edition.figures.table(indicator, dimensie)?.eenheid ?? 'aandeel';
  return splitTable(edition, {
    indicator,
    ...(variant === undefined ? {} : { variant }),
    dimensie,
    gebieden,
    jaren,
    number,
    title:
      directive.options.get('titel') ??
      text.tabel.per(text.indicatoren[indicator] ?? indicator, text.dimensies[dimensie].naam.toLowerCase()),
    unit: text.tabel.perJaar(text.ods.eenheden[eenheid]),
    format: figureFormat(edition, eenheid, eenheid === 'aandeel' ? 'tiende' : undefined),
    overlap: eenheid === 'unieke cliënten' && dimensie !== 'leeftijd' && dimensie !== 'geslacht',
  });
}

function areaTable(
  { context, directive, gebieden, jaren }: Asked,
  indicatoren: readonly string[],
  number: number,
): TableBlock {
  const { edition } = context;
  const variant = directive.options.get('variant');
  const [indicator = ''] = indicatoren;
  return yearTable(edition, {
    indicatoren,
    ...(variant === undefined ? {} : { variant }),
    gebieden,
    jaren,
    number,
    title: directive.options.get('titel') ?? edition.text.indicatoren[indicator] ?? indicator,
  });
}

function liveFigure(asked: Asked, words: readonly string[]): FigureBlock | undefined {
  const { context, directive, gebieden, jaren } = asked;
  const { edition, numbering } = context;
  if (words.join(' ') === 'clienten uitgaven-per-client')
    return clientsFigure(edition, String(numbering.nextFigure()), gebieden);
  const [form, ...indicatoren] = words;
  const vorm = FIGUUR_VORMEN.find((known) => known === form);
  if (!vorm) {
    const remedy = `expected {{ figuur clienten uitgaven-per-client … }}, or first a form: ${FIGUUR_VORMEN.join(', ')}`;
    return refused(context, directive, 'report.unknown-figure', directive.source, remedy);
  }
  const table = liveTable(asked, indicatoren, () => 0);
  if (!table) return undefined;
  if (seriesIn(table, vorm) > MOST_SERIES[vorm]) {
    const remedy = `${vorm} can show ${MOST_SERIES[vorm]} series apart; ask for fewer years or areas, or for a table`;
    return refused(context, directive, 'report.too-many-series', directive.source, remedy);
  }
  const variant = directive.options.get('variant');
  const fractions = gebieden.map(({ code }) => {
    const row = edition.figures.find({
      indicator: indicatoren[0] ?? '',
      ...(variant === undefined ? {} : { variant }),
      gebied: code,
      jaar: jaren[0] ?? edition.release.jaar,
    });
    return row && row.teller !== null && row.noemer !== null
      ? { teller: row.teller, noemer: row.noemer }
      : undefined;
  });
  return figureOf(edition, table, vorm, numbering.nextFigure(), fractions);
}

function clientsFigure(edition: Edition, number: string, gebieden: readonly ReleaseGebied[]): FigureBlock {
  const { figuur } = edition.text;
  const [only] = gebieden;
  if (only && gebieden.length === 1 && only.code === edition.regio.code) return regionFigure(edition, number);
  const title = gebieden.length > 2 ? figuur.clientenEnUitgavenGemeenten : figuur.clientenEnUitgaven;
  return areasFigure(edition, number, title, gebieden);
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
  if (asked === undefined) return [...all];
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

function dimensiesOf(dimensie: Dimensie | undefined): Dimensie[] {
  return dimensie === undefined ? [] : [dimensie];
}
