// SPDX-License-Identifier: EUPL-1.2
import { textWidth } from './svg.ts';

/** The words of a label on as many lines as they need to stay within a width; a single word is never cut. */
export function wrapped(text: string, width: number, fontSize: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim();
    if (lines.length > 0 && textWidth(longer, fontSize) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
