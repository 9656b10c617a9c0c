// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { controlsOf } from '../../src/web/figure/controls.ts';
import type { FigureData } from '../../src/web/figure/figure-data.ts';
import { type Keuze, readKeuze, standaardKeuze, writeKeuze } from '../../src/web/figure/keuze.ts';

/** Any choice that the controls of these figures can make, reached step by step from `usual` as a reader would. */
export function anyKeuze(data: FigureData, usual: Keuze = standaardKeuze(data)): fc.Arbitrary<Keuze> {
  const step = fc.record({
    place: fc.nat(9),
    option: fc.nat(20),
    areas: fc.subarray(data.gebieden.map(({ code }) => code)),
  });
  return fc.array(step, { minLength: 1, maxLength: 6 }).map((steps) => {
    let keuze = usual;
    for (const { place, option, areas } of steps) {
      const shown = controlsOf(data, keuze).filter(({ zichtbaar }) => zichtbaar);
      const control = shown[place % shown.length];
      const value = control?.opties[option % control.opties.length]?.waarde;
      const next = { ...keuze, vergelijk: areas, ...(control ? { [control.naam]: value } : {}) };
      keuze = readKeuze(data, writeKeuze(data, next)).keuze;
    }
    return keuze;
  });
}
