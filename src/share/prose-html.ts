import { Marked, type Tokens } from 'marked';
import { type ProseValue, proseParts } from '../notebook/prose-values';
import { escaped } from './escaped';

/** How a `{{ … }}` in prose reads now. */
export interface LiveValue {
  readonly text: string;
  readonly state: 'fresh' | 'stale' | 'waiting' | 'problem';
  /** Why it is stale or missing; shown on hover. */
  readonly reason: string | null;
}

/** Characters of the private use area hold the place of a value while Markdown is read. */
const OPEN = '\uE000';
const CLOSE = '\uE001';

const IMAGE = /^data:image\/(png|jpeg|gif|webp);base64,/i;

/** The values that prose shows, in order. */
export function proseValues(markdown: string): readonly ProseValue[] {
  return proseParts(withoutHolders(markdown)).parts.filter((part) => part.kind === 'value');
}

/**
 * Markdown as HTML, with the present values in the place of `{{ … }}`. HTML in the text stays text,
 * and images are those written out in it. The page cleans it once more (`parts/SafeHtml.svelte`).
 *
 * @param values  how each of `proseValues(markdown)` reads now
 */
export function proseHtml(markdown: string, values: readonly LiveValue[]): string {
  const body = withoutHolders(markdown);
  let next = 0;
  const held = proseParts(body).parts.map(({ kind, start, end }) =>
    kind === 'text' ? body.slice(start, end) : `${OPEN}${next++}${CLOSE}`,
  );
  const marked = new Marked({
    gfm: true,
    async: false,
    renderer: { html: ({ text }) => escaped(text), image },
    extensions: [valueExtension(values)],
  });
  // What is left stands in an address or a title, where no value can be shown.
  const html = parsed(marked, held.join('')) ?? `<pre>${escaped(body)}</pre>`;
  return html.replace(/\uE000\d+\uE001/g, '');
}

/** Null where the text is nested deeper than the reader of Markdown can go down. */
function parsed(marked: Marked, text: string): string | null {
  try {
    return marked.parse(text) as string;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function withoutHolders(markdown: string): string {
  return markdown.replace(/[\uE000\uE001]/g, '');
}

function valueExtension(values: readonly LiveValue[]) {
  return {
    name: 'live',
    level: 'inline' as const,
    start: (source: string) => source.indexOf(OPEN),
    tokenizer(source: string) {
      const match = /^\uE000(\d+)\uE001/.exec(source);
      return match ? { type: 'live', raw: match[0], index: Number(match[1]) } : undefined;
    },
    renderer({ index }: Tokens.Generic): string {
      const { text, state, reason } = values[index as number]!;
      const title = reason === null ? '' : ` title="${escaped(reason)}"`;
      return `<span class="live ${state}"${title}>${escaped(text)}</span>`;
    },
  };
}

function image({ href, text, title }: Tokens.Image): string {
  if (!IMAGE.test(href)) return escaped(text);
  const caption = title ? ` title="${escaped(title)}"` : '';
  return `<img src="${escaped(href)}" alt="${escaped(text)}"${caption}>`;
}
