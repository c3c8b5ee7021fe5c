import type { referralProblems as english } from '../en/referral-problems';

export const referralProblems: typeof english = {
  'nobody-invited': () => ({ message: '这段时间内没有人发出邀请。', hint: null }),
  'nobody-accepted': () => ({
    message: '这段时间内没有人经邀请注册。',
    hint: '请检查表示“受邀”的条件（referred）。',
  }),
  'more-accepted-than-sent': ({ accepted, sent }, n) => ({
    message: `经 ${n.int(Number(sent))} 个邀请注册了 ${n.int(Number(accepted))} 人，说明邀请没有全部被记录，无法计算接受率。`,
    hint: '请检查邀请事件。',
  }),
  'no-cycle': () => ({ message: '没有一个受邀用户的邀请人注册时间在数据中。', hint: null }),
};
