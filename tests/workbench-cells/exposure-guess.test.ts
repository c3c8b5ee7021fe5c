import { describe, expect, it } from 'vitest';
import { exposureGuess } from '../../src/workbench/cells/exposure-guess';
import { sourceOutput } from '../workbench/outputs';

const rows = (counts: Readonly<Record<string, number>>) =>
  Object.entries(counts).map(([value, rows]) => ({ value, rows }));
const output = (carriers: Readonly<Record<string, number>>) =>
  sourceOutput({
    roles: { event: 'action' },
    values: { action: rows({ opened_app: 7476, saw_test: 5000, bought: 900 }) },
    eventsWith: { grp: rows(carriers) },
  });

describe('exposureGuess', () => {
  it('takes the event that carries the variant, however rare it is', () => {
    expect(exposureGuess(output({ bought: 900 }), 'grp')).toBe('bought');
  });

  it('goes by the name where several carry it, else by the most rows', () => {
    expect(exposureGuess(output({ bought: 900, saw_test: 10 }), 'grp')).toBe('saw_test');
    expect(exposureGuess(output({ bought: 900, paid: 10 }), 'grp')).toBe('bought');
  });

  it('looks among all events where none carries the variant', () => {
    expect(exposureGuess(output({}), 'grp')).toBe('saw_test');
  });
});
