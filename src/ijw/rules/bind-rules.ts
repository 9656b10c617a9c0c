// SPDX-License-Identifier: EUPL-1.2
import type { IjwRelease } from '../../contract/index.ts';
import { type Element, elementAt } from '../element-tree.ts';
import { IJW_RELEASES } from '../release-tree.ts';
import type { Velden } from '../velden.ts';
import { REGELS } from './all-rules.ts';
import type { Binder, Buitenwereld, Regel } from './rule.ts';

/** One rule at one element of a message. */
export interface Controle {
  readonly regel: Regel;
  /** Where a finding points. */
  readonly op: Element;
  readonly holds: () => boolean;
}

/** The rules of one message number, by the id of the element at which they act. */
export interface Controles {
  readonly bijBegin: readonly (readonly (() => void)[] | undefined)[];
  readonly bijEinde: readonly (readonly Controle[] | undefined)[];
  readonly buiten: { current: Buitenwereld };
}

/** Whether a release has the rule. */
export function holdsIn({ vanaf, tot = '3.2' }: Regel, release: IjwRelease): boolean {
  const at = IJW_RELEASES.indexOf(release);
  return at >= IJW_RELEASES.indexOf(vanaf) && at <= IJW_RELEASES.indexOf(tot);
}

/** Ties every rule that holds for this message and release to the places of its values. */
export function bindRules(velden: Velden): Controles {
  const { elementen, release, soort } = velden.tree;
  const bijBegin: (() => void)[][] = elementen.map(() => []);
  const bijEinde: Controle[][] = elementen.map(() => []);
  const buiten = { current: {} };
  const named = (naam: string): Element[] =>
    elementen.filter(({ naam: own, pad }) => own === naam || pad === naam || pad.endsWith(`/${naam}`));
  for (const regel of REGELS) {
    if (!regel.berichten.includes(soort)) continue;
    if (!holdsIn(regel, release)) continue;
    const binder: Binder = {
      soort,
      release,
      velden,
      buiten,
      plaats: (pad) => velden.place(pad),
      elk(naam, op, make) {
        for (const element of named(naam)) {
          const target = (op === '' ? undefined : elementAt(velden.tree, `${element.pad}/${op}`)) ?? element;
          if (target.pad !== '') velden.place(target.pad);
          const holds = make((pad) => velden.place(`${element.pad}/${pad}`));
          bijEinde[element.id]?.push({ regel, op: target, holds });
        }
      },
      bijBegin(naam, act) {
        for (const element of named(naam)) bijBegin[element.id]?.push(act);
      },
    };
    regel.bind(binder);
  }
  const filled = <T>(list: readonly T[]): readonly T[] | undefined => (list.length > 0 ? list : undefined);
  return { bijBegin: bijBegin.map(filled), bijEinde: bijEinde.map(filled), buiten };
}
