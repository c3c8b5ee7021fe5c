import type { problems as english } from '../en/problems';
import type { Numbers } from '../numbers';
import { codeProblems } from './code-problems';
import { commandLineProblems } from './command-line-problems';
import { engineProblems } from './engine-problems';
import { someOf } from '../some-of';
import { analysisProblems } from './analysis-problems';
import { attributionProblems } from './attribution-problems';
import { dataProblems } from './data-problems';
import { cohortProblems } from './cohort-problems';
import { customerProblems } from './customer-problems';
import { funnelProblems } from './funnel-problems';
import { churnProblems } from './churn-problems';
import { healthProblems } from './health-problems';
import { segmentsProblems } from './segments-problems';
import { lifecycleProblems } from './lifecycle-problems';
import { monitorProblems } from './monitor-problems';
import { frictionProblems } from './friction-problems';
import { npsProblems } from './nps-problems';
import { referralProblems } from './referral-problems';
import { campaignProblems } from './campaign-problems';
import { affinityProblems } from './affinity-problems';
import { scorecardProblems } from './scorecard-problems';
import { pathsProblems } from './paths-problems';
import { keepingProblems } from './keeping-problems';
import { privacyProblems } from './privacy-problems';
import { notebookProblems } from './notebook-problems';
import { planningProblems } from './planning-problems';
import { valueProblems } from './value-problems';

/** What a chart may have too much of. */
const CHART_LIMITS: Readonly<Record<string, string>> = {
  rows: '行数',
  steps: '刻度或分段数',
  pixels: '像素尺寸',
  views: '子图数量',
  depth: '嵌套层数',
  letters: '文字长度',
  columns: '列数',
  parts: '组成部分数量',
  marks: '图形数量',
  fonts: '字体种数',
  entries: '图例项数',
  order: '多项式次数',
  dashes: '虚线段数',
  values: '定义项数量',
  points: '坐标点数',
  lines: '文字行数',
  inputs: '输入控件数',
  selections: '选择参数数量',
  options: '选项数',
  transforms: '变换步骤数',
};

export const problems: typeof english = {
  'slide-overflows': ({ slide, scale }, n) => ({
    message: `第 ${slide} 张幻灯片内容过多：缩小到 ${n.pct(Number(scale), 0)} 才能放进屏幕。`,
    hint: '用 slide=new 让某个单元格另起一张，或用 slide=skip 略过它。',
  }),
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
  'values-too-large': () => ({
    message: '数值过大，无法计算。',
    hint: '请检查该列是否有错误的值。可以用筛选排除；实验的指标还可以设置 "cap": { "max": … }。',
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
  'not-in-data': ({ name, known, near }, n) => ({
    message: name === '' ? '这里还没有选择。' : `数据中没有“${name}”。`,
    hint: [
      Array.isArray(known) ? `现有：${names(known, n)}。` : '',
      near ? `您是否想输入“${near}”？` : '',
    ].join(''),
  }),
  'chart-loads-data': ({ url }) => ({
    message: `图表要从“${url}”读取数据；图表不能加载任何外部内容。`,
    hint: '请用数据源单元格读取该文件，再在图表中引用那个单元格。',
  }),
  'chart-too-large': ({ what, found, most }, n) => ({
    message: `图表的${CHART_LIMITS[String(what)] ?? what}为 ${n.int(Number(found))}，最多只能绘制 ${n.int(Number(most))}。`,
    hint: '请先汇总或分组，再绘图。',
  }),
  'chart-broken': ({ reason }) => ({
    message: `图表无法绘制：${reason}`,
    hint: '请修改图表的定义；Vega-Lite 的编辑器会给出更多说明。',
  }),
  'chart-pattern': ({ pattern }) => ({
    message: `图表用“${pattern}”查找文字，这个正则表达式可能永远算不完。`,
    hint: '请减少重复符号，不要重复括号内的整组，或改用转换单元格生成该列。',
  }),
  'not-a-time-zone': ({ found }) => ({
    message: `“${found}”不是时区。`,
    hint: '请填写 "Asia/Shanghai" 或 "UTC" 这样的名称。',
  }),
  'duration-too-long': ({ found }) => ({
    message: `“${found}”超过了一千年。`,
    hint: '请写数据所能涵盖的时长，例如 "7d"。',
  }),
  'not-a-duration': ({ found }) => ({
    message: `“${found}”不是时长。`,
    hint: '请写数字加 s、m、h、d 或 w，例如 "7d"。',
  }),
  ...analysisProblems,
  ...attributionProblems,
  ...planningProblems,
  ...cohortProblems,
  ...dataProblems,
  ...customerProblems,
  ...funnelProblems,
  ...churnProblems,
  ...healthProblems,
  ...segmentsProblems,
  ...lifecycleProblems,
  ...monitorProblems,
  ...frictionProblems,
  ...npsProblems,
  ...referralProblems,
  ...campaignProblems,
  ...affinityProblems,
  ...scorecardProblems,
  ...pathsProblems,
  ...valueProblems,
  ...keepingProblems,
  ...privacyProblems,
  ...notebookProblems,
  ...engineProblems,
  ...codeProblems,
  ...commandLineProblems,
};

/** The names there are, cut short where they are many. */
function names(known: readonly unknown[], n: Numbers): string {
  const { shown, more } = someOf(known);
  return shown.join('、') + (more > 0 ? ` 等，另有 ${n.int(more)} 个` : '');
}
