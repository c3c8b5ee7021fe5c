import type { Locale } from './locale';

/** How numbers, times and lists are written for people of one language. */
export interface Numbers {
  /** 48,220 */
  int(value: number): string;
  /** A plain number with `digits` decimals; without `digits`, as many as give three significant digits. */
  num(value: number, digits?: number): string;
  /** A fraction as a percentage: 0.0502 → 5.02 %. */
  pct(value: number, digits?: number): string;
  /** A signed relative change: 0.107 → +10.7 %. */
  lift(value: number, digits?: number): string;
  /** A signed difference of two fractions in percentage points: −0.0082 → −0.820 pp. */
  pp(value: number, digits?: number): string;
  /** A signed plain number: +0.07. */
  signed(value: number, digits?: number): string;
  /** A p-value: 0.00155, "< 1e-12". */
  p(value: number): string;
  /** A p-value within a sentence: "p = 0.00155", "p < 1e-12". */
  pIs(value: number): string;
  /** `unit` is an ISO 4217 code, or any text put behind the number. */
  money(value: number, unit: string | null, digits?: number): string;
  /** A signed change of money: +€2.31. */
  moneyChange(value: number, unit: string | null, digits?: number): string;
  /** A calendar day of an instant, in `zone`. */
  date(ms: number, zone: string): string;
  dateTime(ms: number, zone: string): string;
  /** 90_000 → 1 min 30 s */
  duration(ms: number): string;
  /** 9.6 MB */
  bytes(value: number): string;
  /** "a, b and c" */
  list(items: readonly string[]): string;
}

const MINUS = '\u2212';

/** Numbers as `locale` writes them; the minus sign is the typographic one, so columns align. */
export function numbersFor(locale: Locale): Numbers {
  const cache = new Map<string, Intl.NumberFormat>();
  const format = (
    value: number,
    digits: number,
    options: Intl.NumberFormatOptions = {},
  ): string => {
    // Numbers so large have no digits that anyone reads one by one.
    const isLarge = Math.abs(value) >= 1e18 && Number.isFinite(value);
    const decimals = isLarge ? 2 : Math.min(20, Math.max(0, Math.trunc(digits) || 0));
    const key = `${decimals} ${isLarge} ${JSON.stringify(options)}`;
    let formatter = cache.get(key);
    if (!formatter) {
      formatter = new Intl.NumberFormat(locale, {
        minimumFractionDigits: decimals,
        maximumFractionDigits: decimals,
        signDisplay: 'negative',
        ...(isLarge ? { notation: 'scientific' } : {}),
        ...options,
      });
      cache.set(key, formatter);
    }
    return formatter.format(value).replace('-', MINUS);
  };
  const signed = (value: number, digits: number): string =>
    format(value, digits, { signDisplay: 'exceptZero' });
  const money = (
    value: number,
    unit: string | null,
    digits: number,
    sign: Intl.NumberFormatOptions,
  ): string => {
    if (unit === null) return format(value, digits, sign);
    if (/^[A-Z]{3}$/.test(unit))
      return format(value, digits, { ...sign, style: 'currency', currency: unit });
    return `${format(value, digits, sign)} ${unit}`;
  };
  const clocks = new Map<string, Intl.DateTimeFormat>();
  const moment = (ms: number, timeZone: string, options: Intl.DateTimeFormatOptions): string => {
    const key = `${timeZone} ${JSON.stringify(options)}`;
    const clock = clocks.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone, ...options });
    clocks.set(key, clock);
    return clock.format(ms);
  };

  return {
    int: (value) => format(value, 0),
    num: (value, digits = significant(value)) => format(value, digits),
    pct: (value, digits = significant(100 * value, 2)) => `${format(100 * value, digits)} %`,
    lift: (value, digits = 1) => `${signed(100 * value, digits)} %`,
    pp: (value, digits = significant(100 * value)) => `${signed(100 * value, digits)} pp`,
    signed: (value, digits = significant(value)) => signed(value, digits),
    p: (value) => (isTiny(value) ? TINY : pValue(value)),
    pIs: (value) => (isTiny(value) ? `p ${TINY}` : `p = ${pValue(value)}`),
    money: (value, unit, digits = moneyDigits(value)) => money(value, unit, digits, {}),
    moneyChange: (value, unit, digits = moneyDigits(value)) =>
      money(value, unit, digits, { signDisplay: 'exceptZero' }),
    date: (ms, zone) => moment(ms, zone, { day: 'numeric', month: 'short', year: 'numeric' }),
    dateTime: (ms, zone) => moment(ms, zone, { dateStyle: 'medium', timeStyle: 'short' }),
    duration: (ms) => duration(ms, locale),
    bytes: (value) => {
      if (value < 1e3) return `${format(value, 0)} B`;
      const power = value < 1e6 ? 1e3 : value < 1e9 ? 1e6 : 1e9;
      const unit = { 1e3: 'kB', 1e6: 'MB', 1e9: 'GB' }[power]!;
      return `${format(value / power, value / power < 10 ? 1 : 0)} ${unit}`;
    },
    list: (items) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(items),
  };
}

/** Decimals that show `count` significant digits of `value`, at most 6 and at least 0. */
function significant(value: number, count = 3): number {
  if (value === 0 || !Number.isFinite(value)) return 0;
  return Math.min(6, Math.max(0, count - 1 - Math.floor(Math.log10(Math.abs(value)))));
}

/** Cents, more of them for amounts that would be none, and none where thousands are meant. */
function moneyDigits(value: number): number {
  return Math.abs(value) >= 1000 ? 0 : Math.max(2, significant(value, 2));
}

const TINY = '< 1e-12';

function isTiny(p: number): boolean {
  return p < 1e-12;
}

function pValue(value: number): string {
  if (value >= 0.001) return String(Number(value.toPrecision(3)));
  if (value >= 0.0001) return String(Number(value.toPrecision(2)));
  return value.toExponential(1);
}

function duration(ms: number, locale: Locale): string {
  const parts: [number, Intl.NumberFormatOptions['unit']][] = [
    [86_400_000, 'day'],
    [3_600_000, 'hour'],
    [60_000, 'minute'],
    [1_000, 'second'],
  ];
  const [size, unit] = parts.find(([size]) => Math.abs(ms) >= size) ?? [1, 'millisecond'];
  const value = ms / size;
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: unit!,
    unitDisplay: 'short',
    maximumFractionDigits: value < 10 ? 1 : 0,
  }).format(value);
}
