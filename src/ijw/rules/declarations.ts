// SPDX-License-Identifier: EUPL-1.2
import { addDays, type PlainDate, plainDate } from '../../contract/index.ts';
import { NumberList, TupleSet } from '../tuple-set.ts';
import { EIND_2020, monthIndex, partsOf, yearsBefore } from './dates.ts';
import { type Binder, regel } from './rule.ts';

const BEGIN_2021 = plainDate(2021, 1, 1) ?? 0;
const BOTH = ['JW323', 'JW325'] as const;

/** A check of both dates of every DeclaratiePeriode and ProductPeriode. */
function perPeriod(
  bind: Binder,
  klassen: readonly string[],
  op: string,
  holds: (begin: PlainDate, einde: PlainDate) => boolean,
): void {
  for (const klasse of klassen) {
    bind.elk(klasse, op, (plaats) => {
      const [begin, einde] = [plaats('Begindatum'), plaats('Einddatum')];
      const { velden } = bind;
      return () => {
        const first = velden.date(begin);
        const last = velden.date(einde);
        return first === undefined || last === undefined || holds(first, last);
      };
    });
  }
}

/** Signed amount at an element with TotaalBedrag or Bedrag and DebetCredit. */
function signed(bind: Binder, bedrag: number, teken: number): number | undefined {
  const cents = bind.velden.number(bedrag);
  const sign = bind.velden.text(teken);
  if (cents === undefined || (sign !== 'D' && sign !== 'C')) return undefined;
  return sign === 'C' ? 0 - cents : cents;
}

/** Adds up the amounts of all lines; `sum` is undefined once one of them could not be read. */
function sumLines(bind: Binder): () => number | undefined {
  let sum = 0;
  let known = true;
  bind.bijBegin('Bericht', () => {
    sum = 0;
    known = true;
  });
  bind.elk('Prestatie', '', (plaats) => {
    const [bedrag, teken] = [plaats('IngediendBedrag/Bedrag'), plaats('IngediendBedrag/DebetCredit')];
    return () => {
      const cents = signed(bind, bedrag, teken);
      if (cents === undefined) known = false;
      else sum += cents;
      return true;
    };
  });
  return () => (known ? sum : undefined);
}

