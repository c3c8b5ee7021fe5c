import type { affinityProblems as english } from '../en/affinity-problems';

export const affinityProblems: typeof english = {
  'few-engaged': ({ users, needed }, n) => ({
    message: `其中一方只有 ${n.int(Number(users))} 名用户，或发生的太少；比较需要 ${n.int(Number(needed))} 名用户和一定的差异。`,
    hint: null,
  }),
  'nobody-began': () => ({ message: '观察期已满的用户中没有人以此内容开始。', hint: null }),
};
