// SPDX-License-Identifier: EUPL-1.2
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type Context, runProgram } from '../src/cli/index.ts';
import { silentProgress } from '../src/contract/index.ts';
import { projectRoot } from './project-root.ts';

const ROOMS = readdirSync(join(projectRoot, 'src'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);
const CODE = new RegExp(`['"\`]((?:${ROOMS.join('|')})\\.[a-z][a-z0-9]*(?:-[a-z0-9]+)*)['"\`]`, 'g');
const REMEDY = /remedy:\s*(?:'((?:[^'\\]|\\.)*)'|`((?:[^`\\]|\\.)*)`)/;

interface Code {
  readonly files: Set<string>;
  remedy: string | undefined;
}

/** Every code in the source, with the files that use it and what it tells an operator to do. */
export function codesInSource(): ReadonlyMap<string, Code> {
  const codes = new Map<string, Code>();
  const files = readdirSync(join(projectRoot, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.includes('.generated.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const file of files) {
    const source = readFileSync(file, 'utf8').replace(/\/\*\*[\s\S]*?\*\//g, (comment) =>
      comment.replace(/[^\n]/g, ' '),
    );
    for (const match of source.matchAll(CODE)) {
      const code = codes.get(match[1] ?? '') ?? { files: new Set<string>(), remedy: undefined };
      codes.set(match[1] ?? '', code);
      code.files.add(relative(projectRoot, file).split(sep).join('/'));
      const behind = source.slice(match.index, match.index + 500).split(/\bcode:/)[0] ?? '';
      const remedy = REMEDY.exec(source.slice(match.index - 6, match.index).includes('code:') ? behind : '');
      code.remedy ??= remedy?.[1] ?? remedy?.[2];
    }
  }
  return new Map([...codes].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** `docs/reference/error-codes.md`. */
export function errorCodesPage(): string {
  const rows = [...codesInSource()].map(([code, { files, remedy }]) => {
    const text = (remedy ?? '')
      .replace(/\$\{[^}]*\}/g, '…')
      .replaceAll('|', '\\|')
      .replaceAll("\\'", "'");
    return `| \`${code}\` | ${text} | ${[...files].map((file) => `\`${file}\``).join(', ')} |`;
  });
  return `# Codes of errors and findings

Made by \`node scripts/generate-reference.mjs\` from the source; a test compares the two in both directions. Findings that break a rule of the message standard
carry the code of that rule (\`TR358\`): see [ijw-rules.md](ijw-rules.md). What stands in the second column is what the program advises; a code without advice is a
finding or a detail of one.

| code | what to do | where |
| --- | --- | --- |
${rows.join('\n')}
`;
}

/** `docs/reference/commands.md`: the help of every command. */
export async function commandsPage(): Promise<string> {
  const help = async (...argv: readonly string[]): Promise<string> => {
    const out: string[] = [];
    const context: Context = {
      cwd: projectRoot,
      programRoot: projectRoot,
      secret: undefined,
      clock: () => 0,
      cores: 1,
      tempDir: '',
      randomBytes: (size) => new Uint8Array(size),
      out: (text) => out.push(text),
      note: () => {},
      progress: silentProgress,
      whenStopped: async () => {},
    };
    await runProgram(context, [...argv, '--help']);
    return out.join('').trimEnd();
  };
  const sections: string[] = [];
  const describe = async (path: readonly string[]): Promise<void> => {
    const text = await help(...path);
    if (path.length > 0) sections.push(`## ${path.join(' ')}\n\n\`\`\`text\n${text}\n\`\`\`\n`);
    const commands = text.split('\nCommands:\n')[1] ?? '';
    for (const [, name = ''] of commands.matchAll(/^ {2}([a-z]+) (?:\[|<| )/gm))
      await describe([...path, name]);
  };
  await describe([]);
  return `# Commands

Made by \`node scripts/generate-reference.mjs\` from \`--help\`; a test compares the two. Exit codes: 0 done, 1 the operator can act, 2 wrong usage, 70 a bug.

${sections.join('\n')}`;
}
