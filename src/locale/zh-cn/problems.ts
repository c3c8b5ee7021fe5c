import type { problems as english } from '../en/problems';

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
  'not-a-duration': ({ found }) => ({
    message: `“${found}”不是时长。`,
    hint: '请写数字加 s、m、h、d 或 w，例如 "7d"。',
  }),
};
