import type { Finding } from './finding';
import type { ProblemArgs, ProblemData } from '../base/problem';
import type { findings } from './en/findings';
import { interfaceWords } from './en/interface';
import { problems } from './en/problems';
import { words } from './en/words';
import type { Locale } from './locale';
import { type Numbers, numbersFor } from './numbers';
import type { FindingArgs, Sentence } from './sentence';

export { LOCALES, type Locale } from './locale';

/** Letters of one value in a sentence. */
const LONGEST = 300;

/** Everything that is said to a reader, in one language. Other languages are checked against English by the compiler. */
export interface Language {
  readonly locale: Locale;
  /** One entry per `ProblemCode`. */
  readonly problems: typeof problems;
  /** One entry per finding of an analysis. */
  readonly findings: typeof findings;
  /** Titles of tables, columns, charts, axes and form fields. */
  readonly words: typeof words;
  /** The workbench and the command line. */
  readonly interface: typeof interfaceWords;
  readonly numbers: Numbers;
}

/** English as far as a page needs it that shows no result yet: what findings say is fetched. */
export const firstEnglish: Omit<Language, 'findings'> = {
  locale: 'en',
  problems,
  words,
  interface: interfaceWords,
  numbers: numbersFor('en'),
};

let english: Language | null = null;

/** A language, fetched when it is first asked for. */
export async function loadLanguage(locale: Locale): Promise<Language> {
  if (locale === 'en') {
    english ??= { ...firstEnglish, findings: (await import('./en/findings')).findings };
    return english;
  }
  const { chinese } = await import('./zh-cn/chinese');
  return { locale, ...chinese, numbers: numbersFor(locale) };
}

/** The sentence of a problem in `language`; of a value that goes on for pages it holds the beginning. */
export function problemSentence({ code, args }: ProblemData, language: Language): Sentence {
  const short = Object.entries(args).map(([name, value]) => [name, shortened(value)] as const);
  return language.problems[code](Object.fromEntries(short), language.numbers);
}

function shortened(value: ProblemArgs[string]): ProblemArgs[string] {
  if (Array.isArray(value)) return value.map((each: string) => shortened(each) as string);
  const isLong = typeof value === 'string' && value.length > LONGEST;
  return isLong ? `${value.slice(0, LONGEST)}…` : value;
}

/** What is wrong and what to do, in one line. */
export function problemLine(problem: ProblemData, language: Language): string {
  const { message, hint } = problemSentence(problem, language);
  return hint ? `${message} ${hint}` : message;
}

/** The sentence of a finding in `language`. */
export function findingSentence({ code, args }: Finding, language: Language): string {
  const say: (args: FindingArgs, n: Numbers) => string = language.findings[code];
  return say(args, language.numbers);
}
