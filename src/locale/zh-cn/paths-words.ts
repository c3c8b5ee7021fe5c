import type { pathsWords as english } from '../en/paths-words';

export const pathsWords: typeof english = {
  path: '路径',
  sequences: '最常见的路径',
  matrix: '逐步分布',
  flow: '流向',
  groups: '分组',
  group: '分组',
  differences: '各组差异',
  reached: '到达',
  differs: '有差异',
  of: { users: '用户数', sessions: '会话数' },
  stepTitle: '步骤',
  step: (step) => (step > 0 ? `第 ${step} 步` : step === 0 ? '终点' : `之前第 ${-step} 步`),
  fromEvent: '从',
  toEvent: '到',
  sequenceIs: (name, share) => `${name}（${share}）`,
  flowDescription: (most) => `逐步展示路径，越宽越常见。最常见的是：${most}。`,
  stepIs: (step, share) => `${step} ${share}`,
  matrixDescription: (event, shares) => `每一步处于各事件的路径占比。${event}：${shares}。`,
};
