import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { peakMemoryMb, withFreshPage } from '../browser';
import type { Measurement } from '../candidate';
import { withFiles } from './files';
import type { Job, WorkDone } from './job';

/** Runs a built program in a process of its own, which does not outlive `limit` ms. */
export async function runInNode(script: string, job: Job, limit: number): Promise<Measurement> {
  const child: ChildProcess = spawn(process.execPath, [script, JSON.stringify(job)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: limit,
    killSignal: 'SIGKILL',
  });
  let [out, complaint] = ['', ''];
  child.stdout!.on('data', (text) => (out += text));
  child.stderr!.on('data', (text) => (complaint += text));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code === null) throw new Error(`no answer within ${limit / 1000} s`);
  if (code !== 0) throw new Error(lastLine(complaint));
  const { peak, ...done } = JSON.parse(out) as WorkDone & { peak: number };
  return measured(done, peak);
}

/** Runs a built program in a worker of a fresh browser, which does not outlive `limit` ms. */
export async function runInChromium(script: string, job: Job, limit: number): Promise<Measurement> {
  return withFiles((home) =>
    withFreshPage(async (page) => {
      await page.goto(home);
      const done = await page.evaluate(
        ([url, what, ms]) =>
          new Promise<WorkDone | { readonly failure: string }>((resolve) => {
            const worker = new Worker(url, { type: 'module' });
            worker.onmessage = ({ data }) => resolve(data as WorkDone);
            worker.onerror = ({ message }) => resolve({ failure: message });
            setTimeout(() => resolve({ failure: `no answer within ${ms / 1000} s` }), ms);
            worker.postMessage(what);
          }),
        [`/${script}`, job, limit] as const,
      );
      if ('failure' in done) throw new Error(done.failure);
      return measured(done, peakMemoryMb());
    }),
  );
}

function measured({ ms, answer }: WorkDone, peak: number): Measurement {
  return { ms, answer, extra: { 'peak memory, MB': peak } };
}

function lastLine(text: string): string {
  const lines = text.split('\n').filter((line) => /error/i.test(line));
  return lines[0] ?? text.trim().split('\n').at(-1) ?? '';
}
