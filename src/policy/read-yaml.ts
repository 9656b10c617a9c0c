// SPDX-License-Identifier: EUPL-1.2
import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import { OperatorError, type PolicyDocument } from '../contract/index.ts';

/**
 * Reads one YAML policy file. Values keep the shape that YAML gives them; checking it is the reader's own work.
 *
 * Throws: `policy.yaml-syntax`, with every syntax error of the file.
 */
export function readYaml(file: string, text: string): PolicyDocument {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, version: '1.2' });
  const at = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${line}:${col}`;
  };
  if (document.errors.length > 0) {
    throw new OperatorError(
      document.errors.map((error) => ({
        code: 'policy.yaml-syntax',
        subject: error.code.toLowerCase().replaceAll('_', ' '),
        place: at(error.pos[0]),
        remedy: 'mend the YAML at this place; indentation and quotes are the usual causes',
      })),
    );
  }
  return {
    file,
    value: document.toJS(),
    place(path) {
      for (let length = path.length; length > 0; length -= 1) {
        const offset = offsetOf(document, path.slice(0, length));
        if (offset !== undefined) return at(offset);
      }
      return at(0);
    },
  };
}

function offsetOf(
  document: ReturnType<typeof parseDocument>,
  path: readonly (string | number)[],
): number | undefined {
  const parent = document.getIn(path.slice(0, -1), true);
  const key = path.at(-1);
  if (isMap(parent)) {
    const pair = parent.items.find((item) => isScalar(item.key) && item.key.value === key);
    if (pair && isScalar(pair.key)) return pair.key.range?.[0];
  }
  const node = document.getIn(path, true);
  return isNodeWithRange(node) ? node.range[0] : undefined;
}

function isNodeWithRange(node: unknown): node is { range: [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}
