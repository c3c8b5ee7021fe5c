import { sha256 } from '../../data/sha256';
import { version } from '../../engine/version';
import type { Language } from '../../locale/language';
import type { Session } from '../../session/session';
import { escaped } from '../escaped';
import { cellHtml } from './cell-html';
import { NOTEBOOK_ID } from './held-notebook';
import { PAGE_STYLE } from './page-style';

/** What a page is made of besides the notebook. */
export interface PageParts {
  /** The script that lets charts answer (`viewer.ts` as one classic script). */
  readonly viewer: string;
  readonly language: Language;
  /** Epoch ms. */
  readonly now: number;
}

/**
 * A notebook with its results as one HTML file that asks the network for nothing and runs no script
 * but ours, which its policy pins by hash. It reads without any script, prints, and holds the
 * notebook's own bytes, so that Liftbook opens it as the notebook it was.
 */
export async function offlinePage(
  session: Session,
  { viewer, language, now }: PageParts,
): Promise<string> {
  const shared = await session.shared();
  const { notebook, text, file } = shared;
  const script = viewer.replaceAll('</script', '<\\/script');
  const cells: string[] = [];
  for (const cell of notebook.cells) cells.push(await cellHtml(cell, shared, language));
  const title = notebook.header.title ?? baseName(file);
  const words = language.interface.page;
  const made = words.made(version, language.numbers.date(now, notebook.header.timezone));
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${base64(digest(script))}'`,
    "style-src 'unsafe-inline'",
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="${language.locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Liftbook ${version}">
<title>${escaped(title)}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<main>
${cells.filter((cell) => cell !== '').join('\n')}
</main>
<footer>${escaped(made)}</footer>
<script type="text/plain" id="${NOTEBOOK_ID}" data-file="${escaped(baseName(file))}">${base64(new TextEncoder().encode(text))}</script>
<script>${script}</script>
</body>
</html>
`;
}

function baseName(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1);
}

function digest(text: string): Uint8Array {
  const hash = sha256();
  hash.update(new TextEncoder().encode(text));
  const hex = hash.digest();
  return Uint8Array.from(hex.match(/../g)!, (byte) => parseInt(byte, 16));
}

function base64(bytes: Uint8Array): string {
  let binary = '';
  for (let from = 0; from < bytes.length; from += 0x8000) {
    binary += String.fromCharCode(...bytes.subarray(from, from + 0x8000));
  }
  return btoa(binary);
}
