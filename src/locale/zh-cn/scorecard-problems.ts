import type { scorecardProblems as english } from '../en/scorecard-problems';

export const scorecardProblems: typeof english = {
  'no-number': () => ({
    message: '所引用的单元格在该处没有数值。',
    hint: '原因见该单元格。',
  }),
  'no-result': ({ cell }) => ({
    message: `单元格“${cell}”没有结果。`,
    hint: '原因见该单元格；它有了结果，这个环节就会有得分。',
  }),
  'no-figure': ({ keys, known }) => ({
    message: `所引用的不是数值，其中也没有数值：只有 ${(keys as readonly string[]).join('、') || '空对象'}。`,
    hint: `请引用一个数值，或含有 ${(known as readonly string[]).join('、')} 之一的对象。`,
  }),
  'zero-is-full': ({ name, zero }, n) => ({
    message: `“${name}”在同一个值 ${n.num(Number(zero))} 处既得 0 分又得 100 分。`,
    hint: '请让 “zero” 与 “full” 取不同的数。',
  }),
  'link-twice': ({ name }) => ({
    message: `有两个环节都叫“${name}”。`,
    hint: '请给每个环节不同的名称。',
  }),
};
