import type { Language } from '../../locale/language';

/** What a segment of ours is called; one of the author's keeps its name. */
export function segmentName(name: string, { words }: Language): string {
  const known: Readonly<Record<string, string>> = words.rfm.names;
  return known[name] ?? name;
}
