import type { churnProblems as english } from '../en/churn-problems';

export const churnProblems: typeof english = {
  'no-churn-rule': ({ below, days, users, needed }, n) => ({
    message:
      Number(users) < Number(needed)
        ? `曾经活跃的用户只有 ${n.int(Number(users))} 人，太少，无法判断沉默多久后就不再回来。`
        : `数据看不出沉默多少天后回来的会低于 ${n.pct(Number(below), 0)}：最长的沉默只观察了 ${n.int(Number(days))} 天。`,
    hint: '请用 "after" 直接指定，例如 "28d"，或加载更长的历史。',
  }),
  'nobody-silent-so-long': ({ days }, n) => ({
    message: `还没有人沉默达到 ${n.int(Number(days))} 天。`,
    hint: null,
  }),
  'nobody-left-to-leave': () => ({ message: '这一周期开始时没有在册用户。', hint: null }),
  'nobody-came-back': () => ({ message: '没有人在第二天出现过。', hint: null }),
};
