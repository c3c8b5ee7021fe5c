/** Of the element of a page that holds the notebook. */
export const NOTEBOOK_ID = 'liftbook-notebook';

/** A notebook that a page holds. */
export interface HeldNotebook {
  readonly file: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The notebook that the page holds; null when it is no page of ours. */
export function notebookInPage(html: string): HeldNotebook | null {
  const found = new RegExp(
    `<script type="text/plain" id="${NOTEBOOK_ID}" data-file="([^"]*)">([A-Za-z0-9+/=]*)</script>`,
  ).exec(html);
  if (!found) return null;
  const binary = atob(found[2]!);
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
  return { file: unescaped(found[1]!), bytes };
}

function unescaped(text: string): string {
  const characters: Readonly<Record<string, string>> = {
    '&lt;': '<',
    '&gt;': '>',
    '&quot;': '"',
    '&#39;': "'",
    '&amp;': '&',
  };
  return text.replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => characters[entity]!);
}
