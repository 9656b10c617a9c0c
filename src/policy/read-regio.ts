// SPDX-License-Identifier: EUPL-1.2
import type {
  ArchiefInstelling,
  GebiedCode,
  GeheimhoudingBeleid,
  GeheimhoudingZone,
  GemeenteCode,
  Groep,
  Lidmaatschap,
  PolicyDocument,
  Reeksbreuk,
  Regio,
  Severity,
  Tegel,
} from '../contract/index.ts';
import { ARCHIEF_INSTELLINGEN, RELEASE_STATUSSEN, TYPEN_JEUGDHULP } from '../contract/index.ts';
import { Checker } from './checker.ts';
import { readAmbities, readThema } from './read-ambities.ts';
import { readUitgever } from './read-uitgever.ts';

const GEMEENTE = { shape: /^GM\d{4}$/, says: 'a gemeente code such as GM0503' };
const ERNST = { shape: /^(fout|waarschuwing|info|uit)$/, says: 'one of: fout, waarschuwing, info, uit' };
const REGEL = /^(?:(?:TR|CD|CS|RS)\d{3}|(?:ijw|ingest|sources|store)\.[a-z0-9-]+)$/;
const ARCHIEF = {
  shape: new RegExp(`^(${ARCHIEF_INSTELLINGEN.join('|')})$`),
  says: ARCHIEF_INSTELLINGEN.join(' or '),
};
const GEBIED = { shape: /^[A-Z]{1,2}\d{1,4}$/, says: 'an area code such as H8, GM0503 or JZ24' };

/**
 * Checks `regio.yaml` and gives the configuration that nobody doubts after that.
 *
 * Throws: `policy.missing`, `policy.wrong-type`, `policy.wrong-value`, `policy.unknown-key`, `policy.unknown-gemeente`, `policy.duplicate`; all problems at once.
 */
export function readRegio(document: PolicyDocument): Regio {
  const check = new Checker(document);
  check.map(
    [],
    [
      'naam',
      'code',
      'basisjaar',
      'publicatiejaar',
      'gemeenten',
      'groepen',
      'drempels',
      'normen',
      'statussen',
      'schalen',
      'breuken',
      'geheimhouding',
      'ernst',
      'archief',
      'ambities',
      'thema',
      'uitgever',
      'adres',
    ],
  );
  const gemeenten = check.list(['gemeenten']).map((_, index) => readLidmaatschap(check, index));
  const codes = gemeenten.map((gemeente) => gemeente.code);
  codes.forEach((code, index) => {
    if (codes.indexOf(code) !== index)
      check.problem('policy.duplicate', ['gemeenten', index, 'code'], `${code} stands here twice`);
  });
  if (codes.length === 0) check.problem('policy.missing', ['gemeenten'], 'list the gemeenten of the region');
  check.map(['drempels'], ['kosten_grens_cent', 'index']);
  check.map(['geheimhouding'], ['open', 'intern']);
  const regio: Regio = {
    naam: check.text(['naam']),
    code: check.text(['code'], {
      shape: /^JZ\d{2}$/,
      says: 'a jeugdregio code of CBS such as JZ24',
    }) as GebiedCode,
    basisjaar: check.number(['basisjaar'], 2015, 2100),
    publicatiejaar: check.number(['publicatiejaar'], 2015, 2100),
    gemeenten,
    groepen: check.list(['groepen']).map((_, index) => readGroep(check, index, codes)),
    drempels: {
      kostenGrensCents: check.number(['drempels', 'kosten_grens_cent'], 1, 1e12),
      ...readIndex(check),
    },
    ...readNormen(check),
    ...readStatussen(check),
    ...readSchalen(check),
    breuken: check.list(['breuken']).map((_, index) => readBreuk(check, index)),
    geheimhouding: readGeheimhouding(check),
    ...readErnst(check),
    ...readArchief(check, document),
    ...readAmbities(check),
    ...readThema(check),
    ...readUitgever(check),
  };
  check.finish();
  return regio;
}

/** `ernst:` may be left out: every rule is as severe as usual. */
function readErnst(check: Checker): Pick<Regio, 'ernst'> {
  if (check.at(['ernst']) === undefined) return {};
  const codes = Object.keys(check.map(['ernst']));
  for (const code of codes.filter((candidate) => !REGEL.test(candidate))) {
    check.problem('policy.wrong-value', ['ernst', code], 'expected a rule such as TR346 or store.start-laat');
  }
  const ernst = codes.map((code) => [code, check.text(['ernst', code], ERNST) as Severity | 'uit'] as const);
  return { ernst: Object.fromEntries(ernst) };
}

