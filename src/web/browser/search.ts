// SPDX-License-Identifier: EUPL-1.2
import { figureTexts } from '../../text/index.ts';
import { matches } from '../matches.ts';
import { part } from './parts.ts';

/** Makes the list of the search page as short as the words in the search field ask. */
export function bindSearch(): void {
  const list = part(document, 'vondsten');
  const field = document.querySelector<HTMLInputElement>('#zoekveld');
  if (!list || !field) return;
  const { melding } = figureTexts(document.documentElement.lang === 'en' ? 'en' : 'nl');
  const items = [...list.querySelectorAll<HTMLElement>('li')].map((item) => ({
    item,
    text: `${item.textContent} ${item.dataset.ook ?? ''}`,
  }));
  const status = part(document, 'zoekstand');
  const explanation = part(document, 'zoekuitleg');
  if (explanation) explanation.hidden = true;
  field.value = new URLSearchParams(location.search).get('zoek') ?? '';
  field.addEventListener('input', () => {
    history.replaceState(
      null,
      '',
      field.value === '' ? location.pathname : `?zoek=${encodeURIComponent(field.value)}`,
    );
    filter();
  });
  filter();

  function filter(): void {
    const found = items.filter(({ item, text }) => {
      item.hidden = !matches(text, field?.value ?? '');
      return !item.hidden;
    });
    if (status) {
      status.textContent =
        field?.value === ''
          ? ''
          : found.length === 0
            ? melding.nietsGevonden
            : melding.gevonden(String(found.length));
    }
  }
}
