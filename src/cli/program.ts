// SPDX-License-Identifier: EUPL-1.2
import { Command, CommanderError, Option } from 'commander';
import { maskBsns, OperatorError } from '../contract/index.ts';
import { archiveGetCommand, archiveListCommand, archiveRestoreCommand } from './archive.ts';
import { attackCommand } from './attack.ts';
import { begrippenCommand } from './begrippen.ts';
import { cbsFetchCommand } from './cbs.ts';
import { checkCommand } from './check.ts';
import { compareCommand } from './compare.ts';
import type { Context } from './context.ts';
import { demoCommand } from './demo.ts';
import { doctorCommand } from './doctor.ts';
import { EXIT } from './exit-codes.ts';
import { explainCommand } from './explain.ts';
import { figuresCommand } from './figures.ts';
import { indicatorsCommand } from './indicators.ts';
import { ingestCommand } from './ingest.ts';
import { keyCommand } from './key.ts';
import { keyRotateCommand } from './key-rotate.ts';
import { newCommand } from './new.ts';
import { programVersion } from './program-version.ts';
import { proofCommand } from './proof.ts';
import { publishCommand } from './publish.ts';
import { sampleCommand } from './sample.ts';
import { DEFAULT_PORT, serveCommand } from './serve.ts';
import { templateCommand } from './template.ts';
import { validateCommand } from './validate.ts';

/** The same on every terminal, so that docs/reference/commands.md can be compared with it. Unit: characters. */
const HELP_WIDTH = 80;

/** Runs one command line and gives its exit code; never throws. */
export async function runProgram(context: Context, argv: readonly string[]): Promise<number> {
  try {
    const outcome = { exitCode: EXIT.done as number };
    await program(context, outcome).parseAsync([...argv], { from: 'user' });
    return outcome.exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    const operator = error instanceof OperatorError ? error : fileSystemError(error);
    if (operator) {
      context.note(maskBsns(operator.message));
      return operator.problems.every(({ code }) => code === 'cli.wrong-option') ? EXIT.usage : EXIT.operator;
    }
    context.note(
      `regiovisie: a bug in the program; please report it with the lines below.\n${stackOf(error)}`,
    );
    return EXIT.bug;
  }
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : 'an exception without a stack';
}

/** What a disk refuses is for the operator to mend; undefined for anything else. */
function fileSystemError(error: unknown): OperatorError | undefined {
  if (!(error instanceof Error) || !('code' in error) || !('path' in error || 'syscall' in error))
    return undefined;
  const remedy = FILE_SYSTEM_REMEDIES[String(error.code)];
  if (remedy === undefined) return undefined;
  const place = 'path' in error ? { place: String(error.path) } : {};
  return new OperatorError({ code: 'cli.file-system', subject: String(error.code), ...place, remedy });
}

const FILE_SYSTEM_REMEDIES: Readonly<Record<string, string>> = {
  EACCES: 'you may not read or write here: change the rights, or choose another folder',
  EPERM: 'you may not do this here: change the rights, or choose another folder',
  EROFS: 'this disk cannot be written: choose another folder',
  ENOSPC: 'the disk is full: make room and run the command again; what was taken is safe',
  EDQUOT: 'your share of the disk is full: make room and run the command again; what was taken is safe',
  ENOTDIR: 'a file stands where a folder is needed: choose another folder',
  EEXIST: 'a file stands where a folder is needed: choose another folder',
  EISDIR: 'a folder stands where a file is needed: choose another path',
  ENOENT: 'this path does not exist, or nothing can be made here: check it',
};

