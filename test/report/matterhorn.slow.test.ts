// SPDX-License-Identifier: EUPL-1.2
// Conditions of the Matterhorn protocol 1.1 (PDF/UA-1) that a program can check, over a paper of every kind. What is not covered: docs/reference/pdf-ua.md.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { monitorDocuments, renderPapers } from '../../src/report/index.ts';
import { isDict, isName, isRef, operators, type PdfDict, PdfFile, type PdfValue } from './pdf-reader.ts';
import { writtenSource } from './written-release.ts';

const source = writtenSource();
const wanted = ['monitor.pdf', 'monitor.en.pdf', 'monitor-den-haag.pdf', 'brief-delft.pdf'];
const documents = monitorDocuments(source).filter(({ paper }) => wanted.includes(paper?.href ?? ''));
const papers = (
  await renderPapers(documents.filter(({ pad, paper }) => paper?.href === pad.replace(/html$/, 'pdf')))
)
  .filter(({ pad }) => pad.endsWith('.pdf'))
  .map(({ pad, inhoud }) => ({ pad, pdf: new PdfFile(Buffer.from(inhoud)) }));

/** One element of the structure tree. */
interface Element {
  readonly type: string;
  readonly dict: PdfDict;
  readonly children: readonly Element[];
  readonly parent: string;
}

function structure(pdf: PdfFile): Element[] {
  const root = pdf.dict(pdf.catalog, 'StructTreeRoot') ?? assert.fail('no structure tree');
  const read = (value: PdfValue, parent: string): Element[] => {
    const dict = pdf.at(value);
    if (!isDict(dict) || !dict.dict.has('S')) return [];
    const type = pdf.name(dict, 'S');
    const children = pdf.list(dict, 'K').flatMap((child) => read(child, type));
    return [{ type, dict, children, parent }];
  };
  return pdf.list(root, 'K').flatMap((child) => read(child, 'StructTreeRoot'));
}

function flat(elements: readonly Element[]): Element[] {
  return elements.flatMap((element) => [element, ...flat(element.children)]);
}

function each(check: (pdf: PdfFile, pad: string, elements: readonly Element[]) => void): void {
  assert.deepEqual(papers.map(({ pad }) => pad).sort(), [...wanted].sort());
  for (const { pad, pdf } of papers) check(pdf, pad, flat(structure(pdf)));
}

const STANDARD = new Set(
  'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form'.split(
    ' ',
  ),
);

test('01-003, 01-004, 01-005: all content is tagged or an artifact, and none is both', () => {
  each((pdf, pad) => {
    for (const page of pdf.ofType('Page')) {
      const contents = pdf.list(page, 'Contents').map((part) => pdf.at(part));
      const stack: string[] = [];
      for (const part of contents) {
        assert.ok(isDict(part) && part.stream, pad);
        for (const { operator, operands } of operators(part.stream)) {
          if (operator === 'BDC' || operator === 'BMC') {
            const [tag] = operands;
            assert.ok(isName(tag));
            assert.ok(
              stack.length === 0 || !stack.includes('Artifact') || tag.name === 'Artifact',
              `${pad}: tag in artifact`,
            );
            stack.push(tag.name);
          } else if (operator === 'EMC') stack.pop();
          else if (
            ['Tj', 'TJ', "'", '"', 'f', 'F', 'f*', 'S', 's', 'B', 'b', 'B*', 'b*', 'Do', 'sh'].includes(
              operator,
            )
          ) {
            assert.ok(stack.length > 0, `${pad}: ${operator} outside marked content`);
          }
        }
      }
      assert.equal(stack.length, 0, `${pad}: marked content is closed`);
    }
  });
});

test('02-001, 02-003, 02-004: every structure type is a standard one or leads to one, and none is mapped in a circle', () => {
  each((pdf, pad, elements) => {
    const root = pdf.dict(pdf.catalog, 'StructTreeRoot') ?? assert.fail();
    const roles = pdf.dict(root, 'RoleMap');
    for (const { type } of elements) {
      let name = type;
      for (let steps = 0; !STANDARD.has(name); steps += 1) {
        assert.ok(steps < 5, `${pad}: ${type} goes in a circle`);
        name = roles ? pdf.name(roles, name) : '';
        assert.notEqual(name, '', `${pad}: ${type} has no standard type`);
      }
      assert.ok(!(STANDARD.has(type) && roles?.dict.has(type)), `${pad}: standard type ${type} is remapped`);
    }
  });
});

