import type { analysisProblems as english } from '../en/analysis-problems';

const MANY_OF: Readonly<Record<string, string>> = {
  text: '文本',
  number: '数字',
  time: '时间',
  flag: '是或否',
};

/** What to do where a column should hold values of a kind. */
const TO_BECOME: Readonly<Record<string, string>> = {
  number:
    '请选择一个数值列。只要有一格不是数字（例如“七”），整列就可能按文本读取：请在文件中改正。',
  time: '请选择时间列，写法如 2026-03-01 或 2026-03-01T09:30:00Z，也可以是以秒或毫秒计的时间戳。只要有一个不存在的日期（例如 2026-02-30），整列就可能按文本读取。',
};

export const analysisProblems: typeof english = {
  'wrong-type': ({ name, expected, found, example }) => ({
    message: `列“${name}”的内容是${MANY_OF[String(found)] ?? found}${typeof example === 'string' ? `（如“${example}”）` : ''}，而不是${MANY_OF[String(expected)] ?? expected}。`,
    hint: TO_BECOME[String(expected)] ?? null,
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
  'split-does-not-add-up': ({ sum }, n) => ({
    message: `计划分流的占比之和为 ${n.num(Number(sum))}。`,
    hint: '请让占比之和为 1 或 100，或用整数表示比例，例如 2 和 1。',
  }),
  'no-such-metric': ({ name, known, near }, n) => ({
    message: `没有名为“${name}”的指标。`,
    hint: `现有指标：${n.list(Array.isArray(known) ? known.map(String) : [])}。${near ? `您是否想写“${near}”？` : ''}`,
  }),
  'too-few-for-looks': ({ users, needed }, n) => ({
    message: `有一个分组只有 ${n.int(Number(users))} 名用户；随时可看的区间至少需要 ${n.int(Number(needed))} 名。`,
    hint: '请让实验继续运行。',
  }),
  'needs-planned-end': () => ({
    message: '既在运行期间查看又在结束时查看，需要一个计划结束日期。',
    hint: '请设置计划结束日期，或将查看方式设为 "always-valid"。',
  }),
  'looks-without-scale': () => ({
    message: '计划的查看以比例给出，但没有说明是什么的比例。',
    hint: '请设置计划的用户数（与 looks 并列的 "users"）、计划结束日期，或用日期代替比例。',
  }),
  'end-before-exposure': ({ end, first, setBy }) => ({
    message: `计划的曝光结束日期（${end}）早于数据中的首次曝光（${first}），因此没有用户会被计入。`,
    hint:
      setBy === 'looks'
        ? '请更正查看日期：曝光在最后一次查看之前、提前指标最长窗口的时间结束。'
        : '请更正计划结束日期。',
  }),
  'already-frozen': ({ cell, at }, n) => ({
    message: `“${cell}” 的计划已于 ${n.date(Date.parse(String(at)), 'UTC')} 冻结。`,
    hint: '计划只能冻结一次。如需冻结新的计划，请先从文件头中删除 “plan”：文件的历史会保留这一改动。',
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
};
