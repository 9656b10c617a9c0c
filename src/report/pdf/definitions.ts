// SPDX-License-Identifier: EUPL-1.2
import type { Block, DefinitionPanel } from '../document.ts';

/** On paper every definition is printed once, at the end; tables and figures refer to it. */
export interface DefinitionIndex {
  readonly panels: readonly DefinitionPanel[];
  anchorOf(panel: DefinitionPanel): string;
}

/** The definitions of a document in the order in which they are first needed. */
export function definitionIndex(blocks: readonly Block[]): DefinitionIndex {
  const panels: DefinitionPanel[] = [];
  const anchors = new Map<string, string>();
  for (const panel of blocks.flatMap(panelsOf)) {
    const known = anchors.has(panel.version);
    if (!known) {
      panels.push(panel);
      anchors.set(panel.version, `definitie-${panels.length}`);
    }
  }
  return { panels, anchorOf: (panel) => anchors.get(panel.version) ?? '' };
}

function panelsOf(block: Block): readonly DefinitionPanel[] {
  if (block.kind === 'section') return block.blocks.flatMap(panelsOf);
  return block.kind === 'table' || block.kind === 'figure' ? block.provenance.definitions : [];
}
