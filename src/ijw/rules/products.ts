// SPDX-License-Identifier: EUPL-1.2
import type { PlainDate } from '../../contract/index.ts';
import { EIND_2020 } from './dates.ts';
import { categorieOfCode } from './product-codes.ts';
import { type Binder, type Plaats, regel } from './rule.ts';

/** A class that holds a product with its omvang: where its fields stand. */
interface Vorm {
  readonly klasse: string;
  readonly begin: string;
  readonly einde: string;
}

const VORMEN: Readonly<Record<string, readonly Vorm[]>> = {
  JW301: [{ klasse: 'ToegewezenProduct', begin: 'Ingangsdatum', einde: 'Einddatum' }],
  JW315: [{ klasse: 'AangevraagdProduct', begin: 'ToewijzingIngangsdatum', einde: 'ToewijzingEinddatum' }],
  JW317: [
    { klasse: 'NieuwProduct', begin: 'GewensteIngangsdatum', einde: 'Einddatum' },
    { klasse: 'TeWijzigenProduct', begin: 'GewensteIngangsdatum', einde: 'Einddatum' },
  ],
};

/** Fields of a product that the rules look at. */
interface Fields {
  readonly product: number;
  readonly categorie: number;
  readonly code: number;
  readonly omvang: number;
  readonly eenheid: number;
  readonly frequentie: number;
  readonly budget: number;
  readonly einde: number;
}

function fieldsOf(plaats: Plaats, vorm: Vorm): Fields {
  return {
    product: plaats('Product'),
    categorie: plaats('Product/Categorie'),
    code: plaats('Product/Code'),
    omvang: plaats('Omvang'),
    eenheid: plaats('Omvang/Eenheid'),
    frequentie: plaats('Omvang/Frequentie'),
    budget: plaats('Budget'),
    einde: plaats(vorm.einde),
  };
}

/** One check for every product class of the message; `zonderProduct` leaves out TeWijzigenProduct, which names none. */
function perProduct(
  bind: Binder,
  op: (vorm: Vorm) => string,
  check: (fields: Fields) => () => boolean,
  zonderProduct = true,
): void {
  for (const vorm of VORMEN[bind.soort] ?? []) {
    if (!zonderProduct && vorm.klasse === 'TeWijzigenProduct') continue;
    bind.elk(vorm.klasse, op(vorm), (plaats) => check(fieldsOf(plaats, vorm)));
  }
}

/** CD080, CD095 and CD096 for the class of their message. */
function omvangWithoutCode(bind: Binder): void {
  const { velden } = bind;
  const check = (fields: Fields) => () => {
    if (velden.has(fields.code) || !velden.has(fields.omvang) || velden.isUnreadable(fields.einde))
      return true;
    const end = velden.date(fields.einde);
    return end !== undefined && end <= EIND_2020;
  };
  perProduct(bind, () => 'Omvang', check, false);
}

/** CS338 and CS343 for the classes of their message. */
function frequentieFitsEenheid(bind: Binder): void {
  const { velden } = bind;
  perProduct(
    bind,
    () => 'Omvang/Frequentie',
    (fields) => () => {
      const unit = velden.text(fields.eenheid);
      const frequency = velden.text(fields.frequentie);
      if (unit === undefined || frequency === undefined || velden.isUnreadable(fields.einde)) return true;
      if (!['14', '16', '83', '84'].includes(unit)) return true;
      const end = velden.date(fields.einde);
      if (end !== undefined && end <= EIND_2020) return true;
      return frequency === '2' || frequency === '4' || frequency === '6';
    },
  );
}

/** A product and the period it is assigned or asked for. */
interface Stapel {
  readonly categorie: string | undefined;
  readonly code: string | undefined;
  readonly begin: PlainDate;
  readonly einde: PlainDate | undefined;
}

const MAX_COMPARED = 500;

