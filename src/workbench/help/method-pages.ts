import type { Locale } from '../../locale/language';

const pages = import.meta.glob<string>('../../analyses/*/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const ENDINGS: Readonly<Record<Locale, string>> = { en: '.md', 'zh-CN': '.zh-cn.md' };

/**
 * What an analysis of a kind answers, its formulas, assumptions and sources, in Markdown; null for a
 * kind that is not known.
 */
export function methodPage(kind: string, locale: Locale): string | null {
  return pages[`../../analyses/${kind}/${kind}${ENDINGS[locale]}`] ?? null;
}
