// SPDX-License-Identifier: EUPL-1.2
import { herhaald, type KetenRegel, met, zonder } from './keten-regel.ts';

const REFERENTIE = 't.aanbieder = r.aanbieder AND t.referentie_aanbieder = r.referentie_aanbieder';
const OP_VERZOEK =
  'PARTITION BY aanbieder, gemeente, referentie_aanbieder ORDER BY dagtekening, bericht_id, regel';

/** Rules about requests and the answers to them. Source: iJw 3.2 reference f.3. */
export const ketenVerzoeken: readonly KetenRegel[] = [
  {
    code: 'TR347',
    betekenis: 'A provider uses a ReferentieAanbieder once.',
    ernst: 'fout',
    retourcode: '9347',
    sql: herhaald('verzoek_telt', 'aanbieder, referentie_aanbieder'),
  },
  {
    code: 'TR355',
    betekenis: 'An answer names a request that was sent.',
    ernst: 'fout',
    retourcode: '9355',
    sql: zonder('keten_antwoord', 'verzoek_telt', REFERENTIE),
  },
  {
    code: 'TR359',
    betekenis: 'After the toewijzing that honours a request comes no answer to it.',
    ernst: 'fout',
    retourcode: '9359',
    sql: met(
      'keten_antwoord',
      'toewijzing_telt',
      `${REFERENTIE} AND t.gemeente = r.gemeente AND t.dagtekening < r.dagtekening`,
    ),
  },
  {
    code: 'TR360',
    betekenis: 'In onderzoek (2) is answered once, and first.',
    ernst: 'fout',
    retourcode: '9360',
    sql: `SELECT bericht_id, regel FROM keten_antwoord QUALIFY verzoek_antwoord = '2' AND row_number() OVER (${OP_VERZOEK}) > 1`,
  },
  {
    code: 'TR365',
    betekenis: 'A second answer comes only after in onderzoek (2).',
    ernst: 'fout',
    retourcode: '9365',
    sql: `SELECT bericht_id, regel FROM keten_antwoord
      QUALIFY verzoek_antwoord <> '2' AND lag(verzoek_antwoord) OVER (${OP_VERZOEK}) <> '2'`,
  },
];
