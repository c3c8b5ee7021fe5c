import type { AnalysisOutput, SourceOutput } from '../../src/engine/engine';

/** A source of two columns that nobody has questions about; `given` replaces parts of it. */
export function sourceOutput(given: Partial<SourceOutput> = {}): SourceOutput {
  return {
    type: 'source',
    file: 'a.csv',
    bytes: 100,
    sha256: 'f00d',
    rows: 1234,
    warnings: [],
    columns: [],
    roles: {},
    guesses: [],
    users: null,
    from: null,
    to: null,
    duplicates: 0,
    values: {},
    eventsWith: {},
    ...given,
  };
}

/** An analysis that came to nothing in particular; `given` replaces parts of it. */
export function analysisOutput(given: Partial<AnalysisOutput> = {}): AnalysisOutput {
  return {
    type: 'analysis',
    kind: 'experiment',
    params: {},
    result: {},
    findings: [],
    tables: [],
    charts: [],
    data: { source: 'events', sha256: 'f00d', users: 10, from: null, to: null },
    ...given,
  };
}
