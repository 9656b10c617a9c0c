// SPDX-License-Identifier: EUPL-1.2
import { type Ambitie, type AmbitieIndicator, DIMENSIES, type Regio, RICHTINGEN } from '../contract/index.ts';
import type { Checker } from './checker.ts';

const NAAM = { shape: /^[a-z][a-z0-9-]*$/, says: 'a name in lower case such as zo-thuis-mogelijk' };

type Path = readonly (string | number)[];

/** `ambities:` may be left out: a dashboard without ambitions shows its indicators only. */
export function readAmbities(check: Checker): Pick<Regio, 'ambities'> {
  if (check.at(['ambities']) === undefined) return {};
  const ambities = check.list(['ambities']).map((_, index) => readAmbitie(check, index));
  ambities.forEach(({ id }, index) => {
    if (ambities.findIndex((other) => other.id === id) !== index)
      check.problem('policy.duplicate', ['ambities', index, 'id'], `${id} stands here twice`);
  });
  return { ambities };
}

/** `thema:` may be left out. */
export function readThema(check: Checker): Pick<Regio, 'thema'> {
  return check.at(['thema']) === undefined ? {} : { thema: check.text(['thema'], NAAM) };
}

function readAmbitie(check: Checker, index: number): Ambitie {
  const path = ['ambities', index];
  check.map(path, ['id', 'naam', 'doel', 'kanttekening', 'indicatoren']);
  const kanttekening = [...path, 'kanttekening'];
  return {
    id: check.text([...path, 'id'], NAAM),
    naam: readTweetalig(check, [...path, 'naam']),
    doel: readTweetalig(check, [...path, 'doel']),
    ...(check.at(kanttekening) === undefined ? {} : { kanttekening: readTweetalig(check, kanttekening) }),
    indicatoren: check
      .list([...path, 'indicatoren'])
      .map((_, at) => readIndicator(check, [...path, 'indicatoren', at])),
  };
}

function readIndicator(check: Checker, path: Path): AmbitieIndicator {
  check.map(path, ['indicator', 'variant', 'splitsing', 'richting']);
  const richting = RICHTINGEN.find((known) => known === check.text([...path, 'richting']));
  if (richting === undefined)
    check.problem('policy.wrong-value', [...path, 'richting'], `expected one of: ${RICHTINGEN.join(', ')}`);
  const splitsing = [...path, 'splitsing'];
  return {
    indicator: check.text([...path, 'indicator'], NAAM),
    ...(check.at([...path, 'variant']) === undefined ? {} : { variant: check.text([...path, 'variant']) }),
    ...(check.at(splitsing) === undefined ? {} : { splitsing: readSplitsing(check, splitsing) }),
    richting: richting ?? 'volgen',
  };
}

function readSplitsing(check: Checker, path: Path): NonNullable<AmbitieIndicator['splitsing']> {
  const names = Object.keys(check.map(path, DIMENSIES));
  return Object.fromEntries(names.map((name) => [name, check.text([...path, name])]));
}

function readTweetalig(check: Checker, path: Path): { readonly nl: string; readonly en: string } {
  check.map(path, ['nl', 'en']);
  return { nl: check.text([...path, 'nl']), en: check.text([...path, 'en']) };
}
