// SPDX-License-Identifier: EUPL-1.2
import type { ReleaseGebied } from '../contract/index.ts';
import type { Block, Inline, KeyFigure } from './document.ts';
import { breaksIn, breakYear, cellOf, type Edition } from './edition.ts';

interface Measure {
  readonly indicator: string;
  readonly label: string;
  readonly format: (value: number) => string;
}

/** Four numbers that say how large it all is, with the year before and a warning where the two cannot be compared. */
export function keyFigures(edition: Edition, gebied: ReleaseGebied): Block {
  const { text, notation, release } = edition;
  const measures: readonly Measure[] = [
    { indicator: 'clienten', label: text.kern.clienten, format: notation.count },
    { indicator: 'uitgaven', label: text.kern.uitgaven, format: notation.euroMillions },
    { indicator: 'uitgaven-per-client', label: text.kern.perClient, format: notation.euro },
    { indicator: 'aanbieders', label: text.kern.aanbieders, format: notation.count },
  ];
  return {
    kind: 'keyFigures',
    title: text.kern.titel(gebied.naam, release.jaar),
    items: measures
      .filter(({ indicator }) => edition.figures.table(indicator))
      .map((measure) => keyFigure(edition, gebied, measure)),
  };
}

function keyFigure(edition: Edition, gebied: ReleaseGebied, measure: Measure): KeyFigure {
  const { text, release } = edition;
  const at = (jaar: number) =>
    cellOf(edition, { indicator: measure.indicator, gebied: gebied.code, jaar }, measure.format);
  const before = release.jaar - 1;
  const broken = breaksIn(edition, gebied).some((breuk) => breakYear(breuk) === release.jaar);
  return {
    label: measure.label,
    value: at(release.jaar).text,
    ...(release.jaren.includes(before) ? { earlier: text.kern.vorig(before, at(before).text) } : {}),
    ...(broken ? { warning: text.kern.nietVergelijkbaar } : {}),
  };
}

/** What happened to clients and spending per client since the year before, never stronger than the figures; empty when one of them is hidden. */
export function changeSentences(edition: Edition, gebied: ReleaseGebied): Inline[] {
  const { text, taal, release, notation } = edition;
  const now = release.jaar;
  const before = now - 1;
  const value = (indicator: string, jaar: number, format: (value: number) => string) =>
    cellOf(edition, { indicator, gebied: gebied.code, jaar }, format);
  const clients = [now, before].map((jaar) => value('clienten', jaar, notation.count));
  const costs = [now, before].map((jaar) => value('uitgaven-per-client', jaar, notation.euro));
  const known = (cells: typeof clients) => cells.every(({ waarde }) => waarde !== null);
  const breaks = breaksIn(edition, gebied).filter((breuk) => breakYear(breuk) === now);
  return [
    known(clients)
      ? text.zin.clienten(gebied.naam, now, clients[0]?.text ?? '', before, clients[1]?.text ?? '')
      : '',
    known(costs) ? text.zin.perClient(now, costs[0]?.text ?? '', before, costs[1]?.text ?? '') : '',
    ...breaks.map((breuk) => text.zin.breuk(breuk.oorzaak[taal])),
  ]
    .filter((sentence) => sentence !== '')
    .flatMap((sentence, index) => (index === 0 ? [sentence] : [' ', sentence]));
}
