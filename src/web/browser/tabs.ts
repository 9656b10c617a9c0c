// SPDX-License-Identifier: EUPL-1.2
import type { FigureTexts } from '../../text/index.ts';
import { TABS, type Tab } from '../figure/keuze.ts';
import { part } from './parts.ts';

export interface Tabs {
  show(tab: Tab): void;
}

/** Makes chart and table two sides of one object. Source: ARIA Authoring Practices, tabs with automatic activation. */
export function bindTabs(
  figure: HTMLElement,
  text: Pick<FigureTexts, 'grafiek' | 'tabel'>,
  chosen: (tab: Tab) => void,
): Tabs {
  const bar = part(figure, 'tabs');
  const buttons = TABS.map((tab) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.id = `${figure.id}-tab-${tab}`;
    button.setAttribute('role', 'tab');
    button.setAttribute('aria-controls', `${figure.id}-${tab}-paneel`);
    button.textContent = text[tab];
    button.addEventListener('click', () => choose(tab));
    const panel = part(figure, tab);
    panel?.setAttribute('role', 'tabpanel');
    panel?.setAttribute('aria-labelledby', button.id);
    if (panel) panel.id = `${figure.id}-${tab}-paneel`;
    return button;
  });
  bar?.setAttribute('role', 'tablist');
  bar?.setAttribute('aria-labelledby', `${figure.id}-titel`);
  bar?.replaceChildren(...buttons);
  bar?.addEventListener('keydown', (event) => {
    const step: Readonly<Record<string, number>> = {
      ArrowRight: 1,
      ArrowLeft: -1,
      Home: 0,
      End: TABS.length - 1,
    };
    const by = step[event.key];
    if (by === undefined) return;
    const now = buttons.findIndex(({ id }) => id === document.activeElement?.id);
    const next = event.key === 'Home' || event.key === 'End' ? by : (now + by + TABS.length) % TABS.length;
    event.preventDefault();
    buttons[next]?.focus();
    choose(TABS[next] ?? 'grafiek');
  });
  if (bar) bar.hidden = false;
  show('grafiek');
  return { show };

  function choose(tab: Tab): void {
    show(tab);
    chosen(tab);
  }

  function show(tab: Tab): void {
    for (const [index, name] of TABS.entries()) {
      buttons[index]?.setAttribute('aria-selected', String(name === tab));
      if (buttons[index]) buttons[index].tabIndex = name === tab ? 0 : -1;
      const panel = part(figure, name);
      if (panel) panel.hidden = name !== tab;
    }
  }
}
