import type { dataProblems as english } from '../en/data-problems';
import type { ProblemArgs } from '../../base/problem';

const NOT_TABLES: Readonly<Record<string, string>> = {
  xls: '旧版 Excel（.xls）文件',
  zip: '压缩包',
  pdf: ' PDF 文件',
  image: '图片',
  html: '网页',
  sqlite: '数据库文件',
  feather: '旧版 Feather 格式的文件',
  json: '不含记录（对象）的 JSON',
  'utf-32': ' UTF-32 编码的文本',
};

const FORMATS: Readonly<Record<string, string>> = {
  csv: '分隔文本',
  json: 'JSON',
  parquet: 'Parquet',
  arrow: 'Arrow',
  excel: 'Excel',
};

const KINDS: Readonly<Record<string, string>> = {
  number: '数值',
  time: '时间',
  flag: '是/否值',
  text: '文本',
};

export const dataProblems: typeof english = {
  'empty-file': () => ({
    message: '文件是空的。',
    hint: '请重新导出，或选择其他文件。',
  }),
  'not-a-table': ({ found }) => ({
    message:
      found === 'binary'
        ? '这既不是文本，也不是可识别的数据格式，无法读取为表格。'
        : `这是${NOT_TABLES[String(found)] ?? '其他类型的文件'}，不是可以读取的表格。`,
    hint:
      found === 'xls'
        ? '请在电子表格软件中另存为 .xlsx 或 CSV 后再打开。'
        : found === 'utf-32'
          ? '请将它另存为 UTF-8 编码。'
          : '可以读取 CSV、JSON、Parquet、Arrow 和 Excel（.xlsx）文件，也支持 gzip 或 zstd 压缩。',
  }),
  'damaged-file': ({ format }) => ({
    message: `该 ${FORMATS[String(format)] ?? format} 文件已损坏或不完整。`,
    hint: '请重新复制或下载。',
  }),
  'unpacks-too-large': ({ packed, unpacked }, n) => ({
    message: `文件从 ${n.int(Number(packed))} 字节解压后超过 ${n.int(Number(unpacked))} 字节，正常的表格不会这样。`,
    hint: '请确认文件来源；如果没有问题，请自行解压后再打开。',
  }),
  'unterminated-quote': () => ({
    message: '此处的引号（"）没有闭合。',
    hint: '请补上引号；如果它是文本的一部分，请写成两个（""）。',
  }),
  'record-too-long': () => ({
    message: '这条记录超过 512 MB。',
    hint: '请检查文件是否有换行。',
  }),
  'unknown-encoding': ({ encoding }) => ({
    message: `“${encoding}”不是有效的文本编码。`,
    hint: '请写编码名称，例如 "utf-8"、"gb18030" 或 "windows-1252"。',
  }),
  'named-otherwise': ({ promised, found }) => ({
    message: `文件名表示 ${FORMATS[String(promised)]}，但内容是 ${FORMATS[String(found)]}；已按内容读取。`,
    hint: null,
  }),
  'no-rows': ({ columns }) => ({
    message: columns ? '文件只有表头，没有数据行。' : '文件中没有数据行。',
    hint: '请检查导出时的筛选条件。',
  }),
  'comment-lines': ({ count }, n) => ({
    message: `开头以 # 起始的 ${n.int(Number(count))} 行已跳过。`,
    hint: null,
  }),
  'no-column-names': ({ name }) => ({
    message: `第一行是数据而不是列名；各列依次命名为“${name}”等。`,
    hint: '请在 format 中用 "names" 给出列名；如果第一行确实是列名，请写 "header": true。',
  }),
  'renamed-columns': ({ names, count }, n) => ({
    message: `有 ${n.int(Number(count))} 列的列名为空或重复，已改名：${list(names)}。`,
    hint: null,
  }),
  'ragged-rows': ({ count, short, long, found, expected }, n) => ({
    message: `有 ${n.int(Number(count))} 行的单元格数与列数（${n.int(Number(expected))}）不同；第一处有 ${n.int(Number(found))} 个。`,
    hint: [
      Number(short) > 0 ? '缺少的单元格按缺失值处理。' : '',
      Number(long) > 0 ? '多出的单元格已忽略。' : '',
      '常见原因是文本中含有分隔符却没有加引号。',
    ].join(''),
  }),
  'broken-records': ({ count }, n) => ({
    message: `有 ${n.int(Number(count))} 条记录损坏或不完整，已跳过；这是第一条。`,
    hint: null,
  }),
  'nul-bytes': ({ count }, n) => ({
    message: `有 ${n.int(Number(count))} 个不同的文本含有空字节（NUL）；这是第一处。`,
    hint: '文件可能在此处损坏。',
  }),
  'not-utf8': () => ({
    message: '从此处开始有不是 UTF-8 的文本，相关字符显示为 �。',
    hint: '请在 format 中注明编码，例如 "encoding": "gb18030"。',
  }),
  'unreadable-cells': ({ column, count, kind, found }, n) => ({
    message: `“${column}”列有 ${n.int(Number(count))} 个单元格不是${KINDS[String(kind)]}：${list(found)}。这些单元格按缺失处理。`,
    hint: null,
  }),
  'mixed-column': ({ column, kind, found }) => ({
    message: `“${column}”列大多是${KINDS[String(kind)]}，但也有“${found}”这样的文本，因此整列按文本读取。`,
    hint: '如果需要用这一列计算，请先修正这些单元格。',
  }),
  'mixed-zones': ({ column }) => ({
    message: `“${column}”列中有的时间带时区，有的不带。`,
    hint: '不带时区的时间按数据源的时区处理。',
  }),
  'integers-as-text': ({ column }) => ({
    message: `“${column}”列含有位数过多、无法精确表示的整数，因此按文本读取。`,
    hint: null,
  }),
  'ambiguous-numbers': ({ column, found }) => ({
    message: `“${column}”列中的“${found}”里的逗号可能是小数点，也可能是千位分隔符，因此按文本读取。`,
    hint: '请在 format 中说明："decimal": "," 或 "decimal": "."。',
  }),
  'ambiguous-dates': ({ column, found }) => ({
    message: `“${column}”列中的“${found}”可能是日在前，也可能是月在前，因此按文本读取。`,
    hint: '请在 format 中说明："dates": "dmy" 或 "dates": "mdy"。',
  }),
  'bad-formula': ({ formula, found }) => ({
    message:
      found === null ? `公式“${formula}”没有写完。` : `公式“${formula}”从“${found}”起无法读懂。`,
    hint: '可以写数字、列名、+ - * / 和括号；不是单个词的列名要放在双引号里。',
  }),
  'column-taken': ({ name }) => ({
    message: `表中已有列“${name}”，公式不能再用这个名称。`,
    hint: '请给公式换一个名称。',
  }),
  'companion-without-role': ({ source, role }) => ({
    message: `数据源“${source}”没有说明哪一列是 ${role}。`,
    hint: `请在它的“roles”中写明 "${role}" 对应的列。`,
  }),
  'wrong-comparison': ({ name, expected, found }) => ({
    message: `“${name}”列的内容是${KINDS[String(expected)] ?? expected}，不能与 ${found} 比较。`,
    hint: expected === 'time' ? '时间请写成 "2026-03-02" 或 "2026-03-02T09:00"。' : null,
  }),
};

function list(items: ProblemArgs[string] | undefined): string {
  return Array.isArray(items) ? items.map((item) => `“${item}”`).join('、') : `“${items}”`;
}
