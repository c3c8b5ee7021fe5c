import type { engineProblems as english } from '../en/engine-problems';

export const engineProblems: typeof english = {
  'engine-stopped': () => ({
    message: '计算引擎在执行此操作时两次中断，很可能是内存不足。',
    hint: '请关闭其他标签页，或改用较小的文件，然后重新运行该单元格。',
  }),
  'code-not-fetched': () => ({
    message: '无法从应用自身的地址获取它的一部分程序。',
    hint: '请检查网络连接，然后重新运行该单元格。',
  }),
  'sandbox-blocked': () => ({
    message: 'Liftbook 用于计算的框架未能启动。',
    hint: '可能是浏览器扩展或网站主机禁止了它：请在不带扩展的窗口中重试。',
  }),
  'unreadable-file': ({ file }) => ({
    message: `无法再读取文件“${file}”。`,
    hint: '打开之后，它已被修改、移动或删除。请重新打开。',
  }),
  'no-snapshot': () => ({
    message: '笔记本中没有可供比较的结果。',
    hint: '请在 Liftbook 中打开并运行，选择“把结果保存在文件中”，然后保存。',
  }),
  'changed-file': ({ file }) => ({
    message: `“${file}”的内容与撰写此笔记本时所用的文件不同。`,
    hint: '结果以当前文件为准。',
  }),
  'rows-without-user': ({ count, rows }, n) => ({
    message: `${n.int(Number(rows))} 行中有 ${n.int(Number(count))} 行没有用户，未计入。`,
    hint: null,
  }),
  'rows-without-time': ({ count, rows }, n) => ({
    message: `${n.int(Number(rows))} 行中有 ${n.int(Number(count))} 行没有时间，未计入。`,
    hint: null,
  }),
  'users-repeated': ({ count, rows }, n) => ({
    message: `${n.int(Number(rows))} 行中有 ${n.int(Number(count))} 行是同一用户的后续行，且内容不同；每名用户只计第一行。`,
    hint: '如果每行是一个事件，请同时指定时间和事件角色。',
  }),
  'files-differ': ({ file, first, column }) => ({
    message: `文件“${first}”与“${file}”无法合并：它们的列“${column}”不一致。`,
    hint: '同一数据源的所有文件必须具有相同名称和类型的列。',
  }),
  'source-not-read': ({ source }) => ({
    message: `尚未读取“${source}”的数据。`,
    hint: `请先运行单元格“${source}”。`,
  }),
  'unknown-analysis': ({ name, known, near }) => ({
    message: `没有名为“${name}”的分析类型。`,
    hint: [
      Array.isArray(known) ? `现有：${known.join('、')}。` : '',
      near ? `您是否想输入“${near}”？` : '',
    ].join(''),
  }),
  'data-file-missing': ({ file }) => ({
    message: `找不到数据文件“${file}”。`,
    hint: '请将文件拖到此处，或打开该文件或其所在的文件夹。',
  }),
  'population-elsewhere': ({ segment, of, source }) => ({
    message: `人群“${segment}”来自“${of}”，而此分析使用的是“${source}”。`,
    hint: '请选择同一数据源的人群。',
  }),
  'nobody-in-population': ({ segment }) => ({
    message: `人群“${segment}”中没有任何用户。`,
    hint: '请检查它的条件。',
  }),
  'no-value-yet': ({ cell }) => ({
    message: `单元格“${cell}”还没有结果。`,
    hint: '请运行它，或查看它无法运行的原因。',
  }),
};
