import { Problem } from '../base/problem';
import { formatSchema } from '../engine/format-schema';
import { LOCALES, type Language, loadLanguage } from '../locale/language';
import { type Command, commandOf } from './arguments';
import { check } from './check';
import { format } from './format';
import { freeze } from './freeze';
import { problemText } from './report-text';
import { run } from './run';
import type { Terminal } from './terminal';

/**
 * Does what `words` ask for. Gives the exit code: 0 when all went well, 1 when a cell is not done or
 * Liftbook is at fault, 2 when a file cannot be read or the call is wrong.
 */
export async function commandLine(words: readonly string[], terminal: Terminal): Promise<number> {
  const language = await languageOf(words);
  try {
    return await perform(commandOf(words), language, terminal);
  } catch (error) {
    if (error instanceof Problem) {
      terminal.note(problemText(error, language));
      return 2;
    }
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    terminal.note(`${message.split('\n')[0]}\n${language.interface.commandLine.ourBug}`);
    if (words.includes('--debug')) terminal.note(stack ?? '');
    return 1;
  }
}

async function perform(command: Command, language: Language, terminal: Terminal): Promise<number> {
  switch (command.command) {
    case 'run':
      return run(command, terminal);
    case 'check':
      return check(command, terminal);
    case 'freeze':
      await freeze(command, language, terminal);
      return 0;
    case 'format':
      await format(command.file);
      return 0;
    case 'schema':
      terminal.out(`${JSON.stringify(await formatSchema(), null, 2)}\n`);
      return 0;
    case 'help':
      terminal.out(language.interface.commandLine.help);
      return 0;
  }
}

/** The language to complain in, before it is known whether the call makes sense. */
function languageOf(words: readonly string[]): Promise<Language> {
  const named = (locale: string): boolean =>
    words.some((word) => word === locale || word === `--locale=${locale}`);
  return loadLanguage(LOCALES.find(named) ?? 'en');
}
