// SPDX-License-Identifier: EUPL-1.2
import { figureTexts, type Taal } from '../../text/index.ts';
import type { FigureData } from '../figure/figure-data.ts';
import { choicesHtml } from '../figure/figure-html.ts';
import { type Keuze, readKeuze, TABS, type Tab, writeKeuze } from '../figure/keuze.ts';
import { type Adres, placeOf } from './address.ts';
import { bindChoices, type Choices } from './choices.ts';
import { bindDownloads, releaseFigures } from './downloads.ts';
import { bindMarks } from './marks.ts';
import { type Painter, painterOf } from './painter.ts';
import { announce, part } from './parts.ts';
import { bindShare } from './share.ts';
import { bindTabs } from './tabs.ts';

/** A figure whose numbers are here. */
interface Live {
  readonly data: FigureData;
  /** What it shows when the address says nothing about it. */
  readonly usual: Keuze;
  readonly painter: Painter;
  choices: Choices | undefined;
  keuze: Keuze;
}

/** Brings a figure to life: its choices, its sides, its files. Numbers that the page does not carry are fetched when they are needed first. */
export function bindFigure(figure: HTMLElement, adres: Adres, inline: FigureData | undefined): void {
  const taal: Taal = document.documentElement.lang === 'en' ? 'en' : 'nl';
  const text = figureTexts(taal);
  const plaats = placeOf(figure);
  const fold = part<HTMLDetailsElement>(figure, 'aanpassen');
  const tabs = bindTabs(figure, text, chooseTab);
  const drawn = bindMarks(figure, text);
  let live: Live | undefined;
  if (inline !== undefined && inline.indicator === figure.dataset.indicator) live = liveWith(inline);
  bindShare(figure, text, () => location.href.replace(/#.*/, '') + (plaats.hoofd ? '' : `#${figure.id}`));
  bindDownloads(figure, text, async () => {
    const { data, keuze } = await loaded();
    return { data, keuze, adres: ownAddress(data, keuze) };
  });
  fold?.addEventListener('toggle', () => fold.open && withLive(makeChoices));
  addEventListener('popstate', () => fromAddress(true));
  fromAddress(false);

  /** The figure as the address says it. */
  function fromAddress(quiet: boolean): void {
    const eigen = adres.read(plaats);
    if (live === undefined && /^(tab=(grafiek|tabel))?$/.test(eigen)) {
      tabs.show(eigen === 'tab=tabel' ? 'tabel' : 'grafiek');
      tellUnknown([]);
      return;
    }
    const before = live;
    withLive((now) => {
      const { keuze, onbekend } = readKeuze(now.data, eigen, now.usual);
      const same = writeKeuze(now.data, keuze) === writeKeuze(now.data, now.keuze);
      now.keuze = keuze;
      if (!same || (before === undefined && eigen !== '')) draw(now, quiet);
      else shown(now);
      if (fold && eigen !== '' && !quiet) fold.open = true;
      tellUnknown(onbekend);
    });
  }

  function tellUnknown(own: readonly string[]): void {
    const all = adres.woordvoerder === figure.id ? [...own, ...adres.onbekend()] : own;
    if (all.length > 0) announce(figure, text.melding.onbekend(all.join(', ')), false);
  }

  function chooseTab(tab: Tab): void {
    if (live) choose(live, { ...live.keuze, tab });
    else adres.write(plaats, tab === TABS[0] ? '' : `tab=${tab}`);
  }

  function choose(now: Live, next: Keuze): void {
    const onlySide =
      writeKeuze(now.data, { ...next, tab: now.keuze.tab }) === writeKeuze(now.data, now.keuze);
    now.keuze = next;
    adres.write(plaats, writeKeuze(now.data, next, now.usual));
    if (onlySide) {
      now.painter.finish();
      shown(now);
    } else {
      const titel = now.painter.draw(next, () => shown(now));
      announce(figure, text.melding.bijgewerkt(titel), true);
    }
  }

  /** What the address asks: its controls must say it too, at once. */
  function draw(now: Live, spoken: boolean): void {
    const titel = now.painter.draw(now.keuze, () => undefined);
    shown(now);
    announce(figure, spoken ? text.melding.bijgewerkt(titel) : '', true);
  }

  function shown({ data, keuze, choices }: Live): void {
    const zoek = writeKeuze(data, keuze);
    tabs.show(keuze.tab);
    choices?.show(keuze);
    for (const rol of ['insluiten', 'open', 'heen']) {
      const link = part<HTMLAnchorElement>(figure, rol);
      if (link) link.search = zoek;
    }
  }

  function liveWith(data: FigureData): Live {
    const usual = readKeuze(data, figure.dataset.keuze ?? '').keuze;
    const now: Live = {
      data,
      usual,
      keuze: usual,
      choices: undefined,
      painter: painterOf(figure, data, drawn),
    };
    if (!fold)
      now.choices = bindChoices(
        figure,
        data,
        usual,
        () => now.keuze,
        (next) => choose(now, next),
      );
    return now;
  }

  function makeChoices(now: Live): void {
    const place = part(figure, 'keuzeplek');
    if (now.choices || !place) return;
    place.innerHTML = choicesHtml(now.data, now.keuze, figure.id).markup;
    now.choices = bindChoices(
      figure,
      now.data,
      now.usual,
      () => now.keuze,
      (next) => choose(now, next),
    );
    now.choices.show(now.keuze);
  }

  function withLive(use: (now: Live) => void): void {
    if (live) use(live);
    else loaded().then(use, () => announce(figure, text.melding.geenCijfers, false));
  }

  async function loaded(): Promise<Live> {
    if (live) return live;
    const answer = await fetch(figure.dataset.gegevens ?? '');
    const data = (await answer.json()) as FigureData;
    if (live) return live;
    live = liveWith({ ...data, cijfers: releaseFigures });
    live.keuze = readKeuze(data, adres.read(plaats), live.usual).keuze;
    return live;
  }

  /** Where what is shown can be seen alone. */
  function ownAddress(data: FigureData, keuze: Keuze): string {
    const page = part<HTMLAnchorElement>(figure, 'open')?.href ?? location.href;
    return page.replace(/[?#].*/, '') + writeKeuze(data, keuze);
  }
}
