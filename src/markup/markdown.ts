// SPDX-License-Identifier: EUPL-1.2

/** A run of text. Plain strings are text; nothing in it is markup. */
export type Inline =
  | string
  | { readonly kind: 'strong' | 'em'; readonly children: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly href: string; readonly children: readonly Inline[] };

/** What a text is made of. */
export type TextBlock =
  | { readonly kind: 'subheading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly children: readonly Inline[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Inline[])[] };

/**
 * The part of Markdown that explanations of indicators use: headings, paragraphs, lists, `**strong**`, `*em*`, `` `code` `` and links.
 * Anything else is kept as plain text, HTML included.
 */
export function markdownBlocks(markdown: string): TextBlock[] {
  return markdown
    .replaceAll('\r\n', '\n')
    .split(/\n\s*\n/)
    .map((chunk) => chunk.trim())
    .filter((chunk) => chunk !== '' && !/^<!--[\s\S]*-->$/.test(chunk))
    .flatMap(chunkBlocks);
}

function chunkBlocks(chunk: string): TextBlock[] {
  const heading = /^#{1,6}\s+(.*)$/.exec(chunk.split('\n', 1)[0] ?? '');
  if (heading) {
    const rest = chunk.split('\n').slice(1).join('\n').trim();
    return [{ kind: 'subheading', text: heading[1] ?? '' }, ...(rest === '' ? [] : chunkBlocks(rest))];
  }
  const lines = chunk.split('\n');
  const firstItem = lines.findIndex((line) => /^\s*([-*]|\d+\.)\s+/.test(line));
  if (firstItem > 0) {
    return [
      paragraph(lines.slice(0, firstItem).join(' ')),
      ...chunkBlocks(lines.slice(firstItem).join('\n')),
    ];
  }
  if (firstItem === 0) return [{ kind: 'list', items: listItems(lines).map(inlines) }];
  return [paragraph(lines.join(' '))];
}

function paragraph(text: string): TextBlock {
  return { kind: 'paragraph', children: inlines(text) };
}

function listItems(lines: readonly string[]): string[] {
  const items: string[] = [];
  for (const line of lines) {
    const item = /^\s*(?:[-*]|\d+\.)\s+(.*)$/.exec(line);
    if (item) items.push(item[1] ?? '');
    else items.push(`${items.pop() ?? ''} ${line.trim()}`);
  }
  return items;
}

const INLINE =
  /\*\*(?<strong>[^*]+)\*\*|\*(?<em>[^*\s][^*]*)\*|_(?<under>[^_\s][^_]*)_(?!\w)|`(?<code>[^`]+)`|\[(?<text>[^\]]+)\]\((?<href>[^)\s]+)\)/g;

function inlines(text: string): Inline[] {
  const parts: Inline[] = [];
  let end = 0;
  for (const match of text.matchAll(INLINE)) {
    if (match.index > end) parts.push(text.slice(end, match.index));
    parts.push(inlineOf(match.groups ?? {}));
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push(text.slice(end));
  return parts;
}

function inlineOf(groups: Readonly<Record<string, string | undefined>>): Inline {
  const { strong, em, under, code, text, href } = groups;
  if (code !== undefined) return { kind: 'code', text: code };
  if (strong !== undefined) return { kind: 'strong', children: inlines(strong) };
  if (text !== undefined && href !== undefined) {
    const safe = /^(https?:\/\/|#|[\w./-]+$)/.test(href) && !href.includes('javascript:');
    return safe ? { kind: 'link', href, children: inlines(text) } : text;
  }
  return { kind: 'em', children: inlines(em ?? under ?? '') };
}
