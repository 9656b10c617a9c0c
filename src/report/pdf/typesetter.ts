// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { DocumentPage } from '../document.ts';
import { pageTypst } from './page-typst.ts';
import { withRowHeaders } from './row-headers.ts';

const FONTS = ['400Regular', '400Regular_Italic', '600SemiBold', '700Bold', '700Bold_Italic'];

/** Sets pages as tagged PDF. */
export interface Typesetter {
  /**
   * The page as PDF/UA-1 with outline, language, alternatives and real text; the same page gives the same bytes.
   * Throws: a bug, with what the typesetter said, when the page breaks a rule of PDF/UA-1 (a figure without alternative, a skipped heading).
   */
  pdf(page: DocumentPage): Promise<Uint8Array>;
}

/** A typesetter with our own font and nothing of the machine. Cost: loading the fonts, some 50 ms. */
export function typesetter(): Typesetter {
  const require = createRequire(import.meta.url);
  const fontBlobs = FONTS.map((style) =>
    readFileSync(require.resolve(`@expo-google-fonts/source-sans-3/${style}/SourceSans3_${style}.ttf`)),
  );
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs }], workspace: '/no-files-are-read' });
  return {
    async pdf(page) {
      const compiled = compiler.compile({ mainFileContent: pageTypst(page) });
      const error = compiled.takeError();
      if (error !== null || compiled.result === null) {
        const said = error === null ? 'no document' : JSON.stringify(compiler.fetchDiagnostics(error));
        throw new Error(`${page.pad} cannot be set: ${said}`);
      }
      return await withRowHeaders(
        compiler.pdf(compiled.result, { pdfStandard: 'ua-1', creationTimestamp: 0 }),
      );
    },
  };
}
