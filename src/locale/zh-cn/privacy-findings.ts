import type { privacyFindings as english } from '../en/privacy-findings';
import type { FindingArgs } from '../sentence';
import type { Numbers } from '../numbers';

/** 分享的结果对未列出的分组的说明。 */
export const privacyFindings: Record<
  keyof typeof english,
  (args: FindingArgs, n: Numbers) => string
> = {
  'groups-withheld': ({ groups, least }, n) =>
    `有 ${n.int(Number(groups))} 个少于 ${n.int(Number(least))} 名用户的分组未列出。`,
};
