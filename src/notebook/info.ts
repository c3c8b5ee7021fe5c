/** The `key=value` pairs of a cell's first line, in order. */
export type Attributes = Readonly<Record<string, string>>;

/** What the first line of a cell says. */
export interface CellInfo {
  readonly lang: string;
  readonly type: string;
  readonly id: string | null;
  readonly attributes: Attributes;
  /** What is neither the id nor an attribute, or a key given twice; `offset` counts from the start of the info. */
  readonly strays: readonly { readonly text: string; readonly offset: number }[];
}

/** `<lang> lift:<type> <id> [key=value …]`; null where `info` is that of an ordinary code fence. */
export function parseInfo(info: string): CellInfo | null {
  const match = /^\s*(?:(\S+)\s+)?lift:([\w-]+)(?=\s|$)/.exec(info);
  if (!match) return null;
  return { lang: match[1] ?? '', type: match[2]!, ...readRest(info, match[0].length) };
}

/** `<!-- lift:md <id> [key=value …] -->`; null where `line` is anything else. Its type is `md`. */
export function parseMarker(line: string): CellInfo | null {
  const match = /^( {0,3}<!--\s*lift:md(?=\s))(.*?)-->\s*$/.exec(line);
  if (!match) return null;
  return { lang: '', type: 'md', ...readRest(match[1]! + match[2]!, match[1]!.length) };
}

export function formatInfo({ lang, type, id, attributes }: Omit<CellInfo, 'strays'>): string {
  const words = [lang, `lift:${type}`, id ?? '', ...attributeWords(attributes)];
  return words.filter(Boolean).join(' ');
}

export function formatMarker(id: string, attributes: Attributes): string {
  return `<!-- ${['lift:md', id, ...attributeWords(attributes)].join(' ')} -->`;
}

function readRest(text: string, from: number): Pick<CellInfo, 'id' | 'attributes' | 'strays'> {
  const words = /(?:([^\s="`]+)=)?("(?:[^"\\]|\\.)*"(?=\s|$)|\S+)/g;
  words.lastIndex = from;
  let id: string | null = null;
  const attributes = new Map<string, string>();
  const strays: { text: string; offset: number }[] = [];
  for (const match of text.matchAll(words)) {
    const [whole, key, value] = match as unknown as [string, string | undefined, string];
    const plain = plainText(value);
    if (key === undefined && id === null && attributes.size === 0 && !/[="]/.test(whole))
      id = whole;
    else if (key === undefined || plain === null || attributes.has(key)) {
      strays.push({ text: whole, offset: match.index });
    } else attributes.set(key, plain);
  }
  return { id, attributes: Object.fromEntries(attributes), strays };
}

/** A bare word as it is, a JSON string decoded; null where it is neither. */
function plainText(value: string): string | null {
  if (!value.startsWith('"')) return value.includes('"') ? null : value;
  try {
    return JSON.parse(value) as string;
  } catch {
    return null;
  }
}

/** Back-ticks would end the info string and `-->` the comment, so they are escaped. */
function attributeWords(attributes: Attributes): readonly string[] {
  return Object.entries(attributes).map(([key, value]) => {
    if (/^[^\s"`=<>]+$/.test(value)) return `${key}=${value}`;
    return `${key}=${JSON.stringify(value).replace(/[`>]/g, escaped)}`;
  });
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
