import type { problems as english } from '../en/problems';
import { commandLineProblems } from './command-line-problems';
import { engineProblems } from './engine-problems';
import { dataProblems } from './data-problems';
import { notebookProblems } from './notebook-problems';

/** What a chart may have too much of. */
const CHART_LIMITS: Readonly<Record<string, string>> = {
  rows: '行数',
  steps: '刻度或分段数',
  pixels: '像素尺寸',
  views: '子图数量',
  depth: '嵌套层数',
};

export const problems: typeof english = {
  'too-few-users': ({ users }, n) => ({
    message: `有一个分组只有 ${n.int(Number(users))} 名用户；比较至少需要两名。`,
    hint: null,
  }),
  'constant-arms': ({ control, treatment }, n) => ({
    message: `数据没有变化：一组的每名用户都是 ${n.num(Number(control))}，另一组都是 ${n.num(Number(treatment))}。`,
    hint: '请检查该指标是否按用户记录。',
  }),
  'same-value': ({ value }, n) => ({
    message: `每名用户的值都是 ${n.num(Number(value))}。`,
    hint: '从不变化的指标无法比较。',
  }),
  'control-is-zero': () => ({
    message: '对照组均值为零，因此无法用百分比表示变化。',
    hint: '绝对差异仍然有效。',
  }),
  'control-too-uncertain': () => ({
    message: '对照组均值过于不确定，无法用百分比表示变化。',
    hint: '绝对差异仍然有效。',
  }),
  'too-few-arms': ({ arms }, n) => ({
    message: `只有 ${n.int(Number(arms))} 个分组计划获得流量；分流至少需要两个分组。`,
    hint: '请为两个或更多分组设置大于零的流量比例。',
  }),
  'too-few-groups': ({ groups }, n) => ({
    message: `只有 ${n.int(Number(groups))} 个群组可供比较；至少需要两个。`,
    hint: null,
  }),
  'too-few-values': ({ values, needed }, n) => ({
    message: `有一个分组只有 ${n.int(Number(values))} 个值；此计算至少需要 ${n.int(Number(needed))} 个。`,
    hint: '请等待更多数据，或选择更接近中位数的分位数。',
  }),
  'tied-quantile': ({ value }, n) => ({
    message: `该分位数附近有太多值等于 ${n.num(Number(value))}，无法衡量其不确定性。`,
    hint: '可改为比较高于该值的用户占比，或选择其他分位数。',
  }),
  'no-denominator': () => ({
    message: '分母合计为零，无法计算比率。',
    hint: '请检查每个分组是否都记录了分母事件。',
  }),
  'no-events-yet': () => ({
    message: '目前还没有用户发生该事件，无法比较。',
    hint: '请等待更多数据，或检查该事件是否已被记录。',
  }),
  'cap-flattens': ({ cap }, n) => ({
    message: `若以 ${n.num(Number(cap))} 为上限，所有用户的值都会相同。`,
    hint: '请选择更高的百分位或固定上限，或改为比较大于零的用户占比。',
  }),
  'impossible-rate': ({ rate }, n) => ({
    message: `该效应会使比率变为 ${n.num(Number(rate))}，但比率必须在 0 到 1 之间。`,
    hint: '请设定更小的效应。',
  }),
  'not-in-data': ({ name, known, near }) => ({
    message: `数据中没有“${name}”。`,
    hint: [
      Array.isArray(known) ? `现有：${known.join('、')}。` : '',
      near ? `您是否想输入“${near}”？` : '',
    ].join(''),
  }),
  'wrong-type': ({ name, expected, found }) => ({
    message: `列“${name}”的内容是${found}，而不是${expected}。`,
    hint: null,
  }),
  'chart-loads-data': ({ url }) => ({
    message: `图表要从“${url}”读取数据；图表不能加载任何外部内容。`,
    hint: '请用数据源单元格读取该文件，再在图表中引用那个单元格。',
  }),
  'chart-too-large': ({ what, found, most }, n) => ({
    message: `图表的${CHART_LIMITS[String(what)] ?? what}为 ${n.int(Number(found))}，最多只能绘制 ${n.int(Number(most))}。`,
    hint: '请先汇总或分组，再绘图。',
  }),
  'role-missing': ({ role }) => ({
    message: `没有任何列被标记为${role === 'user' ? '用户' : role === 'time' ? '时间' : '事件'}。`,
    hint: '事件表需要用户、时间和事件三列；每名用户一行的表不需要时间列和事件列。',
  }),
  'no-rows-left': ({ rows }, n) => ({
    message: `${n.int(Number(rows))} 行中没有一行同时包含用户和时间。`,
    hint: '请检查哪一列被标记为用户，哪一列被标记为时间。',
  }),
  'needs-times': () => ({
    message: '该数据每名用户一行，没有时间，因此无法按日期筛选。',
    hint: '请去掉日期，或为数据标记时间列和事件列。',
  }),
  'needs-events': ({ name }) => ({
    message: `“${name}”需要事件数据，但该数据每名用户只有一行。`,
    hint: '请填写列名而不是事件名，或为数据标记时间列和事件列。',
  }),
  'needs-units': ({ name }) => ({
    message: `“${name}”需要每名用户一行的数据，但该数据是事件列表。`,
    hint: '请填写事件名而不是列名。',
  }),
  'where-matches-nothing': () => ({
    message: '没有任何行满足筛选条件。',
    hint: '请检查“where”中的值；文本比较区分大小写。',
  }),
  'range-matches-nothing': ({ from, to }) => ({
    message: `在 ${from} 到 ${to} 之间没有用户首次曝光。`,
    hint: '请检查日期；结束日期不包含在内。',
  }),
  'nobody-exposed': ({ event }) => ({
    message: `没有用户带有变体的曝光事件“${event}”。`,
    hint: '请检查曝光的筛选条件和变体列。',
  }),
  'one-arm': ({ column, arms }) => ({
    message: `“${column}”中${Array.isArray(arms) && arms.length === 1 ? `只有“${arms[0]}”` : '没有变体'}；比较至少需要两个分组。`,
    hint: '请选择记录用户所见变体的列，或放宽筛选条件。',
  }),
  'not-zero-or-one': ({ name, found }, n) => ({
    message: `比例指标统计用户是否做了某事，但“${name}”中有 ${typeof found === 'number' ? n.num(found) : `“${found}”`}。`,
    hint: '金额请使用类型 "mean"，或选择只含 0 和 1 的列。',
  }),
  'metric-needs': ({ metric, needs }) => ({
    message: `指标“${metric}”缺少 ${Array.isArray(needs) ? needs.join(' 或 ') : needs}。`,
    hint: null,
  }),
  'same-name': ({ name }) => ({
    message: `有两个指标都叫“${name}”。`,
    hint: '请为每个指标取不同的名称。',
  }),
  'split-without-control': ({ control }) => ({
    message: `计划分流没有给对照组“${control}”分配流量。`,
    hint: '请在分流中加入对照组及其占比。',
  }),
  'too-few-for-looks': ({ users, needed }, n) => ({
    message: `有一个分组只有 ${n.int(Number(users))} 名用户；随时可看的区间至少需要 ${n.int(Number(needed))} 名。`,
    hint: '请让实验继续运行。',
  }),
  'needs-planned-end': () => ({
    message: '既在运行期间查看又在结束时查看，需要一个计划结束日期。',
    hint: '请设置计划结束日期，或将查看方式设为 "always-valid"。',
  }),
  'not-ready': ({ what }) => ({
    message: `当前版本的 Liftbook 还不支持${what}。`,
    hint: null,
  }),
  'not-a-time-zone': ({ found }) => ({
    message: `“${found}”不是时区。`,
    hint: '请填写 "Asia/Shanghai" 或 "UTC" 这样的名称。',
  }),
  'not-a-time': ({ found }) => ({
    message: `“${found}”不是日期。`,
    hint: '请写成 "2026-03-02"，需要时刻时写成 "2026-03-02T09:00"。',
  }),
  'empty-range': ({ from, to }) => ({
    message: `从 ${from} 到 ${to} 的范围为空。`,
    hint: '结束必须晚于开始，且不包含在内。',
  }),
  'window-is-zero': ({ found }) => ({
    message: `${found} 的窗口不包含任何时间。`,
    hint: '请填写时长，例如 "7d"。',
  }),
  'not-a-duration': ({ found }) => ({
    message: `“${found}”不是时长。`,
    hint: '请写数字加 s、m、h、d 或 w，例如 "7d"。',
  }),
  ...dataProblems,
  ...notebookProblems,
  ...engineProblems,
  ...commandLineProblems,
};
