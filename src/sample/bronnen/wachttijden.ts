// SPDX-License-Identifier: EUPL-1.2
import type {
  Leeftijdsklasse,
  PlainDate,
  UitvraagRij,
  WachttijdRij,
  Zorgvorm,
} from '../../contract/index.ts';
import { addDays, LEEFTIJDSKLASSEN } from '../../contract/index.ts';
import { BRONNEN } from '../parameters.ts';
import type { Aanbieder } from '../providers.ts';
import { AANBIEDERS } from '../providers.ts';
import type { Random } from '../random.ts';
import type { Bronbestand, BronWereld } from './bron-wereld.ts';
import { apportion, some, stream } from './bron-wereld.ts';
import type { Kwartaal, Wachtvorm } from './wachtvormen.ts';
import { inZorgOn, klasseOf, kwartalenOf, naamOf, peildatumOf, wachtvormenOf } from './wachtvormen.ts';

/** A child on the list of a provider. */
interface Wachtende {
  days: number;
  readonly leeftijd: Leeftijdsklasse;
  readonly overbrugging: boolean;
  readonly gemeente: string;
}

/** What one provider answers about one form of care. */
interface Antwoord extends Wachtvorm {
  readonly aanbieder: Aanbieder;
  readonly detail?: 'bestand' | 'deeltijd';
  readonly inZorg: number;
  readonly lijst: Wachtende[];
}

/**
 * The waiting-time survey of every quarter of the last two years, per provider, and that of foster care and family homes in the last one, with who was asked.
 * Published counts come out exactly; who answers is drawn first, so that the published counts are those of the providers that answered.
 */
export function wachttijden(wereld: BronWereld): Bronbestand[] {
  const quarters = kwartalenOf(wereld.jaren.slice(-2));
  const last = wereld.jaren.at(-1) ?? 0;
  const peil = naamOf({ jaar: last, nummer: 2 });
  const total = wereld.figuren.find('in-zorg', '', wereld.regio.code, '', peil);
  const regular = total === undefined ? undefined : total - pleegTotals(wereld, peil);
  const factor =
    regular === undefined ? 1 : regular / Math.max(sumInZorg(wereld, { jaar: last, nummer: 2 }), 1);
  const vorige = new Map<string, number>();
  return quarters.flatMap((kwartaal, index): Bronbestand[] => {
    const exact = naamOf(kwartaal) === peil ? regular : undefined;
    const growth = BRONNEN.wachtgroei ** (index - 5);
    const antwoorden = regulier(wereld, kwartaal, { factor, exact, growth });
    settleLang(wereld, kwartaal, antwoorden, vorige);
    const bestanden = files(wereld, kwartaal, 'regulier', antwoorden);
    const asked = AANBIEDERS.filter((aanbieder) => wachtvormenOf(aanbieder).length > 0);
    const reguliere = [...bestanden, uitvragen(kwartaal, [['regulier', asked]])];
    return naamOf(kwartaal) === peil
      ? [...reguliere.slice(0, -1), ...pleegzorg(wereld, kwartaal, asked)]
      : reguliere;
  });
}

function pleegTotals({ figuren, regio }: BronWereld, peil: string): number {
  const of = (vorm: string): number =>
    figuren.find('in-zorg', 'pleegzorg', regio.code, `zorgvorm=${vorm}`, peil) ?? 0;
  return of('pleegzorg') + of('gezinshuis');
}

function sumInZorg(wereld: BronWereld, kwartaal: Kwartaal): number {
  const counts = inZorgOn(wereld, peildatumOf(kwartaal));
  return answering(wereld, kwartaal).reduce(
    (sum, aanbieder) =>
      sum + wachtvormenOf(aanbieder).reduce((own, vorm) => own + shareOf(counts, aanbieder, vorm), 0),
    0,
  );
}

function answering(wereld: BronWereld, kwartaal: Kwartaal): Aanbieder[] {
  const random = stream(wereld, 'respons', naamOf(kwartaal));
  return AANBIEDERS.filter((aanbieder) => {
    const vormen = wachtvormenOf(aanbieder);
    const answers = random.chance(BRONNEN.respons) || vormen.some(({ zorgvorm }) => zorgvorm === 'kdc');
    return answers && vormen.length > 0;
  });
}

