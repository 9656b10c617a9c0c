// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { writeCbsTabel } from '../../src/sample/bronnen/cbs.ts';
import { parseFigures } from '../../src/sample/figures.ts';
import { lees } from '../sources/lees.ts';
import { figuresFiles, haaglanden } from './haaglanden.ts';

test('the sample brings the published percentages of CBS as a saved table, which the reader takes', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'cbs-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const figures = parseFigures(figuresFiles, haaglanden);
  const own = figures.filter(({ indicator, jaar }) => indicator === 'cbs-jeugdhulp' && jaar >= 2022);
  const [geschreven] = writeCbsTabel(folder, figures, haaglanden, [2022, 2023, 2024]);
  assert.equal(geschreven?.bestanden, 1);
  const { leveringen, findings } = await lees(
    readFileSync(join(folder, 'overige-bronnen', 'cbs', '85098NED.json'), 'utf8'),
  );
  assert.deepEqual(findings, []);
  const rows = leveringen[0]?.rijen.map(({ waarden }) => waarden) ?? [];
  const given = rows.filter(({ waarde }) => waarde !== undefined);
  assert.equal(given.length, own.length);
  const at = (regio: string, periode: string, onderwerp: string) =>
    rows.find((row) => row.regio === regio && row.periode === periode && row.onderwerp === onderwerp);
  assert.equal(at('NL01', '2023JJ00', 'JongerenMetJeugdhulpInNatura_1')?.waarde, 13.9);
  assert.equal(at('NL01', '2023JJ00', 'JongerenMetJeugdhulpInNatura_1')?.periode_status, 'Definitief');
  assert.equal(at('NL01', '2024JJ00', 'JongerenMetJeugdhulpInNatura_1')?.periode_status, 'Voorlopig');
  assert.equal(at('GM0503', '2023JJ00', 'JongerenMetJeugdbescherming_3')?.attribuut, 'Onbekend');
});

test('no published percentages, no table', () => {
  const others = parseFigures(figuresFiles, haaglanden).filter(({ indicator }) => indicator === 'clienten');
  assert.deepEqual(writeCbsTabel('/nergens', others, haaglanden, [2024]), []);
});
