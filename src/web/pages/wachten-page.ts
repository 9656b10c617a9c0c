// SPDX-License-Identifier: EUPL-1.2
import { ZORGVORMEN, type Zorgvorm } from '../../contract/index.ts';
import { html, type Markup } from '../../markup/index.ts';
import type { Site } from '../dashboard-source.ts';
import type { Cel } from '../figure/cel.ts';
import { type Keuze, reeksOf, standaardKeuze, tabelOf, weergavenOf } from '../figure/keuze.ts';
import { figureBlock } from '../figure-block.ts';
import { inSentence } from '../in-sentence.ts';
import { naarPagina, paden } from '../paden.ts';
import { type DashboardFile, pageFile } from '../page.ts';
import { cellenIn, dataOf, lastPeriod, reeksKeuze } from '../site-figures.ts';

/** Forms of help as somebody who looks for help would ask for them. */
const VOLGORDE: readonly Zorgvorm[] = [
  'ggz',
  'jo',
  'lvb',
  'dys',
  'kdc',
  'mix',
  'pleegzorg',
  'gezinshuis',
  'jeugdzorgplus',
];
/** Days in a week. */
const WEEK = 7;

/** How long one waits for help, in plain words for young people and parents: what is known, how old that is and how sure. */
export function wachtenPage(site: Site): DashboardFile {
  const { woord, regio } = site;
  const { wachten } = woord;
  const pad = paden.wachten;
  const forms = VOLGORDE.filter((form) => ZORGVORMEN.includes(form) && answers(site, form));
  return pageFile(site, {
    pad,
    titel: wachten.titel,
    lead: wachten.lead(regio.naam),
    inhoud: html`<p><a href="#spoed">${wachten.spoed}</a></p>
${forms.length === 0 ? html`<p>${wachten.geen}</p>` : chooser(site, forms)}
${forms.map((form) => formSection(site, form))}
${startSection(site, pad)}
${certainty(site)}
<section class="tekst"><h2>${wachten.doen}</h2><ul>${wachten.doenPunten.map((punt) => html`<li>${punt}</li>`)}</ul></section>
<section class="tekst spoed" id="spoed"><h2>${wachten.spoed}</h2><ul>${wachten.spoedPunten.map(([vraag, wie, nummer, erbij]) => html`<li><strong>${vraag}</strong> ${wie} <a href="tel:${nummer.replaceAll('-', '')}">${nummer}</a>. ${erbij}</li>`)}</ul></section>
${perGemeente(site, pad)}
${moreFigures(site, pad)}`,
  });
}

function chooser({ woord }: Site, forms: readonly Zorgvorm[]): Markup {
  const { wachten } = woord;
  return html`<nav class="waarvoor" aria-labelledby="waarvoor"><h2 id="waarvoor">${wachten.waarvoor}</h2><p>${wachten.waarvoorUitleg}</p><ul>${forms.flatMap((form) => wachten.vragen[form].map((vraag) => html`<li><a href="#${form}">${vraag}</a></li>`))}</ul></nav>`;
}

/** The number of children who waited for a form of help in a period, in the region. */
function waiting(
  site: Site,
  indicator: string,
  form: Zorgvorm,
  periode: string,
  variant?: string,
): Cel | undefined {
  const data = dataOf(site, indicator);
  const keuze = data && reeksKeuze(data, { zorgvorm: form }, variant === undefined ? {} : { variant });
  if (!data || !keuze || !data.varianten.some(({ id }) => id === keuze.variant)) return undefined;
  return cellenIn(data, keuze)?.cel(site.regio.code, periode, [form]);
}

function answers(site: Site, form: Zorgvorm): boolean {
  const data = dataOf(site, 'wachtenden');
  const tabel = data && tabelOf(data, 'zorgvorm');
  return tabel?.codes[0]?.some(([code]) => code === form) ?? false;
}

function formSection(site: Site, form: Zorgvorm): Markup {
  const { woord, regio } = site;
  const { wachten } = woord;
  const data = dataOf(site, 'wachtenden');
  const last = data ? lastPeriod(data) : '';
  const previous = data ? reeksOf(data).at(-2) : undefined;
  const total = waiting(site, 'wachtenden', form, last);
  const long = waiting(site, 'wachtenden-lang', form, last);
  const bridged = waiting(site, 'wachtenden', form, last, 'overbrugging');
  const before = previous === undefined ? undefined : waiting(site, 'wachtenden', form, previous);
  const when = whenAsked(site, last);
  const known = total && total.waarde !== null ? { ...total, waarde: total.waarde } : undefined;
  return html`<section class="tekst wacht" id="${form}"><h2>${wachten.vormen[form]}</h2>
<p class="bij">${wachten.bijvoorbeeld} ${wachten.vragen[form].map(inSentence).join(', ')}.</p>
${form === 'ggz' && html`<p>${wachten.bijAutisme}</p>`}
<p class="groot">${known ? wachten.wachtenden(when, known.text, regio.naam) : wachten.wachtendenOnbekend(when)}</p>
${known && html`<p>${long && long.waarde !== null && known.waarde > 0 ? wachten.lang(outOfTen(site, long.waarde / known.waarde), long.text) : wachten.langOnbekend}</p>`}
${known && bridged && bridged.waarde !== null && known.waarde > 0 && html`<p>${wachten.overbrugging(outOfTen(site, bridged.waarde / known.waarde))}</p>`}
${known && before && before.waarde !== null && before.waarde > 0 && previous !== undefined && html`<p>${known.breuk ? wachten.eerderMetBreuk(whenAsked(site, previous), before.text) : wachten.eerder(whenAsked(site, previous), before.text, known.waarde > before.waarde ? wachten.meer : known.waarde < before.waarde ? wachten.minder : wachten.evenveel)}</p>`}
${startSentence(site, form)}
<p class="klein"><a href="#zeker">${wachten.zeker}</a> · <a href="#waarvoor">${wachten.terug}</a></p></section>`;
}

