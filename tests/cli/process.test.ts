import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

function liftbook(...words: readonly string[]) {
  const args = ['--import', 'tsx', 'src/cli/main.ts', ...words];
  return spawnSync(process.execPath, args, { encoding: 'utf8' });
}

describe('the process', () => {
  it('explains itself', () => {
    const { status, stdout, stderr } = liftbook('--help');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('liftbook <command>');
  });

  it('says on stderr what is wrong, without a stack, and ends with 2', () => {
    const { status, stdout, stderr } = liftbook('run', 'nowhere.lift.md');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toBe('There is no file “nowhere.lift.md”.\n');
  });
});
