import type { valueProblems as english } from '../en/value-problems';

const MODELS: Readonly<Record<string, string>> = {
  'bg-nbd': 'BG/NBD',
  'mbg-nbd': 'MBG/NBD',
  'gamma-gamma': 'gamma–gamma',
};

export const valueProblems: typeof english = {
  'no-purchases': ({ event }) => ({
    message: `没有人有符合条件的购买事件“${String(event)}”。`,
    hint: '请检查购买事件、其筛选条件和日期。',
  }),
  'only-refunds': ({ event, rows }, n) => ({
    message: `“${String(event)}”的 ${n.int(Number(rows))} 行金额全部小于 0，如同退款：没有人购买。`,
    hint: '请检查金额列及其正负号。',
  }),
  'not-there-so-long': () => ({
    message: '还没有客户满这么长时间。',
    hint: '请等待，或减少显示的期数。',
  }),
  'one-customer': () => ({
    message: '只有一名客户，其价值不能说明其他人。',
    hint: null,
  }),
  'too-few-repeats': ({ model, repeaters, customers, needed }, n) => ({
    message: `${n.int(Number(customers))} 名客户中有 ${n.int(Number(repeaters))} 名在另一天再次购买；${MODELS[String(model)]} 模型至少需要 ${n.int(Number(needed))} 名。`,
    hint: '请选取更长的时间或更多客户；在此之前以历史曲线为准。',
  }),
  'model-not-found': ({ model }) => ({
    message: `${MODELS[String(model)]} 模型无法拟合：没有一组参数使这些购买最为可能。`,
    hint: '请选取更长的时间、换用另一个模型，或以历史曲线为准。',
  }),
  'model-leaves-open': ({ model, parameter }) => ({
    message: `数据无法确定 ${MODELS[String(model)]} 模型的参数“${String(parameter)}”：大得多或小得多也同样吻合。`,
    hint: '请选取更长的时间、换用另一个模型，或以历史曲线为准。',
  }),
  'too-few-spenders': ({ customers, needed }, n) => ({
    message: `有 ${n.int(Number(customers))} 名客户的复购金额大于 0；至少需要 ${n.int(Number(needed))} 名。`,
    hint: '请选取更长的时间或更多客户。',
  }),
  'same-spending': ({ value }, n) => ({
    message: `每名客户的复购平均金额都是 ${n.num(Number(value))}，没有可估计的差异。`,
    hint: '把预期购买次数乘以它即可。',
  }),
  'spending-without-mean': ({ q }, n) => ({
    message: `少数客户的花费远高于其他人，以致均值没有上限（q = ${n.num(Number(q))}，须大于 1）。`,
    hint: '请检查最大的金额，或以历史曲线为准。',
  }),
  'all-bought-alike': () => ({
    message: '所有客户的购买次数相同，无法比较买得多勤与买得多贵。',
    hint: null,
  }),
  'nothing-to-hold-out': ({ days, needed }, n) => ({
    message: `可用于拟合或检验模型的只有 ${n.int(Number(days))} 天；两者各至少需要 ${n.int(Number(needed))} 天。`,
    hint: '请选取更长的时间，或留出更短的一段。',
  }),
  'nobody-bought-after': () => ({
    message: '留出的时段内无人购买。',
    hint: '请检查日期，或留出更长的一段。',
  }),
  'value-unknown': () => ({
    message: '不知道一次购买价值多少，因此没有预期价值。',
    hint: '请指定金额列："purchase": { "event": "purchase", "value": "amount" }。',
  }),
  'model-cannot-tell': () => ({
    message: 'BG/NBD 模型假定第二次购买之前无人流失，因此无从判断。',
    hint: '可改用 "model": "mbg-nbd"。',
  }),
  'not-paid-back': () => ({
    message: '在已结束的任何一期里，价值都没有达到花费。',
    hint: '请等待，或查看更多期。',
  }),
  'nobody-acquired': () => ({
    message: '这里没有获得任何用户。',
    hint: '请检查获客事件、渠道列和日期。',
  }),
  'nobody-bought-again': () => ({
    message: '这里获得的用户还没有人在另一天再次购买，因此没有复购者成本。',
    hint: null,
  }),
  'nobody-so-often': () => ({
    message: '没有可计数的人。',
    hint: null,
  }),
  'no-recipients': ({ treated, others }, n) => ({
    message: `得到促销的有 ${n.int(Number(treated))} 人，未得到的有 ${n.int(Number(others))} 人；比较至少各需两人。`,
    hint: '请检查该列及其两个取值，或得到者所具有的事件。',
  }),
  'window-not-over': ({ through }) => ({
    message: `该窗口持续到 ${String(through)}，超出了数据。`,
    hint: '请等待，或选择更短的窗口。',
  }),
  'too-few-weeks': ({ weeks }, n) => ({
    message: `促销之前数据里只有 ${n.int(Number(weeks))} 个整周；走势至少需要两周。`,
    hint: '请读入更早的数据。',
  }),
  'nobody-at-risk': () => ({
    message: '没有人完成前一次购买，因此也没有人可能完成这一次。',
    hint: null,
  }),
  'not-half-yet': () => ({
    message: '再次购买的人不足一半，因此没有中位数。',
    hint: '请改看固定时间内的占比。',
  }),
  'median-open': () => ({
    message: '刚有一半人再次购买：中位数的区间还没有上限。',
    hint: '请等待，或改看固定时间内的占比。',
  }),
};
