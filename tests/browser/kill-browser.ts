import { readFileSync, readdirSync } from 'node:fs';

/** Kills every process of the browser that was started with a profile, as a power cut would. Linux only. */
export function killBrowser(profile: string): void {
  const processes = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const [, parent = ''] =
          /\) \S (\d+)/.exec(readFileSync(`/proc/${name}/stat`, 'utf8')) ?? [];
        return [{ id: name, parent, command: readFileSync(`/proc/${name}/cmdline`, 'utf8') }];
      } catch {
        return []; // It ended meanwhile.
      }
    });
  const doomed = new Set(
    processes.filter(({ command }) => command.includes(profile)).map(({ id }) => id),
  );
  for (let size = -1; size !== doomed.size;) {
    size = doomed.size;
    for (const { id, parent } of processes) if (doomed.has(parent)) doomed.add(id);
  }
  for (const id of doomed) {
    try {
      process.kill(Number(id), 'SIGKILL');
    } catch {
      // It ended meanwhile.
    }
  }
}
