import type { lifecycleProblems as english } from '../en/lifecycle-problems';

export const lifecycleProblems: typeof english = {
  'nothing-to-count': ({ event }) => ({
    message: event === '*' ? '没有剩下可统计的事件。' : `没有剩下可统计的事件“${event}”。`,
    hint: '请检查筛选条件和日期。数据截止之后的行不计入，最后一天若尚未结束也不计入（可用 "completeThrough" 改变）。',
  }),
  'before-the-data': ({ start }) => ({
    message: `这需要回看数据开始（${start}）之前的情况。`,
    hint: null,
  }),
  'nobody-dormant': () => ({ message: '没有用户沉默，因此没有除数。', hint: null }),
  'nobody-active': ({ days }, n) => ({
    message: `这 ${n.int(Number(days))} 天里没有人活跃。`,
    hint: null,
  }),
};