/** Rules about declarations and the answers to them. */
export const declarationRules = [
  regel({
    code: 'CS340',
    betekenis: 'A DeclaratiePeriode is one calendar month.',
    berichten: ['JW323'],
    bind(bind) {
      perPeriod(bind, ['DeclaratiePeriode'], '', (begin, einde) => {
        const [, , first] = partsOf(begin);
        const [, , afterLast] = partsOf(addDays(einde, 1));
        return first === 1 && afterLast === 1 && monthIndex(begin) === monthIndex(einde);
      });
    },
  }),
  regel({
    code: 'CS337',
    betekenis: 'A ProductPeriode begins and ends in the same calendar month.',
    berichten: ['JW323'],
    bind(bind) {
      perPeriod(bind, ['ProductPeriode'], '', (begin, einde) => monthIndex(begin) === monthIndex(einde));
    },
  }),
  regel({
    code: 'CS100',
    betekenis: 'Dates of a DeclaratiePeriode and a ProductPeriode are not before 2021.',
    berichten: ['JW323'],
    bind(bind) {
      perPeriod(
        bind,
        ['DeclaratiePeriode', 'ProductPeriode'],
        '',
        (begin, einde) => begin >= BEGIN_2021 && einde >= BEGIN_2021,
      );
    },
  }),
  regel({
    code: 'CS103',
    betekenis: 'Dates of a DeclaratiePeriode and a ProductPeriode are not after 2020.',
    berichten: ['JW303', 'JW304'],
    tot: '3.0',
    bind(bind) {
      perPeriod(
        bind,
        ['DeclaratiePeriode', 'ProductPeriode'],
        '',
        (begin, einde) => begin <= EIND_2020 && einde <= EIND_2020,
      );
    },
  }),
  regel({
    code: 'CS330',
    betekenis: 'Eenheid is not 21 or 81.',
    berichten: ['JW323'],
    tot: '3.1',
    bind(bind) {
      bind.elk('Prestatie', 'Eenheid', (plaats) => {
        const eenheid = plaats('Eenheid');
        return () => {
          const unit = bind.velden.text(eenheid);
          return unit !== '21' && unit !== '81';
        };
      });
    },
  }),
  regel({
    code: 'TR137',
    betekenis: 'The end of a period is not before its begin and not after the Dagtekening.',
    berichten: BOTH,
    bind(bind) {
      const dagtekening = bind.plaats('Header/BerichtIdentificatie/Dagtekening');
      perPeriod(bind, ['DeclaratiePeriode', 'ProductPeriode'], 'Einddatum', (begin, einde) => {
        const sent = bind.velden.date(dagtekening);
        return einde >= begin && (sent === undefined || einde <= sent);
      });
    },
  }),
  regel({
    code: 'TR319',
    betekenis: 'A ProductPeriode lies in the DeclaratiePeriode or before it.',
    berichten: ['JW323'],
    niveau: 3,
    retourcode: '9319',
    bind(bind) {
      const periodeEinde = bind.plaats('Declaratie/DeclaratiePeriode/Einddatum');
      bind.elk('ProductPeriode', 'Einddatum', (plaats) => {
        const einde = plaats('Einddatum');
        return () => {
          const last = bind.velden.date(einde);
          const limit = bind.velden.date(periodeEinde);
          return last === undefined || limit === undefined || last <= limit;
        };
      });
    },
  }),
  regel({
    code: 'TR335',
    betekenis: 'A ProductPeriode ends at most five years before the DeclaratieDagtekening.',
    berichten: ['JW323'],
    bind(bind) {
      const dagtekening = bind.plaats('Declaratie/DeclaratieDagtekening');
      let limit: number | undefined;
      bind.bijBegin('Clienten', () => {
        const sent = bind.velden.date(dagtekening);
        limit = sent === undefined ? undefined : yearsBefore(sent, 5);
      });
      bind.elk('ProductPeriode', 'Einddatum', (plaats) => {
        const einde = plaats('Einddatum');
        return () => {
          const last = bind.velden.date(einde);
          return last === undefined || limit === undefined || last >= limit;
        };
      });
    },
  }),
  regel({
    code: 'CD060',
    betekenis: 'VorigReferentieNummer is filled when DebetCredit is C, otherwise empty.',
    berichten: BOTH,
    bind(bind) {
      bind.elk('Prestatie', 'ProductReferentie/VorigReferentieNummer', (plaats) => {
        const groep = plaats('ProductReferentie');
        const vorige = plaats('ProductReferentie/VorigReferentieNummer');
        const teken = plaats('IngediendBedrag/DebetCredit');
        return () => {
          const sign = bind.velden.text(teken);
          if ((sign !== 'C' && sign !== 'D') || !bind.velden.has(groep)) return true;
          return (sign === 'C') === bind.velden.has(vorige);
        };
      });
    },
  }),
  regel({
    code: 'CD087',
    betekenis: 'ProductTarief is filled when Eenheid is not 83, otherwise empty.',
    berichten: ['JW323'],
    bind(bind) {
      bind.elk('Prestatie', 'ProductTarief', (plaats) => {
        const [eenheid, tarief] = [plaats('Eenheid'), plaats('ProductTarief')];
        return () => {
          const unit = bind.velden.text(eenheid);
          return unit === undefined || (unit !== '83') === bind.velden.has(tarief);
        };
      });
    },
  }),
  regel({
    code: 'CS325',
    betekenis: 'DebetCredit is D when the amount is 0.',
    berichten: BOTH,
    bind(bind) {
      const check = (klasse: string, veld: string): void =>
        bind.elk(klasse, 'DebetCredit', (plaats) => {
          const [bedrag, teken] = [plaats(veld), plaats('DebetCredit')];
          return () => bind.velden.number(bedrag) !== 0 || bind.velden.text(teken) !== 'C';
        });
      check('IngediendBedrag', 'Bedrag');
      check('TotaalIngediendBedrag', 'TotaalBedrag');
      check('TotaalToegekendBedrag', 'TotaalBedrag');
    },
  }),
  regel({
    code: 'CS339',
    betekenis: 'IngediendBedrag equals GeleverdVolume when Eenheid is 83.',
    berichten: ['JW323'],
    bind(bind) {
      bind.elk('Prestatie', 'IngediendBedrag', (plaats) => {
        const [eenheid, volume, bedrag] = [
          plaats('Eenheid'),
          plaats('GeleverdVolume'),
          plaats('IngediendBedrag/Bedrag'),
        ];
        const { velden } = bind;
        return () => {
          if (velden.text(eenheid) !== '83') return true;
          const amount = velden.number(bedrag);
          const delivered = velden.number(volume);
          return amount === undefined || delivered === undefined || amount === delivered;
        };
      });
    },
  }),
  regel({
    code: 'TR346',
    betekenis: 'IngediendBedrag is GeleverdVolume times ProductTarief when Eenheid is not 83.',
    berichten: ['JW323'],
    niveau: 4,
    retourcode: '9346',
    severity: 'waarschuwing',
    beperking: 'A tariff per minute was rounded from one per hour: minutes may differ by half a cent each.',
    bind(bind) {
      bind.elk('Prestatie', 'IngediendBedrag', (plaats) => {
        const [eenheid, volume] = [plaats('Eenheid'), plaats('GeleverdVolume')];
        const [tarief, bedrag] = [plaats('ProductTarief'), plaats('IngediendBedrag/Bedrag')];
        const { velden } = bind;
        return () => {
          const unit = velden.text(eenheid);
          const price = velden.number(tarief);
          const delivered = velden.number(volume);
          const amount = velden.number(bedrag);
          if (unit === undefined || unit === '83') return true;
          if (price === undefined || delivered === undefined || amount === undefined) return true;
          const slack = unit === '01' ? delivered / 2 + 0.5 : 0;
          return Math.abs(amount - delivered * price) <= slack;
        };
      });
    },
  }),
  regel({
    code: 'TR315',
    betekenis: 'A VorigReferentieNummer occurs once in the message.',
    berichten: ['JW323'],
    bind(bind) {
      const seen = new TupleSet(1);
      bind.bijBegin('Bericht', () => seen.clear());
      bind.elk('ProductReferentie', 'VorigReferentieNummer', (plaats) => {
        const vorige = plaats('VorigReferentieNummer');
        return () => {
          if (!bind.velden.isRead(vorige)) return true;
          bind.velden.keyInto(vorige, seen.tuple, 0);
          return seen.add();
        };
      });
    },
  }),
  regel({
    code: 'TR316',
    betekenis: 'A line is not credited in the message that submits it.',
    berichten: ['JW323'],
    bind(bind) {
      const credited = new TupleSet(1);
      const submitted = new NumberList();
      const { tuple } = credited;
      bind.bijBegin('Bericht', () => {
        submitted.clear();
        credited.clear();
      });
      bind.elk('ProductReferentie', 'VorigReferentieNummer', (plaats) => {
        const [nummer, vorige] = [plaats('ReferentieNummer'), plaats('VorigReferentieNummer')];
        const { velden } = bind;
        return () => {
          let crossed = false;
          if (velden.isRead(nummer)) {
            velden.keyInto(nummer, tuple, 0);
            submitted.add(tuple[0] as number);
            crossed = credited.has();
          }
          if (!velden.isRead(vorige)) return !crossed;
          velden.keyInto(vorige, tuple, 0);
          credited.add();
          return !crossed && !submitted.has(tuple[0] as number);
        };
      });
    },
  }),
  regel({
    code: 'TR416',
    betekenis: 'A message has one debit line for a toewijzing, period, category and code.',
    berichten: ['JW323'],
    bind(bind) {
      const seen = new TupleSet(5);
      const { tuple } = seen;
      bind.bijBegin('Bericht', () => seen.clear());
      bind.elk('Prestatie', '', (plaats) => {
        const teken = plaats('IngediendBedrag/DebetCredit');
        const places = [
          'ToewijzingNummer',
          'ProductPeriode/Begindatum',
          'ProductPeriode/Einddatum',
          'ProductCategorie',
          'ProductCode',
        ].map(plaats);
        const { velden } = bind;
        return () => {
          if (velden.text(teken) !== 'D') return true;
          for (let i = 0; i < places.length; i++) {
            const place = places[i] as number;
            if (!velden.isRead(place)) return true;
            velden.keyInto(place, tuple, i);
          }
          return seen.add();
        };
      });
    },
  }),
  regel({
    code: 'TR358',
    betekenis: 'TotaalIngediendBedrag is the sum of the debit lines minus that of the credit lines.',
    berichten: ['JW323'],
    bind(bind) {
      const sum = sumLines(bind);
      bind.elk('Declaratie', 'TotaalIngediendBedrag', (plaats) => {
        const bedrag = plaats('TotaalIngediendBedrag/TotaalBedrag');
        const teken = plaats('TotaalIngediendBedrag/DebetCredit');
        return () => {
          const total = signed(bind, bedrag, teken);
          const lines = sum();
          return total === undefined || lines === undefined || total === lines;
        };
      });
    },
  }),
  regel({
    code: 'TR342',
    betekenis:
      'The returned lines add up to what was submitted minus what was granted; a declaration refused as a whole is granted 0 and returns no lines.',
    berichten: ['JW325'],
    bind(bind) {
      const sum = sumLines(bind);
      bind.elk('DeclaratieAntwoord', 'TotaalToegekendBedrag', (plaats) => {
        const submitted = [
          plaats('TotaalIngediendBedrag/TotaalBedrag'),
          plaats('TotaalIngediendBedrag/DebetCredit'),
        ] as const;
        const granted = [
          plaats('TotaalToegekendBedrag/TotaalBedrag'),
          plaats('TotaalToegekendBedrag/DebetCredit'),
        ] as const;
        const codes = plaats('RetourCodes/RetourCode');
        const lines = plaats('Clienten');
        return () => {
          const asked = signed(bind, ...submitted);
          const given = signed(bind, ...granted);
          const returned = sum();
          if (asked === undefined || given === undefined || returned === undefined) return true;
          const refused = bind.velden.list(codes).some((code) => code !== '0200' && code !== '8001');
          return refused ? given === 0 && !bind.velden.has(lines) : asked - given === returned;
        };
      });
    },
  }),
];
