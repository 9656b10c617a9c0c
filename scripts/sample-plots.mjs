// SPDX-License-Identifier: EUPL-1.2
// Draws what the lives in a sample look like, for docs/method/sample.md:  node scripts/sample-plots.mjs WORKSPACE [OUT]
// The workspace must hold an ingested sample. Run `node scripts/build.mjs` first.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openWarehouse } from '../dist/src/store/index.js';

const [workspace, out = join(fileURLToPath(new URL('..', import.meta.url)), 'docs', 'method', 'sample')] =
  process.argv.slice(2);
if (workspace === undefined) {
  process.stderr.write('node scripts/sample-plots.mjs WORKSPACE [OUT]\n');
  process.exit(2);
}
const warehouse = await openWarehouse(join(resolve(workspace), 'magazijn.duckdb'));
const rows = async (text) =>
  (await warehouse.query({ text, params: [] })).map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([key, value]) => [key, typeof value === 'bigint' ? Number(value) : value]),
    ),
  );

const W = 760;
const H = 300;
const M = { left: 56, right: 16, top: 34, bottom: 34 };
const COLOURS = ['#1f5fa8', '#c2571a', '#3a7d44', '#8a3b8f', '#6b6b6b', '#b08900'];
const text = (x, y, value, more = '') =>
  `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" ${more}>${String(value).replace('<', '&lt;').replace('>', '&gt;')}</text>`;