/** Children of a form at a provider; forms of care that share their children share them out. Not whole. */
function shareOf(counts: ReadonlyMap<string, number>, aanbieder: Aanbieder, vorm: Wachtvorm): number {
  const count = (zorgvorm: Zorgvorm): number => counts.get(`${aanbieder.agb}|${zorgvorm}`) ?? 0;
  if (vorm.zorgvorm === 'mix') return (count('lvb') + count('jo')) * BRONNEN.mixShare;
  if (vorm.zorgvorm === 'kdc') return count('lvb') * BRONNEN.kdcShare;
  const stays = Number(aanbieder.agb) % 3 === 0 && (vorm.zorgvorm === 'lvb' || vorm.zorgvorm === 'jo');
  return (
    count(vorm.zorgvorm) *
    (stays ? (vorm.verblijf === 'verblijf' ? BRONNEN.verblijfShare : BRONNEN.ambulantShare) : 1)
  );
}

function regulier(
  wereld: BronWereld,
  kwartaal: Kwartaal,
  { factor, exact, growth }: { factor: number; exact: number | undefined; growth: number },
): Antwoord[] {
  const random = stream(wereld, 'wachttijden', naamOf(kwartaal));
  const counts = inZorgOn(wereld, peildatumOf(kwartaal));
  const asked = answering(wereld, kwartaal).flatMap((aanbieder) =>
    wachtvormenOf(aanbieder).map((vorm) => ({
      aanbieder,
      ...vorm,
      raw: shareOf(counts, aanbieder, vorm) * factor,
    })),
  );
  const whole = apportion(
    exact ?? Math.round(asked.reduce((sum, { raw }) => sum + raw, 0)),
    asked.map(({ raw }) => raw),
  );
  const published = new Map<Zorgvorm, number[]>();
  for (const zorgvorm of new Set(asked.map((one) => one.zorgvorm))) {
    const total = wereld.figuren.find(
      'wachtenden',
      '',
      wereld.regio.code,
      `zorgvorm=${zorgvorm}`,
      naamOf(kwartaal),
    );
    if (total === undefined) continue;
    published.set(
      zorgvorm,
      apportion(
        total,
        asked.map((one) => (one.zorgvorm === zorgvorm ? one.raw + 1 : 0)),
      ),
    );
  }
  return asked.map(({ raw, ...vorm }, index): Antwoord => {
    const { per100, days } = BRONNEN.wachten[vorm.zorgvorm];
    const expected = ((raw * per100) / 100) * growth * random.lognormal(1, BRONNEN.wachtSpread);
    const count = published.get(vorm.zorgvorm)?.[index] ?? Math.round(expected);
    const lijst = Array.from({ length: count }, () =>
      wachtende(wereld, kwartaal, vorm.zorgvorm, days, random),
    );
    return { ...vorm, inZorg: whole[index] ?? 0, lijst };
  });
}

function wachtende(
  wereld: BronWereld,
  { jaar }: Kwartaal,
  zorgvorm: Zorgvorm,
  days: number,
  random: Random,
  leeftijd?: Leeftijdsklasse,
): Wachtende {
  const sizes = wereld.targets.gemeenten.map(
    (code) =>
      wereld.targets.cells.find((cell) => cell.gemeente === code && cell.jaar === jaar)?.clienten ?? 1,
  );
  return {
    days: Math.max(1, Math.round(random.lognormal(days, BRONNEN.wachtSigma))),
    leeftijd: leeftijd ?? LEEFTIJDSKLASSEN[random.weighted(BRONNEN.wachtleeftijden[zorgvorm])] ?? '4-11',
    overbrugging: random.chance(BRONNEN.overbrugging),
    gemeente: wereld.targets.gemeenten[random.weighted(sizes)] ?? '',
  };
}

/** Where a change of the long waits between two quarters is published, as many waits as it takes become long or short. */
function settleLang(
  wereld: BronWereld,
  kwartaal: Kwartaal,
  antwoorden: readonly Antwoord[],
  vorige: Map<string, number>,
): void {
  const random = stream(wereld, 'lang', naamOf(kwartaal));
  for (const verblijf of ['ambulant', 'verblijf'] as const) {
    for (const zorgvorm of new Set(antwoorden.map((antwoord) => antwoord.zorgvorm))) {
      const own = antwoorden.filter(
        (antwoord) => antwoord.zorgvorm === zorgvorm && antwoord.verblijf === verblijf,
      );
      const lijst = own.flatMap((antwoord) => antwoord.lijst);
      const isLong = ({ days }: Wachtende): boolean => days > 90;
      const key = `${zorgvorm}|${verblijf}`;
      const eerder = naamOf({ jaar: kwartaal.jaar - 1, nummer: kwartaal.nummer });
      const change = wereld.figuren.find(
        'wachtenden-lang',
        'verschil',
        wereld.regio.code,
        `verblijf=${verblijf};zorgvorm=${zorgvorm}`,
        `${eerder}/${naamOf(kwartaal)}`,
      );
      const before = vorige.get(`${key}|${eerder}`);
      if (change !== undefined && before !== undefined) {
        const wanted = Math.max(0, before + change);
        let missing = wanted - lijst.filter(isLong).length;
        for (const wacht of some(lijst, lijst.length, random)) {
          if (missing > 0 && !isLong(wacht)) {
            wacht.days = 91 + random.integer(0, 200);
            missing -= 1;
          } else if (missing < 0 && isLong(wacht)) {
            wacht.days = random.integer(40, 90);
            missing += 1;
          }
        }
        const largest = [...own].sort((a, b) => b.inZorg - a.inZorg)[0];
        for (; missing > 0 && largest; missing -= 1) {
          const extra = wachtende(wereld, kwartaal, zorgvorm, 1, random);
          largest.lijst.push({ ...extra, days: 91 + random.integer(0, 200) });
        }
      }
      vorige.set(
        `${key}|${naamOf(kwartaal)}`,
        own.flatMap((antwoord) => antwoord.lijst).filter(isLong).length,
      );
    }
  }
}

