import type { Language } from '../../locale/language';

/** What a step is called: its event, or the events of which any counts. */
export function stepName(event: string | readonly string[], { words }: Pick<Language, 'words'>) {
  const names = [event].flat().map((name) => (name === '*' ? words.funnel.anyEvent : name));
  return names.join(' / ');
}