function frame(title, most, labels, draw, legend = []) {
  const plotW = W - M.left - M.right;
  const plotH = H - M.top - M.bottom;
  const step =
    10 ** Math.floor(Math.log10(most)) /
    (most / 10 ** Math.floor(Math.log10(most)) < 2
      ? 5
      : most / 10 ** Math.floor(Math.log10(most)) < 5
        ? 2
        : 1);
  const top = Math.ceil(most / step) * step;
  const x = (index, count) => M.left + (plotW * (index + 0.5)) / count;
  const y = (value) => M.top + plotH * (1 - value / top);
  const grid = [];
  for (let value = 0; value <= top + step / 2; value += step)
    grid.push(
      `<line x1="${M.left}" x2="${W - M.right}" y1="${y(value).toFixed(1)}" y2="${y(value).toFixed(1)}" stroke="#ddd"/>`,
      text(
        M.left - 6,
        y(value) + 4,
        value >= 1000
          ? `${(value / 1000).toFixed(value % 1000 === 0 ? 0 : 1)}k`
          : Math.round(value * 100) / 100,
        'text-anchor="end"',
      ),
    );
  const names = labels.map((label, index) =>
    label === '' ? '' : text(x(index, labels.length), H - 14, label, 'text-anchor="middle"'),
  );
  const widths = legend.map((label) => 13 + label.length * 6.2 + 14);
  const startOf = (index) => M.left + widths.slice(0, index).reduce((sum, width) => sum + width, 0);
  const keys = legend.map(
    (label, index) =>
      `<rect x="${startOf(index).toFixed(1)}" y="${H - 9}" width="9" height="9" fill="${COLOURS[index]}"/>${text(startOf(index) + 13, H, label)}`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${W} ${H + 6}" font-family="sans-serif" font-size="12" role="img" aria-label="${title}"><rect width="${W}" height="${H + 6}" fill="#fff"/>${text(M.left, 18, title, 'font-weight="bold"')}${grid.join('')}${names.join('')}${draw(x, y, plotW)}${keys.join('')}</svg>\n`;
}

function bars(title, data, labelOf) {
  const most = Math.max(...data.map(({ n }) => n));
  return frame(title, most, data.map(labelOf), (x, y, plotW) =>
    data
      .map(({ n }, index) => {
        const width = (plotW / data.length) * 0.84;
        return `<rect x="${(x(index, data.length) - width / 2).toFixed(1)}" y="${y(n).toFixed(1)}" width="${width.toFixed(1)}" height="${(y(0) - y(n)).toFixed(1)}" fill="${COLOURS[0]}"/>`;
      })
      .join(''),
  );
}

function lines(title, series, labels) {
  const most = Math.max(...series.flatMap(({ values }) => values));
  return frame(
    title,
    most,
    labels,
    (x, y) =>
      series
        .map(({ values }, index) => {
          const points = values.map(
            (value, at) => `${x(at, values.length).toFixed(1)},${y(value).toFixed(1)}`,
          );
          return `<polyline points="${points.join(' ')}" fill="none" stroke="${COLOURS[index]}" stroke-width="2"/>`;
        })
        .join(''),
    series.map(({ name }) => name),
  );
}

/** Values of a long table as one line per name. */
function byName(data) {
  const names = [...new Set(data.map(({ name }) => name))];
  return names.map((name) => ({ name, values: data.filter((row) => row.name === name).map(({ n }) => n) }));
}

const [span] = await rows(
  `SELECT strftime(date_trunc('month', min(begin)), '%Y-%m-%d') AS van, strftime((SELECT datum FROM data_datum), '%Y-%m-01') AS tot FROM prestatie_staand`,
);
const MONTHS = `SELECT unnest(generate_series(DATE '${span.van}', DATE '${span.tot}' - INTERVAL 1 MONTH, INTERVAL 1 MONTH))::DATE AS maand`;
const months = (await rows(`SELECT strftime(maand, '%Y-%m') AS maand FROM (${MONTHS})`)).map(
  ({ maand }) => maand,
);
const yearLabels = months.map((maand) => (maand.endsWith('-07') ? maand.slice(0, 4) : ''));
// Links of one chain of toewijzingen are one traject: same child, provider and type, at most a day between.
await warehouse.query({
  params: [],
  text: `CREATE OR REPLACE TEMP TABLE plot_traject AS SELECT pseudoniem, aanbieder, type, min(begin) AS begin,
      CASE WHEN bool_or(eind IS NULL) THEN NULL ELSE max(eind) END AS eind
    FROM (SELECT *, sum(nieuw::INTEGER) OVER (PARTITION BY pseudoniem, aanbieder, type ORDER BY begin, eind) AS nummer
      FROM (SELECT *, coalesce(begin > max(coalesce(eind, DATE '2099-01-01')) OVER (PARTITION BY pseudoniem, aanbieder, type
        ORDER BY begin, eind ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) + 2, true) AS nieuw FROM zorg_interval))
    GROUP BY pseudoniem, aanbieder, type, nummer`,
});

const ages =
  await rows(`WITH ooit AS (SELECT DISTINCT pseudoniem FROM prestatie_staand WHERE year(begin) = 2024)
  SELECT greatest(2024 - geboorte_jaar - CASE WHEN geboorte_maand > 1 THEN 1 ELSE 0 END, 0) AS leeftijd, count(*) AS n
  FROM ooit JOIN client USING (pseudoniem) GROUP BY 1 ORDER BY 1`);
const durations =
  await rows(`WITH duur AS (SELECT type, eind - begin + 1 AS dagen FROM plot_traject WHERE eind IS NOT NULL AND begin >= DATE '${span.van}'
    AND type IN ('basis-ggz', 'specialistische-ggz', 'jeugd-en-opvoedhulp', 'lvb', 'pleegzorg', 'cit')),
  klassen AS (SELECT unnest(generate_series(0, 36)) AS k)
  SELECT type AS name, k, avg((dagen > k * 30.4)::INTEGER) AS n FROM duur, klassen GROUP BY ALL ORDER BY name, k`);
const waits =
  await rows(`WITH eerste AS (SELECT t.pseudoniem, t.aanbieder, t.gemeente, t.categorie, t.toewijzing_nummer, t.ingangsdatum, min(s.begindatum) AS start
    FROM toewijzing_actueel t JOIN start_actueel s USING (gemeente, toewijzing_nummer) GROUP BY 1, 2, 3, 4, 5, 6
    QUALIFY row_number() OVER (PARTITION BY t.pseudoniem, t.aanbieder, t.categorie ORDER BY t.ingangsdatum) = 1)
  SELECT least((start - ingangsdatum) // 14, 20) AS klasse, count(*) AS n FROM eerste
  WHERE year(start) = 2024 AND start >= ingangsdatum GROUP BY 1 ORDER BY 1`);
const declared =
  await rows(`SELECT strftime(m.maand, '%Y-%m') AS maand, coalesce(sum(bedrag_cents), 0) / 1e8 AS n FROM (${MONTHS}) m
  LEFT JOIN prestatie_staand b ON date_trunc('month', b.begin)::DATE = m.maand GROUP BY 1 ORDER BY 1`);
const stand =
  await rows(`SELECT name, maand, n FROM (SELECT z.type AS name, m.maand, count(DISTINCT pseudoniem) AS n FROM (${MONTHS}) m
    JOIN plot_traject z ON z.begin <= m.maand AND coalesce(z.eind, DATE '2099-01-01') >= m.maand
    WHERE z.type IN ('lvb', 'jeugd-en-opvoedhulp', 'specialistische-ggz', 'basis-ggz', 'gedwongen-kader', 'pleegzorg') GROUP BY ALL)
  ORDER BY name, maand`);
const flow =
  await rows(`WITH b AS (SELECT date_trunc('month', begin)::DATE AS maand, count(*) AS n FROM plot_traject GROUP BY 1),
    e AS (SELECT date_trunc('month', eind)::DATE AS maand, count(*) AS n FROM plot_traject WHERE eind IS NOT NULL GROUP BY 1)
  SELECT 'begint' AS name, m.maand, coalesce(b.n, 0) AS n FROM (${MONTHS}) m LEFT JOIN b USING (maand)
  UNION ALL SELECT 'eindigt', m.maand, coalesce(e.n, 0) FROM (${MONTHS}) m LEFT JOIN e USING (maand) ORDER BY name, maand`);
const surveyed =
  await rows(`SELECT zorgvorm || ' ' || kwartaal AS name, sum(wachtenden) AS n FROM wachttijd_actueel
  WHERE uitvraag = 'regulier' AND zorgvorm IS NOT NULL AND kwartaal IN ('2023-Q2', '2024-Q2') GROUP BY 1 ORDER BY 1`);

mkdirSync(out, { recursive: true });
const klasse = ({ klasse: k }) => (k >= 20 ? '280+' : k % 2 === 0 ? `${k * 14}` : '');
const plots = {
  leeftijden: bars(
    'Clients of 2024 by age on 1 January',
    ages.filter(({ leeftijd }) => leeftijd <= 22),
    ({ leeftijd }) => leeftijd,
  ),
  duren: lines(
    'Share of help that lasts longer than so many months',
    byName(durations),
    Array.from({ length: 37 }, (_, month) => (month % 6 === 0 ? month : '')),
  ),
  wachten: bars('First toewijzing to start in 2024, days', waits, klasse),
  declaraties: bars(
    'Standing amounts per month of care, million euro',
    declared,
    (_, index) => yearLabels[index] ?? '',
  ),
  stand: lines('Children in care on the first of the month', byName(stand), yearLabels),
  stroom: lines('Help that begins and ends per month', byName(flow), yearLabels),
  wachtlijsten: bars('Waiting list by form of care and quarter', surveyed, ({ name }) =>
    name.replace(' 2023-Q2', " '23").replace(' 2024-Q2', " '24").replace('jeugdzorgplus', 'jz+'),
  ),
};
for (const [name, svg] of Object.entries(plots)) writeFileSync(join(out, `${name}.svg`), svg);
process.stdout.write(`${Object.keys(plots).length} plots in ${out}\n`);
await warehouse.close();
