// SPDX-License-Identifier: EUPL-1.2
import { type Binder, regel } from './rule.ts';

/** Dates that may not lie after the Dagtekening, per message. */
const TR134_DATES: Readonly<Record<string, readonly (readonly [klasse: string, datum: string])[]>> = {
  JW301: [
    ['ToegewezenProduct', 'Toewijzingsdatum'],
    ['Geboortedatum', 'Datum'],
  ],
  JW305: [
    ['StartProduct', 'Begindatum'],
    ['Geboortedatum', 'Datum'],
  ],
  JW307: [
    ['StopProduct', 'Begindatum'],
    ['StopProduct', 'Einddatum'],
    ['Geboortedatum', 'Datum'],
  ],
  JW315: [['Geboortedatum', 'Datum']],
  JW323: [
    ['DeclaratiePeriode', 'Begindatum'],
    ['ProductPeriode', 'Begindatum'],
  ],
  JW325: [['ProductPeriode', 'Begindatum']],
};

function notAfterDagtekening(bind: Binder, klasse: string, pad: string): void {
  const dagtekening = bind.plaats('Header/BerichtIdentificatie/Dagtekening');
  const { velden } = bind;
  bind.elk(klasse, pad, (plaats) => {
    const datum = plaats(pad);
    return () => {
      const date = velden.date(datum);
      const sent = velden.date(dagtekening);
      return date === undefined || sent === undefined || date <= sent;
    };
  });
}

/** Rules about starts, stops and the dates of what was delivered. */
export const deliveryRules = [
  regel({
    code: 'TR134',
    betekenis: 'A date of decision, start, stop, birth or period begin is not after the Dagtekening.',
    berichten: ['JW301', 'JW305', 'JW307', 'JW315', 'JW323', 'JW325'],
    bind(bind) {
      for (const [klasse, datum] of TR134_DATES[bind.soort] ?? []) notAfterDagtekening(bind, klasse, datum);
    },
  }),
  regel({
    code: 'TR018',
    betekenis: 'Einddatum of a stop is not before its Begindatum.',
    berichten: ['JW307'],
    vanaf: '2.3',
    bind(bind) {
      bind.elk('StopProduct', 'Einddatum', (plaats) => {
        const [begin, einde] = [plaats('Begindatum'), plaats('Einddatum')];
        return () => {
          const first = bind.velden.date(begin);
          const last = bind.velden.date(einde);
          return first === undefined || last === undefined || last >= first;
        };
      });
    },
  }),
  regel({
    code: 'CS058',
    betekenis: 'StatusAanlevering of a start or stop is 1 or 3.',
    berichten: ['JW305', 'JW307'],
    bind(bind) {
      bind.elk(bind.soort === 'JW305' ? 'StartProduct' : 'StopProduct', 'StatusAanlevering', (plaats) => {
        const status = plaats('StatusAanlevering');
        return () => {
          const code = bind.velden.text(status);
          return code !== '2' && code !== '9';
        };
      });
    },
  }),
];
