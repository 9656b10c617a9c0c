// SPDX-License-Identifier: EUPL-1.2
import type { Bsn } from './bsn.ts';
import type { AgbCode, GemeenteCode } from './ids.ts';
import type { PlainDate } from './plain-date.ts';

/** Releases of iJw that traffic since 2020 can be in. */
export type IjwRelease = '2.3' | '2.4' | '3.0' | '3.1' | '3.2';

/** Message numbers of iJw. */
export type BerichtSoort =
  | 'JW301'
  | 'JW302'
  | 'JW303'
  | 'JW304'
  | 'JW305'
  | 'JW306'
  | 'JW307'
  | 'JW308'
  | 'JW315'
  | 'JW316'
  | 'JW317'
  | 'JW318'
  | 'JW319'
  | 'JW320'
  | 'JW323'
  | 'JW325';

/**
 * Header of one delivered message.
 * Natural key: (soort, afzender, identificatie). For JW303 and JW304 `afzender` is the provider and `identificatie` its DeclarantFactuurNummer.
 * A retour repeats the header of its heen message unchanged; `identificatieRetour` is its own id.
 */
export interface BerichtKop {
  readonly soort: BerichtSoort;
  readonly release: IjwRelease;
  /** As written in BerichtCode: tells a JW303 declaratie (432) from a factuur (450). */
  readonly berichtCode: string;
  readonly gemeente: GemeenteCode;
  readonly aanbieder: AgbCode;
  /** As written: four digits of a gemeente or eight of a provider. */
  readonly afzender: string;
  readonly identificatie: string;
  readonly dagtekening: PlainDate;
  readonly identificatieRetour?: string;
  readonly dagtekeningRetour?: PlainDate;
  /** RetourCodes of the header (retours, JW304, JW325). Absent in a retour = all approved. */
  readonly retourCodes?: readonly string[];
  /** JW325: identification and Dagtekening of the JW323 that it answers. */
  readonly declaratieIdentificatie?: string;
  readonly declaratieDagtekening?: PlainDate;
}

/** The person part of a client, as far as it may enter the warehouse. One object per Client element. */
export interface Clientgegevens {
  readonly bsn: Bsn;
  /** From Geboortedatum; absent in messages without one, or when DatumGebruik says unknown. */
  readonly geboorteJaar?: number;
  /** 1 to 12; absent when unknown. */
  readonly geboorteMaand?: number;
  /** COD046: 0 unknown, 1 male, 2 female. */
  readonly geslacht?: string;
}

/** One ToegewezenProduct of a JW301. */
export interface ToewijzingRij {
  readonly rij: 'toewijzing';
  readonly client: Clientgegevens;
  readonly toewijzingNummer?: number;
  readonly referentieAanbieder?: string;
  readonly categorie?: string;
  readonly code?: string;
  readonly toewijzingsdatum: PlainDate;
  /** Unit: seconds since midnight. */
  readonly toewijzingstijd: number;
  readonly ingangsdatum: PlainDate;
  readonly einddatum?: PlainDate;
  readonly redenWijziging?: string;
  readonly volume?: number;
  readonly eenheid?: string;
  readonly frequentie?: string;
  readonly budgetCents?: number;
}

/** One StartProduct of a JW305. */
export interface StartRij {
  readonly rij: 'start';
  readonly client: Clientgegevens;
  readonly toewijzingNummer?: number;
  readonly categorie?: string;
  readonly code?: string;
  readonly toewijzingIngangsdatum?: PlainDate;
  readonly begindatum: PlainDate;
  /** COD467: 1 new, 3 delete. */
  readonly statusAanlevering: string;
}

/** One StopProduct of a JW307. */
export interface StopRij {
  readonly rij: 'stop';
  readonly client: Clientgegevens;
  readonly toewijzingNummer?: number;
  readonly categorie?: string;
  readonly code?: string;
  readonly toewijzingIngangsdatum?: PlainDate;
  readonly begindatum: PlainDate;
  readonly einddatum: PlainDate;
  readonly redenBeeindiging: string;
  readonly statusAanlevering: string;
}

