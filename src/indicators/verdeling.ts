// SPDX-License-Identifier: EUPL-1.2

/** How often a value occurs. */
export interface Voorkomen {
  readonly waarde: number;
  readonly aantal: number;
}

/** Reads a distribution as the engine writes it, `{3=2, 7=1}`; several after each other are taken together, in any order. */
export function readVerdeling(text: string): readonly Voorkomen[] {
  return [...text.matchAll(/(-?\d+)=(\d+)/g)].map(([, waarde, aantal]) => ({
    waarde: Number(waarde),
    aantal: Number(aantal),
  }));
}
