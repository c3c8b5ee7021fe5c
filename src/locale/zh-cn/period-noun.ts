const NOUNS: Readonly<Record<string, string>> = {
  hour: '小时',
  day: '日',
  week: '周',
  month: '月',
};

const SPANS: Readonly<Record<string, string>> = {
  hour: '一小时',
  day: '一天',
  week: '一周',
  month: '一个月',
};

/** A period as it is counted: 3 个完整周. */
export function periodNoun(period: unknown): string {
  return NOUNS[String(period)] ?? '';
}

/** One period as a stretch of time: 2026年2月23日起的一周. */
export function periodSpan(period: unknown): string {
  return SPANS[String(period)] ?? '';
}
