import { spawnSync } from 'node:child_process';

/** What a program of somebody else prints about a file, or null (with the reason printed) where it is not installed. */
export function outsideReader(program: string, ...args: readonly string[]): string | null {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8' });
  if (error) {
    console.log(`skipped: ${program} is not here`);
    return null;
  }
  if (status !== 0) throw new Error(`${program}: ${stderr}`);
  return stdout;
}
