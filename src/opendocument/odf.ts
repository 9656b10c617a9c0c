// SPDX-License-Identifier: EUPL-1.2
import { storedZip } from './stored-zip.ts';

const PROLOGUE = '<?xml version="1.0" encoding="UTF-8"?>\n';

const NAMESPACES = [
  ...['office', 'table', 'text', 'style', 'meta'].map(
    (name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
  ),
  'xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"',
  'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
  'xmlns:xlink="http://www.w3.org/1999/xlink"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
].join(' ');

/** The parts of an OpenDocument file, as XML inside their root elements. */
export interface OdfParts {
  readonly mime: string;
  readonly title: string;
  readonly language: string;
  readonly styles: string;
  readonly content: string;
}

/** An OpenDocument package (ODF 1.3). Byte-stable: no date and no compression. Source: ISO/IEC 26300. */
export function odfPackage({ mime, title, language, styles, content }: OdfParts): Uint8Array {
  const part = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });
  const entry = (path: string, type: string) =>
    `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`;
  const files = ['meta.xml', 'styles.xml', 'content.xml'].map((path) => entry(path, 'text/xml')).join('');
  return storedZip([
    part('mimetype', mime),
    part(
      'META-INF/manifest.xml',
      `${PROLOGUE}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">${entry('/', mime)}${files}</manifest:manifest>\n`,
    ),
    part(
      'meta.xml',
      root(
        'meta',
        `<office:meta><dc:title>${escaped(title)}</dc:title><dc:language>${language}</dc:language></office:meta>`,
      ),
    ),
    part('styles.xml', root('styles', styles)),
    part('content.xml', root('content', content)),
  ]);
}

/** Text as it stands between tags and in attributes. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function root(name: string, inside: string): string {
  return `${PROLOGUE}<office:document-${name} ${NAMESPACES} office:version="1.3">${inside}</office:document-${name}>\n`;
}
