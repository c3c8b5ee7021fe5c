let last: Promise<void> = Promise.resolve();

/**
 * Resolves in a task of its own, one caller after the other in the order of their calls: what is
 * put on the page in turns never makes the browser wait for more than one of them.
 */
export function turn(): Promise<void> {
  last = last.then(() => new Promise(begin));
  return last;
}

/** Timers that follow one another wait 4 ms each; tasks do not. */
function begin(resolve: () => void): void {
  if ('scheduler' in window) void scheduler.postTask(resolve);
  else setTimeout(resolve);
}
