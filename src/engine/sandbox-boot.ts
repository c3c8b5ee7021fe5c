/**
 * The only script of `sandbox.html`: starts and stops workers for the page. It evaluates nothing
 * itself and sets no timer (a hidden frame's timers run at 1 Hz): it answers messages only.
 */

/** Page → frame. `start` carries one port, which goes to the worker. */
export type ToFrame =
  | { readonly type: 'start'; readonly name: string; readonly code: string }
  | { readonly type: 'stop'; readonly name: string }
  | { readonly type: 'beat' };

/** Frame → page. */
export type FromFrame =
  | { readonly type: 'ready' }
  | { readonly type: 'beat' }
  | { readonly type: 'bug'; readonly name: string; readonly message: string };

/** Foreign code may throw without end: so many bugs of a worker are told, and of each so much. */
const MOST_BUGS = 20;
const LONGEST = 500;

const workers = new Map<string, Worker>();

addEventListener('message', ({ source, data, ports }: MessageEvent<ToFrame>) => {
  if (source !== parent || self.origin !== 'null') return;
  if (data.type === 'start') start(data.name, data.code, ports);
  if (data.type === 'stop') stop(data.name);
  if (data.type === 'beat') tell({ type: 'beat' });
});
tell({ type: 'ready' });

function start(name: string, code: string, ports: readonly MessagePort[]): void {
  stop(name);
  const url = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
  const worker = new Worker(url, { name });
  URL.revokeObjectURL(url);
  let left = MOST_BUGS;
  worker.onerror = ({ message }) => {
    if (left-- > 0) tell({ type: 'bug', name, message: message.slice(0, LONGEST) });
  };
  worker.postMessage('port', [...ports]);
  workers.set(name, worker);
}

function stop(name: string): void {
  workers.get(name)?.terminate();
  workers.delete(name);
}

function tell(message: FromFrame): void {
  parent.postMessage(message, '*');
}
