import type { campaignProblems as english } from '../en/campaign-problems';

export const campaignProblems: typeof english = {
  'nobody-reached-here': () => ({ message: '这里没有可统计的人。', hint: null }),
  'no-holdout': ({ control, found }, n) => ({
    message: `没有可比较的保留组“${String(control)}”。`,
    hint:
      (found as readonly string[]).length > 0
        ? `窗口期已满的用户属于：${n.list(found as readonly string[])}。`
        : '还没有用户的窗口期已满。',
  }),
  'short-before': () => ({
    message: '之前的时间太短，看不出两组是否平行变化。',
    hint: '请将 before 设为两周或更长。',
  }),
};