/** TR302, TR386 and TR410: the same product does not occur twice in overlapping periods. */
function noOverlap(bind: Binder, vorm: Vorm, binnen: string): void {
  const { velden } = bind;
  const seen: Stapel[] = [];
  bind.bijBegin(binnen, () => {
    seen.length = 0;
  });
  bind.elk(vorm.klasse, '', (plaats) => {
    const fields = fieldsOf(plaats, vorm);
    const begin = plaats(vorm.begin);
    const reden = plaats('RedenWijziging');
    return () => {
      const from = velden.date(begin);
      if (from === undefined || velden.isUnreadable(fields.einde)) return true;
      const to = velden.date(fields.einde);
      const why = velden.text(reden);
      if (why === '13' || (why === '01' && to === from)) return true;
      const next: Stapel = {
        categorie: velden.text(fields.categorie),
        code: velden.text(fields.code),
        begin: from,
        einde: to,
      };
      if (seen.length >= MAX_COMPARED || (next.categorie === undefined && velden.has(fields.product)))
        return true;
      const clash = seen.some((other) => isSameProduct(other, next) && overlaps(other, next));
      seen.push(next);
      return !clash;
    };
  });
}

function isSameProduct(a: Stapel, b: Stapel): boolean {
  if (a.categorie === undefined || b.categorie === undefined) return true;
  return a.categorie === b.categorie && (a.code === undefined || b.code === undefined || a.code === b.code);
}

function overlaps(a: Stapel, b: Stapel): boolean {
  return (b.einde === undefined || a.begin <= b.einde) && (a.einde === undefined || b.begin <= a.einde);
}