test('05-001, 06-001 to 06-004, 07-001, 07-002, 11-006: the file says what it is, its title and its language', () => {
  each((pdf, pad) => {
    assert.equal(pdf.get(pdf.dict(pdf.catalog, 'MarkInfo') ?? assert.fail(), 'Marked'), true, pad);
    const suspects = pdf.get(pdf.dict(pdf.catalog, 'MarkInfo') ?? assert.fail(), 'Suspects');
    assert.ok(suspects === null || suspects === false, pad);
    const metadata = pdf.dict(pdf.catalog, 'Metadata')?.stream?.toString('utf8') ?? '';
    assert.match(metadata, /<pdfuaid:part>1<\/pdfuaid:part>|pdfuaid:part="1"/, pad);
    assert.match(metadata, /<dc:title>[\s\S]*?<rdf:li[^>]*>[^<]+<\/rdf:li>/, pad);
    assert.equal(
      pdf.get(pdf.dict(pdf.catalog, 'ViewerPreferences') ?? assert.fail(), 'DisplayDocTitle'),
      true,
      pad,
    );
    assert.match(String(pdf.get(pdf.catalog, 'Lang')), pad.includes('.en.') ? /^en/ : /^nl/, pad);
  });
});

test('09-004 to 09-008: tables, lists and contents are built of the parts that belong in them', () => {
  const within: Readonly<Record<string, readonly string[]>> = {
    TR: ['Table', 'THead', 'TBody', 'TFoot'],
    TH: ['TR'],
    TD: ['TR'],
    THead: ['Table'],
    TBody: ['Table'],
    LI: ['L'],
    LBody: ['LI'],
    TOCI: ['TOC'],
  };
  const only: Readonly<Record<string, readonly string[]>> = {
    Table: ['TR', 'THead', 'TBody', 'TFoot', 'Caption'],
    THead: ['TR'],
    TBody: ['TR'],
    TR: ['TH', 'TD'],
    L: ['L', 'LI', 'Caption'],
    LI: ['Lbl', 'LBody'],
    TOC: ['TOC', 'TOCI', 'Caption'],
  };
  each((_, pad, elements) => {
    for (const { type, parent, children } of elements) {
      assert.ok(within[type]?.includes(parent) ?? true, `${pad}: ${type} in ${parent}`);
      for (const child of children)
        assert.ok(only[type]?.includes(child.type) ?? true, `${pad}: ${child.type} in ${type}`);
    }
    if (!pad.startsWith('brief'))
      assert.ok(
        elements.some(({ type }) => type === 'Table'),
        pad,
      );
  });
});

test('13-004: every figure has an alternative that says something', () => {
  each((pdf, pad, elements) => {
    const figures = elements.filter(({ type }) => type === 'Figure');
    for (const { dict } of figures) assert.ok(String(pdf.get(dict, 'Alt') ?? '').length > 20, pad);
    if (pad === 'monitor.pdf') assert.equal(figures.length, 7);
  });
});

test('14-002, 14-003, 14-006, 14-007: headings begin at the first level and skip none', () => {
  each((_, pad, elements) => {
    assert.ok(
      elements.every(({ type }) => type !== 'H'),
      pad,
    );
    const levels = elements.flatMap(({ type }) => (/^H[1-6]$/.test(type) ? [Number(type.slice(1))] : []));
    assert.equal(levels[0], 1, `${pad}: ${levels.join(' ')}`);
    levels.forEach((level, index) => {
      assert.ok(level <= (levels[index - 1] ?? 0) + 1, `${pad}: ${levels.join(' ')}`);
    });
  });
});

test('15-003: every table has header cells with a scope, every row begins with its own, and rows are of one width', () => {
  each((pdf, pad, elements) => {
    for (const table of elements.filter(({ type }) => type === 'Table')) {
      const cells = flat(table.children);
      const heads = cells.filter(({ type }) => type === 'TH');
      assert.ok(heads.length > 0, pad);
      for (const { dict } of heads) {
        const scopes = pdf.list(dict, 'A').map((attribute) => {
          const own = pdf.at(attribute);
          return isDict(own) ? pdf.name(own, 'Scope') : '';
        });
        assert.ok(
          scopes.some((scope) => ['Column', 'Row', 'Both'].includes(scope)),
          `${pad}: a header without scope`,
        );
      }
      const span = ({ dict }: Element, name: string) =>
        Number(
          pdf
            .list(dict, 'A')
            .map((attribute) => pdf.at(attribute))
            .flatMap((own) => (isDict(own) && own.dict.has(name) ? [pdf.get(own, name)] : []))[0] ?? 1,
        );
      const rows = cells.filter(({ type }) => type === 'TR');
      for (const { children } of rows) assert.equal(children[0]?.type, 'TH', `${pad}: a row without header`);
      const widths = rows.map(({ children }) =>
        children.reduce((sum, child) => sum + span(child, 'ColSpan'), 0),
      );
      const carried = rows.map((_, index) =>
        rows
          .slice(0, index)
          .reduce(
            (sum, { children }, above) =>
              sum + children.filter((child) => above + span(child, 'RowSpan') > index).length,
            0,
          ),
      );
      const whole = widths.map((width, index) => width + (carried[index] ?? 0));
      assert.equal(new Set(whole).size, 1, `${pad}: rows of ${whole.join(', ')}`);
    }
  });
});

