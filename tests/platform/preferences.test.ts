import { expect, it } from 'vitest';
import { preferredLocale } from '../../src/platform/preferences';

it('speaks the first language of the browser that Liftbook knows, else English', () => {
  expect(preferredLocale(['zh-TW', 'en'])).toBe('zh-CN');
  expect(preferredLocale(['de-DE', 'en-GB', 'zh'])).toBe('en');
  expect(preferredLocale(['fr'])).toBe('en');
  expect(preferredLocale([])).toBe('en');
});
