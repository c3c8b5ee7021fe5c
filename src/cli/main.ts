import { writeFile } from 'node:fs/promises';
import { Problem } from '../base/problem';
import { formatSchema } from '../engine/format-schema';
import { type Language, LOCALES, loadLanguage } from '../locale/language';
import { refuseNewer } from '../notebook/edit';
import { parseNotebook } from '../notebook/parse';
import { formatNotebook } from '../notebook/write';
import { type Command, commandOf } from './arguments';
import { fileProblem } from './file-problem';
import { notebookText } from './notebook-file';
import { problemText } from './report-text';
import { run } from './run';
import { type Terminal, processTerminal } from './terminal';

// What reads our output may have read enough, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
process.exitCode = await main(process.argv.slice(2), processTerminal);

/** Does what `words` ask for. Gives the exit code: 0, 1 when a cell is not done or we are at fault, 2 when the call is wrong. */
async function main(words: readonly string[], terminal: Terminal): Promise<number> {
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
    case 'format':
      await format(command.file);
      return 0;
    case 'schema':
      terminal.out(`${JSON.stringify(formatSchema(), null, 2)}\n`);
      return 0;
    case 'help':
      terminal.out(language.interface.commandLine.help);
      return 0;
  }
}

/** Writes a notebook in its canonical form; a file that has it is left alone. */
async function format(file: string): Promise<void> {
  const text = await notebookText(file);
  const notebook = parseNotebook(text, file);
  refuseNewer(notebook);
  const canonical = formatNotebook(notebook);
  if (canonical === text) return;
  await writeFile(file, canonical).catch((error: unknown) => {
    throw fileProblem(error, file) ?? error;
  });
}

/** The language to complain in, before it is known whether the call makes sense. */
function languageOf(words: readonly string[]): Promise<Language> {
  const locale = LOCALES.find((each) =>
    words.some((word) => word === each || word === `--locale=${each}`),
  );
  return loadLanguage(locale ?? 'en');
}
