import { describe, expect, it } from 'vitest';
import { parseNotebook } from '../../src/notebook/parse';
import { outlineOf } from '../../src/workbench/side/outline';

const text = `# Checkout **test** _of_ cookie_cats

Some words.

\`\`\`json lift:source events
{ "file": "a.csv" }
\`\`\`

## What [we](x.md) do \`next\` ##

\`\`\`sh
# not a heading
\`\`\`

### Later
`;

describe('outlineOf', () => {
  const entries = outlineOf(parseNotebook(text, 'x.lift.md'));

  it('lists headings and cells in their order, without running anything', () => {
    const names = entries.map((entry) => (entry.kind === 'heading' ? entry.text : entry.cell.id));
    expect(names).toEqual(['Checkout test of cookie_cats', 'events', 'What we do next', 'Later']);
  });

  it('knows how deep a heading is', () => {
    const levels = entries.flatMap((entry) => (entry.kind === 'heading' ? [entry.level] : []));
    expect(levels).toEqual([1, 2, 3]);
  });
});
