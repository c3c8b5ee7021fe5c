import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/base/json';
import { deviations } from '../../src/notebook/plan-deviations';

const PLAN = {
  alpha: 0.05,
  plannedEnd: '2026-03-15',
  looks: { plan: 'pocock', looks: [0.5, 1] },
  metrics: [
    { name: 'purchase', type: 'proportion', event: 'purchase' },
    { name: 'load', type: 'mean', event: 'page', value: 'ms', margin: 0.02 },
  ],
} satisfies JsonObject;

describe('deviations(was, is)', () => {
  it('names what was changed, set and taken out, metrics by their names', () => {
    const { plannedEnd: _, ...rest } = PLAN;
    const now = {
      ...rest,
      alpha: 0.1,
      looks: { plan: 'pocock', looks: [0.5, 0.8, 1] },
      metrics: [
        { name: 'load', type: 'mean', event: 'page', value: 'ms', margin: 0.05 },
        { name: 'purchase', type: 'proportion', event: 'purchase', target: 0.1 },
        { name: 'visits', type: 'count', event: 'visit' },
      ],
    };
    expect(deviations(PLAN, now)).toEqual([
      { path: 'alpha', was: 0.05, is: 0.1 },
      { path: 'plannedEnd', was: '2026-03-15' },
      { path: 'looks.looks', was: [0.5, 1], is: [0.5, 0.8, 1] },
      { path: 'metrics.purchase.target', is: 0.1 },
      { path: 'metrics.load.margin', was: 0.02, is: 0.05 },
      { path: 'metrics.visits', is: { name: 'visits', type: 'count', event: 'visit' } },
    ]);
  });

  it('lets data, owner and ticket change: the plan is about how to decide', () => {
    const was = { ...PLAN, source: 'a', completeThrough: '2026-03-08', owner: 'Ana' };
    const is = { ...PLAN, source: 'b', completeThrough: '2026-03-15', ticket: 'AB-1' };
    expect(deviations(was, is)).toEqual([]);
  });

  it('finds nothing in a plan and itself, whatever the order of its keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (params) => {
        const turned = Object.fromEntries(Object.entries(params).reverse());
        expect(deviations(params as JsonObject, turned as JsonObject)).toEqual([]);
      }),
    );
  });
});