function readIndex(check: Checker): Pick<Regio['drempels'], 'index'> {
  const path = ['drempels', 'index'];
  if (check.at(path) === undefined) return {};
  check.map(path, ['bron', 'jaren']);
  const jaren = readYears(check, [...path, 'jaren'], (at) => check.number(at, 0.001, 1e6));
  return { index: { bron: check.text([...path, 'bron']), jaren } };
}

function readNormen(check: Checker): Pick<Regio, 'normen'> {
  if (check.at(['normen']) === undefined) return {};
  check.map(['normen'], ['bron', 'start_dagen']);
  const path = ['normen', 'start_dagen'];
  const names = Object.keys(check.map(path, ['standaard', ...TYPEN_JEUGDHULP]));
  return {
    normen: {
      bron: check.text(['normen', 'bron']),
      startDagen: Object.fromEntries(names.map((name) => [name, check.number([...path, name], 0, 10_000)])),
    },
  };
}

function readStatussen(check: Checker): Pick<Regio, 'statussen'> {
  if (check.at(['statussen']) === undefined) return {};
  const statussen = readYears(check, ['statussen'], (at) => {
    const text = check.text(at);
    const known = RELEASE_STATUSSEN.find((status) => status === text);
    if (known === undefined)
      check.problem('policy.wrong-value', at, `expected one of: ${RELEASE_STATUSSEN.join(', ')}`);
    return known ?? 'voorlopig';
  });
  return { statussen };
}

function readSchalen(check: Checker): Pick<Regio, 'schalen'> {
  if (check.at(['schalen']) === undefined) return {};
  const schalen = Object.keys(check.map(['schalen'])).map((instrument) => {
    const path = ['schalen', instrument];
    check.map(path, ['sd', 'betrouwbaarheid', 'hoger_is_beter']);
    const schaal = {
      sd: check.number([...path, 'sd'], 0.001, 1e6),
      betrouwbaarheid: check.number([...path, 'betrouwbaarheid'], 0, 0.999),
      hogerIsBeter: check.flag([...path, 'hoger_is_beter']),
    };
    return [instrument, schaal] as const;
  });
  return { schalen: Object.fromEntries(schalen) };
}

/** A mapping from calendar years to something. */
function readYears<Value>(
  check: Checker,
  path: readonly string[],
  read: (path: readonly string[]) => Value,
): Readonly<Record<string, Value>> {
  return Object.fromEntries(
    Object.keys(check.map(path)).map((year) => {
      if (!/^\d{4}$/.test(year))
        check.problem('policy.wrong-value', [...path, year], 'give a year of four digits');
      return [year, read([...path, year])];
    }),
  );
}

function readArchief(check: Checker, { value }: PolicyDocument): Pick<Regio, 'archief'> {
  if (typeof value !== 'object' || value === null || !('archief' in value)) return {};
  return { archief: check.text(['archief'], ARCHIEF) as ArchiefInstelling };
}

function readLidmaatschap(check: Checker, index: number): Lidmaatschap {
  const path = ['gemeenten', index];
  const given = check.map(path, ['code', 'naam', 'van', 'tot', 'tegel']);
  const van = check.optionalDate([...path, 'van']);
  const tot = check.optionalDate([...path, 'tot']);
  return {
    code: check.text([...path, 'code'], GEMEENTE) as GemeenteCode,
    naam: check.text([...path, 'naam']),
    ...(van === undefined ? {} : { van }),
    ...(tot === undefined ? {} : { tot }),
    ...('tegel' in given ? { tegel: readTegel(check, [...path, 'tegel']) } : {}),
  };
}

function readTegel(check: Checker, path: readonly (string | number)[]): Tegel {
  if (check.list(path).length !== 2) {
    check.problem('policy.wrong-value', path, 'give the place on the tile map as [row, column], both from 1');
  }
  return { rij: check.number([...path, 0], 1, 30), kolom: check.number([...path, 1], 1, 30) };
}

function readGroep(check: Checker, index: number, known: readonly string[]): Groep {
  const path = ['groepen', index];
  check.map(path, ['code', 'naam', 'gemeenten']);
  const gemeenten = check.list([...path, 'gemeenten']).map((_, at) => {
    const code = check.text([...path, 'gemeenten', at], GEMEENTE);
    if (code !== '' && !known.includes(code)) {
      check.problem(
        'policy.unknown-gemeente',
        [...path, 'gemeenten', at],
        `${code} is not under gemeenten: add it there first`,
      );
    }
    return code as GemeenteCode;
  });
  return {
    code: check.text([...path, 'code'], GEBIED) as GebiedCode,
    naam: check.text([...path, 'naam']),
    gemeenten,
  };
}

