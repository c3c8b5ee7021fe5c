import { describe, expect, it } from 'vitest';
import { parseNotebook } from '../../src/notebook/parse';
import { experimentsOf } from '../../src/workbench/side/experiments';

const NOTEBOOK = `\`\`\`json lift:analysis ab
{ "kind": "experiment", "source": "events", "hypothesis": "A shorter form sells more.", "owner": "Ana" }
\`\`\`

\`\`\`json lift:analysis steps
{ "kind": "funnel", "source": "events" }
\`\`\`

\`\`\`json lift:analysis quick
{ "kind": "calculator" }
\`\`\`

\`\`\`json lift:results
{
  "engine": "1",
  "at": "2026-03-01T00:00:00Z",
  "sources": {},
  "cells": { "ab": { "params": "${'0'.repeat(64)}", "result": { "verdict": { "decision": "ship" } } } }
}
\`\`\`
`;

describe('the experiments of a notebook', () => {
  it('are its tests, with the decision that its file holds', () => {
    expect(experimentsOf(parseNotebook(NOTEBOOK, 'a.lift.md'))).toEqual([
      { cell: 'ab', title: 'A shorter form sells more.', owner: 'Ana', decision: 'ship' },
      { cell: 'quick', title: 'quick', owner: null, decision: null },
    ]);
  });
});
