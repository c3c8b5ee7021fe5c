import type { paybackFindings as english } from '../en/payback-findings';
import type { Numbers } from '../numbers';
import type { FindingArgs } from '../sentence';

const PERIODS: Readonly<Record<string, string>> = { day: '天', week: '周', month: '个月' };

export const paybackFindings: typeof english = {
  'payback.users': ({ users, channels }, n) =>
    `${n.int(Number(channels))} 个渠道共获客 ${n.int(Number(users))} 人`,
  'payback.without-channel': ({ users }, n) => `${n.int(Number(users))} 名用户没有获客渠道：未计入`,
  'payback.outside': ({ cost, unit }, n) => `数据日期之外的花费 ${money(cost, unit, n)}：未计入`,
  'payback.nothing': () => '没有一个渠道既有花费、又有来自已结束周期的用户，因此谈不上回本。',
  'payback.states': ({ back, open, not }, n) =>
    [said(back, n, '已回本：'), said(open, n, '尚无定论：'), said(not, n, '确定尚未回本：')]
      .filter(Boolean)
      .join(''),
  'payback.looks-good': (
    {
      channel,
      unit,
      costPerBuyer,
      costPerRepeatBuyer,
      repeatBuyers,
      buyers,
      otherRepeatBuyers,
      otherBuyers,
      p,
    },
    n,
  ) =>
    `${String(channel)} 看似划算，其实不然：每名购买者 ${money(costPerBuyer, unit, n)}，是最便宜的付费渠道；${costPerRepeatBuyer === null ? '但其购买者无一复购' : `而每名复购者 ${money(costPerRepeatBuyer, unit, n)}，是最贵的`}。其 ${n.int(Number(buyers))} 名购买者中有 ${n.int(Number(repeatBuyers))} 名复购，其他付费渠道为 ${n.int(Number(otherBuyers))} 名中的 ${n.int(Number(otherRepeatBuyers))} 名${p === null ? '' : `（${n.pIs(Number(p))}）`}。`,
  'payback.channel': ({ channel, cac, unit, offset, ratio, low, high, period, paidBackBy }, n) =>
    `${String(channel)}：每名用户 ${money(cac, unit, n)}；截至第 ${n.int(Number(offset))} ${PERIODS[String(period)]}，每单位花费带来 ${n.num(Number(ratio), 2)}${low === null ? '' : `（${n.num(Number(low), 2)} 至 ${n.num(Number(high), 2)}）`}${paidBackBy === null ? '' : `；于第 ${n.int(Number(paidBackBy))} ${PERIODS[String(period)]}回本`}。`,
  'payback.without-users': ({ channel, cost, unit }, n) =>
    `${String(channel)} 花费 ${money(cost, unit, n)}，没有带来新用户；它服务的可能是已有用户。`,
  'payback.without-cost': ({ channels }, n) =>
    `${n.list((channels as readonly string[]).map(String))} 没有花费数据：谈不上回本。`,
};

function said(names: FindingArgs[string] | undefined, n: Numbers, lead: string): string {
  const list = names as readonly string[];
  return list.length === 0 ? '' : `${lead}${n.list([...list])}。`;
}

function money(
  value: FindingArgs[string] | undefined,
  unit: FindingArgs[string] | undefined,
  n: Numbers,
): string {
  return n.money(Number(value), typeof unit === 'string' ? unit : null);
}
