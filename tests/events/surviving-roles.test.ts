import { describe, expect, it } from 'vitest';
import { survivingRoles } from '../../src/events/roles';

const ROLES = { user: 'id', time: 'ts', event: 'what' };
const columns = (...kinds: readonly (readonly [string, string])[]) =>
  kinds.map(([name, kind]) => ({ name, kind }));

describe('survivingRoles(roles, columns)', () => {
  it('keeps the roles of an event table while all three are there', () => {
    const all = columns(['id', 'text'], ['ts', 'time'], ['what', 'text'], ['amount', 'number']);
    expect(survivingRoles(ROLES, all)).toEqual(ROLES);
  });

  it('makes a unit table where only the user is left, or the time is none any more', () => {
    expect(survivingRoles(ROLES, columns(['id', 'text'], ['amount', 'number']))).toEqual({
      user: 'id',
    });
    const counted = columns(['id', 'text'], ['ts', 'number'], ['what', 'text']);
    expect(survivingRoles(ROLES, counted)).toEqual({ user: 'id' });
  });

  it('keeps none where the user is gone', () => {
    expect(survivingRoles(ROLES, columns(['ts', 'time'], ['what', 'text']))).toEqual({});
  });

  it('keeps the roles of counted tests and of costs', () => {
    const counts = { test: 'name', variant: 'arm', users: 'n', conversions: 'x' };
    const there = columns(['arm', 'text'], ['n', 'number'], ['x', 'number']);
    expect(survivingRoles(counts, there)).toEqual({ variant: 'arm', users: 'n', conversions: 'x' });
  });
});
