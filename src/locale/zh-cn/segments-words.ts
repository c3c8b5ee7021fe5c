import type {
  segmentsFormWords as englishForm,
  segmentsWords as english,
} from '../en/segments-words';

export const segmentsWords: typeof english = {
  sizes: '规模',
  segment: '分群',
  segments: '分群',
  overTime: '规模变化',
  atEnd: '期末',
  entered: '进入',
  left: '离开',
  overlap: '重叠情况',
  both: '同属两者',
  either: '属于任一',
  jaccard: '重叠度（Jaccard）',
  lifts: '之后的表现',
  odds: '属于该分群的几率（倍）',
  inside: '分群内',
  others: '其他用户',
  of: (users) => `共 ${users} 人`,
  portrait: (name) => `${name} 的特征`,
  overTimeOf: (name, from, start, to, end) =>
    `${name}：${start} 的周期结束时 ${from} 人，${end} 的周期结束时 ${to} 人。`,
};

export const segmentsFormWords: typeof englishForm = {
  segmentsCompared: '分群',
  segmentsMetrics: '之后的表现',
  segmentsPortrait: '画像对象',
  segmentsLookback: '画像回看',
};
