// SPDX-License-Identifier: EUPL-1.2
import type { FigureTexts } from '../../text/index.ts';
import { announce, part } from './parts.ts';

/** The buttons that copy the address of what is shown, and print that figure alone. */
export function bindShare(figure: HTMLElement, { melding }: FigureTexts, address: () => string): void {
  const copy = part<HTMLButtonElement>(figure, 'link');
  const print = part<HTMLButtonElement>(figure, 'print');
  copy?.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(address());
      announce(figure, melding.gekopieerd, false);
    } catch {
      announce(figure, melding.nietGekopieerd, false);
    }
  });
  print?.addEventListener('click', () => {
    alone(true);
    addEventListener('afterprint', () => alone(false), { once: true });
    globalThis.print();
  });
  for (const button of [copy, print]) if (button) button.hidden = false;

  /** What the stylesheet leaves on paper. */
  function alone(on: boolean): void {
    figure.classList.toggle('op-papier', on);
    document.documentElement.classList.toggle('een-figuur', on);
  }
}
