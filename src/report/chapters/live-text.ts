// SPDX-License-Identifier: EUPL-1.2
import { wilsonInterval } from '../../contract/index.ts';
import { areaName } from '../area-names.ts';
import { figureFormat } from '../figure-format.ts';
import { changeWords } from './change-words.ts';
import type { ChapterContext } from './chapter-context.ts';
import type { Directive } from './directive.ts';
import { areaOf, figureRequest, refused, shownFigure, yearAsked } from './figure-request.ts';

/** What a live figure says in a sentence; empty, with a problem, when it cannot say it. */
export function liveText(context: ChapterContext, directive: Directive): string {
  const [first = '', second = ''] = directive.words;
  switch (first) {
    case 'verschil':
      return change(context, second, directive);
    case 'citaat':
      return quotation(context, second, directive);
    case 'naam':
      return name(context, directive);
    case 'jaar':
      return String(context.edition.release.jaar + Number(second === '' ? 0 : second));
    case 'status':
      return context.edition.text.status[context.edition.release.status].naam;
    case 'fictief':
      return onlyFictional(context, directive);
    case 'grens':
      return context.edition.notation.euro(context.edition.release.drempels.kostenGrensCents);
    case 'interval':
      return interval(context, second, directive);
    default:
      return figure(context, first, directive);
  }
}

function name(context: ChapterContext, directive: Directive): string {
  const gebied = areaOf(context, directive);
  return gebied ? areaName(context.edition, gebied) : '';
}

/** Nothing, in a release about made-up people; in any other the passage around it is left out. */
function onlyFictional(context: ChapterContext, directive: Directive): string {
  if (!context.edition.release.fictief) {
    const remedy = 'put what only holds for a demonstration between [[ and ]]';
    refused(context, directive, 'report.not-in-release', 'the release is about real people', remedy);
  }
  return '';
}

function figure(context: ChapterContext, indicator: string, directive: Directive): string {
  const request = figureRequest(context, indicator, directive);
  const row = request && shownFigure(context, request, directive);
  return request && row ? figureFormat(context.edition, request.eenheid, request.vorm)(row.waarde) : '';
}

function change(context: ChapterContext, indicator: string, directive: Directive): string {
  const request = figureRequest(context, indicator, directive);
  if (!request) return '';
  const tegen = yearAsked(context, directive, 'tegen', request.key.jaar - 1);
  if (tegen === undefined) return '';
  const earlier = { ...request, key: { ...request.key, jaar: tegen } };
  const now = shownFigure(context, request, directive);
  const before = shownFigure(context, earlier, directive);
  if (!now || !before) return '';
  const form = directive.options.get('vorm') === 'getal' ? 'getal' : 'werkwoord';
  return changeWords(context.edition, request, [before.waarde, now.waarde], [tegen, request.key.jaar], form);
}

function quotation(context: ChapterContext, number: string, directive: Directive): string {
  const bron = directive.options.get('bron');
  if (number !== '' && bron) return context.edition.text.verschil.citaat(number, bron);
  refused(
    context,
    directive,
    'report.quotation-without-source',
    directive.source,
    'write {{ citaat "1.234" bron="who, what, when" }}',
  );
  return '';
}

function interval(context: ChapterContext, indicator: string, directive: Directive): string {
  const request = figureRequest(context, indicator, directive);
  const row = request && shownFigure(context, request, directive);
  if (!request || !row) return '';
  if (request.eenheid !== 'aandeel' || row.teller === null || row.noemer === null) {
    const remedy = 'only a share whose numerator and denominator may both be shown has an interval';
    return refused(context, directive, 'report.no-interval', directive.source, remedy) ?? '';
  }
  const { ondergrens, bovengrens } = wilsonInterval(row.teller, row.noemer);
  const write = figureFormat(context.edition, request.eenheid, request.vorm);
  return context.edition.text.verschil.interval(write(ondergrens), write(bovengrens));
}
