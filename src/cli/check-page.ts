// SPDX-License-Identifier: EUPL-1.2
import type { TableCell, TableRow } from '../charts/index.ts';
import type { Regio, Severity, Unit } from '../contract/index.ts';
import type { Block, DocumentPage, TableBlock } from '../report/index.ts';
import type { BevindingTelling, CheckReport } from '../store/index.ts';
import { notation, type Taal, type Texts, texts } from '../text/index.ts';
import type { CijferGrens } from './check-bounds.ts';

/** What the page is made of. */
export interface CheckPageSource {
  readonly regio: Regio;
  readonly report: CheckReport;
  readonly grenzen: readonly CijferGrens[];
  readonly fictief: boolean;
}

/** Rows of a table; the rest is counted. */
const LONGEST = 30;
/** Of providers and months. */
const SHORT = 12;
const ERNSTEN: readonly Severity[] = ['fout', 'waarschuwing', 'info'];
const DEKKING_MAANDEN = 12;

/** The data-quality report as one page that stands alone. It has exact counts and is no publication. */
export function checkPage(source: CheckPageSource, taal: Taal): DocumentPage {
  const { regio, report, fictief } = source;
  const text = texts(taal);
  const t = text.datakwaliteit;
  const builder = new Tables(source, taal);
  return {
    pad: 'datakwaliteit.html',
    taal,
    siteName: text.site.naam(regio.naam),
    title: t.titel(regio.naam),
    lead: t.inleiding,
    banner: {
      title: t.intern.titel,
      text: fictief ? `${t.intern.uitleg} ${text.fictief.uitleg}` : t.intern.uitleg,
    },
    stampTitle: t.stempel.titel,
    stamp: [{ term: t.stempel.dataTot, text: builder.date(report.dataTot) }],
    pages: [],
    blocks: [
      keyFigures(report, text, notation(taal).count),
      section('gevonden', t.gevonden, [t.gevondenUitleg], builder.found(), t.geen),
      section('ontbreekt', t.ontbreekt, [t.ontbreektUitleg], builder.missing(), t.geenGaten),
      section('grenzen', t.grenzen, t.grenzenUitleg, builder.bounds(), t.geen),
    ],
    colophon: [],
  };
}

function keyFigures(
  { bevindingen, geraakt, gaten }: CheckReport,
  text: Texts,
  write: (value: number) => string,
): Block {
  const { kern } = text.datakwaliteit;
  const count = (ernst: Severity): string =>
    write(sum(bevindingen.filter((telling) => telling.ernst === ernst)));
  return {
    kind: 'keyFigures',
    title: kern.titel,
    items: [
      { label: kern.fout, value: count('fout') },
      { label: kern.waarschuwing, value: count('waarschuwing') },
      { label: kern.info, value: count('info') },
      { label: kern.opzij, value: write(geraakt.bestandenOpzij) },
      { label: kern.berichten, value: write(geraakt.berichtenOpzij) },
      { label: kern.rijen, value: write(geraakt.rijenOpzij) },
      { label: kern.gaten, value: write(gaten.length) },
    ],
  };
}

function section(
  id: string,
  title: string,
  sentences: readonly string[],
  tables: readonly Block[],
  none: string,
): Block {
  const said: Block[] = sentences.map((sentence) => ({ kind: 'paragraph', children: [sentence] }));
  const empty: Block = { kind: 'paragraph', children: [none] };
  return { kind: 'section', id, title, blocks: [...said, ...(tables.length > 0 ? tables : [empty])] };
}

function sum(tellingen: readonly BevindingTelling[]): number {
  return tellingen.reduce((total, { aantal }) => total + aantal, 0);
}

/** The tables of the page, numbered in order. */
class Tables {
  readonly #source: CheckPageSource;
  readonly #text: Texts;
  readonly #taal: Taal;
  readonly #names: ReadonlyMap<string, string>;
  #number = 0;

  constructor(source: CheckPageSource, taal: Taal) {
    this.#source = source;
    this.#taal = taal;
    this.#text = texts(taal);
    this.#names = new Map(source.regio.gemeenten.map(({ code, naam }) => [code, naam]));
  }

