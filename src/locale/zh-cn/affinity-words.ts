import type {
  affinityFormWords as englishForm,
  affinityWords as english,
} from '../en/affinity-words';

export const affinityWords: typeof english = {
  cells: '谁喜欢什么',
  group: '分组',
  content: '内容',
  events: '事件数',
  ofGroup: '占本组',
  ofOthers: '占其他组',
  shrunken: '提升倍数',
  p: 'p（已校正）',
  contents: '参与深度与回访',
  depth: '人均事件数',
  began: '以此开始',
  returned: '再次来访',
  brings: '再次来访，与以其他内容开始者相比',
  more: '回访更多',
  less: '回访更少',
  raw: (lift) => `收缩前 ${lift}`,
  mostOf: (group, content, lift, share) =>
    `各组中各内容的提升倍数，已向 1 收缩。最高的是“${group}”中的“${content}”，为预期的 ${lift} 倍（占本组事件的 ${share}）。`,
  shareOf: (own, others) => `占本组 ${own}，占其他组 ${others}`,
  returnOf: (content, difference, range) => `${content}：${difference}（${range}）。`,
};

export const affinityFormWords: typeof englishForm = {
  affinityEngage: '参与事件',
  affinityContent: '内容所在列',
  affinityReturn: '怎样算回访',
};
