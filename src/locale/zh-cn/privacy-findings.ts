import type { privacyFindings as english } from '../en/privacy-findings';
import type { FindingArgs } from '../sentence';
import type { Numbers } from '../numbers';

/** 分享的结果对未列出的分组的说明。 */
export const privacyFindings: Record<
  keyof typeof english,
  (args: FindingArgs, n: Numbers) => string
> = {
  'groups-withheld': ({ groups, least, besides }, n) => {
    const larger = Number(besides ?? 0);
    const more =
      larger === 0 ? '' : `；为避免由其余数字推算出来，另有 ${n.int(larger)} 个较大的分组也未列出`;
    return `有 ${n.int(Number(groups))} 个少于 ${n.int(Number(least))} 名用户的分组未列出${more}。`;
  },
};
