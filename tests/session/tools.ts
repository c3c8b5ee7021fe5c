import { nodeEngine } from '../../src/engine/node-engine';
import type { DataFile, Engine } from '../../src/engine/engine';
import { Session, type SessionOptions } from '../../src/session/session';
import { STORY, csvFile } from '../engine/csv-file';

/** A notebook of one source and one experiment on it. */
export const NOTEBOOK = `\`\`\`json lift:notebook
{ "liftbook": 1, "timezone": "UTC", "smallestGroup": 1 }
\`\`\`

Of the treated, {{ ab.metrics.purchase.arms.treatment.value | pct1 }} bought.

\`\`\`json lift:source events
{ "file": "story.csv", "roles": { "user": "user_id", "time": "ts", "event": "event" } }
\`\`\`

\`\`\`json lift:analysis ab
{
  "kind": "experiment",
  "source": "events",
  "exposure": { "event": "exposure", "variant": "variant" },
  "control": "control",
  "metrics": [{ "name": "purchase", "type": "proportion", "event": "purchase", "window": "1d" }],
  "completeThrough": "2026-03-05",
  "looks": "fixed"
}
\`\`\`
`;

/** What an engine was asked to do, in order. */
export interface Watched {
  readonly engine: Engine;
  readonly calls: string[];
}

/** The engine of the command line, its loads, runs and transforms written down. */
export function watchedEngine(engine: Engine = nodeEngine()): Watched {
  const calls: string[] = [];
  return {
    calls,
    engine: {
      ...engine,
      load(...args) {
        calls.push(`load ${args[0].cell}`);
        return engine.load(...args);
      },
      run(...args) {
        calls.push(`run ${args[0].cell}`);
        return engine.run(...args);
      },
      transform(...args) {
        calls.push(`transform ${args[0].cell}`);
        return engine.transform(...args);
      },
    },
  };
}

/** A file on the shelf of these tests; one object, as a file that was dropped stays one. */
export function shelf(files: Readonly<Record<string, readonly string[]>> = { 'story.csv': STORY }) {
  const opened = new Map<string, DataFile>();
  for (const [name, lines] of Object.entries(files)) opened.set(name, csvFile(name, lines));
  return opened;
}

export function sessionOf(text: string, options: Partial<SessionOptions> = {}): Session {
  let clock = 0;
  const files = shelf();
  return new Session(text, 'story.lift.md', {
    engine: watchedEngine().engine,
    locate: (path) => Promise.resolve(files.get(path) ?? null),
    now: () => ++clock,
    locale: 'en',
    ...options,
  });
}

/** The states of all cells that have one, by id. */
export function states(session: Session): Readonly<Record<string, string>> {
  const computed = session.notebook.cells.filter(
    ({ type }) => type !== 'header' && type !== 'prose',
  );
  return Object.fromEntries(computed.map(({ id }) => [id, session.state(id).state]));
}
