import type { npsProblems as english } from '../en/nps-problems';

export const npsProblems: typeof english = {
  'no-answers': ({ event, column, invalid }, n) => ({
    message: `没有“${String(event)}”在“${String(column)}”列中带有 0 到 10 的评分${Number(invalid) > 0 ? `（${n.int(Number(invalid))} 行是其他内容）` : ''}。`,
    hint: '请检查事件、列和日期。',
  }),
  'too-few-answers': ({ answers, needed }, n) => ({
    message: `只有 ${n.int(Number(answers))} 个回答：得分至少需要 ${n.int(Number(needed))} 个。`,
    hint: null,
  }),
  'nobody-asked': () => ({ message: '没有人被询问过，因此没有回复率。', hint: null }),
  'compared-with': () => ({ message: '这是其他各组的比较对象。', hint: null }),
};
