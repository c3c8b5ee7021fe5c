import type { pathsProblems as english } from '../en/paths-problems';

export const pathsProblems: typeof english = {
  'no-paths': ({ event, open }, n) =>
    Number(open) > 0
      ? {
          message: `含有“${event}”的 ${n.int(Number(open))} 条路径全都延续到数据结束之后。`,
          hint: '请缩短窗口，或把日期范围的结束提前。',
        }
      : { message: `没有含有“${event}”的路径。`, hint: '请检查筛选条件和日期。' },
  'too-many-groups': ({ column, most }, n) => ({
    message: `“${column}”的取值超过 ${n.int(Number(most))} 个，起不到分组的作用。`,
    hint: '请选择取值较少的列，例如变体或平台。',
  }),
  'too-rare-to-compare': ({ needed }, n) => ({
    message: `太少见，无法比较：最少的一格至少需要 ${n.int(Number(needed))} 条这样的路径。`,
    hint: null,
  }),
};
