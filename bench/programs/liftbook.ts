import { aggregateAll } from '../../src/analyses/blocks';
import { inputOf } from '../../src/analyses/input-of';
import type { Scope } from '../../src/analyses/analysis';
import type { AttributionResult } from '../../src/analyses/attribution/result';
import type { CommonParams } from '../../src/analyses/common';
import type { ExperimentResult } from '../../src/analyses/experiment/result';
import type { FunnelResult } from '../../src/analyses/funnel/result';
import type { RetentionResult } from '../../src/analyses/retention/result';
import { blobSource } from '../../src/data/byte-source';
import { type Dataset, column } from '../../src/data/dataset';
import { readDataset } from '../../src/data/read';
import { type Question, questionOf } from '../../src/engine/analysis-of';
import { buildIndex } from '../../src/events/build-index';
import type { EventIndex } from '../../src/events/event-index';
import { rowsAnswer, tableAnswer } from './answer';
import { FOUR, LAST_DAY } from './four';
import { offer } from './host';
import { type Job, type WorkDone, coldAndWarm, inTurn, stepsOf } from './job';

const AROUND = {
  timezone: 'UTC',
  weekStart: 'monday',
  population: null,
  columnUnits: {},
  tables: new Map(),
} as const;

await offer(async (job, open) => {
  const file = await open(job.file);
  // In memory, as it is for everybody; large files are read in slices.
  const blob = file.size > 2 ** 28 ? file : new Blob([await file.arrayBuffer()]);
  const read = (): Promise<Dataset> => readDataset(blobSource(blob), { name: job.file });
  if (job.task === 'four') return four(await read(), job);
  const { cold, warm, last } = await coldAndWarm(job.repeats, read);
  return { ms: { cold, warm }, answer: answerOf(last) };
});

function answerOf(dataset: Dataset): string {
  const user = column(dataset, 'user_id')!;
  const event = column(dataset, 'event')!;
  const time = column(dataset, 'ts')!;
  const amounts = column(dataset, 'amount')!;
  if (user.kind !== 'text' || event.kind !== 'text') throw new Error('users and events are text');
  if (time.kind !== 'time' || amounts.kind !== 'number') throw new Error('times and amounts');
  const events = new Map<string, number>();
  for (const code of event.codes) {
    const name = event.values[code]!;
    events.set(name, (events.get(name) ?? 0) + 1);
  }
  let amount = 0;
  for (const value of amounts.values) if (!Number.isNaN(value)) amount += value;
  const [from, to] = [
    time.values.reduce((a, b) => Math.min(a, b)),
    time.values.reduce((a, b) => Math.max(a, b)),
  ];
  return tableAnswer({ rows: dataset.rows, users: user.values.length, events, amount, from, to });
}

async function four(dataset: Dataset, { repeats }: Job): Promise<WorkDone> {
  const roles = { user: 'user_id', time: 'ts', event: 'event' };
  const built = await coldAndWarm(repeats, () => buildIndex(dataset, roles));
  const index = built.last;
  const counts = {} as Record<Kind, Counts>;
  const act = (kind: Kind) => async () => {
    counts[kind] = await countsOf(kind, index);
  };
  const { ms, cold } = await inTurn(repeats, {
    experiment: act('experiment'),
    retention: act('retention'),
    funnel: act('funnel'),
    attribution: act('attribution'),
  });
  return {
    ms: stepsOf(ms, built.warm, built.cold + cold),
    answer: answers(counts),
  };
}

type Kind = keyof typeof FOUR;

interface Counts {
  readonly question: Question;
  readonly scope: Scope;
  readonly aggregate: unknown;
}

async function countsOf(kind: Kind, index: EventIndex): Promise<Counts> {
  const question = await questionOf({
    kind,
    source: 'events',
    completeThrough: LAST_DAY,
    ...FOUR[kind],
  });
  // A copy of the index is another one to all who remember what they counted of it.
  const input = inputOf({ ...index }, question.params as unknown as CommonParams, AROUND);
  const soon = (): Promise<void> => Promise.resolve();
  const { analysis, params } = question;
  return {
    question,
    scope: input.scope,
    aggregate: await aggregateAll(analysis, input, params, () => {}, soon),
  };
}

function resultOf<T>({ question, scope, aggregate }: Counts): T {
  return question.analysis.infer(aggregate, question.params, scope) as T;
}

function answers(counts: Readonly<Record<Kind, Counts>>): string {
  const { metrics } = resultOf<ExperimentResult>(counts.experiment);
  const [purchase, revenue] = metrics;
  const arms = purchase!.arms.map(({ name, matured, total }, arm) => [
    name,
    matured,
    total,
    revenue!.arms[arm]!.total,
  ]);
  const cohorts = resultOf<RetentionResult>(counts.retention).groups[0]!.rows.flatMap((row) =>
    row.cells
      .filter(({ offset, mature }) => offset > 0 && mature)
      .map(({ offset, of, users }) => [row.cohort, offset, of, users]),
  );
  const [funnel] = resultOf<FunnelResult>(counts.funnel).groups;
  const { journeys, models } = resultOf<AttributionResult>(counts.attribution);
  const credit = models[0]!.channels
    .filter(({ channel }) => channel !== '(no touch)')
    .map(({ channel, conversions, value }) => [channel, conversions.estimate, value!.estimate]);
  return [
    rowsAnswer('experiment', arms),
    rowsAnswer('retention', cohorts),
    rowsAnswer('funnel', [funnel!.steps.map(({ users }) => users)]),
    rowsAnswer('attribution', [[journeys.converted], ...credit]),
  ].join(', ');
}
