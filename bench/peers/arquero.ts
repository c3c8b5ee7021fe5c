import * as aq from 'arquero';
import { rowsAnswer, textAnswer } from '../programs/answer';
import { offer } from '../programs/host';
import { type Job, type WorkDone, coldAndWarm, inTurn, stepsOf } from '../programs/job';

type Table = ReturnType<typeof aq.table>;
/** What an expression sees: a row. Arquero reads expressions, so numbers stand in them as they are. */
type Row = Record<string, never>;

const { op } = aq;
const DAY = 86_400_000;
const END = Date.UTC(2026, 1, 2);

await offer(async (job, open) => {
  const bytes = await (await open(job.file)).arrayBuffer();
  const read = (): Table => aq.fromCSV(new TextDecoder().decode(bytes));
  if (job.task === 'four') return four(read(), job);
  const { cold, warm, last } = await coldAndWarm(job.repeats, read);
  const answer = textAnswer(last.numRows(), (name, row) => last.get(name, row) as unknown);
  return { ms: { cold, warm }, answer };
});

type Rows = readonly (readonly unknown[])[];

/** Over the best columns for it: times as numbers, null for nothing. */
async function four(read: Table, { repeats }: Job): Promise<WorkDone> {
  const events = aq.table({
    user_id: read.array('user_id') as string[],
    ts: Float64Array.from(read.array('ts') as ArrayLike<number>, Number),
    event: read.array('event') as string[],
    channel: read.array('channel') as string[],
    variant: read.array('variant') as string[],
    amount: read.array('amount') as number[],
  });
  const rows = {} as Record<'experiment' | 'retention' | 'funnel' | 'attribution', Rows>;
  const { ms, cold } = await inTurn(repeats, {
    experiment: () => void (rows.experiment = experiment(events)),
    retention: () => void (rows.retention = retention(events)),
    funnel: () => void (rows.funnel = funnel(events)),
    attribution: () => void (rows.attribution = attribution(events)),
  });
  const answer = Object.entries(rows)
    .map(([name, each]) => rowsAnswer(name, each))
    .join(', ');
  return { ms: stepsOf(ms, 0, cold), answer };
}

function firstExposures(events: Table): Table {
  return events
    .filter((d: Row) => d['event'] === 'exposure')
    .groupby('user_id')
    .rollup({ t0: op.min('ts'), arm: op.any('variant') })
    .ungroup();
}

function experiment(events: Table): Rows {
  const exposed = firstExposures(events).filter((d: Row) => d['t0'] + 604800000 <= 1769990400000);
  const bought = events
    .filter((d: Row) => d['event'] === 'purchase')
    .join(exposed, 'user_id')
    .filter((d: Row) => d['ts'] >= d['t0'] && d['ts'] < d['t0'] + 604800000)
    .groupby('user_id')
    .rollup({ total: op.sum('amount') })
    .ungroup();
  return rowsOf(
    exposed
      .join_left(bought, 'user_id')
      .groupby('arm')
      .rollup({ n: op.count(), buyers: op.valid('total'), total: op.sum('total') }),
    ['arm', 'n', 'buyers', 'total'],
  );
}

function retention(events: Table): Rows {
  const started = firstExposures(events).derive({
    day: (d: Row) => aq.op.floor(d['t0'] / 86400000),
  });
  const back = events
    .join(started, 'user_id')
    .filter((d: Row) => d['ts'] >= d['t0'])
    .derive({ k: (d: Row) => aq.op.floor(d['ts'] / 86400000) - d['day'] })
    .filter((d: Row) => d['k'] >= 1 && d['k'] < 14)
    .dedupe('user_id', 'k')
    .groupby('day', 'k')
    .count();
  const counts = new Map(
    rowsOf(back, ['day', 'k', 'count']).map(([day, k, n]) => [`${day} ${k}`, n]),
  );
  return rowsOf(started.groupby('day').count(), ['day', 'count']).flatMap(([day, users]) =>
    Array.from({ length: 13 }, (_, i) => i + 1)
      .filter((k) => (Number(day) + k + 1) * DAY <= END)
      .map((k) => {
        const date = new Date(Number(day) * DAY).toISOString().slice(0, 10);
        return [date, k, users, counts.get(`${day} ${k}`) ?? 0];
      }),
  );
}

/** Later rows first, so that filling down carries back what comes next. */
function funnel(events: Table): Rows {
  const furthest = events
    .filter((d: Row) => d['event'] === 'view' || d['event'] === 'cart' || d['event'] === 'purchase')
    .orderby('user_id', aq.desc('ts'))
    .groupby('user_id')
    .derive({ p: (d: Row) => (d['event'] === 'purchase' ? d['ts'] : null) })
    .derive({ bought: op.fill_down('p') })
    .derive({
      c: (d: Row) => (d['event'] === 'cart' ? d['ts'] : null),
      cp: (d: Row) => (d['event'] === 'cart' ? d['bought'] : null),
    })
    .derive({ carted: op.fill_down('c'), paid: op.fill_down('cp') })
    .filter((d: Row) => d['event'] === 'view' && d['ts'] + 604800000 <= 1769990400000)
    .derive({
      step: (d: Row) =>
        d['paid'] && d['paid'] - d['ts'] <= 604800000
          ? 3
          : d['carted'] && d['carted'] - d['ts'] <= 604800000
            ? 2
            : 1,
    })
    .rollup({ step: op.max('step') });
  const steps = furthest.array('step') as number[];
  return [[1, 2, 3].map((step) => steps.filter((reached) => reached >= step).length)];
}

function attribution(events: Table): Rows {
  const sold = events
    .filter((d: Row) => d['event'] === 'purchase')
    .groupby('user_id', 'ts')
    .rollup({ n: op.count(), total: op.sum('amount') })
    .ungroup()
    .rename({ ts: 'bought' });
  const touches = events
    .filter((d: Row) => d['event'] === 'view' || d['event'] === 'purchase')
    .orderby('user_id', aq.desc('ts'))
    .groupby('user_id')
    .derive({ p: (d: Row) => (d['event'] === 'purchase' ? d['ts'] : null) })
    .derive({ bought: op.fill_down('p') })
    .ungroup()
    .filter((d: Row) => d['event'] === 'view' && d['bought'] && d['bought'] - d['ts'] <= 604800000)
    .groupby('user_id', 'bought')
    .derive({ length: op.count() })
    .ungroup()
    .join(sold, [
      ['user_id', 'bought'],
      ['user_id', 'bought'],
    ])
    .derive({ n1: (d: Row) => d['n'] / d['length'], v1: (d: Row) => d['total'] / d['length'] })
    .groupby('channel')
    .rollup({ n: op.sum('n1'), value: op.sum('v1') });
  const conversions = (sold.array('n') as number[]).reduce((a, b) => a + b);
  return [[conversions], ...rowsOf(touches, ['channel', 'n', 'value'])];
}

function rowsOf(table: Table, names: readonly string[]): unknown[][] {
  return table.objects().map((row) => names.map((name) => (row as Record<string, unknown>)[name]));
}
