// SPDX-License-Identifier: EUPL-1.2
// Writes docs/method/: one page per indicator in Dutch and English, from its definition, explanation and worked cases; and the JSON Schema of
// definitions; and the glossary from indicatoren/begrippen.yaml. With --check it writes nothing and exits 1 when a file is not what it should be. Run `node scripts/build.mjs` first.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkDefinition, definitionSchema, wordsWithParameters } from '../dist/src/indicators/index.js';
import { readBegrippen, readYaml } from '../dist/src/policy/index.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const check = process.argv.includes('--check');

const WORDS = {
  nl: {
    other: 'In English',
    version: (file, date) => `Definitie \`${file}\`, geldig vanaf ${date}.`,
    older: (id, dates) =>
      `Dit is de nieuwste versie, en die wordt gebruikt. Een oudere (${dates.join(', ')}) is te berekenen met \`--definition ${id}@${dates[0]}\`.`,
    status: {
      landelijk: 'Landelijke definitie.',
      regionaal: 'Definitie van de monitor van de regio.',
      voorgesteld: '**Voorgestelde definitie**: er is geen landelijke gevonden; deze is van ons.',
      'in-ontwikkeling': '**Definitie in ontwikkeling**: zij ligt nog niet vast en kan veranderen.',
    },
    definition: 'Definitie',
    counted: 'Wat wordt geteld',
    population: 'Populatie',
    unit: 'Eenheid',
    periods: 'Perioden',
    splits: 'Uitsplitsingen',
    formula: { verhouding: ' / ', groei: ' / ', aandeel: ' / ' },
    after_formula: {
      groei: ', min 1',
      'kaplan-meier': ': mediaan volgens Kaplan-Meier',
      overleving: ': aandeel dat langer duurt, volgens Kaplan-Meier',
      mediaan: ': mediaan',
      p90: ': negentigste percentiel',
    },
    column: {
      variant: 'Variant',
      name: 'Naam',
      formula: 'Berekening',
      parameter: 'Parameter',
      standard: 'Standaard',
      meaning: 'Betekenis',
    },
    after: (naam, dagen) =>
      dagen === 0
        ? `Het cijfer is pas bekend als de gegevens tot het einde van de periode reiken (\`${naam}\`). Tot dan: *nog niet bekend*.`
        : `Het cijfer is pas bekend als de gegevens ${dagen} dagen verder reiken dan de periode (\`${naam}\`). Tot dan: *nog niet bekend*.`,
    before: (naam, dagen) =>
      `Beginnen de gegevens minder dan ${dagen} dagen voor de periode (\`${naam}\`), dan is het cijfer gemerkt als *onvolledig*.`,
    interval: {
      wilson:
        'Bij elk aandeel hoort een 95%-interval volgens Wilson: zo ver kan toeval het aandeel verschuiven. Overlappen twee intervallen ruim, trek dan geen conclusie uit het verschil.',
    },
    beside: 'Lees hierbij:',
    sensitive: 'Gevoelig voor een breuk door',
    sources: 'Bronnen',
    cases: 'Uitgewerkte gevallen',
    casesIntro:
      'Verzonnen kinderen in een verzonnen regio. Deze gevallen worden bij elke wijziging van de software opnieuw doorgerekend, door de echte rekenmachine en door een tweede die er los van staat.',
    messages: 'Berichten',
    rows: 'Regels uit de opgave',
    figures: 'Cijfers die eruit moeten komen',
    area: 'Gebied',
    period: 'Periode',
    split: 'Uitsplitsing',
    variant: 'Variant',
    setting: 'Anders dan standaard',
    value: 'Waarde',
    index: 'Indicatoren',
    glossary: 'Begrippenlijst',
    also: 'Ook',
    see: 'Zie',
    source: 'Bron',
    chapters: (numbers) => `In de begrippenlijst van hoofdstuk ${numbers} van de monitor.`,
  },
  en: {
    other: 'In het Nederlands',
    version: (file, date) => `Definition \`${file}\`, valid from ${date}.`,
    older: (id, dates) =>
      `This is the newest version, and the one in use. An older one (${dates.join(', ')}) can be computed with \`--definition ${id}@${dates[0]}\`.`,
    status: {
      landelijk: 'National definition.',
      regionaal: 'Definition of the monitor of the region.',
      voorgesteld: '**Proposed definition**: no national one was found; this one is ours.',
      'in-ontwikkeling': '**Definition in development**: it is not settled yet and may change.',
    },
    definition: 'Definition',
    counted: 'What is counted',
    population: 'Population',
    unit: 'Unit',
    periods: 'Periods',
    splits: 'Splits',
    formula: { verhouding: ' / ', groei: ' / ', aandeel: ' / ' },
    after_formula: {
      groei: ', minus 1',
      'kaplan-meier': ': median after Kaplan-Meier',
      overleving: ': share that lasts longer, after Kaplan-Meier',
      mediaan: ': median',
      p90: ': ninetieth percentile',
    },
    column: {
      variant: 'Variant',
      name: 'Name',
      formula: 'Formula',
      parameter: 'Parameter',
      standard: 'Default',
      meaning: 'Meaning',
    },
    after: (naam, dagen) =>
      dagen === 0
        ? `The figure is not known until the data reach the end of the period (\`${naam}\`). Until then: *not yet known*.`
        : `The figure is not known until the data reach ${dagen} days past the period (\`${naam}\`). Until then: *not yet known*.`,
    before: (naam, dagen) =>
      `When the data begin less than ${dagen} days before the period (\`${naam}\`), the figure is marked *incomplete*.`,
    interval: {
      wilson:
        'Every share has a 95 % interval after Wilson: so far chance can move the share. When two intervals overlap widely, draw no conclusion from the difference.',
    },
    beside: 'Read beside it:',
    sensitive: 'Sensitive to a break by',
    sources: 'Sources',
    cases: 'Worked cases',
    casesIntro:
      'Invented children in an invented region, told in Dutch. These cases are computed again with every change of the software, by the real engine and by a second one that shares no code with it.',
    messages: 'Messages',
    rows: 'Rows of the file',
    figures: 'Figures they must give',
    area: 'Area',
    period: 'Period',
    split: 'Split',
    variant: 'Variant',
    setting: 'Other than default',
    value: 'Value',
    index: 'Indicators',
    glossary: 'Glossary',
    also: 'Also',
    see: 'See',
    source: 'Source',
    chapters: (numbers) => `In the glossary of chapter ${numbers} of the monitor.`,
  },
};

