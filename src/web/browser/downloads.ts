// SPDX-License-Identifier: EUPL-1.2
import type { FigureTexts } from '../../text/index.ts';
import type { FigureData } from '../figure/figure-data.ts';
import { figureRows, fileName, rowsCsv } from '../figure/figure-file.ts';
import { figurePicture } from '../figure/figure-picture.ts';
import { type FigureView, figureView } from '../figure/figure-view.ts';
import type { Keuze } from '../figure/keuze.ts';
import { announce, part } from './parts.ts';

/** What is shown, and where. */
export interface Shown {
  readonly data: FigureData;
  readonly keuze: Keuze;
  readonly adres: string;
}

type Spreadsheet = typeof import('./rekenblad.ts');

/** Folder of the script itself. */
const home = (document.currentScript as HTMLScriptElement | null)?.src ?? location.href;
/** Folder with the release's figure files. */
export const releaseFigures = new URL('../cijfers/', home).href;
/** Pixels of a picture for each pixel of the drawing. */
const SHARP = 2;

/** The buttons that make a file of what is shown. */
export function bindDownloads(
  figure: HTMLElement,
  { melding }: FigureTexts,
  shown: () => Promise<Shown>,
): void {
  const bar = part(figure, 'nu');
  if (!bar) return;
  bar.hidden = false;
  bar.addEventListener('click', async (event) => {
    const form = event.target instanceof HTMLElement ? event.target.dataset.maak : undefined;
    if (form === undefined) return;
    try {
      const now = await shown();
      const view = figureView(now.data, now.keuze, figure.id);
      save(await made(form, now, view), `${fileName(now.data, now.keuze)}.${form}`);
    } catch {
      announce(figure, melding.nietGelukt, false);
    }
  });
}

async function made(form: string, { data, keuze, adres }: Shown, view: FigureView): Promise<Blob> {
  switch (form) {
    case 'csv':
      return new Blob([rowsCsv(figureRows(data, keuze, view))], { type: 'text/csv;charset=utf-8' });
    case 'ods': {
      const { figureSpreadsheet } = (await import(new URL('rekenblad.js', home).href)) as Spreadsheet;
      const bytes = figureSpreadsheet(data, keuze, view, adres);
      return new Blob([new Uint8Array(bytes)], { type: 'application/vnd.oasis.opendocument.spreadsheet' });
    }
    case 'svg':
      return new Blob([figurePicture(data, view, adres).svg], { type: 'image/svg+xml' });
    default:
      return await painted(figurePicture(data, view, adres));
  }
}

async function painted({ svg, width, height }: ReturnType<typeof figurePicture>): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * SHARP;
  canvas.height = height * SHARP;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return await new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'),
  );
}

function save(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
