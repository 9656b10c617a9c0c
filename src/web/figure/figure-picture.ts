// SPDX-License-Identifier: EUPL-1.2
import { finished, html } from '../../markup/index.ts';
import { figureTexts } from '../../text/index.ts';
import type { FigureData } from './figure-data.ts';
import type { FigureView } from './figure-view.ts';

const WIDTH = 900;
const EDGE = 30;
const LINE = 20;
/** Characters that fit on a line of small print. */
const FITS = 125;

/** The drawing of a figure as a picture that stands alone: with its title, its unit, its notes, its source and its address. */
export function figurePicture(
  data: FigureData,
  view: FigureView,
  adres: string,
): { readonly svg: string; readonly width: number; readonly height: number } {
  const size = /viewBox="0 0 (\d+) (\d+)"/.exec(view.chart.svg);
  const [wide, high] = [Number(size?.[1] ?? WIDTH), Number(size?.[2] ?? 0)];
  const { bestand } = figureTexts(data.taal);
  const small = [...view.noten, `${bestand.bron}: ${data.bron}. ${data.stempel}.`, adres].flatMap((text) =>
    folded(text),
  );
  const top = EDGE + 62;
  const height = top + high + 24 + small.length * LINE + EDGE;
  const inner = view.chart.svg
    .replace('<svg ', `<svg x="${EDGE}" y="${top}" `)
    .replace(/ width="[\d.]+"/, ` width="${wide}"`);
  const { markup } =
    html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" font-family="'Source Sans 3', 'Segoe UI', Roboto, 'Liberation Sans', Arial, sans-serif" font-size="13"><rect width="${WIDTH}" height="${height}" fill="#ffffff"/><text x="${EDGE}" y="${EDGE + 14}" font-size="21" font-weight="700" fill="#1a1d21">${view.titel}</text><text x="${EDGE}" y="${EDGE + 38}" font-size="14" fill="#565d64">${view.ondertitel}</text>${finished(inner)}<g fill="#565d64">${small.map((line, index) => html`<text x="${EDGE}" y="${top + high + 24 + (index + 1) * LINE}">${line}</text>`)}</g></svg>`;
  return { svg: markup, width: WIDTH, height };
}

/** A text on as many lines as it needs. */
function folded(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim();
    if (lines.length > 0 && longer.length <= FITS) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
