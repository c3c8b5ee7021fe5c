import { Worker } from 'node:worker_threads';
import type { CodeRoom } from './code';

/** A worker thread's first words: from then on it reads TypeScript as this process does. */
const START = `
  const { workerData: { loader, entry } } = require('node:worker_threads');
  import(loader).then(({ register }) => {
    register();
    return import(entry);
  });`;

/**
 * Opens rooms in threads of their own. They keep what runs there from blocking us, and are no
 * sandbox. A thread that has answered is used again: to start one takes a second.
 */
export function nodeCodeRooms(): () => CodeRoom {
  let idle: Worker | null = null;
  return () => {
    const worker = idle ?? started();
    idle = null;
    worker.ref();
    let hasAnswered = false;
    return {
      run: (request) =>
        new Promise((resolve, reject) => {
          worker.once('error', reject);
          worker.once('message', (answer) => {
            hasAnswered = true;
            worker.off('error', reject);
            resolve(answer);
          });
          worker.postMessage(request);
        }),
      leave() {
        worker.unref();
        if (hasAnswered) idle = worker;
        else void worker.terminate();
      },
    };
  };
}

function started(): Worker {
  const loader = import.meta.resolve('tsx/esm/api');
  const entry = new URL('./node-code-worker.ts', import.meta.url).href;
  return new Worker(START, { eval: true, workerData: { loader, entry } });
}
