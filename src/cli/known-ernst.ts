// SPDX-License-Identifier: EUPL-1.2
import { type ErnstBeleid, OperatorError, type Regio } from '../contract/index.ts';
import { meaningOf } from '../ijw/index.ts';
import { KETEN_REGELS } from '../store/index.ts';

/** Findings of other rooms that a region may weigh as well. */
const OTHERS: ReadonlySet<string> = new Set([
  'TR056',
  'store.bericht-gewijzigd',
  'store.product-onbekend',
  ...KETEN_REGELS.map(({ code }) => code),
]);

/** What `ernst:` in `regio.yaml` says. Throws: `cli.unknown-rule` for a rule that nobody judges: a mistake there would otherwise pass in silence. */
export function knownErnst({ ernst = {} }: Regio, file: string): ErnstBeleid {
  const unknown = Object.keys(ernst).filter(
    (code) => meaningOf(code) === undefined && !OTHERS.has(code) && !/^(?:ingest|sources)\./.test(code),
  );
  if (unknown.length > 0) {
    throw new OperatorError(
      unknown.map((code) => ({
        code: 'cli.unknown-rule',
        subject: `ernst.${code}`,
        place: file,
        remedy: 'no rule with this code is judged; docs/reference/ijw-rules.md lists them',
      })),
    );
  }
  return ernst;
}
