// SPDX-License-Identifier: EUPL-1.2
// Parses the file named on the command line with a parser of npm, and does nothing with what it gives.
// Usage: node dist/bench/ijw-peer-child.js saxes|fast-xml-parser FILE
import { createReadStream, readFileSync } from 'node:fs';
import { XMLParser } from 'fast-xml-parser';
import { SaxesParser } from 'saxes';

const [peer = '', file = ''] = process.argv.slice(2);
if (peer === 'saxes') {
  const parser = new SaxesParser({ xmlns: true });
  let events = 0;
  parser.on('opentag', () => {
    events++;
  });
  parser.on('text', () => {
    events++;
  });
  parser.on('closetag', () => {
    events++;
  });
  for await (const chunk of createReadStream(file, { encoding: 'utf8', highWaterMark: 256 * 1024 })) {
    parser.write(String(chunk));
  }
  parser.close();
  process.stdout.write(`${events}\n`);
} else {
  const parser = new XMLParser({ parseTagValue: false });
  process.stdout.write(`${Object.keys(parser.parse(readFileSync(file, 'utf8'))).length}\n`);
}
