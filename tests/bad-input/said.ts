/** A sentence of the command line's report. */
export interface Said {
  readonly code: string;
  readonly text: string;
  /** Of the notebook, where the report names one. */
  readonly line: number | null;
}

interface ReportedProblem {
  readonly code: string;
  readonly message: string;
  readonly hint: string | null;
  readonly at?: { readonly file?: string; readonly line?: number };
}

interface Report {
  readonly sources: Record<string, { readonly warnings: readonly ReportedProblem[] }>;
  readonly cells: Record<string, { readonly state: string; readonly problem?: ReportedProblem }>;
}

/** Everything that `run --json` says is wrong, and the state of every cell. */
export function saidIn(json: string) {
  const { sources, cells } = JSON.parse(json) as Report;
  const problems = Object.values(cells).flatMap(({ problem }) => (problem ? [problem] : []));
  const warnings = Object.values(sources).flatMap((source) => source.warnings);
  const said = [...problems, ...warnings].map(({ code, message, hint, at }): Said => ({
    code,
    text: [message, hint ?? ''].join(' '),
    line: at?.line ?? null,
  }));
  const states = Object.entries(cells).map(([id, { state }]) => [id, state] as const);
  return { said, states: Object.fromEntries(states) };
}
