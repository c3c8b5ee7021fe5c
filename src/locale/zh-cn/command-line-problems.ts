import type { ProblemArgs } from '../../base/problem';
import type { commandLineProblems as english } from '../en/command-line-problems';

export const commandLineProblems: typeof english = {
  'which-experiment': ({ found }, n) => {
    const names = found as readonly string[];
    return names.length === 0
      ? { message: '笔记本中没有可以冻结的实验。', hint: null }
      : { message: `笔记本中有多个实验：${n.list(names)}。`, hint: '请用 --cell 指定其中一个。' };
  },
  'unknown-command': ({ name, known, near }) => ({
    message: `没有“${name}”这个命令。`,
    hint: near ? `您是否想输入“${near}”？` : `可用的命令：${listed(known)}。`,
  }),
  'unknown-option': ({ name, known, near }) => ({
    message: `没有“${name}”这个选项。`,
    hint: near ? `您是否想输入 ${near}？` : `可用的选项：${listed(known)}。`,
  }),
  'option-needs-value': ({ name, takes }) => ({
    message: takes ? `选项 ${name} 需要一个值。` : `选项 ${name} 不接受值。`,
    hint: null,
  }),
  'bad-locale': ({ found, known }) => ({
    message: `没有“${found}”这种语言。`,
    hint: `可用的语言：${listed(known)}。`,
  }),
  'no-file-named': ({ command }) => ({
    message: '没有指定笔记本。',
    hint: `请写 liftbook ${command} 和文件名，例如 notebooks/experiment.lift.md。`,
  }),
  'too-many-files': ({ command, files }) => ({
    message: `liftbook ${command} 一次只处理一个笔记本，却指定了：${listed(files)}。`,
    hint: null,
  }),
  'bad-assignment': ({ option, found, example }) => ({
    message: `无法理解 ${option} 后面的“${found}”。`,
    hint: `请写成 ${option} ${example}。`,
  }),
  'file-not-found': ({ file }) => ({
    message: `没有文件“${file}”。`,
    hint: null,
  }),
  'not-a-file': ({ file }) => ({
    message: `“${file}”是一个文件夹。`,
    hint: '请指定一个文件。',
  }),
  'no-access': ({ file }) => ({
    message: `无法读取文件“${file}”。`,
    hint: '它的权限不允许读取。',
  }),
  'source-file-missing': ({ file, source }) => ({
    message: `找不到数据文件“${file}”。`,
    hint: `请说明它的位置：--source ${source}=路径。`,
  }),
  'outside-folder': ({ file, source }) => ({
    message: `“${file}”位于工作目录和笔记本所在文件夹之外，因此没有读取。`,
    hint: `如果确实需要，请自行指定：--source ${source}=路径。`,
  }),
  'cannot-set': ({ name }) => ({
    message: `“${name}”既不是输入，也不是分析的参数。`,
    hint: '请写明单元格和参数，例如 --set ab.alpha=0.01。',
  }),
  'nobody-behind': ({ path }) => ({
    message: `“${path}”背后没有用户，因此没有写入文件。`,
    hint: '请指定一个组或组的某个数字，例如 ab.arms.treatment。',
  }),
  'cannot-write': ({ file }) => ({
    message: `无法写入文件“${file}”。`,
    hint: '请检查其所在文件夹是否存在，以及您是否有写入权限。',
  }),
};

function listed(names: ProblemArgs[string] | undefined): string {
  return Array.isArray(names) ? names.join('、') : String(names);
}
