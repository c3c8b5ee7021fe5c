import { analysisOf } from './analysis-of';
import type { AnalysisOutput } from './engine';

/** An output as it crosses to the page: a long list without the parts that nothing there shows. */
export async function toPage(output: AnalysisOutput): Promise<AnalysisOutput> {
  const analysis = await analysisOf(output.kind);
  const result = analysis.toPage?.(output.result) ?? output.result;
  if (result === output.result) return output;
  const { kind: _, ...params } = output.params;
  return { ...output, result, findings: analysis.findings(result, params) };
}
