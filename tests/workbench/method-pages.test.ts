import { describe, expect, it } from 'vitest';
import { analyses } from '../../src/analyses';
import { LOCALES } from '../../src/locale/language';
import { methodPage } from '../../src/workbench/help/method-pages';

const headings = (page: string | null) => page?.match(/^#+ /gm)?.map((mark) => mark.trim()) ?? [];

describe('the page about a kind of analysis', () => {
  it.each(Object.keys(analyses))('is there in every language, part by part: %s', (kind) => {
    const english = headings(methodPage(kind, 'en'));
    expect(english[0]).toBe('#');
    for (const locale of LOCALES) expect(headings(methodPage(kind, locale))).toEqual(english);
  });

  it('is missing for a kind that nobody knows', () => {
    expect(methodPage('sparkles', 'en')).toBeNull();
  });
});
