import type { Job, Work } from './job';

/** Whatever runs a program: a process of Node, or a worker of a page. */
interface Scope {
  onmessage: ((event: { readonly data: Job }) => void) | null;
  postMessage(message: unknown): void;
}

/** Does the job that this process was started for, or that the page sends, and says what came of it. */
export async function offer(work: Work): Promise<void> {
  if (typeof process === 'undefined' || process.release?.name !== 'node') {
    const scope = globalThis as unknown as Scope;
    scope.onmessage = ({ data }) => {
      const open = async (file: string): Promise<Blob> => (await fetch(`/.cache/${file}`)).blob();
      work(data, open).then(
        (done) => scope.postMessage(done),
        (error: unknown) => scope.postMessage({ failure: String(error) }),
      );
    };
    return;
  }
  const { openAsBlob } = await import('node:fs');
  const job = JSON.parse(process.argv[2]!) as Job;
  const done = await work(job, (file) => openAsBlob(`.cache/${file}`));
  const peak = process.resourceUsage().maxRSS / 1024;
  process.stdout.write(JSON.stringify({ ...done, peak }), () => process.exit());
}