/** One AangevraagdProduct of a JW315, or the Verzoek of a JW317 (then without product and verwijzer). */
export interface VerzoekRij {
  readonly rij: 'verzoek';
  readonly client: Clientgegevens;
  readonly referentieAanbieder: string;
  readonly categorie?: string;
  readonly code?: string;
  readonly ingangsdatum?: PlainDate;
  readonly einddatum?: PlainDate;
  /** COD327, `01` to `08`. */
  readonly verwijzerType?: string;
  /** AGB of the referrer where given. */
  readonly verwijzerAgb?: string;
}

/** The Antwoord of a JW319. */
export interface AntwoordRij {
  readonly rij: 'antwoord';
  readonly referentieAanbieder: string;
  readonly verzoekAntwoord: string;
  readonly redenAfwijzing?: string;
}

/** Totals and identification of the Declaratie of a JW323 or JW303. */
export interface DeclaratieRij {
  readonly rij: 'declaratie';
  readonly declaratieNummer: string;
  readonly periodeBegin: PlainDate;
  readonly periodeEinde: PlainDate;
  /** Signed: credits negative. */
  readonly totaalCents: number;
}

/** One Prestatie of a JW323 or JW303. */
export interface PrestatieRij {
  readonly rij: 'prestatie';
  readonly client: Clientgegevens;
  readonly referentieNummer: string;
  readonly vorigReferentieNummer?: string;
  readonly toewijzingNummer?: number;
  readonly categorie: string;
  readonly code: string;
  readonly begindatum: PlainDate;
  readonly einddatum: PlainDate;
  readonly volume: number;
  readonly eenheid: string;
  readonly tariefCents?: number;
  /** Always positive; the sign is `debetCredit`. JW303: DeclaratieFactuurBedrag. */
  readonly bedragCents: number;
  readonly debetCredit: 'D' | 'C';
}

/** The DeclaratieAntwoord of a JW325, or RetourBedragen and the header codes of a JW304. At most one per message; absent = not judged beyond the header. */
export interface DeclaratieAntwoordRij {
  readonly rij: 'declaratie-antwoord';
  readonly declaratieNummer?: string;
  /** Signed: credits negative. */
  readonly ingediendCents: number;
  readonly toegekendCents: number;
  readonly retourCodes: readonly string[];
}

/** One Prestatie that a JW325 or JW304 returns. */
export interface PrestatieAntwoordRij {
  readonly rij: 'prestatie-antwoord';
  readonly client: Clientgegevens;
  readonly referentieNummer: string;
  /** Codes of the line itself; the client's codes are in `clientRetourCodes`. */
  readonly retourCodes: readonly string[];
  readonly clientRetourCodes: readonly string[];
  /** JW304 only: the granted amount, positive. */
  readonly toegekendCents?: number;
}

/** One class with RetourCodes in a retour message (JW302, 306, 308, 316, 318, 320). */
export interface RetourRij {
  readonly rij: 'retour';
  /** Class the codes belong to: `Client`, `ToegewezenProduct`, `StartProduct`, … */
  readonly klasse: string;
  readonly client?: Clientgegevens;
  readonly toewijzingNummer?: number;
  readonly categorie?: string;
  readonly code?: string;
  readonly begindatum?: PlainDate;
  readonly einddatum?: PlainDate;
  readonly referentieAanbieder?: string;
  readonly retourCodes: readonly string[];
}

export type IjwRij =
  | ToewijzingRij
  | StartRij
  | StopRij
  | VerzoekRij
  | AntwoordRij
  | DeclaratieRij
  | PrestatieRij
  | DeclaratieAntwoordRij
  | PrestatieAntwoordRij
  | RetourRij;
