import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { english } from '../../src/locale/english';
import { notebookInPage } from '../../src/share/page/held-notebook';
import { offlinePage } from '../../src/share/page/offline-page';
import { NOTEBOOK, sessionOf } from '../session/tools';

const VIEWER = "'a viewer that says </script>'";

async function pageOf(text: string): Promise<string> {
  const session = sessionOf(text);
  await session.run();
  return offlinePage(session, { viewer: VIEWER, language: english, now: Date.UTC(2026, 2, 6) });
}

describe('offlinePage()', () => {
  it('reads without a script: prose with its values, findings, tables, drawn charts', async () => {
    const page = await pageOf(NOTEBOOK);
    expect(page).toContain('Of the treated, <span class="live fresh">66.7 %</span> bought.');
    expect(page).toContain('class="answer');
    expect(page).toMatch(/<td[^>]*>66\.67 %<small[^>]*>2 of 3<\/small><\/td>/);
    expect(page).toMatch(/<figure data-chart>.*<svg [^>]*class="marks"/);
    expect(page).toContain('story.csv · 10 rows · 6 users');
  });

  it('shows inputs as they were typed and definitions, and keeps what the speaker reads to the speaker', async () => {
    const page = await pageOf(`${NOTEBOOK}
<!-- lift:md aside slide=notes -->

Only for the speaker.

\`\`\`json lift:input days
{ "kind": "number", "label": "Days", "value": 7 }
\`\`\`

\`\`\`json lift:input weeks
{ "kind": "range", "value": { "from": "2026-02-01", "to": "2026-03-01" } }
\`\`\`

\`\`\`json lift:definitions team
{ "metrics": { "payment": { "type": "proportion", "event": "purchase", "window": "7d" } } }
\`\`\`
`);
    expect(page).toContain('>Days: 7</p>');
    expect(page).toContain('>2026-02-01 – 2026-03-01</p>');
    expect(page).toContain('<dt>payment</dt>');
    expect(page).not.toContain('Only for the speaker.');
  });

  it('lets its own script run and nothing else, and asks nobody for anything', async () => {
    const page = await pageOf(NOTEBOOK);
    const scripts = [...page.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, code]) => code!);
    expect(scripts).toHaveLength(1);
    const hash = createHash('sha256').update(scripts[0]!).digest('base64');
    expect(page).toContain(`default-src 'none'; script-src 'sha256-${hash}'`);
    expect(page.replaceAll(/http:\/\/www\.w3\.org\/[\w/]+/g, '')).not.toMatch(/https?:\/\//);
  });

  it('holds the notebook byte for byte', async () => {
    const text = `\uFEFF# Größe “quoted” <b>\r\n\r\n${NOTEBOOK}`;
    const held = notebookInPage(await pageOf(text));
    expect(held?.file).toBe('story.lift.md');
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(held!.bytes)).toBe(text);
    expect(notebookInPage('<p>another page</p>')).toBeNull();
  });

  it('keeps what is written in prose text, and links to the web alone', async () => {
    const page = await pageOf(
      '# A <img src=x onerror=alert(1)>\n\n<script>alert(1)</script>\n\n[a](javascript:alert(1)) [b](https://example.com)\n',
    );
    expect(page).not.toContain('<img');
    expect(page).not.toContain('<script>alert');
    expect(page).not.toMatch(/href="javascript/);
    expect(page).toContain('<a href="https://example.com">b</a>');
  });

  it('says of a cell without a result why', async () => {
    const page = await pageOf(NOTEBOOK.replaceAll('purchase', 'bought'));
    expect(page).toMatch(/The data has no event “bought”\./);
  });
});
