import { describe, expect, it } from 'vitest';
import { splitArms, splitTotal, splitWith } from '../../src/workbench/forms/split';

describe('splitArms', () => {
  it('has the control first and the others by name, whatever the split lists first', () => {
    expect(splitArms(['b', 'a', 'old'], {}, 'old')).toEqual(['old', 'a', 'b']);
    expect(splitArms([], { b: 0.2, old: 0.6, a: 0.2 }, 'old')).toEqual(['old', 'a', 'b']);
  });

  it('does without a control that nobody was in', () => {
    expect(splitArms(['b', 'a'], {}, '')).toEqual(['a', 'b']);
  });
});

describe('splitWith', () => {
  it('divides what is left evenly among the arms without a share', () => {
    expect(splitWith({}, ['a', 'b'], 'a', 0.9)).toEqual({ a: 0.9, b: 0.1 });
    expect(splitWith({}, ['a', 'b', 'c'], 'b', 0.5)).toEqual({ a: 0.25, b: 0.5, c: 0.25 });
  });

  it('leaves shares that were typed as they are', () => {
    expect(splitWith({ a: 0.9, b: 0.1 }, ['a', 'b'], 'a', 0.8)).toEqual({ a: 0.8, b: 0.1 });
  });

  it('plans nothing once a share is emptied', () => {
    expect(splitWith({ a: 0.9, b: 0.1 }, ['a', 'b'], 'a', null)).toBeNull();
  });

  it('gives nothing to the others where nothing is left', () => {
    expect(splitWith({}, ['a', 'b'], 'a', 1.2)).toEqual({ a: 1.2, b: 0 });
  });
});

describe('splitTotal', () => {
  it('adds up shares without what binary fractions add', () => {
    expect(splitTotal({ a: 0.1, b: 0.2, c: 0.7 })).toBe(1);
  });
});
