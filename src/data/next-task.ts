/**
 * Resolves in a later task of the event loop, so that messages (progress, cancel) get through
 * between two pieces of work. A timer would do the same but waits 1 to 4 ms each time.
 */
export function nextTask(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
