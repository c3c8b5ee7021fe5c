const DAY = 86_400_000;

/** How long before `now` an instant was: “today”, “yesterday”, “12 days ago”. Both are epoch ms. */
export function ageInDays(at: number, now: number, locale: string): string {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  return format.format(-Math.max(0, Math.floor((now - at) / DAY)), 'day');
}
