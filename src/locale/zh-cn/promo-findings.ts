import type { promoFindings as english } from '../en/promo-findings';
import type { Numbers } from '../numbers';
import type { FindingArgs } from '../sentence';

const WINDOWS: Readonly<Record<string, string>> = {
  before: '促销之前',
  during: '促销期间',
  after: '促销之后的窗口内',
  later: '再之后的窗口内',
  net: '自促销开始以来',
};

export const promoFindings: typeof english = {
  'promo.purchases': ({ purchases, buyers }, n) =>
    `${n.int(Number(buyers))} 名购买者的 ${n.int(Number(purchases))} 次购买`,
  'promo.split': ({ control, treatment, p }, n) =>
    `得到者 ${n.int(Number(treatment))} 人，其余 ${n.int(Number(control))} 人：符合均分（${n.pIs(Number(p))}）`,
  'promo.split-off': ({ control, treatment, p }, n) =>
    `得到者 ${n.int(Number(treatment))} 人，其余 ${n.int(Number(control))} 人：不是均分（${n.pIs(Number(p))}）；若本来就按别的比例分配则不是问题`,
  'promo.trend': ({ p, weeks }, n) =>
    `之前 ${n.int(Number(weeks))} 周里，得到者与其余人的走势看不出差别（${n.pIs(Number(p))}）`,
  'promo.trend-differs': ({ p, weeks }, n) =>
    `之前 ${n.int(Number(weeks))} 周里，得到者与其余人的走势已经分开（${n.pIs(Number(p))}）：比较反映的可能是这一点，而不是促销`,
  'promo.trend-unknown': () => '无法看出双方此前走势是否一致：不足两个整周，或没有活跃',
  'promo.share': ({ promoted, of, rate, valueRate }, n) =>
    `${n.pct(Number(rate), 1)} 的购买用了促销：${n.int(Number(of))} 次中的 ${n.int(Number(promoted))} 次${valueRate === null ? '' : `，占金额的 ${n.pct(Number(valueRate), 1)}`}。`,
  'promo.only': ({ count, of, rate }, n) =>
    `${n.int(Number(of))} 名购买者中有 ${n.int(Number(count))} 名从未在没有促销时购买（${n.pct(Number(rate), 1)}）；对只买过一两次的人，这说明不了什么。`,
  'promo.nobody-often': ({ minimumOrders }, n) =>
    `没有人购买满 ${n.int(Number(minimumOrders))} 次，无法判断谁依赖促销。`,
  'promo.dependent': (
    { count, of, rate, low, high, minimumOrders, dependentFrom, value, unit },
    n,
  ) =>
    `购买至少 ${n.int(Number(minimumOrders))} 次的 ${n.int(Number(of))} 人中，有 ${n.int(Number(count))} 人依赖促销（至少 ${n.pct(Number(dependentFrom), 0)} 的购买用了促销）：${n.pct(Number(rate), 1)}（${n.pct(Number(low), 1)} 至 ${n.pct(Number(high), 1)}），金额 ${money(value, unit, n)}。`,
  'promo.acquired': ({ days, full, promoted, estimate, low, high, p }, n) =>
    `因促销而来的人中有 ${n.pct(Number(promoted), 1)} 在 ${String(Number(Number(days).toFixed(2)))} 天内再次购买，原价而来的为 ${n.pct(Number(full), 1)}：相差 ${n.pp(Number(estimate), 1)}（${n.pp(Number(low), 1)} 至 ${n.pp(Number(high), 1)}），${n.pIs(Number(p))}。两者本是不同的人；不能全归因于促销。`,
  'promo.window': (
    { window, control, treatment, controlMean, treatmentMean, estimate, low, high, p, deciding },
    n,
  ) =>
    `${WINDOWS[String(window)]}，“${String(treatment)}”人均活跃 ${n.num(Number(treatmentMean))} 次，“${String(control)}”为 ${n.num(Number(controlMean))} 次：${deciding === 'change' ? '相对此前 ' : ''}${n.signed(Number(estimate))}（${n.signed(Number(low))} 至 ${n.signed(Number(high))}），${n.pIs(Number(p))}。`,
  'promo.window-open': ({ window, through }) =>
    `${WINDOWS[String(window)]}：未知，该窗口持续到 ${String(through)}，或早于数据开始。`,
  'promo.borrows': ({ treatment }) =>
    `这次促销透支了之后几周：“${String(treatment)}”在促销期间来得更多，之后来得更少。`,
  'promo.margin': ({ estimate, low, high, unit, users }, n) =>
    `计入之后的窗口，这次促销使 ${n.int(Number(users))} 名得到者的毛利合计变化 ${change(estimate, unit, n)}（${change(low, unit, n)} 至 ${change(high, unit, n)}）${Number(low) <= 0 && Number(high) >= 0 ? '：盈亏均不明确' : ''}。`,
  'promo.randomised': () => '对象是随机抽取的，因此差异就是促销的效果。',
  'promo.observed': () =>
    '对象不是随机抽取的：只有在没有促销时双方走势一致，双重差分才成立。下次请随机留出一部分人。',
};

function money(
  value: FindingArgs[string] | undefined,
  unit: FindingArgs[string] | undefined,
  n: Numbers,
): string {
  return n.money(Number(value), typeof unit === 'string' ? unit : null);
}

function change(
  value: FindingArgs[string] | undefined,
  unit: FindingArgs[string] | undefined,
  n: Numbers,
): string {
  return n.moneyChange(Number(value), typeof unit === 'string' ? unit : null);
}
