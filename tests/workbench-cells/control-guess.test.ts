import { describe, expect, it } from 'vitest';
import { controlGuess } from '../../src/workbench/cells/control-guess';

describe('controlGuess', () => {
  it.each([
    [['B', 'A'], 'A'],
    [['treatment', 'control'], 'control'],
    [['test', 'Holdout'], 'Holdout'],
    [['true', 'false'], 'false'],
    [['1', '0'], '0'],
    [['new', 'a_control_group'], 'a_control_group'],
  ])('knows the control of %j by its name', (arms, control) => {
    expect(controlGuess(arms)).toBe(control);
  });

  it('takes the first of the alphabet, whatever the order of the file, where no name tells', () => {
    expect(controlGuess(['gate_40', 'gate_30'])).toBe('gate_30');
    expect(controlGuess(['gate_30', 'gate_40'])).toBe('gate_30');
    expect(controlGuess([])).toBe('');
  });
});
