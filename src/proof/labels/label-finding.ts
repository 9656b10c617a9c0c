// SPDX-License-Identifier: EUPL-1.2

import type { UitlegSleutel } from '../../text/index.ts';
import type { Ernst, ProofFinding, Regel } from '../finding.ts';
import type { Zekerheid } from '../identity.ts';
import type { Plaats } from '../printed.ts';

/** A finding with one sentence of explanation; what it quotes is also what it is known by. */
export function labelFinding(
  regel: Regel,
  soort: UitlegSleutel,
  what: {
    readonly plaats: Plaats;
    readonly gedrukt: string;
    readonly verwacht?: string;
    readonly delen?: readonly string[];
    readonly ernst?: Ernst;
    readonly zekerheid?: Zekerheid;
    readonly ook?: readonly Plaats[];
    /** Part of the id that stays when numbers change; the quoted text when absent. */
    readonly sleutel?: string;
  },
): ProofFinding {
  const { plaats, gedrukt, verwacht = '', delen = [], ernst = 'licht', zekerheid = 'zeker', ook = [] } = what;
  return {
    id: `${regel}:${soort}:${(what.sleutel ?? `${plaats.waar || plaats.bron} ${gedrukt}`)
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, 80)
      .replace(/^-|-$/g, '')}`,
    regel,
    ernst,
    zekerheid,
    plaats,
    gedrukt,
    verwacht,
    controles: [{ uitleg: soort, delen }],
    ook,
  };
}

/** A line of a text as a place. */
export function linePlace(bron: string, index: number): Plaats {
  return { bron, regel: index + 1, waar: '' };
}
