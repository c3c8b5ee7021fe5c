import type { rfmFindings as english } from '../en/rfm-findings';
import type { Numbers } from '../numbers';
import type { FindingArgs } from '../sentence';
import { rfmWords } from './rfm-words';

const MEASURES: Readonly<Record<string, string>> = {
  recency: '距上次购买天数',
  frequency: '购买天数',
  monetary: '金额',
};

export const rfmFindings: typeof english = {
  'rfm.customers': ({ customers, purchase, purchases, reference }, n) =>
    `截至${date(reference, n)}，有“${purchase}”的客户 ${n.int(Number(customers))} 名（共 ${n.int(Number(purchases))} 次）`,
  'rfm.stray': ({ users, gapDays, reference }, n) =>
    users === 0
      ? `最后一次购买比数据截止日（${date(reference, n)}）早 ${n.int(Number(gapDays))} 天：请检查是否有未来日期，或设置数据截止日（"completeThrough"）。`
      : `有 ${n.int(Number(users))} 名客户的购买比其他所有人晚 ${n.int(Number(gapDays))} 天：请检查是否有未来日期，或设置数据截止日（"completeThrough"）。`,
  'rfm.refunds': ({ rows }, n) => `有 ${n.int(Number(rows))} 行小于 0：抵减金额，不算购买`,
  'rfm.missing': ({ rows }, n) => `有 ${n.int(Number(rows))} 次购买没有金额，按 0 计`,
  'rfm.same': ({ measure, value }, n) =>
    `所有客户的${MEASURES[String(measure)]}都相同（${plain(value, n)}）：这一得分无法区分客户。`,
  'rfm.tie': ({ measure, value, users, share }, n) =>
    `${n.pct(Number(share), 0)} 的客户（${n.int(Number(users))} 名）${MEASURES[String(measure)]}相同（${plain(value, n)}），得分也相同`,
  'rfm.best': ({ segment, users, share, value, part, unit }, n) =>
    `${name(segment)}：${n.int(Number(users))} 名客户（${n.pct(Number(share), 1)}）贡献 ${n.money(Number(value), unitOf(unit))}${part === null ? '' : `，占金额的 ${n.pct(Number(part), 1)}`}。`,
  'rfm.leaving': ({ segment, users, value, part, unit }, n) =>
    `${name(segment)}：${n.int(Number(users))} 名客户曾贡献 ${n.money(Number(value), unitOf(unit))}${part === null ? '' : `（${n.pct(Number(part), 1)}）`}，但已很久没有购买。`,
  'rfm.kept': ({ previous, users, customers, share, low, high }, n) =>
    `${date(previous, n)}的 ${n.int(Number(customers))} 名客户中，${n.int(Number(users))} 名现在仍在同一层：${n.pct(Number(share), 1)}（${n.pct(Number(low), 1)} 至 ${n.pct(Number(high), 1)}）。`,
  'rfm.moved': ({ from, to, users, of, share }, n) =>
    `最大的迁移：${n.int(Number(of))} 人中的 ${n.int(Number(users))} 人（${n.pct(Number(share), 1)}）从“${name(from)}”变为“${name(to)}”。`,
  'rfm.cuts-moved': () =>
    '两个日期各用自己的分界点，因此他人的变化也会使客户迁移。固定分界点（"cuts"）可使得分可比。',
};

type Arg = FindingArgs[string] | undefined;

function date(day: Arg, n: Numbers): string {
  return n.date(Date.parse(String(day)), 'UTC');
}

function plain(value: Arg, n: Numbers): string {
  return Number.isInteger(value) ? n.int(Number(value)) : n.num(Number(value));
}

function name(segment: Arg): string {
  const known: Readonly<Record<string, string>> = rfmWords.names;
  return known[String(segment)] ?? String(segment);
}

function unitOf(unit: Arg): string | null {
  return typeof unit === 'string' ? unit : null;
}