  date(iso: string): string {
    return iso === '' ? this.#text.datakwaliteit.onbekend : notation(this.#taal).date(iso);
  }

  found(): readonly Block[] {
    const { bevindingen, invloed } = this.#source.report;
    const t = this.#text.datakwaliteit;
    if (bevindingen.length === 0) return [];
    const codes = [...new Set(bevindingen.map(({ code }) => code))];
    const rules = codes.map((code) => {
      const own = bevindingen.filter((telling) => telling.code === code);
      const touched = invloed.filter((regel) => regel.code === code);
      const cents = touched.reduce((total, { bedragCents }) => total + bedragCents, 0);
      const lines = touched.reduce((total, { prestaties }) => total + prestaties, 0);
      const ernst = own[0]?.ernst ?? 'info';
      return {
        weight: sum(own),
        ernst,
        row: this.#row(`${code}. ${this.#meaning(code)}`, [
          this.#word(t.ernst[ernst]),
          this.#count(sum(own)),
          this.#count(lines),
          this.#money(cents),
        ]),
      };
    });
    const byRule = rules
      .toSorted((a, b) => ERNSTEN.indexOf(a.ernst) - ERNSTEN.indexOf(b.ernst) || b.weight - a.weight)
      .map(({ row }) => row);
    const { kop } = t;
    return [
      this.#table(
        'regel',
        t.tabel.regel,
        kop.regel,
        [kop.ernst, kop.aantal, kop.prestaties, kop.bedrag],
        byRule,
        t.eenheid.bevindingen,
      ),
      this.#bySeverity('gemeente', kop.gemeente, ({ gemeente }) => this.#gemeente(gemeente)),
      this.#bySeverity('aanbieder', kop.aanbieder, ({ aanbieder }) => aanbieder ?? t.zonderBericht),
      this.#bySeverity('maand', kop.maand, ({ maand }) => maand ?? t.zonderBericht),
    ];
  }

  missing(): readonly Block[] {
    const { gaten, dekking, dubbelWachtend } = this.#source.report;
    const t = this.#text.datakwaliteit;
    const { kop } = t;
    const gaps = gaten.map((gat) =>
      this.#row(`${this.#gemeente(gat.gemeente)}, ${gat.aanbieder}`, [
        this.#count(gat.kinderen),
        this.#word(gat.van),
        this.#word(gat.duurtVoort ? t.loopt : gat.tot),
        this.#count(gat.maanden),
      ]),
    );
    const maanden = [...new Set(dekking.map(({ maand }) => maand))].sort().slice(-DEKKING_MAANDEN);
    const gemeenten = [...new Set(dekking.map(({ gemeente }) => gemeente))].filter((code) =>
      this.#names.has(code),
    );
    const covered = gemeenten.map((gemeente) =>
      this.#row(
        this.#gemeente(gemeente),
        maanden.map((maand) => {
          const cell = dekking.find((row) => row.gemeente === gemeente && row.maand === maand);
          if (cell === undefined) return this.#word(t.onbekend);
          const share = cell.gedeclareerd / cell.kinderen;
          return { text: notation(this.#taal).percent(share), waarde: share };
        }),
      ),
    );
    const waiting = dubbelWachtend.map(({ kwartaal, zorgvorm, kinderen, teVeel }) =>
      this.#row(`${kwartaal}, ${zorgvorm}`, [this.#count(kinderen), this.#count(teVeel)]),
    );
    return [
      ...(gaps.length > 0
        ? [
            this.#table(
              'gaten',
              t.tabel.gaten,
              `${kop.gemeente}, ${kop.aanbieder.toLowerCase()}`,
              [kop.kinderen, kop.van, kop.tot, kop.maanden],
              gaps,
              t.eenheid.kinderen,
            ),
          ]
        : []),
      ...(covered.length > 0
        ? [this.#table('dekking', t.tabel.dekking, kop.gemeente, maanden, covered, t.eenheid.aandeel)]
        : []),
      ...(waiting.length > 0
        ? [
            this.#table(
              'wachtlijst',
              t.tabel.wachtlijst,
              kop.kwartaal,
              [kop.kinderen, kop.teVeel],
              waiting,
              t.eenheid.plaatsen,
            ),
          ]
        : []),
    ];
  }

  bounds(): readonly Block[] {
    const t = this.#text.datakwaliteit;
    const jaar = String(this.#source.regio.publicatiejaar);
    const { kop } = t;
    const rows = this.#source.grenzen
      .filter(({ periode }) => periode === jaar)
      .map(({ indicator, variant, eenheid, waarde, zonder, ondergrens, bovengrens, reden }) => {
        const name = this.#text.indicatoren[indicator] ?? indicator;
        const none = reden === undefined ? t.onbekend : this.#text.geenGrens[reden];
        const show = (value: number | null, absent: string): TableCell =>
          value === null ? this.#word(absent) : { text: this.#value(value, eenheid), waarde: value };
        return this.#row(variant === '' ? name : `${name}, ${variant}`, [
          show(waarde, t.onbekend),
          show(zonder, t.onbekend),
          show(ondergrens, none),
          show(bovengrens, none),
        ]);
      });
    if (rows.length === 0) return [];
    const columns = [kop.waarde, kop.zonder, kop.ondergrens, kop.bovengrens];
    return [this.#table('grens', t.tabel.grenzen(jaar), kop.indicator, columns, rows, t.eenheid.indicator)];
  }

  #bySeverity(
    id: 'gemeente' | 'aanbieder' | 'maand',
    rowHeader: string,
    keyOf: (telling: BevindingTelling) => string,
  ): Block {
    const { bevindingen } = this.#source.report;
    const t = this.#text.datakwaliteit;
    const groups = new Map<string, BevindingTelling[]>();
    for (const telling of bevindingen) {
      const key = keyOf(telling);
      groups.set(key, [...(groups.get(key) ?? []), telling]);
    }
    const sorted = [...groups].sort(([a, left], [b, right]) =>
      id === 'maand' ? (a < b ? 1 : -1) : sum(right) - sum(left) || (a < b ? -1 : 1),
    );
    const rows = sorted.map(([key, own]) =>
      this.#row(
        key,
        ERNSTEN.map((ernst) => this.#count(sum(own.filter((telling) => telling.ernst === ernst)))),
      ),
    );
    const columns = ERNSTEN.map((ernst) => t.ernst[ernst]);
    return this.#table(id, t.tabel[id], rowHeader, columns, rows, t.eenheid.bevindingen, SHORT);
  }

  #table(
    id: string,
    title: string,
    rowHeader: string,
    columns: readonly string[],
    rows: readonly TableRow[],
    unit: string,
    longest: number = LONGEST,
  ): TableBlock {
    const t = this.#text.datakwaliteit;
    this.#number += 1;
    const more = rows.length - longest;
    return {
      kind: 'table',
      id: `tabel-${id}`,
      number: t.nummer(this.#number),
      title,
      table: { rowHeader, groups: [{ columns }], rows: rows.slice(0, longest) },
      provenance: {
        unit,
        source: t.bron,
        stamp: t.stand(this.date(this.#source.report.dataTot)),
        notes: more > 0 ? [{ text: t.meer(more) }] : [],
        definitions: [],
        files: [],
      },
    };
  }

  #row(label: string, cells: readonly TableCell[]): TableRow {
    return { label, marks: [], cells };
  }

  #count(value: number): TableCell {
    return { text: notation(this.#taal).count(value), waarde: value };
  }

  #money(cents: number): TableCell {
    return { text: notation(this.#taal).euroAmount(cents), waarde: cents };
  }

  #word(word: string): TableCell {
    return { text: word, waarde: null };
  }

  #value(value: number, eenheid: Unit): string {
    const write = notation(this.#taal);
    if (eenheid === 'aandeel') return write.percent(value, 1);
    if (eenheid === 'eurocent') return write.euro(value);
    return Number.isInteger(value) ? write.count(value) : write.number(value, 1);
  }

  #gemeente(code: string | undefined): string {
    return code === undefined ? this.#text.datakwaliteit.zonderBericht : (this.#names.get(code) ?? code);
  }

  #meaning(code: string): string {
    const t = this.#text.datakwaliteit;
    return this.#text.bevindingen[code] ?? (code.startsWith('ijw.') ? t.opbouw : t.standaard);
  }
}
