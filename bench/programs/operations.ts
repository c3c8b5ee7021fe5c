import type { JsonObject } from '../../src/base/json';
import { DirectEngine } from '../../src/engine/direct';
import { fitBuying } from '../../src/stats/bg-nbd';
import { offer } from './host';
import { inTurn } from './job';
import { manyCustomers } from './many-customers';
import { SEGMENTS, SIXTEEN, SPEND } from './sixteen';

const NOTEBOOK = 'bench';
const SETTING = { timezone: 'UTC', weekStart: 'monday', locale: 'en' } as const;

await offer(async (job, open) => {
  const engine = new DirectEngine(() => Promise.reject(new Error('no code here')));
  const load = (cell: string, roles: JsonObject, bytes: Blob) =>
    engine.load(
      {
        ...{ notebook: NOTEBOOK, cell, setting: SETTING },
        params: { file: `${cell}.csv`, roles },
        files: [{ name: `${cell}.csv`, size: bytes.size, bytes }],
      },
      () => {},
      new AbortController().signal,
    );
  const file = await open(job.file);
  const events = new Blob([await file.arrayBuffer()]);
  await load('events', { user: 'user_id', time: 'ts', event: 'event' }, events);
  await load('spend', { channel: 'channel', date: 'date', cost: 'cost' }, new Blob([SPEND]));
  for (const [cell, params] of Object.entries(SEGMENTS)) {
    const request = { notebook: NOTEBOOK, cell, setting: SETTING };
    await engine.segment({ ...request, params: { source: 'events', ...params } });
  }

  const said = new Map<string, string>();
  const acts = SIXTEEN.map(({ kind, params, changed }) => {
    let runs = 0;
    const act = async (): Promise<void> => {
      const setting = runs++ % 2 === 0 ? params : { ...params, ...changed };
      const { findings } = await engine.run(
        { notebook: NOTEBOOK, cell: kind, setting: SETTING, params: { kind, source: 'events', ...setting } }, // prettier-ignore
        () => {},
        new AbortController().signal,
      );
      said.set(kind, findings.map(({ code }) => code).join(' '));
    };
    return [kind, act] as const;
  });
  const customers = manyCustomers(100_000);
  const fit = (): void => {
    const { r, alpha } = fitBuying(customers, 'bg-nbd').model;
    said.set('BG/NBD', `r ${r.toFixed(6)}, alpha ${alpha.toFixed(6)}`);
  };
  const all = { ...Object.fromEntries(acts), 'BG/NBD fit of 100,000 customers': fit };
  const { ms, cold } = await inTurn(job.repeats, all);
  return {
    ms: { ...ms, 'first time, all': cold },
    answer: [...said].map((each) => each.join(': ')).join('; '),
  };
});