/** The survey in depth about foster care and family homes, with the list of everybody who was asked anything in the quarter. */
function pleegzorg(
  wereld: BronWereld,
  kwartaal: Kwartaal,
  regulierGevraagd: readonly Aanbieder[],
): Bronbestand[] {
  const { figuren, regio } = wereld;
  const random = stream(wereld, 'pleegzorg', naamOf(kwartaal));
  const figure = (indicator: string, variant: string, splitsing: string): number | undefined =>
    figuren.find(indicator, variant, regio.code, splitsing, naamOf(kwartaal));
  const offers = AANBIEDERS.filter(
    ({ types }) => types.includes('pleegzorg') || types.includes('gezinshuizen'),
  );
  const asked = offers.slice(0, figure('respons', 'pleegzorg-gevraagd', '') ?? offers.length);
  const wanted = figure('respons', 'pleegzorg-geantwoord', '') ?? Math.round(asked.length * BRONNEN.respons);
  const largest = asked.filter(({ types }) => types.includes('pleegzorg')).slice(0, wanted);
  const answered = [
    ...largest,
    ...some(
      asked.filter((one) => !largest.includes(one)),
      wanted - largest.length,
      random,
    ),
  ];
  const antwoorden = (['pleegzorg', 'gezinshuis'] as const).flatMap((zorgvorm): Antwoord[] => {
    const type = zorgvorm === 'pleegzorg' ? 'pleegzorg' : 'gezinshuizen';
    const own = answered.filter(({ types }) => types.includes(type));
    if (own.length === 0) return [];
    const weights = own.map(({ weight }) => weight);
    const counts = inZorgOn(wereld, peildatumOf(kwartaal));
    const counted = own.reduce((sum, { agb }) => sum + (counts.get(`${agb}|${zorgvorm}`) ?? 0), 0);
    const inZorg = apportion(figure('in-zorg', 'pleegzorg', `zorgvorm=${zorgvorm}`) ?? counted, weights);
    const { days, per100 } = BRONNEN.wachten[zorgvorm];
    const details = zorgvorm === 'pleegzorg' ? (['bestand', 'deeltijd'] as const) : ([undefined] as const);
    return details.flatMap((detail): Antwoord[] => {
      const lists = LEEFTIJDSKLASSEN.map((leeftijd) => {
        const split = `leeftijd=${leeftijd};zorgvorm=${zorgvorm}${detail ? `;zorgvorm_detail=${detail}` : ''}`;
        const guess = Math.round(
          (counted * per100 * (BRONNEN.wachtleeftijden[zorgvorm][LEEFTIJDSKLASSEN.indexOf(leeftijd)] ?? 0)) /
            10_000 /
            details.length,
        );
        const known =
          figuren.has('wachtenden') &&
          figure('wachtenden', 'pleegzorg', `zorgvorm=${zorgvorm}`) !== undefined;
        return apportion(figure('wachtenden', 'pleegzorg', split) ?? (known ? 0 : guess), weights);
      });
      return own.map(
        (aanbieder, index): Antwoord => ({
          aanbieder,
          zorgvorm,
          verblijf: 'verblijf',
          ...(detail && { detail }),
          inZorg: detail === 'deeltijd' ? 0 : (inZorg[index] ?? 0),
          lijst: LEEFTIJDSKLASSEN.flatMap((leeftijd, at) =>
            Array.from({ length: lists[at]?.[index] ?? 0 }, () =>
              wachtende(wereld, kwartaal, zorgvorm, days, random, leeftijd),
            ),
          ),
        }),
      );
    });
  });
  return [
    ...files(wereld, kwartaal, 'pleegzorg', antwoorden),
    uitvragen(kwartaal, [
      ['regulier', regulierGevraagd],
      ['pleegzorg', asked],
    ]),
  ];
}

