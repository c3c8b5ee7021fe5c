import type { ProblemArgs } from '../../base/problem';
import type { notebookProblems as english } from '../en/notebook-problems';
import type { Numbers } from '../numbers';
import { someOf } from '../some-of';

const JSON_HINTS: Readonly<Record<string, string>> = {
  value: '请写双引号中的文字、数字、true、false、null、列表 [ ] 或对象 { }。',
  name: '请写双引号中的设置名称，例如 "kind"。',
  colon: '请在名称和值之间加冒号。',
  'comma-or-brace': '请在两项设置之间加逗号，并在最后一项后加 }。',
  'comma-or-bracket': '请在两个元素之间加逗号，并在最后一个后加 ]。',
  end: '请删除最后一个 } 之后的内容。',
};

const EXPECTED: Readonly<Record<string, string>> = {
  value: '一个值',
  name: '双引号中的名称',
  colon: '冒号',
  'comma-or-brace': '逗号或右花括号 }',
  'comma-or-bracket': '逗号或右方括号 ]',
  end: '内容结束',
};

const KINDS: Readonly<Record<string, string>> = {
  string: '文本',
  number: '数字',
  int: '整数',
  boolean: 'true 或 false',
  array: '列表 [ ]',
  object: '对象 { }',
  record: '对象 { }',
  null: 'null',
};

const LANGUAGES: Readonly<Record<string, string>> = { js: 'JavaScript', json: 'JSON' };

