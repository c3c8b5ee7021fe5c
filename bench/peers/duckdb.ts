import { rowsAnswer, tableAnswer } from '../programs/answer';
import { type Job, type WorkDone, coldAndWarm, inTurn, stepsOf } from '../programs/job';
import { FOUR_SQL } from './four-sql';

/** Runs a statement; the cells of its rows, numbers as numbers. */
export type Query = (sql: string) => Promise<readonly (readonly unknown[])[]>;

/** The work of either DuckDB. `source` is where it finds the file. */
export async function duckDbWork(query: Query, source: string, job: Job): Promise<WorkDone> {
  const load = (): Promise<unknown> =>
    query(`create or replace table events as select * from ${readerOf(job, source)}`);
  if (job.task === 'four') {
    await load();
    return four(query, job);
  }
  const { cold, warm } = await coldAndWarm(job.repeats, load);
  return { ms: { cold, warm }, answer: await loaded(query) };
}

function readerOf({ task }: Job, source: string): string {
  if (task === 'parquet') return `read_parquet('${source}')`;
  const columns = `{user_id: 'VARCHAR', ts: 'TIMESTAMP', event: 'VARCHAR', channel: 'VARCHAR', variant: 'VARCHAR', amount: 'DOUBLE'}`;
  if (task === 'ndjson') return `read_json('${source}', format = 'newline_delimited', columns = ${columns})`; // prettier-ignore
  return `read_csv('${source}', types = {ts: 'TIMESTAMP'})`;
}

async function loaded(query: Query): Promise<string> {
  const [row] =
    await query(`select count(*)::double, count(distinct user_id)::double, sum(amount)::double,
    epoch_ms(min(ts))::double, epoch_ms(max(ts))::double from events`);
  const [rows, users, amount, from, to] = row as number[];
  const counts = await query(`select event, count(*)::double from events group by event`);
  const events = new Map(counts.map(([event, n]) => [String(event), Number(n)]));
  return tableAnswer({ rows: rows!, users: users!, events, amount: amount!, from: from!, to: to! });
}

type Name = keyof typeof FOUR_SQL;

async function four(query: Query, { repeats }: Job): Promise<WorkDone> {
  const rows = {} as Record<Name, readonly (readonly unknown[])[]>;
  const act = (name: Name) => async () => {
    rows[name] = await query(FOUR_SQL[name]);
  };
  const { ms, cold } = await inTurn(repeats, {
    experiment: act('experiment'),
    retention: act('retention'),
    funnel: act('funnel'),
    attribution: act('attribution'),
  });
  const attribution = rows.attribution.map((row) => (row[1] === null ? [Number(row[0])] : row));
  return {
    ms: stepsOf(ms, 0, cold),
    answer: [
      rowsAnswer('experiment', rows.experiment),
      rowsAnswer('retention', rows.retention),
      rowsAnswer('funnel', rows.funnel),
      rowsAnswer('attribution', attribution),
    ].join(', '),
  };
}
