import type { testsWords as english } from '../en/tests-words';

/** 已结束实验列表与计算器的标题。 */
export const testsWords: typeof english = {
  test: '实验',
  why: '原因',
  comparisons: '比较',
  firstComparisons: (shown, all) => `最明确的 ${shown} 次比较（共 ${all} 次）`,
  unreadableTests: '无法读取的实验',
  clearDifferences: '明显的差异',
  'not-trusted': '不可信',
};
