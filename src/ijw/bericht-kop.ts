// SPDX-License-Identifier: EUPL-1.2
import { type AgbCode, type BerichtKop, gemeenteCode } from '../contract/index.ts';
import type { Velden } from './velden.ts';

/** Reads the header of a message when it is complete; undefined when sender, receiver, identification or date cannot be read. */
export type KopLezer = () => BerichtKop | undefined;

export function kopLezer(velden: Velden): KopLezer {
  const { soort, release } = velden.tree;
  const factuur = soort === 'JW303' || soort === 'JW304';
  const place = (pad: string): number => velden.place(`Header/${pad}`);
  const code = place('BerichtCode');
  const afzender = place(factuur ? 'Aanbieder' : 'Afzender');
  const ontvanger = place(factuur ? 'Gemeente' : 'Ontvanger');
  const groep = factuur ? 'DeclaratieFactuurIdentificatie' : 'BerichtIdentificatie';
  const identificatie = place(`${groep}/${factuur ? 'DeclarantFactuurNummer' : 'Identificatie'}`);
  const dagtekening = place(`${groep}/${factuur ? 'FactuurDagtekening' : 'Dagtekening'}`);
  const identificatieRetour = place(
    factuur ? 'RetourHeader/GemeenteReferentieNummer' : 'IdentificatieRetour',
  );
  const dagtekeningRetour = place(factuur ? 'RetourHeader/RetourDagtekening' : 'DagtekeningRetour');
  const retourCode = place('RetourCodes/RetourCode');
  const declaratie = place('DeclaratieIdentificatie/Identificatie');
  const declaratieDag = place('DeclaratieIdentificatie/Dagtekening');
  return () => {
    const van = velden.written(afzender);
    const naar = velden.written(ontvanger);
    const id = velden.written(identificatie);
    const dag = velden.date(dagtekening);
    if (van === undefined || naar === undefined || id === undefined || dag === undefined) return undefined;
    const [gemeente, aanbieder] = van.length === 4 ? [van, naar] : [naar, van];
    if (gemeente.length !== 4 || aanbieder.length !== 8) return undefined;
    return {
      soort,
      release,
      berichtCode: velden.written(code) ?? '',
      gemeente: gemeenteCode(gemeente),
      aanbieder: aanbieder as AgbCode,
      afzender: van,
      identificatie: id,
      dagtekening: dag,
      ...optional('identificatieRetour', velden.written(identificatieRetour)),
      ...optional('dagtekeningRetour', velden.date(dagtekeningRetour)),
      ...optional('retourCodes', velden.has(retourCode) ? [...velden.list(retourCode)] : undefined),
      ...optional('declaratieIdentificatie', velden.written(declaratie)),
      ...optional('declaratieDagtekening', velden.date(declaratieDag)),
    };
  };
}

function optional<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]?: V });
}
