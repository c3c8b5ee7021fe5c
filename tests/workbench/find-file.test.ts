import { describe, expect, it } from 'vitest';
import { type ShelvedFile, findFile, resolvePath } from '../../src/workbench/find-file';

const file = (path: string, sha256: string | null = null): ShelvedFile => ({
  path,
  file: new File([], path),
  handle: null,
  sha256,
});
const files = [file('growth/a.csv'), file('growth/data/a.csv'), file('b.csv', 'f00d')];
const find = (path: string, notebook: string, sha: string | null = null) =>
  findFile(files, path, notebook, sha)?.path;

describe('findFile', () => {
  it('takes a path relative to the notebook', () => {
    expect(find('data/a.csv', 'growth/test.lift.md')).toBe('growth/data/a.csv');
    expect(find('../growth/a.csv', 'growth/test.lift.md')).toBe('growth/a.csv');
  });

  it('finds a file of another name by its content', () => {
    expect(find('renamed.csv', 'x.lift.md', 'f00d')).toBe('b.csv');
  });

  it('finds a dropped file by its name alone', () => {
    expect(find('../somewhere/b.csv', 'x.lift.md')).toBe('b.csv');
  });

  it('finds nothing where nothing fits', () => {
    expect(find('c.csv', 'growth/x.lift.md', 'beef')).toBeUndefined();
  });
});

describe('resolvePath', () => {
  it('walks up and down from the folder of the notebook', () => {
    expect(resolvePath('reviews/x.lift.md', '../data/a.csv')).toBe('data/a.csv');
    expect(resolvePath('x.lift.md', './a.csv')).toBe('a.csv');
    expect(resolvePath('a/b/x.lift.md', '../../../a.csv')).toBe('a.csv');
  });
});
