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
  worker.onerror = ({ message }) => tell({ type: 'bug', name, message });
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
