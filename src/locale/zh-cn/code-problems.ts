import type { codeProblems as english } from '../en/code-problems';

const TOO_MUCH: Readonly<Record<string, string>> = {
  rows: '行',
  columns: '列',
  characters: '个字符',
  levels: '层嵌套',
};

export const codeProblems: typeof english = {
  untrusted: () => ({
    message: '此单元格含有您尚未允许运行的代码。',
    hint: '请先阅读代码，再选择“运行此笔记本的代码”（命令行中使用 --trust）。',
  }),
  'code-syntax': ({ found }) => ({
    message: `无法解析此处的代码：${found}。`,
    hint: null,
  }),
  'code-outside': ({ name }) => ({
    message: `代码单元格不能使用“${name}”：它无法访问网络、页面和存储。`,
    hint: '数据只能通过数据源单元格读入。',
  }),
  'code-threw': ({ message }) => ({
    message: `代码因错误而停止：${message}`,
    hint: null,
  }),
  'code-column': ({ name, near }) => ({
    message: `此处的表格没有“${name}”列。`,
    hint: near ? `您是否想输入“${near}”？` : null,
  }),
  'code-closure': ({ name, isCell }) => ({
    message: `在表格操作的函数里不能直接使用“${name}”。`,
    hint: isCell
      ? `请写“$.${name}”，并以 $ 作为第二个参数：(d, $) => d.column > $.${name}。`
      : `请先传入：table.params({ ${name} })，再写 (d, $) => d.column > $.${name}。`,
  }),
  'code-no-value': () => ({
    message: '代码没有给出值：最后一行必须是表达式。',
    hint: '请在最后单独一行写上表格的名称。',
  }),
  'code-odd-value': ({ found }) => ({
    message: `代码给出的是 ${found}，既不是表格，也不是普通的值。`,
    hint: '请以表格、数字、文本，或由它们组成的列表或对象结尾。',
  }),
  'code-too-much': ({ what, found, most }, n) => ({
    message: `代码给出了 ${n.int(Number(found))} ${TOO_MUCH[String(what)] ?? what}，最多只能保留 ${n.int(Number(most))}。`,
    hint: '请先计数或分组。',
  }),
  'code-too-slow': ({ seconds }, n) => ({
    message: `代码已被停止：运行超过 ${n.int(Number(seconds))} 秒。`,
    hint: '请检查是否有不会结束的循环，或先筛选数据行。',
  }),
  'no-table': ({ cell }) => ({
    message: `“${cell}”没有给出表格。`,
    hint: '请引用数据源、分析，或以表格结尾的转换单元格。',
  }),
};
