// SPDX-License-Identifier: EUPL-1.2
import { isGemeente } from './gemeente-codes.ts';
import { regel } from './rule.ts';

/** Rules about requests (JW315, JW317), their answers (JW319) and the date of any message. */
export const requestRules = [
  regel({
    code: 'CD043',
    betekenis: 'BeschikkingIngangsdatum is filled when BeschikkingNummer is, otherwise empty.',
    berichten: ['JW315'],
    bind(bind) {
      bind.elk('AangevraagdProduct', 'BeschikkingIngangsdatum', (plaats) => {
        const nummer = plaats('BeschikkingNummer');
        const datum = plaats('BeschikkingIngangsdatum');
        return () => bind.velden.has(nummer) === bind.velden.has(datum);
      });
    },
  }),
  regel({
    code: 'CD066',
    betekenis: 'Naam of a referrer of type 02 to 05 is empty when ZorgverlenerCode is filled.',
    berichten: ['JW315'],
    bind(bind) {
      bind.elk('Verwijzer', 'Naam', (plaats) => {
        const [type, naam, code] = [plaats('Type'), plaats('Naam'), plaats('ZorgverlenerCode')];
        const { velden } = bind;
        return () => !isZorgverlener(velden.text(type)) || !velden.has(code) || !velden.has(naam);
      });
    },
  }),
  regel({
    code: 'CD067',
    betekenis: 'Naam of a referrer of type 02 to 05 is filled when ZorgverlenerCode is empty.',
    berichten: ['JW315'],
    bind(bind) {
      bind.elk('Verwijzer', 'Naam', (plaats) => {
        const [type, naam, code] = [plaats('Type'), plaats('Naam'), plaats('ZorgverlenerCode')];
        const { velden } = bind;
        return () => !isZorgverlener(velden.text(type)) || velden.has(code) || velden.has(naam);
      });
    },
  }),
  regel({
    code: 'CD068',
    betekenis: 'ZorgverlenerCode is empty when the type of referrer is not 02 to 05.',
    berichten: ['JW315'],
    bind(bind) {
      bind.elk('Verwijzer', 'ZorgverlenerCode', (plaats) => {
        const [type, code] = [plaats('Type'), plaats('ZorgverlenerCode')];
        return () => {
          const kind = bind.velden.text(type);
          return kind === undefined || isZorgverlener(kind) || !bind.velden.has(code);
        };
      });
    },
  }),
  regel({
    code: 'TR352',
    betekenis: 'A request for change names at least one product that stays or changes.',
    berichten: ['JW317'],
    bind(bind) {
      bind.elk('Verzoek', '', (plaats) => {
        const [same, changed] = [plaats('OngewijzigdeProducten'), plaats('TeWijzigenProducten')];
        return () => bind.velden.has(same) || bind.velden.has(changed);
      });
    },
  }),
  regel({
    code: 'TR353',
    betekenis: 'A request for change has at least one product that changes or is new.',
    berichten: ['JW317'],
    bind(bind) {
      bind.elk('Verzoek', '', (plaats) => {
        const [changed, added] = [plaats('TeWijzigenProducten'), plaats('NieuweProducten')];
        return () => bind.velden.has(changed) || bind.velden.has(added);
      });
    },
  }),
  regel({
    code: 'TR380',
    betekenis: 'GewensteIngangsdatum of a new product is after the Dagtekening.',
    berichten: ['JW317'],
    bind(bind) {
      const dagtekening = bind.plaats('Header/BerichtIdentificatie/Dagtekening');
      bind.elk('NieuwProduct', 'GewensteIngangsdatum', (plaats) => {
        const datum = plaats('GewensteIngangsdatum');
        return () => {
          const wanted = bind.velden.date(datum);
          const sent = bind.velden.date(dagtekening);
          return wanted === undefined || sent === undefined || wanted > sent;
        };
      });
    },
  }),
  regel({
    code: 'CD085',
    betekenis: 'RedenAfwijzingVerzoek is filled when VerzoekAntwoord is 1.',
    berichten: ['JW319'],
    bind(bind) {
      bind.elk('Antwoord', 'RedenAfwijzingVerzoek', (plaats) => {
        const [antwoord, reden] = [plaats('VerzoekAntwoord'), plaats('RedenAfwijzingVerzoek')];
        return () => bind.velden.text(antwoord) !== '1' || bind.velden.has(reden);
      });
    },
  }),
  regel({
    code: 'CD086',
    betekenis: 'RedenAfwijzingVerzoek is empty when VerzoekAntwoord is 2.',
    berichten: ['JW319'],
    bind(bind) {
      bind.elk('Antwoord', 'RedenAfwijzingVerzoek', (plaats) => {
        const [antwoord, reden] = [plaats('VerzoekAntwoord'), plaats('RedenAfwijzingVerzoek')];
        return () => bind.velden.text(antwoord) !== '2' || !bind.velden.has(reden);
      });
    },
  }),
  regel({
    code: 'TR377',
    betekenis: 'Woonplaatsbeginsel is filled when RedenAfwijzingVerzoek is 8.',
    berichten: ['JW319'],
    bind(bind) {
      bind.elk('Antwoord', 'Woonplaatsbeginsel', (plaats) => {
        const [reden, woonplaats] = [plaats('RedenAfwijzingVerzoek'), plaats('Woonplaatsbeginsel')];
        return () => bind.velden.text(reden) !== '8' || bind.velden.has(woonplaats);
      });
    },
  }),
  regel({
    code: 'TR409',
    betekenis: 'Woonplaatsbeginsel is empty when RedenAfwijzingVerzoek is not 8.',
    berichten: ['JW319'],
    bind(bind) {
      bind.elk('Antwoord', 'Woonplaatsbeginsel', (plaats) => {
        const [reden, woonplaats] = [plaats('RedenAfwijzingVerzoek'), plaats('Woonplaatsbeginsel')];
        const { velden } = bind;
        return () => {
          const why = velden.text(reden);
          return why === '8' || !velden.has(woonplaats) || (why === undefined && velden.has(reden));
        };
      });
    },
  }),
  regel({
    code: 'TR135',
    betekenis: 'The Dagtekening is not in the future.',
    berichten: ['JW301', 'JW305', 'JW307', 'JW315', 'JW317', 'JW319', 'JW323', 'JW325'],
    niveau: 4,
    retourcode: '8848',
    severity: 'waarschuwing',
    beperking: 'Judged when the caller says what day it is.',
    bind(bind) {
      bind.elk('Header', 'BerichtIdentificatie/Dagtekening', (plaats) => {
        const dagtekening = plaats('BerichtIdentificatie/Dagtekening');
        return () => {
          const sent = bind.velden.date(dagtekening);
          const { vandaag } = bind.buiten.current;
          return sent === undefined || vandaag === undefined || sent <= vandaag;
        };
      });
    },
  }),
  regel({
    code: 'TR378',
    betekenis: 'A gemeente is one that CBS has, or had before a merger.',
    berichten: ['JW301', 'JW305', 'JW307', 'JW315', 'JW317', 'JW319', 'JW323', 'JW325'],
    niveau: 4,
    retourcode: 'S300',
    severity: 'waarschuwing',
    beperking: 'Judged on the Dagtekening, with the gemeenten from 2020 to 2026.',
    bind(bind) {
      const dagtekening = bind.plaats('Header/BerichtIdentificatie/Dagtekening');
      const check = (klasse: string, veld: string): void =>
        bind.elk(klasse, veld, (plaats) => {
          const gemeente = plaats(veld);
          return () => {
            const code = bind.velden.text(gemeente);
            const sent = bind.velden.date(dagtekening);
            return code === undefined || sent === undefined || isGemeente(code, sent);
          };
        });
      const vanGemeente = bind.soort === 'JW301' || bind.soort === 'JW319' || bind.soort === 'JW325';
      check('Header', vanGemeente ? 'Afzender' : 'Ontvanger');
      if (bind.soort === 'JW319') check('Woonplaatsbeginsel', 'Gemeente');
    },
  }),
];

function isZorgverlener(type: string | undefined): boolean {
  return type === '02' || type === '03' || type === '04' || type === '05';
}
