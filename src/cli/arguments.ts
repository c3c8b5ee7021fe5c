import { parseArgs } from 'node:util';
import { nearest } from '../base/nearest';
import { Problem } from '../base/problem';
import { LOCALES, type Locale } from '../locale/language';

/** What the command line was asked to do. */
export type Command =
  | RunCommand
  | CheckCommand
  | { readonly command: 'format'; readonly file: string; readonly locale: Locale | null }
  | FreezeCommand
  | { readonly command: 'schema'; readonly locale: Locale | null }
  | { readonly command: 'help'; readonly locale: Locale | null };

/** What running a notebook needs to know. */
export interface Running {
  readonly file: string;
  /** Paths of data files by the id of the source cell that is to read them. */
  readonly sources: ReadonlyMap<string, string>;
  /** Null: the notebook's own, else English. */
  readonly locale: Locale | null;
  /** Whether the notebook's own code may run. */
  readonly trust: boolean;
}

export interface CheckCommand extends Running {
  readonly command: 'check';
  /** Every figure that moved, not only those that moved most. */
  readonly all: boolean;
}

export interface RunCommand extends Running {
  readonly command: 'run';
  /** Values by the path of an input or a parameter, such as `ab.alpha`. */
  readonly settings: ReadonlyMap<string, string>;
  /** Files to write the users behind a number to, by the path of the number. */
  readonly users: ReadonlyMap<string, string>;
  readonly json: boolean;
  /** Where to write the page, if one is wanted. */
  readonly html: string | null;
  /** Where to write the Jupyter notebook, if one is wanted. */
  readonly ipynb: string | null;
}

export interface FreezeCommand {
  readonly command: 'freeze';
  readonly file: string;
  /** The experiment; null for the only one. */
  readonly cell: string | null;
  /** Paths of other notebooks by the definitions cell that names them. */
  readonly sources: ReadonlyMap<string, string>;
  readonly locale: Locale | null;
}

const COMMANDS = ['run', 'check', 'freeze', 'format', 'schema', 'help'];

const OPTIONS = {
  source: { type: 'string', multiple: true },
  set: { type: 'string', multiple: true },
  users: { type: 'string', multiple: true },
  cell: { type: 'string' },
  locale: { type: 'string' },
  json: { type: 'boolean' },
  all: { type: 'boolean' },
  html: { type: 'string' },
  ipynb: { type: 'string' },
  trust: { type: 'boolean' },
  debug: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/**
 * The command that `words` ask for.
 *
 * @throws {Problem} `unknown-option`, `option-needs-value`, `bad-locale`, `unknown-command`,
 *   `no-file-named`, `too-many-files` or `bad-assignment`
 */
export function commandOf(words: readonly string[]): Command {
  const { values, positionals } = parsed(words);
  const locale = localeOf(values.locale);
  const [command, ...files] = positionals;
  if (values.help || command === undefined || command === 'help')
    return { command: 'help', locale };
  if (command === 'schema') return { command, locale };
  if (!isOfFile(command)) {
    const near = nearest(command, COMMANDS);
    throw new Problem('unknown-command', { name: command, known: COMMANDS, near });
  }
  const [file, ...more] = files;
  if (file === undefined) throw new Problem('no-file-named', { command });
  if (more.length > 0) throw new Problem('too-many-files', { command, files: more });
  if (command === 'format') return { command, file, locale };
  const sources = assignments('--source', 'events=data.csv', values.source);
  if (command === 'freeze') return { command, file, cell: values.cell ?? null, sources, locale };
  const running = { file, sources, locale, trust: values.trust ?? false };
  if (command === 'check') return { command, ...running, all: values.all ?? false };
  return {
    command,
    ...running,
    settings: assignments('--set', 'ab.alpha=0.01', values.set),
    users: assignments('--users', 'ab.arms.treatment=users.csv', values.users),
    json: values.json ?? false,
    html: values.html ?? null,
    ipynb: values.ipynb ?? null,
  };
}

function isOfFile(command: string): command is 'run' | 'check' | 'freeze' | 'format' {
  return COMMANDS.includes(command);
}

function parsed(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw argumentProblem(error) ?? error;
  }
}

/** Node says what is wrong with an option by a code and, in its English sentence, by the option's name. */
function argumentProblem(error: unknown): Problem | null {
  const { code, message } = error as NodeJS.ErrnoException;
  const name = /'(?:-\w, )?(-{1,2}[\w-]*)/.exec(message ?? '')?.[1] ?? '';
  const known = Object.keys(OPTIONS).map((option) => `--${option}`);
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    return new Problem('unknown-option', { name, known, near: nearest(name, known) });
  }
  return code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE'
    ? new Problem('option-needs-value', { name, takes: !/does not take/.test(message) })
    : null;
}

function localeOf(text: string | undefined): Locale | null {
  if (text === undefined) return null;
  const locale = LOCALES.find((each) => each === text);
  if (!locale) throw new Problem('bad-locale', { found: text, known: LOCALES });
  return locale;
}

/** Each of `id=value`, by id; the value may hold further equals signs. */
function assignments(
  option: string,
  example: string,
  texts: readonly string[] = [],
): ReadonlyMap<string, string> {
  return new Map(
    texts.map((text) => {
      const equals = text.indexOf('=');
      if (equals < 1) throw new Problem('bad-assignment', { option, found: text, example });
      return [text.slice(0, equals), text.slice(equals + 1)];
    }),
  );
}