/** One file per provider; some are sent again with a correction. */
function files(
  wereld: BronWereld,
  kwartaal: Kwartaal,
  uitvraag: 'regulier' | 'pleegzorg',
  antwoorden: readonly Antwoord[],
): Bronbestand[] {
  const peildatum = peildatumOf(kwartaal);
  const perAanbieder = new Map<Aanbieder, Antwoord[]>();
  for (const antwoord of antwoorden)
    perAanbieder.set(antwoord.aanbieder, [...(perAanbieder.get(antwoord.aanbieder) ?? []), antwoord]);
  return [...perAanbieder].flatMap(([aanbieder, own]): Bronbestand[] => {
    const random = stream(wereld, 'wachtbestand', naamOf(kwartaal), uitvraag, aanbieder.agb);
    const opgesteldOp = addDays(peildatum, random.integer(3, 24));
    const base = { aanbieder: aanbieder.agb as string, peildatum, uitvraag, opgesteldOp };
    const met = !random.chance(BRONNEN.zonderGemeente);
    const nobody = own.every(({ inZorg, lijst }) => inZorg === 0 && lijst.length === 0);
    const rijen: WachttijdRij[] = nobody
      ? [{ ...base, nietsTeMelden: 'ja' }]
      : own.flatMap((antwoord) => rowsOf(antwoord, base, met));
    const naam = `wachttijden-${naamOf(kwartaal)}-${uitvraag}-${aanbieder.agb}`;
    const bestand = { soort: 'wachttijden' as const, naam, rijen };
    if (nobody || !random.chance(BRONNEN.gecorrigeerd)) return [bestand];
    const later = { opgesteldOp: addDays(opgesteldOp, random.integer(4, 15)) };
    const wrong = rijen.map((rij) =>
      rij.wachtenden === undefined || rij.meerDan90Dagen !== 0
        ? rij
        : { ...rij, wachtenden: rij.wachtenden + random.integer(0, 3) },
    );
    return [
      { ...bestand, rijen: wrong },
      { ...bestand, naam: `${naam}-correctie`, rijen: rijen.map((rij) => ({ ...rij, ...later })) },
    ];
  });
}

function rowsOf(
  antwoord: Antwoord,
  base: {
    aanbieder: string;
    peildatum: PlainDate;
    uitvraag: 'regulier' | 'pleegzorg';
    opgesteldOp: PlainDate;
  },
  metGemeente: boolean,
): WachttijdRij[] {
  const { zorgvorm, verblijf, detail, inZorg, lijst } = antwoord;
  const groups = new Map<string, Wachtende[]>();
  for (const wacht of lijst) {
    const key = `${metGemeente ? wacht.gemeente : ''}|${wacht.leeftijd}|${klasseOf(wacht.days)}`;
    groups.set(key, [...(groups.get(key) ?? []), wacht]);
  }
  const vorm = { ...base, zorgvorm, ...(detail && { zorgvormDetail: detail }), verblijf };
  const sorted = [...lijst].sort((a, b) => a.days - b.days);
  const middle = sorted[Math.floor(sorted.length / 2)];
  const total: WachttijdRij = {
    ...vorm,
    wachtenden: 0,
    inZorg,
    ...(middle && { gebruikelijkeWachtklasse: klasseOf(middle.days) }),
  };
  const rows = [...groups.values()].flatMap((group): WachttijdRij[] => {
    const [first] = group;
    if (!first) return [];
    return [
      {
        ...vorm,
        ...(metGemeente && { gemeente: first.gemeente }),
        leeftijdsklasse: first.leeftijd,
        wachtklasse: klasseOf(first.days),
        wachtenden: group.length,
        meerDan90Dagen: group.filter(({ days }) => days > 90).length,
        metOverbrugging: group.filter(({ overbrugging }) => overbrugging).length,
      },
    ];
  });
  return detail === 'deeltijd' ? rows : [total, ...rows];
}

function uitvragen(
  kwartaal: Kwartaal,
  gevraagd: readonly (readonly ['regulier' | 'pleegzorg', readonly Aanbieder[]])[],
): Bronbestand {
  const peildatum = peildatumOf(kwartaal);
  const rijen = gevraagd.flatMap(([uitvraag, aanbieders]) =>
    aanbieders.map(
      ({ agb }): UitvraagRij => ({
        afzender: 'servicebureau',
        uitvraag,
        peildatum,
        opgesteldOp: addDays(peildatum, 26),
        aanbieder: agb,
        gevraagdOp: addDays(peildatum, -14),
        uiterlijk: addDays(peildatum, 14),
        herinnerdOp: addDays(peildatum, 10),
      }),
    ),
  );
  return { soort: 'uitvragen', naam: `uitvragen-${naamOf(kwartaal)}`, rijen };
}
