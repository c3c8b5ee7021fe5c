import { describe, expect, it } from 'vitest';
import { english } from '../../src/locale/english';
import { settingLines } from '../../src/share/setting-lines';

describe('settingLines', () => {
  it('says names and choices in words, shares in percent, and what is the default', () => {
    const params = { kind: 'experiment', control: 'none', split: { a: 0.9, b: 0.1 }, alpha: 0.05 };
    const lines = settingLines(params, { alpha: 0.05 }, english);
    expect(lines.map(({ title, isDefault }) => [title, isDefault])).toEqual([
      ['Control', false],
      ['Planned split', false],
      ['Alpha', true],
    ]);
    expect(lines.map(({ text }) => text)).toEqual(['none', 'a 90.0 %, b 10.0 %', '0.05']);
  });

  it('says ratios of a split as parts of all', () => {
    const [split] = settingLines({ split: { a: 1, b: 1, c: 1 } }, {}, english);
    expect(split!.text).toBe('a 33.3 %, b 33.3 %, c 33.3 %');
    const [uneven] = settingLines({ split: { a: 0.2, b: 0.8 } }, {}, english);
    expect(uneven!.text).toBe('a 20.0 %, b 80.0 %');
  });

  it('leaves out what is not set', () => {
    expect(settingLines({ owner: '', where: {}, segments: [] }, {}, english)).toEqual([]);
  });
});
