// SPDX-License-Identifier: EUPL-1.2
import { parsePlainDate } from '../contract/index.ts';
import { type Blad, BladBouwer, BladError, type Cel, MAX_KOLOMMEN, MAX_RIJEN } from './blad.ts';
import { readXml } from './xml-events.ts';

/** Rows and cells that stand there once and count many times; beyond this, only empty ones are believed. */
const MAX_REPEATED = 10_000;

/** The sheets of an OpenDocument spreadsheet, from its `content.xml`. Throws: `BladError`, `XmlError`. */
export function readOds(content: string): readonly Blad[] {
  const bladen: Blad[] = [];
  let blad: BladBouwer | undefined;
  let nummer = 0;
  let rijHerhaald = 1;
  let cellen: Cel[] = [];
  let attributes: ReadonlyMap<string, string> = new Map();
  let tekst = '';
  let alineas = 0;
  let inCel = false;
  let skipped = 0;

  const endCel = (): void => {
    const herhaald = repeated(attributes, 'number-columns-repeated');
    const cel = celVan(attributes, tekst);
    inCel = false;
    if (cel === undefined && cellen.length + herhaald > MAX_KOLOMMEN) return;
    if (cellen.length + herhaald > MAX_KOLOMMEN * 4) throw new BladError('sources.te-groot');
    for (let left = herhaald; left > 0; left -= 1) cellen.push(cel);
  };
  const endRij = (): void => {
    const filled = cellen.some((cel) => cel !== undefined);
    if (filled && rijHerhaald > MAX_REPEATED) throw new BladError('sources.te-groot');
    for (let left = filled ? rijHerhaald : 0; left > 0; left -= 1) {
      blad?.push(nummer + rijHerhaald - left + 1, cellen);
    }
    nummer += rijHerhaald;
    if (filled && nummer > MAX_RIJEN * 4) throw new BladError('sources.te-groot');
  };

  readXml(content, {
    open: (name, found) => {
      if (skipped > 0 || name === 'annotation' || name === 'tracked-changes') {
        skipped += 1;
        return;
      }
      if (name === 'table') {
        blad = new BladBouwer(found.get('name') ?? '');
        nummer = 0;
      } else if (name === 'table-row') {
        cellen = [];
        rijHerhaald = repeated(found, 'number-rows-repeated');
      } else if (name === 'table-cell' || name === 'covered-table-cell') {
        attributes = found;
        tekst = '';
        alineas = 0;
        inCel = true;
      } else if (inCel && name === 'p') {
        if (alineas > 0) tekst += '\n';
        alineas += 1;
      } else if (inCel && (name === 's' || name === 'tab' || name === 'line-break')) {
        tekst += ' ';
      }
    },
    close: (name) => {
      if (skipped > 0) skipped -= 1;
      else if (name === 'table-cell' || name === 'covered-table-cell') endCel();
      else if (name === 'table-row') endRij();
      else if (name === 'table' && blad !== undefined) {
        bladen.push(blad.finish());
        blad = undefined;
      }
    },
    text: (text) => {
      if (inCel && skipped === 0 && alineas > 0) tekst += text;
    },
  });
  return bladen;
}

function repeated(attributes: ReadonlyMap<string, string>, name: string): number {
  const count = Number(attributes.get(name) ?? 1);
  return Number.isSafeInteger(count) && count > 0 ? count : 1;
}

function celVan(attributes: ReadonlyMap<string, string>, tekst: string): Cel {
  const soort = attributes.get('value-type');
  if (soort === 'float' || soort === 'currency') {
    const value = Number(attributes.get('value'));
    return Number.isFinite(value) ? value : tekst;
  }
  if (soort === 'date') {
    const dag = parsePlainDate((attributes.get('date-value') ?? '').slice(0, 10));
    return dag === undefined ? tekst : { dag };
  }
  if (soort === 'boolean') return attributes.get('boolean-value') === 'true';
  const text = (soort === 'string' ? (attributes.get('string-value') ?? tekst) : tekst).trim();
  return text === '' ? undefined : text;
}