function page(id, language) {
  const words = WORDS[language];
  const folder = join(root, 'indicatoren', id);
  const versions = readdirSync(folder)
    .filter((name) => /^\d{4}-\d\d-\d\d\.yaml$/.test(name))
    .sort();
  const version = versions.at(-1);
  const older = versions.slice(0, -1).map((name) => name.replace('.yaml', ''));
  const file = `indicatoren/${id}/${version}`;
  const plek = { id, geldigVanaf: version?.replace('.yaml', ''), indicatoren: ids };
  const definition = checkDefinition(readYaml(file, readFileSync(join(root, file), 'utf8')), plek);
  const cases = readYaml('gevallen.yaml', readFileSync(join(folder, 'gevallen.yaml'), 'utf8')).value;
  const other = language === 'nl' ? 'en' : 'nl';
  return [
    `# ${definition.naam[language]}`,
    `${words.version(file, definition.geldigVanaf)} ${statusText(definition, words)} [${words.other}](${id}.${other}.md)`,
    older.length > 0 ? words.older(id, older) : '',
    wordsWithParameters(
      readFileSync(join(folder, `toelichting.${language}.md`), 'utf8').trim(),
      definition.parameters,
    ),
    `## ${words.definition}`,
    definitionList(definition, language),
    definition.varianten.length > 0 ? variantTable(definition, language) : '',
    definition.parameters.length > 0 ? parameterTable(definition, language) : '',
    intervalText(definition, words),
    ...completeness(definition, 'naloop', words.after),
    ...completeness(definition, 'voorloop', words.before),
    definition.naast.length > 0
      ? `${words.beside} ${definition.naast.map((id) => `[${id}](${id}.${language}.md)`).join(', ')}.`
      : '',
    `## ${words.cases}`,
    words.casesIntro,
    ...cases.map((geval) => caseText(geval, language)),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
}

/** What its interval means; with the variants that have one, when not all do. */
function intervalText({ interval, varianten }, words) {
  if (interval !== undefined) return words.interval[interval];
  const own = varianten.filter((variant) => variant.interval !== undefined);
  return own.length === 0 ? '' : `${own.map(({ id }) => id).join(', ')}: ${words.interval[own[0].interval]}`;
}

/** Whose definition it is; per variant where they differ. */
function statusText({ status, varianten }, words) {
  const statuses = [...new Set(varianten.map((variant) => variant.status ?? status))];
  if (statuses.length === 1) return words.status[statuses[0]];
  return statuses
    .map((one) => {
      const own = varianten.filter((variant) => (variant.status ?? status) === one).map(({ id }) => id);
      return `${own.join(', ')}: ${words.status[one]}`;
    })
    .join(' ');
}

/** One sentence per parameter that a variant waits for, with the variants when not all do. */
function completeness({ varianten, parameters }, key, sentence) {
  const names = [...new Set(varianten.map((variant) => variant[key]).filter(Boolean))];
  return names.map((name) => {
    const own = varianten.filter((variant) => variant[key] === name).map(({ id }) => id);
    const text = sentence(name, parameters.find(({ naam }) => naam === name)?.standaard);
    return own.length === varianten.length ? text : `${own.join(', ')}: ${text}`;
  });
}

function definitionList(definition, language) {
  const words = WORDS[language];
  return [
    `- **${words.counted}.** ${definition.telt[language]}`,
    `- **${words.population}.** ${definition.populatie[language]}`,
    `- **${words.unit}.** ${[...new Set(definition.varianten.map(({ eenheid }) => eenheid))].join(', ')}`,
    `- **${words.periods}.** ${definition.perioden.join(', ')}`,
    `- **${words.splits}.** ${definition.dimensies.join(', ')}`,
    `- **${words.sensitive}** ${definition.gevoeligVoor.join(', ')}.`,
    `- **${words.sources}.** ${definition.bronnen.map(({ soort, tekst }) => `${tekst} (${soort})`).join('; ')}.`,
  ].join('\n');
}

function variantTable({ varianten }, language) {
  const words = WORDS[language];
  return table(
    [words.column.variant, words.column.name, words.column.formula],
    varianten.map(({ id, naam, berekening, teller, noemer }) => [
      id || '–',
      naam[language],
      formulaText(teller.tekst[language], noemer?.tekst[language], words.formula[berekening]) +
        (words.after_formula[berekening] ?? ''),
    ]),
  );
}

/** A division, or a distribution with over how many it is taken. */
function formulaText(teller, noemer, division) {
  if (noemer === undefined) return teller;
  return division === undefined ? `${teller} (n = ${noemer})` : `${teller}${division}${noemer}`;
}

function parameterTable({ parameters }, language) {
  const { column } = WORDS[language];
  return table(
    [column.parameter, column.standard, column.meaning],
    parameters.map(({ naam, standaard, tekst }) => [`\`${naam}\``, standaard, tekst[language]]),
  );
}

function caseText(geval, language) {
  const words = WORDS[language];
  const children = Object.entries(geval.kinderen ?? {}).map(
    ([naam, { geboren }]) => `${naam} (geboren ${geboren})`,
  );
  const used = (key) => geval.cijfers.some((cijfer) => cijfer[key] !== undefined);
  const columns = [
    [words.area, ({ gebied }) => gebied],
    [words.period, ({ periode }) => periode],
    ...(used('uitsplitsing') ? [[words.split, ({ uitsplitsing }) => pairs(uitsplitsing)]] : []),
    ...(used('variant') ? [[words.variant, ({ variant }) => variant ?? '']] : []),
    ...(used('parameters') || used('samenstelling')
      ? [
          [
            words.setting,
            ({ parameters, samenstelling }) =>
              [pairs(parameters), samenstelling ?? ''].filter(Boolean).join(', '),
          ],
        ]
      : []),
    [
      words.value,
      ({ waarde, teller, noemer }) =>
        `${String(waarde).replaceAll('_', ' ')}${teller === undefined ? '' : ` (${teller} / ${noemer})`}`,
    ],
  ];
  return [
    `### ${geval.geval}`,
    geval.uitleg.trim(),
    ...(geval.berichten === undefined
      ? []
      : [
          `${words.messages}${children.length > 0 ? ` (${children.join(', ')})` : ''}:`,
          geval.berichten.flatMap(messageLines).join('\n'),
        ]),
    ...Object.entries(geval.bronnen ?? {}).map(
      ([soort, rijen]) => `${words.rows} \`${soort}\`:\n\n${rowTable(rijen)}`,
    ),
    `${words.figures}:`,
    table(
      columns.map(([name]) => name),
      geval.cijfers.map((cijfer) => columns.map(([, of]) => of(cijfer))),
    ),
  ].join('\n\n');
}

/** Rows of a file, by the columns that are used; many equal ones are told as one. */
function rowTable(rijen) {
  const columns = [...new Set(rijen.flatMap((rij) => Object.keys(rij)))];
  const shown = columns.filter((name) => !['eigen_nummer', 'afzender'].includes(name) || rijen.length < 12);
  const lines = rijen.map((rij) => JSON.stringify(shown.map((name) => rij[name] ?? '')));
  const times = (line) => lines.filter((other) => other === line).length;
  const unique = [...new Set(lines)];
  const counted = unique.length < lines.length;
  return table(
    [...(counted ? ['×'] : []), ...shown],
    unique.map((line) => [...(counted ? [times(line)] : []), ...JSON.parse(line)]),
  );
}

function messageLines(bericht) {
  const { op, gemeente, aanbieder, kind, product } = bericht;
  if (bericht.verzoek !== undefined)
    return [
      `- ${op}: verzoek ${bericht.verzoek} van ${aanbieder} aan ${gemeente} voor ${kind}, verwijzer ${bericht.verwijzer}`,
    ];
  if (bericht.toewijzing !== undefined) {
    const extra = [
      bericht.einde ? `tot en met ${bericht.einde}` : '',
      bericht.opVerzoek ? `op verzoek ${bericht.opVerzoek}` : '',
    ].filter(Boolean);
    return [
      `- ${op}: ${gemeente} wijst ${kind} ${product} van ${aanbieder} toe (toewijzing ${bericht.toewijzing}${extra.map((text) => `, ${text}`).join('')})`,
    ];
  }
  if (bericht.start !== undefined)
    return [
      `- ${op}: start van toewijzing ${bericht.start} op ${bericht.begin}${bericht.verwijderd ? ' (ingetrokken)' : ''}`,
    ];
  if (bericht.stop !== undefined)
    return [`- ${op}: stop van toewijzing ${bericht.stop} op ${bericht.eind}, reden ${bericht.reden}`];
  if (bericht.antwoord !== undefined) {
    const outcome =
      bericht.weigert === undefined ? 'akkoord' : `geweigerd: ${[bericht.weigert].flat().join(', ')}`;
    return [`- ${op}: antwoord op declaratie ${bericht.antwoord}, ${outcome}`];
  }
  return [
    `- ${op}: declaratie ${bericht.declaratie} van ${aanbieder} aan ${gemeente}`,
    ...bericht.regels.map(lineText),
  ];
}

function lineText({ regel, crediteert, kind, product: type, begin, eind, euro, volume }) {
  return crediteert === undefined
    ? `  - ${regel}: ${kind}, ${type}, ${begin} tot en met ${eind}, ${volume === undefined ? '' : `${volume} eenheden, `}€ ${euro}`
    : `  - ${regel}: credit van ${crediteert}`;
}

function pairs(record = {}) {
  return Object.entries(record)
    .map(([key, value]) => `${key} ${value}`)
    .join(', ');
}

function table(head, rows) {
  const cell = (value) => String(value).replaceAll('|', '\\|');
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');
}

const ids = readdirSync(join(root, 'indicatoren'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();
const pages = new Map(
  ids.flatMap((id) => ['nl', 'en'].map((language) => [`${id}.${language}.md`, page(id, language)])),
);
const begrippen = readBegrippen(
  readYaml('begrippen.yaml', readFileSync(join(root, 'indicatoren', 'begrippen.yaml'), 'utf8')),
  ids,
);
for (const language of ['nl', 'en']) pages.set(`begrippen.${language}.md`, glossary(language));

/** Terms in the order of the language; one with the id of an indicator leads to its page, and so do those it refers to. */
function glossary(language) {
  const words = WORDS[language];
  const other = language === 'nl' ? 'en' : 'nl';
  const link = (id) => {
    const begrip = begrippen.find((candidate) => candidate.id === id);
    return begrip === undefined ? `[${id}](${id}.${language}.md)` : `[${begrip.term[language]}](#${id})`;
  };
  const terms = begrippen.toSorted((a, b) => a.term[language].localeCompare(b.term[language], language));
  return [
    `# ${words.glossary}`,
    `[${words.other}](begrippen.${other}.md)`,
    ...terms.flatMap(({ id, term, ook, uitleg, hoofdstukken, zie, bron }) => [
      `## <a id="${id}"></a>${term[language]}`,
      [
        uitleg[language],
        ...(hoofdstukken.length > 0 ? [words.chapters(hoofdstukken.join(', '))] : []),
        ...(ook.length > 0 ? [`${words.also}: ${ook.join(', ')}.`] : []),
        ...(ids.includes(id) ? [`${words.definition}: [${id}](${id}.${language}.md).`] : []),
        ...(zie.length > 0 ? [`${words.see}: ${zie.map(link).join(', ')}.`] : []),
        ...(bron === undefined ? [] : [`${words.source}: ${bron}.`]),
      ].join(' '),
    ]),
  ]
    .join('\n\n')
    .concat('\n');
}

const links = (language) => ids.map((id) => `- [${id}](${id}.${language}.md)`).join('\n');
pages.set(
  'README.md',
  `# ${WORDS.nl.index}\n\n[${WORDS.nl.glossary}](begrippen.nl.md)\n\n${links('nl')}\n\n# ${WORDS.en.index}\n\n[${WORDS.en.glossary}](begrippen.en.md)\n\n${links('en')}\n`,
);

const folder = join(root, 'docs', 'method');
const files = new Map([...pages].map(([name, text]) => [join(folder, name), text]));
files.set(
  join(root, 'docs', 'reference', 'definitie.schema.json'),
  `${JSON.stringify(definitionSchema(), null, 2)}\n`,
);
mkdirSync(folder, { recursive: true });
const stale = [...files].filter(([file, text]) => !existsSync(file) || readFileSync(file, 'utf8') !== text);
if (!check) for (const [file, text] of stale) writeFileSync(file, text);
console.log(`${files.size} pages, ${stale.length} ${check ? 'not up to date' : 'written'}`);
if (check && stale.length > 0) {
  console.error(
    `Run: node scripts/method-pages.mjs   (${stale.map(([file]) => relative(root, file)).join(', ')})`,
  );
  process.exit(1);
}