export const notebookProblems: typeof english = {
  'unclosed-fence': ({ mark }) => ({
    message: '这个代码块没有结束，因此文件余下的内容都被当作它的一部分。',
    hint: `请在代码块结束处加一行 ${mark}。`,
  }),
  conflict: ({ ours, theirs }) => ({
    message: `合并后这一部分有两个不同的版本：${quoted(ours, '我方')}与${quoted(theirs, '对方')}。`,
    hint: '请保留其中一方，或两方都保留。',
  }),
  'missing-id': ({ proposal }) => ({
    message: '这个单元格没有名称。',
    hint: `请在类型后面写上名称，例如 ${proposal}。`,
  }),
  'bad-id': ({ id, proposal }) => ({
    message: `“${id}”不能用作单元格名称：名称由字母、数字和 _ 组成，并以字母开头。`,
    hint: `例如可以用 ${proposal}。`,
  }),
  'reserved-id': ({ id, proposal }) => ({
    message: `“${id}”不能用作单元格名称：它在 JavaScript 中已有含义。`,
    hint: `例如可以用 ${proposal}。`,
  }),
  'duplicate-id': ({ id, line, proposal }) => ({
    message: `有两个单元格都叫“${id}”，另一个在第 ${line} 行。`,
    hint: `请给其中一个改名，例如 ${proposal}。`,
  }),
  'name-taken': ({ id, proposal }) => ({
    message: `已经有名为“${id}”的单元格。`,
    hint: `例如可以用 ${proposal}。`,
  }),
  'bad-attribute': ({ found }) => ({
    message: `无法理解单元格首行中的“${found}”。`,
    hint: '名称后面是 width=6 或 title="我们的结果" 这样的设置，每项只写一次。',
  }),
  'wrong-language': ({ type, found, expected }) => ({
    message: `${type} 单元格使用 ${LANGUAGES[String(expected)]}，但这里${found === '' ? '没有注明语言' : `写的是“${found}”`}。`,
    hint: `首行请以 ${expected} lift:${type} 开头。`,
  }),
  'unknown-cell-type': ({ type, known, near }) => ({
    message: `当前版本的 Liftbook 没有“${type}”类型的单元格。该单元格会原样保留。`,
    hint: didYouMean(near, known),
  }),
  'second-of-its-kind': ({ type, line }) => ({
    message: `一个笔记本只有一个 lift:${type} 块，第 ${line} 行已经有了。`,
    hint: '请删除其中一个。',
  }),
  'not-text': ({ file }) => ({
    message: `“${file}”不是 UTF-8 文本，因此不是笔记本。`,
    hint: '请确认选对了文件，或将它另存为 UTF-8 编码。',
  }),
  'not-a-notebook': ({ file, found }) => ({
    message:
      found === 'jupyter'
        ? `“${file}”是 Jupyter 笔记本，不是 Liftbook 笔记本。`
        : `“${file}”是网页，不是笔记本。`,
    hint:
      found === 'jupyter'
        ? '请用 Jupyter 打开它；如要在这里分析数据，请打开数据文件。'
        : '请在浏览器标签页中打开它，或索取生成它的 .lift.md 文件。',
  }),
  'no-header': () => ({
    message: '笔记本没有文件头，因此按第 1 版、UTC 时区、每周从周一开始处理。',
    hint: '设置标题或时区即可添加文件头。',
  }),
  'bad-version': ({ found }) => ({
    message:
      found === null
        ? '文件头没有说明笔记本的格式版本。'
        : `笔记本的版本应为从 1 开始的整数，而不是 ${found}。`,
    hint: '请写 "liftbook": 1。',
  }),
  'newer-version': ({ found, known }) => ({
    message: `这个笔记本由更新版本的 Liftbook 写成：格式为第 ${found} 版，而当前版本只能读取第 ${known} 版。`,
    hint: '要运行或修改，请先更新 Liftbook。',
  }),
  'json-unexpected': ({ found, expected }) => ({
    message:
      found === ''
        ? `JSON 在应有${EXPECTED[String(expected)]}的地方结束了。`
        : `JSON 中出现了 ${found}，此处应为${EXPECTED[String(expected)]}。`,
    hint: JSON_HINTS[String(expected)]!,
  }),
  'json-comment': () => ({
    message: 'JSON 中不能写注释。',
    hint: '请把说明写在单元格上方的正文里。',
  }),
  'json-trailing-comma': ({ found }) => ({
    message: `右括号 ${found} 前面多了一个逗号。`,
    hint: '请删除最后一项后面的逗号。',
  }),
  'json-quotes': ({ found }) => ({
    message: `${found} 不符合 JSON 格式：名称和文本要放在双引号中。`,
    hint: found === "'" ? '请用 " 代替 \'。' : `请写成 "${found}"。`,
  }),
  'json-number': ({ found }) => ({
    message: `${found} 不是 JSON 中的数字。`,
    hint: '请用数字和小数点，例如 0.05 或 1200。',
  }),
  'json-escape': ({ found }) => ({
    message: `${found} 不是 JSON 中的转义。`,
    hint: '反斜杠请写成 \\\\。',
  }),
  'json-control': ({ found }) => ({
    message: `JSON 文本中含有不可见字符 ${found}。`,
    hint: '制表符请写成 \\t，换行请写成 \\n。',
  }),
  'json-unclosed-text': ({ found }) => ({
    message: `文本 ${found} 在本行没有结束的引号。`,
    hint: '请在文本结束处加上 "。',
  }),
  'json-duplicate-key': ({ name }) => ({
    message: `“${name}”出现了两次。`,
    hint: '请删除其中一个。',
  }),
  'json-too-deep': ({ limit }) => ({
    message: `JSON 的嵌套超过了 ${limit} 层。`,
    hint: null,
  }),
  'json-not-object': ({ found }) => ({
    message: `单元格的内容应为一个对象 { }，${found === '' ? '而这里是空的' : `而不是 ${found}`}。`,
    hint: null,
  }),
  'bad-path': ({ path, found }) => ({
    message:
      found === '' ? `“${path}”不完整。` : `“${path}”不是有效的路径：“${found}”放在那里不合适。`,
    hint: '请用点号连接名称和数字，例如 ab.metrics.purchase；其他文字写成 ["任意文字"]。',
  }),
  'not-at-path': ({ name, around, known, count, near }, n) => ({
    message: `${around === '' ? '该值' : `“${around}”`}中没有“${name}”。`,
    hint:
      typeof count === 'number' && Array.isArray(known) && known.length === 0
        ? `它是一个有 ${n.int(count)} 项的列表，从 0 开始计数。`
        : didYouMean(near, known),
  }),
  'not-one-value': ({ path, count, below }, n) => ({
    message: `“${path}”是${typeof count !== 'number' ? '一个对象' : `一个有 ${n.int(count)} 项的列表`}，不是可以写进正文的单个值。`,
    hint:
      Array.isArray(below) && below.length > 0
        ? `它下面有：${pathsOf(below, n)}。`
        : '其中没有内容。',
  }),
  'bad-value': ({ found }) => ({
    message: `“${found}”没有结束。`,
    hint: '正文中的值写成 {{ 路径 }} 或 {{ 路径 | 格式 }}。',
  }),
  'unknown-format': ({ found, known, near }) => ({
    message: `没有名为“${found}”的格式。`,
    hint: didYouMean(near, known),
  }),
  'no-such-cell': ({ name, known, near }) => ({
    message: name === '' ? '还没有选择单元格。' : `没有名为“${name}”的单元格。`,
    hint: didYouMean(near, known, '笔记本中有'),
  }),
  'wrong-cell-type': ({ name, found, expected }) => ({
    message: `“${name}”是 ${found} 类型的单元格，此处需要 ${either(expected)} 类型的单元格。`,
    hint: null,
  }),
  cycle: ({ path }) => ({
    message: `这些单元格互相等待：${path}。`,
    hint: '请去掉其中一个引用。',
  }),
  'bad-ref': ({ found }) => ({
    message: `${found} 没有指明单元格。`,
    hint: '引用写成 { "$ref": "名称" }，旁边不能有其他内容。',
  }),
  'unknown-key': ({ name, known, near }) => ({
    message: `这里没有名为“${name}”的设置。`,
    hint: didYouMean(near, known),
  }),
  'missing-key': ({ name, expected }) => ({
    message: `缺少“${name}”。`,
    hint: `它应为${kinds(expected)}。`,
  }),
  'wrong-value': ({ name, found, expected }) => ({
    message: `${name === '' ? '该值' : `“${name}”`}是 ${found}，应为${kinds(expected)}。`,
    hint: null,
  }),
  'not-one-of': ({ name, found, known, near }) => ({
    message: `“${name}”不能是 ${found}。`,
    hint: didYouMean(near, known, '可选'),
  }),
  'out-of-bounds': ({ name, found, bound, side, inclusive }) => ({
    message: `“${name}”是 ${found}，但必须${
      side === 'least' ? (inclusive ? '不小于' : '大于') : inclusive ? '不大于' : '小于'
    } ${bound}。`,
    hint: null,
  }),
  'wrong-length': ({ name, found, bound, side, kind }) => ({
    message: `“${name}”有 ${found} ${kind === 'array' ? '项' : '个字符'}，${side === 'least' ? '至少' : '最多'}需要 ${bound} ${kind === 'array' ? '项' : '个'}。`,
    hint: null,
  }),
  'wrong-pattern': ({ name, found }) => ({
    message: `“${name}”不能是 ${found}。`,
    hint: null,
  }),
  'wrong-roles': ({ found, known }) => ({
    message: `角色 ${Array.isArray(found) ? found.join('、') : ''} 不能组成一张表。`,
    hint: `一张表的角色可以是：${Array.isArray(known) ? known.join('；') : ''}。`,
  }),
  'file-or-files': ({ both }) => ({
    message: both ? '数据源只能写“file”或“files”中的一个。' : '数据源没有指明文件。',
    hint: '请写 "file": "data/events.csv"。',
  }),
};

function quoted(label: ProblemArgs[string] | undefined, otherwise: string): string {
  return label ? `“${label}”` : otherwise;
}

function kinds(expected: ProblemArgs[string] | undefined): string {
  const list = Array.isArray(expected) ? expected : [String(expected)];
  return list.map((kind) => KINDS[kind] ?? kind).join('或');
}

function either(expected: ProblemArgs[string] | undefined): string {
  return Array.isArray(expected) ? expected.join(' 或 ') : String(expected);
}

function didYouMean(
  near: ProblemArgs[string] | undefined,
  known: ProblemArgs[string] | undefined,
  start = '现有',
): string | null {
  const names = Array.isArray(known) && known.length > 0 ? known : null;
  const isShort = names !== null && (names.length <= 12 || !near);
  const list = isShort
    ? `${start}：${names.slice(0, 12).join('、')}${names.length > 12 ? '…' : ''}。`
    : '';
  const guess = near ? `您是否想输入“${near}”？` : '';
  return list + guess || null;
}

function pathsOf(below: readonly (string | number)[], n: Numbers): string {
  const { shown, more } = someOf(below);
  return `${shown.join('、')}${more > 0 ? `，另有 ${n.int(more)} 个` : ''}`;
}
