/** Does this keyboard have a Cmd key? */
export function isMac(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.platform);
}

/** Bytes of script memory the page uses, the rows in the engine not among them; null where the browser does not tell. */
export function memoryInUse(): number | null {
  const { memory } = performance as { memory?: { readonly usedJSHeapSize: number } };
  return memory?.usedJSHeapSize ?? null;
}

/** Every zone the browser knows. */
export function timeZones(): readonly string[] {
  return Intl.supportedValuesOf('timeZone');
}

export function timeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Resolves in a task of its own. Timers that follow one another wait 4 ms each, and a second where nobody looks; tasks do not. */
export function task(): Promise<void> {
  return new Promise((resolve) => {
    if ('scheduler' in globalThis) void scheduler.postTask(resolve);
    else setTimeout(resolve);
  });
}

/** Resolves when the browser has nothing better to do. */
export function idle(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: 2_000 });
    else setTimeout(resolve, 200);
  });
}