/** Rules about products, their size and their period, in toewijzingen and requests. */
export const productRules = [
  regel({
    code: 'CD041',
    betekenis: 'Omvang is filled when the product has a Code.',
    berichten: ['JW301', 'JW315', 'JW317'],
    bind: (bind) =>
      perProduct(
        bind,
        () => 'Omvang',
        (fields) => () => !bind.velden.has(fields.code) || bind.velden.has(fields.omvang),
        false,
      ),
  }),
  regel({
    code: 'CD075',
    betekenis: 'The end date is filled when Budget is.',
    berichten: ['JW301', 'JW315', 'JW317'],
    bind: (bind) =>
      perProduct(
        bind,
        (vorm) => vorm.einde,
        (fields) => () => !bind.velden.has(fields.budget) || bind.velden.has(fields.einde),
      ),
  }),
  regel({
    code: 'CD076',
    betekenis: 'The end date is filled when Frequentie is 2; in release 3.0 also when it is 6.',
    berichten: ['JW301', 'JW315', 'JW317'],
    bind(bind) {
      const codes = bind.release === '3.0' ? ['2', '6'] : ['2'];
      perProduct(
        bind,
        (vorm) => vorm.einde,
        (fields) => () => {
          const frequency = bind.velden.text(fields.frequentie);
          return frequency === undefined || !codes.includes(frequency) || bind.velden.has(fields.einde);
        },
      );
    },
  }),
  regel({
    code: 'CD077',
    betekenis: 'Omvang is empty when Budget is filled.',
    berichten: ['JW301', 'JW315', 'JW317'],
    bind: (bind) =>
      perProduct(
        bind,
        () => 'Omvang',
        (fields) => () => !bind.velden.has(fields.budget) || !bind.velden.has(fields.omvang),
      ),
  }),
  regel({
    code: 'CD078',
    betekenis: 'Budget is empty when Omvang is filled.',
    berichten: ['JW301', 'JW315', 'JW317'],
    bind: (bind) =>
      perProduct(
        bind,
        () => 'Budget',
        (fields) => () => !bind.velden.has(fields.omvang) || !bind.velden.has(fields.budget),
      ),
  }),
  regel({
    code: 'CD079',
    betekenis: 'Product is filled when Budget is empty.',
    berichten: ['JW301', 'JW315', 'JW317'],
    bind: (bind) =>
      perProduct(
        bind,
        () => 'Product',
        (fields) => () => bind.velden.has(fields.budget) || bind.velden.has(fields.product),
        false,
      ),
  }),
  regel({
    code: 'CD080',
    betekenis: 'Omvang is empty when the product has no Code and ends after 2020 or not at all.',
    berichten: ['JW301'],
    bind: omvangWithoutCode,
  }),
  regel({
    code: 'CD095',
    betekenis: 'Omvang is empty when the requested product has no Code and ends after 2020 or not at all.',
    berichten: ['JW315'],
    bind: omvangWithoutCode,
  }),
  regel({
    code: 'CD096',
    betekenis: 'Omvang is empty when the new product has no Code and ends after 2020 or not at all.',
    berichten: ['JW317'],
    bind: omvangWithoutCode,
  }),
  regel({
    code: 'CS338',
    betekenis:
      'Frequentie is 2, 4 or 6 when Eenheid is 14, 16, 83 or 84 and the period ends after 2020 or not at all.',
    berichten: ['JW301', 'JW317'],
    bind: frequentieFitsEenheid,
  }),
  regel({
    code: 'CS343',
    betekenis:
      'Frequentie of a requested product is 2, 4 or 6 when Eenheid is 14, 16, 83 or 84 and it ends after 2020 or not at all.',
    berichten: ['JW315'],
    bind: frequentieFitsEenheid,
  }),
  regel({
    code: 'CS104',
    betekenis: 'Frequentie is not 3 or 5 when the period ends after 2020 or not at all.',
    berichten: ['JW301', 'JW315', 'JW317'],
    tot: '3.1',
    bind(bind) {
      const { velden } = bind;
      perProduct(
        bind,
        () => 'Omvang/Frequentie',
        (fields) => () => {
          const frequency = velden.text(fields.frequentie);
          if ((frequency !== '3' && frequency !== '5') || velden.isUnreadable(fields.einde)) return true;
          const end = velden.date(fields.einde);
          return end !== undefined && end <= EIND_2020;
        },
      );
    },
  }),
  regel({
    code: 'CS335',
    betekenis: 'RedenWijziging is 13 only when Einddatum equals Ingangsdatum.',
    berichten: ['JW301'],
    vanaf: '3.1',
    bind(bind) {
      bind.elk('ToegewezenProduct', 'RedenWijziging', (plaats) => {
        const reden = plaats('RedenWijziging');
        const begin = plaats('Ingangsdatum');
        const einde = plaats('Einddatum');
        const { velden } = bind;
        return () => {
          if (velden.text(reden) !== '13' || velden.isUnreadable(begin) || velden.isUnreadable(einde))
            return true;
          return velden.date(begin) === velden.date(einde);
        };
      });
    },
  }),
  regel({
    code: 'CS336',
    betekenis: 'RedenWijziging 01 is no longer used.',
    berichten: ['JW301'],
    vanaf: '3.1',
    bind(bind) {
      bind.elk('ToegewezenProduct', 'RedenWijziging', (plaats) => {
        const reden = plaats('RedenWijziging');
        return () => bind.velden.text(reden) !== '01';
      });
    },
  }),
  regel({
    code: 'TR302',
    beperking: 'The first 500 products of a message are compared with each other.',
    betekenis:
      'The same product is not assigned twice in overlapping periods, deleted toewijzingen left out.',
    berichten: ['JW301'],
    bind: (bind) => noOverlap(bind, VORMEN.JW301?.[0] as Vorm, 'Client'),
  }),
  regel({
    code: 'TR386',
    beperking: 'The first 500 products of a message are compared with each other.',
    betekenis: 'The same product is not requested twice in overlapping periods.',
    berichten: ['JW315'],
    bind: (bind) => noOverlap(bind, VORMEN.JW315?.[0] as Vorm, 'Client'),
  }),
  regel({
    code: 'TR410',
    beperking: 'The first 500 products of a message are compared with each other.',
    betekenis: 'The same new product is not asked for twice in overlapping periods.',
    berichten: ['JW317'],
    bind: (bind) => noOverlap(bind, VORMEN.JW317?.[0] as Vorm, 'Client'),
  }),
  regel({
    code: 'TR381',
    betekenis: 'A product code of the national list belongs to the category it is given with.',
    berichten: ['JW301', 'JW305', 'JW307', 'JW315', 'JW317', 'JW323'],
    niveau: 4,
    retourcode: 'S329',
    severity: 'waarschuwing',
    beperking: 'Codes outside the national list (JZ021, February 2025) are local and not judged.',
    bind(bind) {
      const check = (klasse: string, categorie: string, code: string): void =>
        bind.elk(klasse, code, (plaats) => {
          const category = plaats(categorie);
          const product = plaats(code);
          return () => {
            const given = bind.velden.text(category);
            const text = bind.velden.text(product);
            if (given === undefined || text === undefined) return true;
            const known = categorieOfCode(text);
            return known === undefined || known === given;
          };
        });
      if (bind.soort === 'JW323') check('Prestatie', 'ProductCategorie', 'ProductCode');
      else check('Product', 'Categorie', 'Code');
    },
  }),
];
