let last: Promise<void> = Promise.resolve();

/**
 * Resolves in a task of its own, one caller after the other in the order of their calls: what is
 * put on the page in turns never makes the browser wait for more than one of them.
 */
export function turn(): Promise<void> {
  last = last.then(() => new Promise((resolve) => setTimeout(resolve)));
  return last;
}