test('20-001, 25-001, 26-001, 30-001: no layers, no forms, no encryption, no contents of other files', () => {
  each((pdf, pad) => {
    assert.equal(pdf.get(pdf.catalog, 'OCProperties'), null, pad);
    assert.equal(pdf.get(pdf.catalog, 'AcroForm'), null, pad);
    assert.ok(
      [...pdf.objects.values()].every((value) => !isDict(value) || !value.dict.has('Encrypt')),
      pad,
    );
    assert.ok(
      pdf.ofType('XObject').every((value) => !value.dict.has('Ref')),
      pad,
    );
  });
});

test('28-004, 28-009, 28-011, 28-012: links are tagged, have words, and pages follow the structure', () => {
  each((pdf, pad, elements) => {
    const tagged = new Set(
      elements
        .filter(({ type }) => type === 'Link' || type === 'Reference')
        .flatMap(({ dict }) => pdf.list(dict, 'K'))
        .flatMap((child) => {
          const own = pdf.at(child);
          const object = isDict(own) ? own.dict.get('Obj') : undefined;
          return isRef(object) ? [object.ref] : [];
        }),
    );
    for (const page of pdf.ofType('Page')) {
      const annotations = pdf.list(page, 'Annots');
      if (annotations.length > 0) assert.equal(pdf.name(page, 'Tabs'), 'S', pad);
      for (const reference of annotations) {
        const annotation = pdf.at(reference);
        assert.ok(isDict(annotation) && isRef(reference), pad);
        assert.equal(pdf.name(annotation, 'Subtype'), 'Link', pad);
        assert.ok(tagged.has(reference.ref), `${pad}: a link outside the structure`);
        assert.ok(String(pdf.get(annotation, 'Contents') ?? '').length > 0, `${pad}: a link without words`);
      }
    }
  });
});

test('10-001, 31-009, 31-027: every font is embedded, ours, and maps to Unicode', () => {
  each((pdf, pad) => {
    const fonts = pdf.ofType('Font').filter((font) => pdf.name(font, 'Subtype') === 'Type0');
    assert.ok(fonts.length > 0, pad);
    for (const font of fonts) {
      assert.match(pdf.name(font, 'BaseFont'), /^[A-Z]{6}\+SourceSans3-/, pad);
      assert.ok(pdf.dict(font, 'ToUnicode')?.stream, pad);
      const [descendant] = pdf.list(font, 'DescendantFonts').map((value) => pdf.at(value));
      const descriptor = isDict(descendant) ? pdf.dict(descendant, 'FontDescriptor') : undefined;
      assert.ok(descriptor && ['FontFile2', 'FontFile3'].some((key) => descriptor.dict.has(key)), pad);
    }
    const others = pdf.ofType('Font').map((font) => pdf.name(font, 'Subtype'));
    for (const subtype of others) assert.ok(/^(Type0|CIDFontType[02])$/.test(subtype), `${pad}: ${subtype}`);
  });
});

test('the outline holds every chapter and section in their order', () => {
  each((pdf, pad) => {
    const titles: string[] = [];
    const walk = (entry: PdfDict | undefined): void => {
      for (let next = entry; next; next = pdf.dict(next, 'Next')) {
        titles.push(decoded(String(pdf.get(next, 'Title'))));
        walk(pdf.dict(next, 'First'));
      }
    };
    walk(pdf.dict(pdf.dict(pdf.catalog, 'Outlines') ?? assert.fail(pad), 'First'));
    const page = documents.find(({ paper }) => paper?.href === pad);
    const sections = page?.blocks.flatMap((block) => (block.kind === 'section' ? [block.title] : [])) ?? [];
    for (const title of sections)
      assert.ok(
        titles.some((own) => own.endsWith(title)),
        `${pad}: ${title} not in ${titles.join(' | ')}`,
      );
  });
});

function decoded(text: string): string {
  if (!text.startsWith('\u00fe\u00ff')) return text;
  const bytes = Buffer.from(text.slice(2), 'latin1');
  return bytes.swap16().toString('utf16le');
}
