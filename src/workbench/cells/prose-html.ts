import { Marked, type Tokens } from 'marked';

/** How a `{{ … }}` in prose reads now. */
export interface LiveValue {
  readonly text: string;
  readonly state: 'fresh' | 'stale' | 'problem';
  /** Why it is stale or missing; shown on hover. */
  readonly reason: string | null;
}

const IMAGE = /^data:image\/(png|jpeg|gif|webp);base64,/i;

/**
 * Markdown as HTML, with the present values in the place of `{{ … }}`. HTML in the text stays text,
 * and images are those written out in it. The page cleans it once more (`parts/SafeHtml.svelte`).
 *
 * @param live  gives the value of what stands between the braces
 */
export function proseHtml(markdown: string, live: (text: string) => LiveValue): string {
  return new Marked({
    gfm: true,
    async: false,
    renderer: { html: ({ text }) => escaped(text), image },
    extensions: [liveExtension(live)],
  }).parse(barsEscaped(markdown)) as string;
}

/** In a table a bar would end the cell, so those inside `{{ … }}` are escaped there. */
function barsEscaped(markdown: string): string {
  return markdown.replace(/^[ \t]*\|.*$/gm, (line) =>
    line.replace(/\{\{[^{}]*\}\}/g, (live) => live.replace(/(?<!\\)\|/g, '\\|')),
  );
}

function image({ href, text, title }: Tokens.Image): string {
  if (!IMAGE.test(href)) return escaped(text);
  const caption = title ? ` title="${escaped(title)}"` : '';
  return `<img src="${escaped(href)}" alt="${escaped(text)}"${caption}>`;
}

function liveExtension(live: (text: string) => LiveValue) {
  return {
    name: 'live',
    level: 'inline' as const,
    start: (source: string) => source.indexOf('{{'),
    tokenizer(source: string) {
      const match = /^\{\{([^{}\n]+)\}\}/.exec(source);
      return match ? { type: 'live', raw: match[0], text: match[1]!.trim() } : undefined;
    },
    renderer({ text }: Tokens.Generic): string {
      const { text: shown, state, reason } = live(String(text));
      const title = reason === null ? '' : ` title="${escaped(reason)}"`;
      return `<span class="live ${state}"${title}>${escaped(shown)}</span>`;
    },
  };
}

function escaped(text: string): string {
  return text.replace(
    /[&<>"']/g,
    (character) =>
      ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[character]!,
  );
}
