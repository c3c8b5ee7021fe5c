import type { segmentsProblems as english } from '../en/segments-problems';

export const segmentsProblems: typeof english = {
  'rule-needs': ({ test, name }) => ({
    message: `规则检验“${String(test)}”，但没有写明“${String(name)}”。`,
    hint:
      name === 'value'
        ? '请加上 "value"，即一个数值列的名称。'
        : '请加上 "of"，即作为分母的事件，例如 { "event": "purchase" }。',
  }),
  'nobody-in-either': ({ first, second }) => ({
    message: `“${String(first)}”和“${String(second)}”里都没有人。`,
    hint: null,
  }),
};
