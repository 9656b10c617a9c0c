// SPDX-License-Identifier: EUPL-1.2

/** Whether a text holds every word of a question, whatever their capitals and accents. */
export function matches(text: string, question: string): boolean {
  const plain = folded(text);
  return folded(question)
    .split(/\s+/)
    .every((word) => plain.includes(word));
}

function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
}