function program(context: Context, outcome: { exitCode: number }): Command {
  const root = new Command('regiovisie')
    .description(
      'From iJw message traffic to a yearly youth-care monitor: defined, explained, protected and proved.',
    )
    .version(programVersion(context), '--version', 'print the version')
    .helpCommand(false)
    .showHelpAfterError('(add --help for the usage)')
    .configureOutput({
      writeOut: context.out,
      writeErr: (text) => context.note(text.trimEnd()),
      getOutHelpWidth: () => HELP_WIDTH,
      getErrHelpWidth: () => HELP_WIDTH,
    })
    .exitOverride();
  const add = (signature: string, summary: string, parent: Command = root): Command => {
    const command = parent
      .command(signature)
      .description(summary)
      .option('--json', 'a machine-readable summary on standard output');
    return command.exitOverride();
  };

  add('new <dir>', 'make an empty workspace from a region template')
    .requiredOption('--regio <name>', 'the template: haaglanden')
    .action((dir, options) => newCommand(context, dir, options));
  const key = add('key', 'print a new random key')
    .helpCommand(false)
    .action((options) => keyCommand(context, options));
  withKey(add('rotate <dir>', 'give a workspace another key; every figure stays what it was', key))
    .requiredOption('--new-key-file <file>', 'file with the new key')
    .action((dir, _, command) => keyRotateCommand(context, dir, command.optsWithGlobals()));
  add(
    'sample <dir>',
    'write message files of a fictional population whose aggregates equal published figures',
  )
    .option('--figures <file>', 'published figures, JSON or CSV (default: those of the region template)')
    .option('--years <range>', 'calendar years, 2020-2024')
    .option('--seed <n>', 'another seed makes other people with the same totals')
    .option('--scale <x>', 'size of the region; 1 is full size')
    .option('--fault-rate <p>', 'share of messages with a known fault, listed beside the files')
    .action((dir, options) => sampleCommand(context, dir, options));
  withKey(add('ingest <dir> [paths...]', 'take the files in bronnen/ (or PATH) into the warehouse'))
    .option('--watch', 'go on taking what arrives in bronnen/ until stopped')
    .option('--strict', 'exit code 1 also when a file, or a row of one, was set aside for what it holds')
    .action(async (dir, paths, options) => {
      outcome.exitCode = await ingestCommand(context, dir, paths, options);
    });
  const archive = root
    .command('archive')
    .description('delivered files, encrypted, for a holder of the key')
    .helpCommand(false)
    .exitOverride();
  withKey(add('list <dir>', 'what is in the archive', archive)).action((dir, _, command) =>
    archiveListCommand(context, dir, command.optsWithGlobals()),
  );
  withKey(add('get <dir> <what>', 'write delivered files as they were; logged', archive))
    .requiredOption('-o, --output <path>', 'a new file; with "all" a folder')
    .action((dir, what, _, command) => archiveGetCommand(context, dir, what, command.optsWithGlobals()));
  withKey(
    add('restore <dir>', 'make a lost warehouse again, with the moments at which all became known', archive),
  ).action((dir, _, command) => archiveRestoreCommand(context, dir, command.optsWithGlobals()));
  add('template <source>', 'a file to fill in: wachttijden, maatregelen, jbt and the other sources')
    .option('--provider <agb>', 'provider that fills it in, where the source is about providers')
    .option('--supplier <code>', 'who fills it in, for the other sources: jbw, cit')
    .option('--quarter <quarter>', '2024-Q2')
    .option('--period <period>', 'a year instead: 2024')
    .option('--survey <name>', 'regulier or pleegzorg')
    .option('--format <form>', 'csv, ods or xlsx (default: as the file to write, else ods)')
    .option('-o, --output <file>', 'where to write it')
    .action((source, options) => templateCommand(context, source, options));
  const cbs = root.command('cbs').description('tables of CBS').exitOverride();
  add(
    'fetch <dir> [tables...]',
    'save tables of CBS for the region in bronnen/cbs/ (default: residents and youth care)',
    cbs,
  )
    .option('--v4 <url>', 'another address of the OData service, version 4')
    .option('--v3 <url>', 'another address of the OData service, version 3')
    .action((dir, tables, options) => cbsFetchCommand(context, dir, tables, options));
  withLogbook(
    add(
      'figures <dir> <indicators...>',
      'figures: protected, or exact with --raw (as JSON and table then also how many are counted more than once)',
    ),
  )
    .option(
      '--by <dimensions>',
      'split by: type, gemeente, aanbieder, verwijzer, leeftijd, geslacht, categorie, and what a source adds',
    )
    .option('--area <codes>', 'areas of regio.yaml: H8,GM0503 (default: all)')
    .option('--year <years>', 'calendar years: 2024, 2020-2024 or 2020,2024')
    .option('--period <periods>', 'quarters or shifted years: 2024-Q2, 2022-10-01/2023-09-30')
    .option('--variant <id>', 'one variant of the definition')
    .option('--param <name=value...>', 'other values for parameters: return-window-days=180')
    .option('--definition <indicator@date...>', 'an older version of a definition: uitval@2020-01-01')
    .option('--as-known-on <date>', 'as it would have been computed at the end of that day')
    .option('--composition <kind>', 'restated (default) or actual')
    .option('--format <form>', 'csv, json or table')
    .option('--raw', 'exact figures, for a holder of the key; logged')
    .action((dir, indicators, options) => figuresCommand(context, dir, indicators, options));
  withLogbook(add('explain <dir> <indicator>', 'how one number came about, step by step; logged'))
    .requiredOption('--cell <cell>', 'which one: year=2024,gemeente=GM0503,type=pleegzorg')
    .option('--variant <id>', 'one variant of the definition')
    .option('--as-known-on <date>', 'as it would have been computed at the end of that day')
    .option('--since <date>', 'what changed since the end of that day')
    .addOption(
      new Option('--composition <kind>', 'membership of gemeenten')
        .choices(['restated', 'actual'])
        .default('restated'),
    )
    .action(async (dir, indicator, options) => {
      outcome.exitCode = await explainCommand(context, dir, indicator, options);
    });
  add('indicators [id]', 'list the indicators, or explain one')
    .addOption(
      new Option('--taal <language>', 'language of the explanation').choices(['nl', 'en']).default('nl'),
    )
    .action((id, options) => indicatorsCommand(context, id, options));
  add('begrippen [term]', 'the glossary, or one term of it')
    .addOption(
      new Option('--taal <language>', 'language of the explanation').choices(['nl', 'en']).default('nl'),
    )
    .action((term, options) => begrippenCommand(context, term, options));
  withKey(add('publish <dir>', 'make a release: figures, protection and its proof, pages, open data'))
    .option('--year <year>', 'publication year (default: publicatiejaar of regio.yaml)')
    .option('--status <status>', 'voorlopig, nader_voorlopig or definitief')
    .option('--date <date>', 'day of publication, as the release and its feed name it (default: none)')
    .option(
      '--withdraw <release>',
      'an earlier release that no longer counts; the manifest says so',
      collect,
      [],
    )
    .action((dir, options) => publishCommand(context, dir, options));
  add('compare <old> <new>', 'every figure that two releases do not share, and why').action(
    (earlier, later, options) => compareCommand(context, earlier, later, options),
  );
  add('proof <what>', 'what cannot be true in published figures (JSON, CSV) or in a release')
    .option(
      '--text <file>',
      'running text that goes with the figures; may be given more than once',
      collect,
      [],
    )
    .option('--areas <file>', 'regio.yaml with the gemeenten and groups (default: Haaglanden)')
    .option('--html <file>', 'write the findings as a page, in Dutch; the English page stands beside it')
    .action(async (what, options) => {
      outcome.exitCode = await proofCommand(context, what, options);
    });
  add('attack <release>', 'try to recompute hidden cells from the published files')
    .option(
      '--insider <figure>',
      'a figure that the attacker is counted in, "clienten 2024 GM0603 type=lvb", of a sum with what he makes up of it in euros or days; may be given more than once',
      collect,
      [],
    )
    .action(async (dir, options) => {
      outcome.exitCode = await attackCommand(context, dir, options);
    });
  add('validate <paths...>', 'check message files and store nothing; exit code 1 when there are errors')
    .option('--regio <file>', 'a regio.yaml: how severe that region finds each rule')
    .option('--key-file <file>', 'file with the key: findings name clients by pseudonym')
    .action(async (paths, options) => {
      outcome.exitCode = await validateCommand(context, paths, options);
    });
  withLogbook(
    add('check <dir>', 'the data-quality report: findings, what is missing, how far that could move figures'),
  )
    .option('--html <file>', 'the same as a page, for inside only')
    .action((dir, options) => checkCommand(context, dir, options));
  withKey(add('doctor <dir>', 'whether the warehouse is whole')).action(async (dir, options) => {
    outcome.exitCode = await doctorCommand(context, dir, options);
  });
  add('serve <dir>', 'show the newest release in a browser')
    .option('--port <n>', `port on this machine (default ${DEFAULT_PORT})`)
    .action((dir, options) => serveCommand(context, dir, options));
  add('demo [dir]', 'the whole way on a fictional Haaglanden, in a folder of its own')
    .option('--port <n>', `port on this machine (default ${DEFAULT_PORT})`)
    .option('--no-serve', 'stop when everything is made')
    .option('--scale <x>', 'size of the region; 1 is full size')
    .option('--seed <n>', 'another seed makes other people with the same totals')
    .action((dir, options) => demoCommand(context, dir ?? 'demo', options));
  return root;
}

/** An option that may be given more than once. */
function collect(value: string, earlier: readonly string[]): readonly string[] {
  return [...earlier, value];
}

function withKey(command: Command): Command {
  return command.option('--key-file <file>', 'file with the key (default: REGIOVISIE_SLEUTEL)');
}

function withLogbook(command: Command): Command {
  return withKey(command).option(
    '--logbook <file>',
    'where it is logged that exact figures were shown when logboek.jsonl in the workspace cannot be written',
  );
}
