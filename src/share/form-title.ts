import type { Json } from '../base/json';
import type { Language } from '../locale/language';

/** What a field is called: its title, where that is a key of the language's words the word, else its key made readable. */
export function fieldTitle(
  key: string,
  { title }: { readonly title?: string },
  language: Language,
): string {
  return (
    word(title ?? key, language) ?? (title === undefined || title === key ? spaced(key) : title)
  );
}

/** What a choice is called: by the `input` of its field, where the word alone means something else. */
export function choiceTitle(choice: Json, language: Language, input?: string): string {
  if (typeof choice !== 'string') return JSON.stringify(choice);
  const own = input === undefined ? undefined : language.words.choices[input]?.[choice];
  return own ?? word(choice, language) ?? choice;
}

function word(key: string, { words }: Language): string | null {
  const found = (words as Readonly<Record<string, unknown>>)[key];
  return typeof found === 'string' ? found : null;
}

/** `completeThrough` → Complete through */
function spaced(key: string): string {
  const words = key.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
