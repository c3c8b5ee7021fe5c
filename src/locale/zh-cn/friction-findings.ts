import type { frictionFindings as english } from '../en/friction-findings';
import type { Numbers } from '../numbers';
import type { FindingArgs } from '../sentence';

export const frictionFindings: typeof english = {
  'friction.attempts': ({ attempts }, n) => `共 ${n.int(Number(attempts))} 次进入下一步的尝试`,
  'friction.open': ({ open }, n) => `${n.int(Number(open))} 次尝试仍在窗口期内，不计入`,
  'friction.odd': ({ odd }, n) => `${n.int(Number(odd))} 个等待时长小于零，不计入`,
  'friction.waiting': (args, n) => {
    const { wait, tail, best, bestRate, explained, low, high } = args;
    return `${step(args)}需要等待：中位数 ${n.duration(Number(wait))}，十分之一超过 ${n.duration(Number(tail))}。${dropped(args, n)}；等待不到 ${n.duration(Number(best))} 的人中流失 ${n.pct(Number(bestRate), 1)}。如果所有人都像他们一样少流失，流失将减少 ${n.pct(Number(explained), 1)}（${n.pct(Number(low), 1)} 至 ${n.pct(Number(high), 1)}）。`;
  },
  'friction.no-waiting': (args, n) =>
    `${step(args)}，等待与流失没有明显关系：等待最短的人流失 ${n.pct(Number(args.bestRate), 1)}，等待最长的人流失 ${n.pct(Number(args.longest), 1)}。`,
  'friction.too-few': (args, n) => `${step(args)}，${dropped(args, n)}：太少，看不出等待的影响。`,
  'friction.most-dropped': (args, n) => {
    const took =
      args.time === null ? '' : `继续的人用时中位数为 ${n.duration(Number(args.time))}。`;
    return `流失最多的是${step(args)}。${dropped(args, n)}。${took}`;
  },
  'friction.nobody-drops': ({ attempts }, n) =>
    `没有流失：${n.int(Number(attempts))} 次尝试都进入了下一步。`,
  'friction.slowest': (args, n) => {
    const { breakdown, group, other, isWait, median, otherMedian, rate, otherRate, explained } =
      args;
    const verb = isWait ? '等待' : '用时';
    const share = explained === null ? '' : `等待与其流失的 ${n.pct(Number(explained), 1)} 相关。`;
    return `按 ${String(breakdown)} 看最慢的是“${String(group)}”：${verb} ${n.duration(Number(median))}，流失 ${n.pct(Number(rate), 1)}；“${String(other)}”${verb} ${n.duration(Number(otherMedian))}，流失 ${n.pct(Number(otherRate), 1)}。${share}`;
  },
  'friction.sign': (args, n) => {
    const { attempts, of, share, estimate, low, high, isClear } = args;
    const range = `${n.pp(Number(estimate))}（${n.pp(Number(low))} 至 ${n.pp(Number(high))}）`;
    return `${signText(args)}：${n.int(Number(of))} 次尝试中的 ${n.int(Number(attempts))} 次（${n.pct(Number(share), 1)}）；其中流失 ${n.pct(Number(args.with), 1)}，其余流失 ${n.pct(Number(args.without), 1)}，${isClear ? '相差' : '没有明显差异：'}${range}。`;
  },
  'friction.sign-seen': (args, n) =>
    `${signText(args)}：${n.int(Number(args.of))} 次尝试中的 ${n.int(Number(args.attempts))} 次；其中一方流失太少，无法比较。`,
  'friction.descriptive': () =>
    '这是描述，不是证明：等待久的人在其他方面也可能不同。要确知，请让一半用户的这一步变快，并作为实验来看。',
};

function step({ from, to }: FindingArgs): string {
  return `从“${String(from)}”到“${String(to)}”`;
}

function dropped({ dropped: count, of, rate }: FindingArgs, n: Numbers): string {
  return `流失 ${n.pct(Number(rate), 1)}（${n.int(Number(of))} 次尝试中的 ${n.int(Number(count))} 次）`;
}

function signText({ sign, from }: FindingArgs): string {
  return sign === 'repeats' ? `“${String(from)}”被立即重复` : '出现错误';
}
