import { type Json, type JsonObject, isObject } from '../base/json';
import type { ProblemData } from '../base/problem';
import type { Output } from '../engine/engine';
import { type Language, findingSentence, problemSentence } from '../locale/language';
import { outputValue } from '../session/output-value';
import type { Session } from '../session/session';

/** Outputs that are said by their value; a source and an analysis say more. */
const HAVE_VALUE: readonly Output['type'][] = [
  'segment',
  'transform',
  'input',
  'metric',
  'definitions',
];

/** Everything a run gave, as the one object that `--json` prints. */
export function reportJson(session: Session, language: Language): JsonObject {
  // A cell may be named `__proto__`.
  const sources = Object.create(null) as Record<string, Json>;
  const cells = Object.create(null) as Record<string, Json>;
  for (const { id, type } of session.notebook.cells) {
    const state = session.state(id);
    const output = 'output' in state ? state.output : null;
    if (output?.type === 'source') {
      const { rows, duplicates, sha256 } = output;
      const warnings = output.warnings.map((each) => problemJson(each, language));
      sources[id] = { rows, duplicates, sha256, warnings };
    }
    const isText = type === 'prose' || type === 'header' || type === 'results';
    if (isText && state.state !== 'problem') continue;
    cells[id] = {
      state: state.state,
      ...('problem' in state && { problem: problemJson(state.problem, language) }),
      ...('by' in state && { by: state.by }),
      ...('message' in state && { message: state.message.split('\n')[0]! }),
      ...(output && HAVE_VALUE.includes(output.type) && { result: outputValue(output) }),
      ...(output?.type === 'analysis' && {
        result: withSentences(output.result, language),
        findings: output.findings.map((finding) => ({
          level: finding.level,
          code: finding.code,
          text: findingSentence(finding, language),
        })),
        tables: output.tables as unknown as Json,
      }),
    };
  }
  return { file: session.file, sources, cells };
}

/** A problem with its sentences. */
function problemJson(problem: ProblemData, language: Language): JsonObject {
  return { ...(problem as unknown as JsonObject), ...problemSentence(problem, language) };
}

/** A result whose problems also say in words why a number is not there. */
function withSentences(result: Json, language: Language): Json {
  if (Array.isArray(result)) return result.map((each: Json) => withSentences(each, language));
  if (!isObject(result)) return result;
  const entries = Object.entries(result).map(([key, value]) => {
    const isProblem = key === 'problem' && isObject(value) && typeof value['code'] === 'string';
    const said = isProblem
      ? problemJson(value as unknown as ProblemData, language)
      : withSentences(value, language);
    return [key, said] as const;
  });
  return Object.fromEntries(entries);
}
