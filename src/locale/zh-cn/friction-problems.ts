import type { frictionProblems as english } from '../en/friction-problems';

export const frictionProblems: typeof english = {
  'no-attempts': () => ({ message: '没有这样的尝试。', hint: null }),
  'few-drops': ({ drops, needed }, n) => ({
    message: `其中一方只有 ${n.int(Number(drops))} 次流失；比较至少需要 ${n.int(Number(needed))} 次。`,
    hint: null,
  }),
};
