import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/base/json';
import { english } from '../../src/locale/english';
import { metricText } from '../../src/share/metric-text';

const text = (params: JsonObject) => metricText({ direction: 'up', ...params }, english, 'UTC');

describe('metricText(params, language, zone)', () => {
  it('says a number in its format and its unit, with its interval', () => {
    const params = {
      label: 'Revenue',
      value: 33.256,
      format: 'money',
      unit: 'EUR',
      low: 30,
      high: 36,
    };
    expect(text(params)).toMatchObject({ label: 'Revenue', value: '€33.26' });
    expect(text(params).interval).toBe('€30.00 to €36.00');
    expect(text({ value: 12, unit: 'days' }).value).toBe('12.0 days');
  });

  it('compares with another number relatively, shares in points', () => {
    const money = text({ value: 33, compare: { label: 'before', value: 30 } });
    expect(money.compare).toMatchObject({ label: 'before', change: '+10.0 %', tone: 'good' });
    const share = text({ value: 0.12, format: 'pct1', compare: { value: 0.1 } });
    expect(share.compare).toMatchObject({ change: '+2.0 pp', tone: 'good' });
  });

  it('knows which way is good', () => {
    const fell = { value: 8, compare: { value: 10 } };
    expect(text(fell).compare!.tone).toBe('bad');
    expect(text({ ...fell, direction: 'down' }).compare!.tone).toBe('good');
    expect(text({ value: 10, compare: { value: 10 } }).compare!.tone).toBe('neutral');
  });

  it('says nothing of what cannot be compared', () => {
    expect(text({ value: null, compare: { value: 1 } }).compare).toMatchObject({ change: null });
    expect(text({ value: 5, compare: { value: 0 } }).compare).toMatchObject({ change: null });
    expect(text({ value: null }).value).toBe('–');
  });
});
