import type {
  frictionFormWords as englishForm,
  frictionWords as english,
} from '../en/friction-words';

export const frictionWords: typeof english = {
  steps: '逐步',
  transition: '从 → 到',
  group: '分组',
  everybody: '全部',
  attempts: '尝试次数',
  dropped: '流失',
  medianTime: '用时中位数',
  tail: '十分之一超过',
  medianWait: '等待中位数',
  waitTail: '十分之一的等待超过',
  explained: '等待可解释的部分',
  waits: '按等待时长的流失',
  wait: '等待',
  signs: '困扰的迹象',
  sign: '迹象',
  signNames: { repeats: '重复点击', errors: '遇到错误' },
  droppedWith: '有此迹象时的流失',
  droppedWithout: '无此迹象时的流失',
  bandOf: (from, to) => {
    if (from === null) return to === null ? '任意' : `不到 ${to}`;
    return to === null ? `${from} 及以上` : `${from} 至 ${to}`;
  },
  byWait: (transition) => `按等待时长的流失，${transition}`,
  byWaitOf: (transition, first, short, last, long) =>
    `${transition}：等待 ${short} 后流失 ${first}，等待 ${long} 后流失 ${last}。`,
  stepOf: (transition, rate) => `${transition}：流失 ${rate}。`,
};

export const frictionFormWords: typeof englishForm = {
  frictionWait: '等待时长的列',
  frictionRepeat: '多久之内算重复',
  frictionErrors: '错误事件',
  frictionBands: '等待时长分段',
};
