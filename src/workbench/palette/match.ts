/** How well a text answers a query: the letters found, as `[from, to)` ranges, and a score; larger is better. */
export interface Match {
  readonly score: number;
  readonly ranges: readonly (readonly [number, number])[];
}

/**
 * Finds the letters of `query` in `text`, in their order and without regard to case. Letters that
 * stand together or begin a word count more. Null when one is missing.
 */
export function match(query: string, text: string): Match | null {
  const wanted = query.toLowerCase().replace(/\s+/g, '');
  const letters = text.toLowerCase();
  if (wanted === '') return { score: 0, ranges: [] };
  const whole = letters.indexOf(query.trim().toLowerCase());
  if (whole >= 0) {
    const end = whole + query.trim().length;
    return { score: 1_000 - whole - text.length / 100, ranges: [[whole, end]] };
  }
  const places = placesOf(wanted, letters);
  if (!places) return null;
  let score = -text.length / 100;
  const ranges: [number, number][] = [];
  for (const place of places) {
    const last = ranges.at(-1);
    if (last?.[1] === place) {
      last[1] += 1;
      score += 8;
    } else {
      ranges.push([place, place + 1]);
      score += beginsWord(text, place) ? 6 : 1;
    }
  }
  return { score, ranges };
}

/** Where each wanted letter is found: at the start of a word where that leaves room for the rest, else as early as possible. */
function placesOf(wanted: string, letters: string): readonly number[] | null {
  const places: number[] = [];
  let from = 0;
  for (const letter of wanted) {
    const first = letters.indexOf(letter, from);
    if (first < 0) return null;
    const initial = wordStart(letters, letter, from);
    const follows = places.at(-1) === first - 1;
    const rest = wanted.slice(places.length + 1);
    const place = !follows && initial >= 0 && holds(letters, rest, initial + 1) ? initial : first;
    places.push(place);
    from = place + 1;
  }
  return places;
}

function wordStart(letters: string, letter: string, from: number): number {
  for (let at = letters.indexOf(letter, from); at >= 0; at = letters.indexOf(letter, at + 1)) {
    if (beginsWord(letters, at)) return at;
  }
  return -1;
}

function holds(letters: string, wanted: string, from: number): boolean {
  let at = from;
  for (const letter of wanted) {
    at = letters.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

function beginsWord(text: string, at: number): boolean {
  return at === 0 || /[\s_\-./:]/.test(text[at - 1]!);
}
