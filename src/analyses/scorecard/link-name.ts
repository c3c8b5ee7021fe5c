import type { Language } from '../../locale/language';

/** The name of a link: one of the chain's in the reader's language, any other as it is written. */
export function linkName(name: string, { words }: Pick<Language, 'words'>): string {
  const known: Readonly<Record<string, string>> = words.scorecard.chain;
  return Object.hasOwn(known, name) ? known[name]! : name;
}
