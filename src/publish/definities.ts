// SPDX-License-Identifier: EUPL-1.2
import {
  type DefinitieBlad,
  type Definities,
  type Dimensie,
  type GepubliceerdeDefinitie,
  type GepubliceerdeDimensie,
  isTouchedBy,
  type Release,
  type SafeTable,
  type Tweetalig,
} from '../contract/index.ts';
import { codeName, codeNames, texts } from '../text/index.ts';
import { figureFileName } from './figure-file.ts';

type Table = Pick<SafeTable, 'indicator' | 'dimensies' | 'rows'>;

/**
 * `definities.json`: what each indicator of a release means, with the variants, splits, codes and breaks that its figures have. Shape: one entry per indicator
 * with figures, in the order of their ids.
 */
export function publishDefinities(
  release: Release,
  tables: readonly Table[],
  bladen: readonly DefinitieBlad[],
): Definities {
  const indicatoren = bladen
    .map((blad) => ({ blad, own: tables.filter(({ indicator }) => indicator === blad.id) }))
    .filter(({ own }) => own.length > 0)
    .map(({ blad, own }) => publishDefinitie(release, own, blad))
    .sort((left, right) => (left.id < right.id ? -1 : 1));
  return { release: release.id, indicatoren };
}

function publishDefinitie(
  release: Release,
  own: readonly Table[],
  blad: DefinitieBlad,
): GepubliceerdeDefinitie {
  const used = blad.dimensies.filter((dimensie) => own.some(({ dimensies }) => dimensies.includes(dimensie)));
  const variants = new Set(own.flatMap(({ rows }) => rows.map(({ variant }) => variant)));
  return {
    ...blad,
    varianten: blad.varianten.filter(({ id }) => variants.has(id)),
    dimensies: used.map((dimensie) => publishDimensie(release, dimensie, own)),
    breuken: release.breuken.filter(({ soort }) => isTouchedBy(blad, soort)).map(({ id }) => id),
    tabellen: own.map((table) => `cijfers/${figureFileName(table)}.csv`).sort(),
  };
}

/** A dimension with the codes that occur in these tables: named ones in the order of their names, then the others. */
export function publishDimensie(
  release: Release,
  dimensie: Dimensie,
  tables: readonly Table[],
): GepubliceerdeDimensie {
  const occurring = new Set(
    tables.flatMap(({ dimensies, rows }) => {
      const place = dimensies.indexOf(dimensie);
      return place < 0 ? [] : rows.map((row) => row.dimensies[place] ?? '');
    }),
  );
  const named = Object.keys(codeNames('nl', dimensie));
  const others = [...occurring].filter((code) => !named.includes(code)).sort();
  const codes = [...named.filter((code) => occurring.has(code)), ...others];
  return {
    id: dimensie,
    naam: { nl: texts('nl').dimensies[dimensie].naam, en: texts('en').dimensies[dimensie].naam },
    uitleg: { nl: texts('nl').dimensies[dimensie].uitleg, en: texts('en').dimensies[dimensie].uitleg },
    codes: codes.map((code) => ({ code, naam: nameOf(release, dimensie, code) })),
  };
}

function nameOf({ samenstelling }: Release, dimensie: Dimensie, code: string): Tweetalig {
  const area = samenstelling.gebieden.find((gebied) => gebied.code === code);
  if (dimensie === 'gemeente' && area !== undefined) return { nl: area.naam, en: area.naam };
  return { nl: codeName('nl', dimensie, code), en: codeName('en', dimensie, code) };
}