/** A share as it is said aloud. */
function outOfTen({ woord }: Site, share: number): string {
  const tenths = Math.round(share * 10);
  if (tenths === 0) return woord.wachten.minderDanEen;
  return tenths === 10 ? woord.wachten.bijnaAllen : woord.wachten.vanDeTien(String(tenths));
}

function whenAsked({ woord }: Site, periode: string): string {
  const { wachten } = woord;
  const quarter = /^(\d{4})-Q([1-4])$/.exec(periode);
  return quarter
    ? wachten.kwartaal(wachten.rangorde[Number(quarter[2]) - 1] ?? '', quarter[1] ?? '')
    : wachten.jaarPeiling(periode);
}

const TYPE_BIJ_VORM: Readonly<Partial<Record<Zorgvorm, string>>> = {
  ggz: 'specialistische-ggz',
  dys: 'dyslexie',
  lvb: 'lvb',
  jo: 'jeugd-en-opvoedhulp',
  pleegzorg: 'pleegzorg',
  gezinshuis: 'gezinshuizen',
};

/** How long the wait between toewijzing and first day was for the type of care that is nearest; nothing where that is not published. */
function startSentence(site: Site, form: Zorgvorm): Markup | undefined {
  const type = TYPE_BIJ_VORM[form];
  const { woord, regio, text } = site;
  const median = type === undefined ? undefined : startMedian(site, regio.code, type);
  if (type === undefined || !median || median.waarde === null) return undefined;
  const naam = text.typen[type as keyof typeof text.typen];
  return html`<p>${woord.wachten.startUitleg(median.periode, regio.naam, median.text, inWeeks(site, median.waarde))} ${woord.wachten.startSoort(naam)}</p>`;
}

function startMedian(site: Site, gebied: string, type?: string): Cel | undefined {
  const data = dataOf(site, 'doorlooptijd-start');
  const keuze = data && reeksKeuze(data, type === undefined ? {} : { type }, { variant: 'start-mediaan' });
  if (!data || !keuze || !data.varianten.some(({ id }) => id === keuze.variant)) return undefined;
  const cellen = cellenIn(data, keuze);
  const periods = [...reeksOf(data)].reverse();
  const found = periods.map((periode) => cellen?.cel(gebied, periode, type === undefined ? [] : [type]));
  return found.find((cel) => cel && cel.waarde !== null);
}

function inWeeks({ woord }: Site, days: number): string {
  const weeks = Math.round(days / WEEK);
  if (days < WEEK) return woord.wachten.minderDanWeek;
  return weeks <= 1 ? woord.wachten.eenWeek : woord.wachten.weken(String(weeks));
}

function startSection(site: Site, pad: string): Markup {
  const { woord, regio } = site;
  const { wachten } = woord;
  const median = startMedian(site, regio.code);
  return html`<section class="tekst" id="start"><h2>${wachten.start}</h2><p>${
    median && median.waarde !== null
      ? `${wachten.startUitleg(median.periode, regio.naam, median.text, inWeeks(site, median.waarde))} ${wachten.startAlle}`
      : wachten.startOnbekend
  }</p>${dataOf(site, 'doorlooptijd-start') && html`<p><a href="${naarPagina(pad, paden.indicator('doorlooptijd-start'))}">${wachten.meerCijfers}</a></p>`}</section>`;
}

function certainty(site: Site): Markup {
  const { woord, regio, release, notation } = site;
  const { zeker, zekerPunten } = woord.wachten;
  const data = dataOf(site, 'wachtenden');
  const last = data ? lastPeriod(data) : '';
  const answered = data?.respons?.[last];
  return html`<section class="tekst" id="zeker"><h2>${zeker}</h2><ul>
${data && html`<li>${zekerPunten.datum(whenAsked(site, last), notation.date(release.dataTot))}</li>`}
${data && html`<li>${answered === undefined ? zekerPunten.responsOnbekend : zekerPunten.respons(answered)}</li>`}
<li>${zekerPunten.totNu}</li><li>${zekerPunten.dubbel}</li><li>${zekerPunten.gemeente(regio.naam)}</li><li>${zekerPunten.jij}</li></ul></section>`;
}

/** The wait between toewijzing and first day per gemeente: the one figure about waiting that gemeenten have. */
function perGemeente(site: Site, pad: string): Markup | undefined {
  const data = dataOf(site, 'doorlooptijd-start');
  const variant = data?.varianten.find(({ id }) => id === 'start-mediaan');
  if (!data || !variant || !tabelOf(data, '')) return undefined;
  const weergave = weergavenOf(data).includes('kaart') ? 'kaart' : 'gebieden';
  const keuze: Keuze = { ...standaardKeuze(data), weergave, splitsing: '', variant: variant.id };
  const { wachten } = site.woord;
  return html`<section class="tekst"><h2>${wachten.perGemeente}</h2><p>${wachten.perGemeenteUitleg}</p></section>${figureBlock(site, { id: 'per-gemeente', pad, data, keuze })}`;
}

function moreFigures(site: Site, pad: string): Markup | undefined {
  const own = site.indicatoren.filter(({ onderwerp }) => onderwerp === 'wachten');
  return own.length === 0
    ? undefined
    : html`<section class="tekst"><h2>${site.woord.wachten.meerCijfers}</h2><ul>${own.map(({ id, naam }) => html`<li><a href="${naarPagina(pad, paden.indicator(id))}">${naam}</a></li>`)}</ul></section>`;
}
