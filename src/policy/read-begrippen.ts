// SPDX-License-Identifier: EUPL-1.2
import type { Begrip, PolicyDocument } from '../contract/index.ts';
import { Checker } from './checker.ts';
import { didYouMean } from './did-you-mean.ts';

const ID = { shape: /^[a-z0-9]+(-[a-z0-9]+)*$/, says: 'small letters, digits and hyphens' };
const KEYS = ['id', 'term', 'ook', 'uitleg', 'hoofdstukken', 'zie', 'bron'];
/** More chapters than any monitor has. */
const LAST_CHAPTER = 99;

/**
 * Checks the glossary, in the order of the file. `indicatoren` are the ids that a term may refer to beside other terms.
 *
 * Throws: `policy.missing`, `policy.wrong-type`, `policy.wrong-value`, `policy.unknown-key`, `policy.duplicate`, `policy.unknown-term`; all problems at once.
 */
export function readBegrippen(document: PolicyDocument, indicatoren: readonly string[]): readonly Begrip[] {
  const check = new Checker(document);
  const begrippen = check.list([]).map((_, index) => readBegrip(check, index));
  if (begrippen.length === 0) check.problem('policy.missing', [], 'list the terms');
  const ids = begrippen.map(({ id }) => id);
  const known = [...new Set([...ids, ...indicatoren])];
  begrippen.forEach(({ id, zie }, index) => {
    if (id !== '' && ids.indexOf(id) !== index)
      check.problem('policy.duplicate', [index, 'id'], `${id} stands here twice: keep one of the two`);
    zie.forEach((other, place) => {
      if (other === '' || (known.includes(other) && other !== id)) return;
      const remedy = `name another term of this file or an indicator.${didYouMean(other, known)}`;
      check.problem('policy.unknown-term', [index, 'zie', place], remedy);
    });
  });
  check.finish();
  return begrippen;
}

function readBegrip(check: Checker, index: number): Begrip {
  check.map([index], KEYS);
  const texts = (key: string, pattern?: typeof ID): readonly string[] =>
    check.list([index, key]).map((_, place) => check.text([index, key, place], pattern));
  const bron = check.at([index, 'bron']) === undefined ? {} : { bron: check.text([index, 'bron']) };
  if (check.at([index, 'hoofdstukken']) === undefined)
    check.problem('policy.missing', [index, 'hoofdstukken'], 'list chapter numbers, or [] for none');
  return {
    id: check.text([index, 'id'], ID),
    term: readTweetalig(check, index, 'term'),
    ook: texts('ook'),
    uitleg: readTweetalig(check, index, 'uitleg'),
    hoofdstukken: check
      .list([index, 'hoofdstukken'])
      .map((_, place) => check.number([index, 'hoofdstukken', place], 1, LAST_CHAPTER)),
    zie: texts('zie', ID),
    ...bron,
  };
}

function readTweetalig(check: Checker, index: number, key: string): Begrip['term'] {
  check.map([index, key], ['nl', 'en']);
  return { nl: check.text([index, key, 'nl']), en: check.text([index, key, 'en']) };
}
