// SPDX-License-Identifier: EUPL-1.2
import { passesElevenTest } from '../../contract/index.ts';
import { partsOf, yearsBefore } from './dates.ts';
import { type Plaats, regel } from './rule.ts';

/** Rules about a person: BSN, birth date, name, address, relations. */
export const clientRules = [
  regel({
    code: 'CS002',
    betekenis: 'A BSN passes the 11-proef.',
    berichten: ['JW301', 'JW305', 'JW307', 'JW315', 'JW317', 'JW323', 'JW325'],
    vanaf: '2.3',
    bind(bind) {
      bind.elk('Client', 'Bsn', (plaats) => {
        const bsn = plaats('Bsn');
        return () => {
          const digits = bind.velden.text(bsn);
          return digits === undefined || passesElevenTest(digits);
        };
      });
    },
  }),
  regel({
    code: 'CS139',
    betekenis: 'Geboortedatum fits DatumGebruik: unknown parts are 01, an unknown year is 1900.',
    berichten: ['JW301', 'JW305', 'JW307', 'JW315'],
    vanaf: '2.3',
    bind(bind) {
      bind.elk('Geboortedatum', '', (plaats) => {
        const datum = plaats('Datum');
        const gebruik = plaats('DatumGebruik');
        return () => {
          const date = bind.velden.date(datum);
          const use = bind.velden.text(gebruik);
          if (date === undefined || use === undefined) return true;
          const [year, month, day] = partsOf(date);
          if (use === '1') return day === 1;
          if (use === '2') return day === 1 && month === 1;
          return use !== '3' || (day === 1 && month === 1 && year === 1900);
        };
      });
    },
  }),
  regel({
    code: 'TR002',
    betekenis: 'A Geboortedatum is at most 120 years before the Dagtekening, unless it is unknown.',
    berichten: ['JW301', 'JW305', 'JW307', 'JW315'],
    vanaf: '2.3',
    bind(bind) {
      const dagtekening = bind.plaats('Header/BerichtIdentificatie/Dagtekening');
      bind.elk('Geboortedatum', 'Datum', (plaats) => {
        const datum = plaats('Datum');
        const gebruik = plaats('DatumGebruik');
        return () => {
          const date = bind.velden.date(datum);
          const sent = bind.velden.date(dagtekening);
          if (date === undefined || sent === undefined || bind.velden.text(gebruik) === '3') return true;
          return date >= yearsBefore(sent, 120);
        };
      });
    },
  }),
  regel({
    code: 'CS050',
    betekenis: 'NaamGebruik is 1 to 4 when there is a Partnernaam, otherwise 1 or 6.',
    berichten: ['JW301'],
    bind(bind) {
      bind.elk('Naam', 'NaamGebruik', (plaats) => {
        const partner = plaats('Partnernaam');
        const gebruik = plaats('NaamGebruik');
        return () => {
          const use = bind.velden.text(gebruik);
          if (use === undefined) return true;
          return bind.velden.has(partner) ? '1234'.includes(use) : use === '1' || use === '6';
        };
      });
    },
  }),
  regel({
    code: 'CS318',
    betekenis: 'NaamGebruik of a client is not 6: a client is a natural person.',
    berichten: ['JW301'],
    bind(bind) {
      bind.elk('Client', 'Naam/NaamGebruik', (plaats) => {
        const gebruik = plaats('Naam/NaamGebruik');
        return () => bind.velden.text(gebruik) !== '6';
      });
    },
  }),
  regel({
    code: 'CD007',
    betekenis: 'Taal is filled when Vorm is 1, otherwise empty.',
    berichten: ['JW301'],
    bind(bind) {
      bind.elk('Communicatie', 'Taal', (plaats) => {
        const vorm = plaats('Vorm');
        const taal = plaats('Taal');
        return () => {
          const form = bind.velden.text(vorm);
          return form === undefined || (form === '1') === bind.velden.has(taal);
        };
      });
    },
  }),
  regel({
    code: 'TR061',
    betekenis: 'A client has at least one Contact with Soort 01, 02 or 03.',
    berichten: ['JW301'],
    bind(bind) {
      let found = false;
      let soort = -1;
      bind.bijBegin('Contactgegevens', () => {
        found = false;
      });
      bind.elk('Contactgegevens/Contact', '', (plaats) => {
        soort = plaats('Soort');
        return () => {
          const code = bind.velden.text(soort);
          found ||= code === undefined || code === '01' || code === '02' || code === '03';
          return true;
        };
      });
      bind.elk('Contactgegevens', 'Contact', () => () => found);
    },
  }),
  regel({
    code: 'TR006',
    betekenis: 'A Contact has Telefoon, or Huis together with Postcode.',
    berichten: ['JW301'],
    bind(bind) {
      bind.elk('Contact', '', (plaats) => {
        const telefoon = plaats('Telefoon');
        const huis = plaats('Adres/Huis');
        const postcode = plaats('Adres/Postcode');
        const { velden } = bind;
        return () => velden.has(telefoon) || (velden.has(huis) && velden.has(postcode));
      });
    },
  }),
  regel({
    code: 'CD009',
    betekenis: 'Periode of a Contact is filled only when Soort is 04.',
    berichten: ['JW301'],
    bind(bind) {
      bind.elk('Contact', 'Periode', (plaats) => {
        const soort = plaats('Soort');
        const periode = plaats('Periode');
        return () => {
          const code = bind.velden.text(soort);
          return code === undefined || code === '04' || !bind.velden.has(periode);
        };
      });
    },
  }),
  regel({
    code: 'CD034',
    betekenis: 'Postcode is filled when Soort is 01 or 03.',
    berichten: ['JW301'],
    beperking: 'Judged where there is an Adres: an address may be left out as a whole.',
    bind(bind) {
      bind.elk('Contact', 'Adres/Postcode', (plaats) => {
        const soort = plaats('Soort');
        const adres = plaats('Adres');
        const postcode = plaats('Adres/Postcode');
        return () => {
          const code = bind.velden.text(soort);
          if (code !== '01' && code !== '03') return true;
          return !bind.velden.has(adres) || bind.velden.has(postcode);
        };
      });
    },
  }),
  regel({
    code: 'CD005',
    betekenis: 'LandCode is filled when Postcode is, otherwise empty.',
    berichten: ['JW301'],
    bind(bind) {
      bind.elk('Adres', 'LandCode', (plaats) => {
        const postcode = plaats('Postcode');
        const land = plaats('LandCode');
        return () => bind.velden.has(postcode) === bind.velden.has(land);
      });
    },
  }),
  regel({
    code: 'CD025',
    betekenis: 'Huis is filled when LandCode is NL.',
    berichten: ['JW301'],
    bind(bind) {
      bind.elk('Adres', 'Huis', (plaats) => {
        const land = plaats('LandCode');
        const huis = plaats('Huis');
        return () => bind.velden.text(land) !== 'NL' || bind.velden.has(huis);
      });
    },
  }),
  regel({
    code: 'CS089',
    betekenis: 'A Postcode in the Netherlands is four digits and two capitals.',
    berichten: ['JW301'],
    bind(bind) {
      bind.elk('Adres', 'Postcode', (plaats) => {
        const land = plaats('LandCode');
        const postcode = plaats('Postcode');
        return () => {
          const code = bind.velden.text(postcode);
          return code === undefined || bind.velden.text(land) !== 'NL' || /^[1-9]\d{3}[A-Z]{2}$/.test(code);
        };
      });
    },
  }),
  regel({
    code: 'CS003',
    betekenis: 'An end date is not before the begin date of the same period.',
    berichten: ['JW301', 'JW315', 'JW317'],
    vanaf: '2.3',
    bind(bind) {
      const period = (klasse: string, begin: string, einde: string): void => {
        bind.elk(klasse, einde, (plaats: Plaats) => {
          const from = plaats(begin);
          const to = plaats(einde);
          return () => {
            const first = bind.velden.date(from);
            const last = bind.velden.date(to);
            return first === undefined || last === undefined || last >= first;
          };
        });
      };
      if (bind.soort === 'JW301') {
        period('Contact', 'Periode/Begindatum', 'Periode/Einddatum');
        period('ToegewezenProduct', 'Ingangsdatum', 'Einddatum');
      } else if (bind.soort === 'JW315') {
        period('AangevraagdProduct', 'ToewijzingIngangsdatum', 'ToewijzingEinddatum');
      } else {
        period('TeWijzigenProduct', 'GewensteIngangsdatum', 'Einddatum');
        period('NieuwProduct', 'GewensteIngangsdatum', 'Einddatum');
      }
    },
  }),
];
