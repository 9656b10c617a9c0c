// SPDX-License-Identifier: EUPL-1.2
import { Command, CommanderError } from 'commander';
import { OperatorError } from '../contract/index.ts';
import type { Context } from './context.ts';
import { EXIT } from './exit-codes.ts';
import { keyCommand } from './key.ts';
import { newCommand } from './new.ts';

/** Runs one command line and gives its exit code; never throws. */
export async function runProgram(context: Context, argv: readonly string[]): Promise<number> {
  try {
    await program(context).parseAsync([...argv], { from: 'user' });
    return EXIT.done;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    if (error instanceof OperatorError) {
      context.note(error.message);
      return EXIT.operator;
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

function program(context: Context): Command {
  const root = new Command('regiovisie')
    .description(
      'From iJw message traffic to a yearly youth-care monitor: defined, explained, protected and proved.',
    )
    .helpCommand(false)
    .showHelpAfterError('(add --help for the usage)')
    .configureOutput({ writeOut: context.out, writeErr: (text) => context.note(text.trimEnd()) })
    .exitOverride();
  const add = (signature: string, summary: string): Command => {
    const command = root
      .command(signature)
      .description(summary)
      .option('--json', 'a machine-readable summary on standard output');
    return command.exitOverride();
  };

  add('new <dir>', 'make an empty workspace from a region template')
    .requiredOption('--regio <name>', 'the template: haaglanden')
    .action((dir, options) => newCommand(context, dir, options));
  add('key', 'print a new random key').action((options) => keyCommand(context, options));
  return root;
}
