import type { ltvFindings as english } from '../en/ltv-findings';
import type { Numbers } from '../numbers';
import type { FindingArgs } from '../sentence';

const PERIODS: Readonly<Record<string, string>> = { day: '天', week: '周', month: '个月' };

export const ltvFindings: typeof english = {
  'ltv.customers': ({ customers, purchases }, n) =>
    `${n.int(Number(customers))} 名客户，${n.int(Number(purchases))} 次购买`,
  'ltv.doubtful': ({ purchases, from, after }, n) =>
    purchases === 0
      ? `数据持续到 ${String(from)}，但 ${String(after)} 之后无人购买：请检查日期，或设定数据的截止日`
      : `自 ${String(from)} 起有 ${n.int(Number(purchases))} 次购买，而 ${String(after)} 之后一直无人购买：请检查日期，或设定数据的截止日`,
  'ltv.missing': ({ purchases }, n) => `${n.int(Number(purchases))} 次购买没有金额：按 0 计`,
  'ltv.negative': ({ purchases }, n) =>
    `${n.int(Number(purchases))} 次购买的金额为负：照原样计入，如同退款`,
  'ltv.left-out': ({ before, withoutStart }, n) =>
    `未计入：客户起点之前的 ${n.int(Number(before))} 次购买，以及没有起点的用户的 ${n.int(Number(withoutStart))} 次`,
  'ltv.holdout': ({ from, actual, expected, meanError, naiveError }, n) =>
    `模型预期自 ${String(from)} 起有 ${n.int(Number(expected))} 次购买，实际为 ${n.int(Number(actual))} 次（每名客户平均误差 ${n.num(Number(meanError))}，若人人取均值则为 ${n.num(Number(naiveError))}）`,
  'ltv.holdout-off': ({ from, actual, expected, error }, n) =>
    `模型预期自 ${String(from)} 起有 ${n.int(Number(expected))} 次购买，实际为 ${n.int(Number(actual))} 次：偏差 ${n.lift(Number(error), 0)}`,
  'ltv.holdout-naive': ({ meanError, naiveError }, n) =>
    `逐个客户来看，模型并不比人人取均值更准：平均误差分别为 ${n.num(Number(meanError))} 和 ${n.num(Number(naiveError))} 次购买`,
  'ltv.value': ({ period, offset, of, value, low, high, unit }, n) =>
    `截至首期后的第 ${n.int(Number(offset))} ${PERIODS[String(period)]}，每名客户累计带来 ${money(value, unit, n)}（${money(low, unit, n)} 至 ${money(high, unit, n)}），依据已满该时长的 ${n.int(Number(of))} 名客户。`,
  'ltv.value-of-one': ({ period, offset, value, unit }, n) =>
    `只有一名客户满该时长，截至第 ${n.int(Number(offset))} ${PERIODS[String(period)]}带来 ${money(value, unit, n)}；一名客户不能说明其他人。`,
  'ltv.too-young': ({ period }) =>
    `还没有客户满一${period === 'month' ? '个月' : PERIODS[String(period)]}，因此暂无价值可示。`,
  'ltv.grows': ({ share, first, unit }, n) =>
    `这是首期价值（${money(first, unit, n)}）的 ${n.num(Number(share), 2)} 倍。`,
  'ltv.expects': ({ days, purchases, value, valuePerCustomer, customers, unit }, n) =>
    `从现在起的 ${n.int(Number(days))} 天内，模型预期这 ${n.int(Number(customers))} 名客户再购买 ${n.int(Number(purchases))} 次，价值 ${money(value, unit, n)}，即每人 ${money(valuePerCustomer, unit, n)}。`,
  'ltv.expects-purchases': ({ days, purchases, customers, newCustomer }, n) =>
    `从现在起的 ${n.int(Number(days))} 天内，模型预期这 ${n.int(Number(customers))} 名客户再购买 ${n.int(Number(purchases))} 次；新客户在首购之后预期 ${n.num(Number(newCustomer))} 次。`,
  'ltv.no-interval': ({ error }, n) =>
    `这个总数没有区间：购买模型偏差多少，从它自己的数字里看不出来。${error === null ? '也没有可以留出来检验的数据。' : `在留出检验的那一段，总数偏差 ${n.lift(Number(error), 0)}。`}`,
  'ltv.no-model': ({ customers, repeaters }, n) =>
    `没有预测：从 ${n.int(Number(customers))} 名客户（其中 ${n.int(Number(repeaters))} 名复购）无法估计购买模型。上面的曲线仍然成立。`,
  'ltv.no-spending': ({ customers }, n) =>
    `没有价值预测：从 ${n.int(Number(customers))} 名复购客户无法估计每次购买的价值。`,
  'ltv.cannot-tell': ({ customers }, n) =>
    `只购买过一次的 ${n.int(Number(customers))} 名客户是否仍在，该模型无从判断：它假定第二次购买之前无人流失。MBG/NBD 则不然。`,
  'ltv.correlated': ({ correlation }, n) =>
    `客户买得多勤与买得多贵并不独立（相关系数 ${n.num(Number(correlation), 2)}），而价值模型假定二者独立：请谨慎看待预期价值。`,
};

function money(
  value: FindingArgs[string] | undefined,
  unit: FindingArgs[string] | undefined,
  n: Numbers,
): string {
  return n.money(Number(value), typeof unit === 'string' ? unit : null);
}
