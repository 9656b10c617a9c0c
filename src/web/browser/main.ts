// SPDX-License-Identifier: EUPL-1.2
import type { FigureData } from '../figure/figure-data.ts';
import { pageAddress } from './address.ts';
import { bindFigure } from './figure-element.ts';
import { bindSearch } from './search.ts';

document.documentElement.classList.add('script');

const given = document.getElementById('gegevens')?.textContent;
const inline = given ? (JSON.parse(given) as FigureData) : undefined;
const figures = [...document.querySelectorAll<HTMLElement>('figure[data-indicator]')];
const adres = pageAddress(figures);
for (const figure of figures) bindFigure(figure, adres, inline);
bindSearch();