function readBreuk(check: Checker, index: number): Reeksbreuk {
  const path = ['breuken', index];
  check.map(path, ['id', 'datum', 'soort', 'gebieden', 'typen', 'oorzaak', 'overbrugd']);
  check.map([...path, 'oorzaak'], ['nl', 'en']);
  const datum = check.optionalDate([...path, 'datum']);
  if (datum === undefined)
    check.problem('policy.missing', [...path, 'datum'], 'give the first day after the break, as YYYY-MM-DD');
  return {
    id: check.text([...path, 'id']),
    datum: datum as Reeksbreuk['datum'],
    ...(check.at([...path, 'soort']) === undefined ? {} : { soort: check.text([...path, 'soort']) }),
    gebieden: check
      .list([...path, 'gebieden'])
      .map((_, at) => check.text([...path, 'gebieden', at], GEBIED) as GebiedCode),
    types: check.list([...path, 'typen']).map((_, at) => {
      const type = check.text([...path, 'typen', at]);
      if (!TYPEN_JEUGDHULP.some((known) => known === type)) {
        check.problem(
          'policy.wrong-value',
          [...path, 'typen', at],
          `expected one of: ${TYPEN_JEUGDHULP.join(', ')}`,
        );
      }
      return type;
    }),
    oorzaak: { nl: check.text([...path, 'oorzaak', 'nl']), en: check.text([...path, 'oorzaak', 'en']) },
    overbrugd: check.flag([...path, 'overbrugd']),
  };
}

/** What anyone may see is protected at least as well as what colleagues may see. */
function readGeheimhouding(check: Checker): GeheimhoudingBeleid {
  const [open, intern] = [readZone(check, 'open'), readZone(check, 'intern')];
  const atLeast = (key: string, ours: number, theirs: number, most = false) => {
    if (most ? ours > theirs : ours < theirs)
      check.problem(
        'policy.wrong-value',
        ['geheimhouding', 'open', key],
        `everyone may see less than colleagues: give ${theirs} (that of intern) or ${most ? 'less' : 'more'}`,
      );
  };
  atLeast('verberg_tot_en_met', open.verbergTotEnMet, intern.verbergTotEnMet);
  atLeast('afronding', open.afronding, intern.afronding);
  atLeast('minimum_noemer', open.minimumNoemer, intern.minimumNoemer);
  atLeast(
    'minimum_antwoorden',
    open.minimumAntwoorden ?? MINIMUM_ANTWOORDEN.open,
    intern.minimumAntwoorden ?? MINIMUM_ANTWOORDEN.intern,
  );
  atLeast('minimum_bijdragers', open.minimumBijdragers, intern.minimumBijdragers);
  atLeast('dominantie', open.dominantie, intern.dominantie, true);
  atLeast('p_procent', open.pProcent, intern.pProcent);
  atLeast('interval_breedte', open.intervalBreedte, intern.intervalBreedte);
  atLeast('bedrag_bescherming', open.bedragBescherming, intern.bedragBescherming);
  if (open.toonNul && !intern.toonNul)
    check.problem('policy.wrong-value', ['geheimhouding', 'open', 'toon_nul'], 'give false, as intern does');
  return { open, intern };
}

const MINIMUM_ANTWOORDEN = { open: 30, intern: 10 } as const;

function readZone(check: Checker, zone: 'open' | 'intern'): GeheimhoudingZone {
  const path = ['geheimhouding', zone];
  check.map(path, [
    'verberg_tot_en_met',
    'toon_nul',
    'afronding',
    'minimum_noemer',
    'minimum_bijdragers',
    'dominantie',
    'p_procent',
    'interval_breedte',
    'bedrag_bescherming',
    'minimum_antwoorden',
  ]);
  return {
    verbergTotEnMet: check.number([...path, 'verberg_tot_en_met'], 0, 1000),
    toonNul: check.flag([...path, 'toon_nul']),
    afronding: check.number([...path, 'afronding'], 0, 1000),
    minimumNoemer: check.number([...path, 'minimum_noemer'], 0, 100_000),
    minimumAntwoorden:
      check.at([...path, 'minimum_antwoorden']) === undefined
        ? MINIMUM_ANTWOORDEN[zone]
        : check.number([...path, 'minimum_antwoorden'], 0, 1000),
    minimumBijdragers: check.number([...path, 'minimum_bijdragers'], 0, 1000),
    dominantie: check.number([...path, 'dominantie'], 0, 1),
    pProcent: check.number([...path, 'p_procent'], 0, 100),
    intervalBreedte: check.number([...path, 'interval_breedte'], 0, 1000),
    bedragBescherming: check.number([...path, 'bedrag_bescherming'], 0, 1),
  };
}
