import type { ProblemArgs } from '../../base/problem';
import type { privacyProblems as english } from '../en/privacy-problems';
import type { Numbers } from '../numbers';
import type { Sentence } from '../sentence';

/** 为保护个人身份而不予显示的内容。 */
export const privacyProblems: Record<
  keyof typeof english,
  (args: ProblemArgs, n: Numbers) => Sentence
> = {
  'identifier-shown': ({ name, isUser }) => ({
    message: `“${name}”能指明个人身份，其取值不会出现在结果和图表中。`,
    hint: isUser
      ? '请改为统计用户数，或选择能把用户分组的列。'
      : '请选择其他列，或在数据源单元格中取消该列的“标识符”标记。',
  }),
  'groups-withheld': ({ groups, least }, n) => ({
    message: `有 ${n.int(Number(groups))} 个少于 ${n.int(Number(least))} 名用户的分组不会出现在分享内容中，此结果因此没有可显示的内容。`,
    hint: '请选择更粗的分组方式，或在笔记本开头设置其他 "smallestGroup" 值。',
  }),
  'people-unknown': ({ table }) => ({
    message: `“${table}”没有说明每一行涉及多少名用户，因此这些行不会出现在分享内容中。`,
    hint: '请保留用户列，或添加一列“users”来统计用户数，例如 "users: d => op.distinct(d.user_id)"。',
  }),
};
