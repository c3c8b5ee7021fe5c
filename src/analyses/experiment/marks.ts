import type { Finding, FindingCode } from '../../locale/finding';

/** Warnings that change what a number means, and how each is marked in the trust strip. */
const MARKS: Partial<Readonly<Record<FindingCode, FindingCode>>> = {
  'experiment.not-measured': 'experiment.mark-not-measured',
  'experiment.missing-values': 'experiment.mark-missing',
  'experiment.no-conversions': 'experiment.mark-silent',
  'experiment.heavy-tail': 'experiment.mark-heavy',
  'experiment.few-active': 'experiment.mark-few',
  'experiment.uneven-arms': 'experiment.mark-few',
  'experiment.cap-refused': 'experiment.mark-uncapped',
  'experiment.adjusted-turned': 'experiment.mark-turned',
  'experiment.novelty-fades': 'experiment.mark-changing',
  'experiment.novelty-grows': 'experiment.mark-changing',
};

/** One chip for each kind of such warnings, with the metrics it is about; the warning itself says the rest. */
export function marks(findings: readonly Finding[]): Finding[] {
  const marked = findings.flatMap(({ code, args }) => {
    const mark = MARKS[code];
    return mark === undefined ? [] : [{ mark, name: String(args['name']) }];
  });
  return [...new Set(marked.map(({ mark }) => mark))].map((code) => {
    const names = marked.filter(({ mark }) => mark === code).map(({ name }) => name);
    return { level: 'check', tone: 'warn', code, args: { names: [...new Set(names)] } };
  });
}
