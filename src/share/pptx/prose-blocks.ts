import { Marked, type Token, type Tokens } from 'marked';
import type { Block, Look, Paragraph } from './deck';

/** Markdown as blocks of a slide: paragraphs without markup, and tables. */
export function proseBlocks(markdown: string): readonly Block[] {
  const blocks: Block[] = [];
  const add = (text: string, look: Look): void => {
    const last = blocks.at(-1);
    const paragraph: Paragraph = { text, look };
    if (last?.kind !== 'text') blocks.push({ kind: 'text', paragraphs: [paragraph] });
    else blocks[blocks.length - 1] = { ...last, paragraphs: [...last.paragraphs, paragraph] };
  };
  for (const token of new Marked({ gfm: true }).lexer(markdown)) {
    if (token.type === 'table') blocks.push(tableBlock(token as Tokens.Table));
    else for (const [text, look] of paragraphs(token)) add(text, look);
  }
  return blocks;
}

function paragraphs(token: Token): readonly (readonly [string, Look])[] {
  switch (token.type) {
    case 'space':
    case 'hr':
      return [];
    case 'heading':
      return [[plain(token), 'heading']];
    case 'list':
      return (token as Tokens.List).items.map((item) => [plain(item), 'bullet'] as const);
    case 'code':
      return (token as Tokens.Code).text.split('\n').map((line) => [line, 'small'] as const);
    default: {
      const text = plain(token);
      return text === '' ? [] : [[text, 'plain']];
    }
  }
}

/** The text of a token without its markup. */
function plain(token: Token): string {
  const { tokens, text } = token as { readonly tokens?: readonly Token[]; readonly text?: string };
  if (token.type === 'br') return ' ';
  const inner = tokens ? tokens.map(plain).join('') : (text ?? '');
  return inner.replace(/\s+/g, ' ');
}

function tableBlock({ header, rows, align }: Tokens.Table): Block {
  const cells = (row: readonly Tokens.TableCell[]): readonly string[] =>
    row.map(({ tokens }) => tokens.map(plain).join(''));
  const isText = align.map((side) => side !== 'right');
  const table = { header: cells(header), rows: rows.map(cells), isText };
  return { kind: 'table', title: '', table };
}
