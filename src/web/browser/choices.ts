// SPDX-License-Identifier: EUPL-1.2
import { controlsOf, ENKELE, vergelijkingOf } from '../figure/controls.ts';
import type { FigureData } from '../figure/figure-data.ts';
import { besideHtml } from '../figure/figure-html.ts';
import { type Keuze, MOST_BESIDE, readKeuze } from '../figure/keuze.ts';
import { part } from './parts.ts';

/** From this width on the areas to compare with are open. Unit: pixels. */
const ROOM = 700;

export interface Choices {
  /** Makes the controls say what the figure shows. */
  show(keuze: Keuze): void;
}

/** Makes the controls of a figure work; `usual` is what it shows when nothing is chosen. */
export function bindChoices(
  figure: HTMLElement,
  data: FigureData,
  usual: Keuze,
  now: () => Keuze,
  chosen: (keuze: Keuze) => void,
): Choices {
  const form = part<HTMLFormElement>(figure, 'keuzes');
  const areas = form?.querySelector('details');
  if (areas) areas.open = innerWidth >= ROOM;
  form?.addEventListener('submit', (event) => event.preventDefault());
  form?.addEventListener('change', () => form && chosen(fromForm(form, data, now())));
  part(figure, 'opnieuw')?.addEventListener('click', () => chosen({ ...usual, tab: now().tab }));
  return { show: (keuze) => form && toForm(form, data, keuze) };
}

function fromForm(form: HTMLFormElement, data: FigureData, before: Keuze): Keuze {
  const values = new FormData(form);
  const query = new URLSearchParams(ENKELE.map((naam) => [naam, String(values.get(naam) ?? before[naam])]));
  query.set('vergelijk', values.getAll('vergelijk').join(','));
  query.set('tab', before.tab);
  return readKeuze(data, query.toString()).keuze;
}

function toForm(form: HTMLFormElement, data: FigureData, keuze: Keuze): void {
  for (const { naam, opties, waarde, zichtbaar } of controlsOf(data, keuze)) {
    const select = form.elements.namedItem(naam);
    if (!(select instanceof HTMLSelectElement)) continue;
    const shown = [...select.options].map((option) => option.value);
    if (shown.join('\n') !== opties.map((optie) => optie.waarde).join('\n')) {
      select.replaceChildren(...opties.map((optie) => new Option(optie.tekst, optie.waarde)));
    }
    select.value = waarde;
    const field = select.closest<HTMLElement>('.veld');
    if (field) field.hidden = !zichtbaar;
  }
  const vergelijking = vergelijkingOf(data, keuze);
  const { opties, zichtbaar } = vergelijking;
  const field = form.querySelector<HTMLElement>('[data-veld="vergelijk"]');
  if (field) field.hidden = !zichtbaar;
  const boxes = () => [...form.querySelectorAll<HTMLInputElement>('[name="vergelijk"]')];
  const offered = boxes().map(({ value }) => value);
  const place = part(form, 'vakjes');
  if (place && offered.join() !== opties.map(({ gebied }) => gebied.code).join())
    place.innerHTML = besideHtml(vergelijking).markup;
  for (const box of boxes()) {
    const option = opties.find(({ gebied }) => gebied.code === box.value);
    box.checked = option?.aan ?? false;
    box.disabled = option === undefined || (!option.aan && keuze.vergelijk.length >= MOST_BESIDE);
  }
}
