import { describe, expect, it } from 'vitest';
import { parseNotebook } from '../../src/notebook/parse';
import { type Snapshot, snapshotOf, withSnapshot } from '../../src/notebook/snapshot';
import { writeNotebook } from '../../src/notebook/write';

const parse = (text: string) => parseNotebook(text, 'test.lift.md');

const SNAPSHOT: Snapshot = {
  engine: '1.0.0',
  at: '2026-03-01T10:00:00Z',
  sources: { events: { sha256: 'abc', rows: 3 } },
  cells: { ab: { params: 'def', result: { p: null } } },
};

describe('withSnapshot(notebook, snapshot)', () => {
  const saved = withSnapshot(parse('Text.\n'), SNAPSHOT);

  it('appends a block that snapshotOf reads', () => {
    expect(writeNotebook(saved)).toMatch(/^Text\.\n\n```json lift:results\n\{[^]*\}\n```\n$/);
    expect(snapshotOf(saved)).toEqual(SNAPSHOT);
  });

  it('changes no byte when only the time differs', () => {
    expect(withSnapshot(saved, { ...SNAPSHOT, at: '2027-01-01T00:00:00Z' })).toBe(saved);
  });

  it('replaces the block when a result differs', () => {
    const cells = { ab: { params: 'def', result: { p: 0.5 } } };
    const again = withSnapshot(saved, { ...SNAPSHOT, cells });
    expect(snapshotOf(again)).toEqual({ ...SNAPSHOT, cells });
    expect(again.cells).toHaveLength(2);
  });

  it('takes the block away', () => {
    expect(writeNotebook(withSnapshot(saved, null))).toBe('Text.\n');
    expect(withSnapshot(parse('Text.\n'), null).cells).toHaveLength(1);
  });
});

describe('snapshotOf(notebook)', () => {
  it('is null where there is none, or it is not one', () => {
    expect(snapshotOf(parse('Text.\n'))).toBeNull();
    expect(snapshotOf(parse('```json lift:results\n{ "engine": 1 }\n```\n'))).toBeNull();
    expect(snapshotOf(parse('```json lift:results\nbroken\n```\n'))).toBeNull();
  });

  it('leaves out entries that are not of their kind', () => {
    const text = '```json lift:results\n{ "engine": "1", "at": "x", "cells": { "a": 5 } }\n```\n';
    expect(snapshotOf(parse(text))).toMatchObject({ cells: {}, sources: {} });
  });
});
