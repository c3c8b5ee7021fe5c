/** A test of a shop and an input that its error rate follows; it reads `story.csv`. */
export const STORY = `\`\`\`json lift:notebook
{ "liftbook": 1, "title": "Story", "timezone": "UTC", "weekStart": "monday" }
\`\`\`

# Story

Does it sell?

\`\`\`json lift:source events
{ "file": "story.csv", "roles": { "user": "user_id", "time": "ts", "event": "event" } }
\`\`\`

\`\`\`json lift:input alpha
{ "kind": "number", "label": "Alpha", "value": 0.05, "min": 0.01, "max": 0.5, "step": 0.01 }
\`\`\`

<!-- lift:md second -->

## The readout

\`\`\`json lift:analysis ab
{
  "kind": "experiment",
  "source": "events",
  "exposure": { "event": "exposure", "variant": "variant" },
  "control": "control",
  "metrics": [{ "name": "purchase", "type": "proportion", "event": "purchase" }],
  "alpha": { "$ref": "alpha" },
  "looks": "fixed",
  "owner": "Ana"
}
\`\`\`
`;

/** Users of two arms, one a line; `more` of the treated buy on top of a tenth of all. */
export function storyData(users: number, more: number): string {
  const lines = ['user_id,ts,event,variant'];
  for (let k = 0; k < users; ++k) {
    const arm = k % 2 === 0 ? 'control' : 'treatment';
    lines.push(`u${k},2026-03-02T09:00:00Z,exposure,${arm}`);
    if (k % 20 < 2 || (arm === 'treatment' && k < more)) {
      lines.push(`u${k},2026-03-02T10:00:00Z,purchase,`);
    }
  }
  lines.push('late,2026-03-20T23:30:00Z,view,');
  return `${lines.join('\n')}\n`;
}
