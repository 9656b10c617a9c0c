// SPDX-License-Identifier: EUPL-1.2
import { DIMENSIES, type Dimensie, type ReleaseGebied } from '../../contract/index.ts';
import { areasFigure, regionFigure } from '../client-figures.ts';
import type { Block } from '../document.ts';
import { gemeentenOf } from '../edition.ts';
import { figureFormat } from '../figure-format.ts';
import { splitTable } from '../split-table.ts';
import { thresholdTable } from '../threshold-table.ts';
import { typeCounts, typeGrowth } from '../type-tables.ts';
import { yearTable } from '../year-table.ts';
import type { ChapterContext } from './chapter-context.ts';
import type { Directive } from './directive.ts';
import { areaOf, refused } from './figure-request.ts';

/** The numbered table or figure that a chapter asks for; nothing, with a problem, when the release cannot give it. */
export function liveBlock(context: ChapterContext, directive: Directive): Block[] {
  const gebieden = areasOf(context, directive);
  const jaren = yearsOf(context, directive);
  if (!gebieden || !jaren) return [];
  const made =
    directive.words[0] === 'tabel'
      ? liveTable(context, directive, gebieden, jaren)
      : liveFigure(context, directive, gebieden);
  return made ? [made] : [];
}

function liveTable(
  context: ChapterContext,
  directive: Directive,
  gebieden: readonly ReleaseGebied[],
  jaren: readonly number[],
): Block | undefined {
  const { edition, numbering } = context;
  const [, indicator = '', ...more] = directive.words;
  const by = directive.options.get('by');
  const whole = jaren.length === edition.release.jaren.length && more.length === 0;
  if (indicator === 'clienten' && by === 'type' && whole)
    return typeCounts(edition, numbering.nextTable(), gebieden);
  if (indicator === 'clienten-groei' && by === 'type' && whole)
    return typeGrowth(edition, numbering.nextTable(), gebieden);
  if (indicator === 'kosten-boven-grens' && by === undefined)
    return thresholdTable(edition, numbering.nextTable(), gebieden);
  const dimensie = DIMENSIES.find((known) => known === by);
  if (by !== undefined && by !== 'gebied' && !dimensie) {
    return refused(
      context,
      directive,
      'report.unknown-option',
      `by=${by}`,
      `expected one of: gebied, ${DIMENSIES.join(', ')}`,
    );
  }
  const indicatoren = [indicator, ...more];
  const missing = indicatoren.find((id) => !edition.figures.table(id, ...dimensiesOf(dimensie)));
  if (missing !== undefined) {
    const known = [
      ...new Set(edition.tables.map((table) => [table.indicator, ...table.dimensies].join(' by='))),
    ];
    return refused(
      context,
      directive,
      'report.unknown-figure',
      directive.source,
      `this release holds: ${known.join(', ')}`,
    );
  }
  const variant = directive.options.get('variant');
  const table = edition.figures.table(indicator, ...dimensiesOf(dimensie));
  const eenheid = table?.eenheid ?? 'aandeel';
  const name = edition.text.indicatoren[indicator] ?? indicator;
  const title = directive.options.get('titel');
  if (dimensie) {
    return splitTable(edition, {
      indicator,
      ...(variant === undefined ? {} : { variant }),
      dimensie,
      gebieden,
      jaren,
      number: numbering.nextTable(),
      title: title ?? edition.text.tabel.per(name, edition.text.dimensies[dimensie].naam.toLowerCase()),
      unit: edition.text.tabel.perJaar(edition.text.ods.eenheden[eenheid]),
      format: figureFormat(edition, eenheid, eenheid === 'aandeel' ? 'tiende' : undefined),
      overlap: eenheid === 'unieke cliënten' && dimensie !== 'leeftijd' && dimensie !== 'geslacht',
    });
  }
  return yearTable(edition, {
    indicatoren,
    ...(variant === undefined ? {} : { variant }),
    gebieden,
    jaren,
    number: numbering.nextTable(),
    title: title ?? name,
  });
}

function liveFigure(
  context: ChapterContext,
  directive: Directive,
  gebieden: readonly ReleaseGebied[],
): Block | undefined {
  const { edition, numbering } = context;
  const wanted = directive.words.slice(1).join(' ');
  if (wanted !== 'clienten uitgaven-per-client') {
    return refused(
      context,
      directive,
      'report.unknown-figure',
      directive.source,
      'expected: {{ figuur clienten uitgaven-per-client gebieden=… }}',
    );
  }
  const [only] = gebieden;
  const number = String(numbering.nextFigure());
  const { figuur } = edition.text;
  if (only && gebieden.length === 1 && only.code === edition.regio.code) return regionFigure(edition, number);
  return areasFigure(
    edition,
    number,
    gebieden.length > 2 ? figuur.clientenEnUitgavenGemeenten : figuur.clientenEnUitgaven,
    gebieden,
  );
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
  const [from = Number.NaN, to = from] = asked.split('-').map(Number);
  const years = all.filter((jaar) => jaar >= from && jaar <= to);
  const complete = Number.isInteger(from) && Number.isInteger(to) && years.length === to - from + 1;
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
