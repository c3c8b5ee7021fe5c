import type { ProblemCode } from '../../base/problem';
import type { experimentFindings as english } from '../en/experiment-findings';
import type { FindingArgs } from '../sentence';
import type { Numbers } from '../numbers';
import { problems } from './problems';

/** 实验结果的说法。 */
export const experimentFindings: typeof english = {
  'experiment.split-fits': ({ split }) => `分流 ${split}`,
  'experiment.split-assumed': ({ split }) => `分流 ${split}（假定）`,
  'experiment.split-off': () => '分流与计划不符',
  'experiment.split-unknown': () => '未检查分流',
  'experiment.split-off-within': ({ of, value }) =>
    of === null ? `${value} 的分流与计划不符` : `${of}“${value}”的分流与计划不符`,
  'experiment.nobody-in-two-arms': () => '没有用户见过两个分组',
  'experiment.in-two-arms': ({ users, share, rule }, n) =>
    `${n.int(Number(users))} 名用户（${n.pct(Number(share))}）见过多个分组，${TWO_ARMS[String(rule)]}`,
  'experiment.leak': ({ users, arms }, n) =>
    `${n.int(Number(users))} 名用户进入了没有计划流量的分组 ${n.list(texts(arms))}`,
  'experiment.activated': ({ users, of, share }, n) =>
    `${n.int(Number(of))} 名用户中有 ${n.int(Number(users))} 名（${n.pct(Number(share), 1)}）已激活`,
  'experiment.activated-unevenly': ({ share }, n) =>
    `各分组的激活不均匀（${n.pct(Number(share), 1)} 的用户已激活）`,
  'experiment.left-out': ({ users, reasons }, n) =>
    `按规则排除 ${n.int(Number(users))} 名用户（${n.list(texts(reasons))}），各分组比例相近`,
  'experiment.left-out-unevenly': ({ users }, n) =>
    `排除了 ${n.int(Number(users))} 名用户，各分组不均匀`,
  'experiment.enough': () => '数据充足',
  'experiment.too-few': ({ users, needed }, n) =>
    `数据不足：最小的分组有 ${n.int(Number(users))} 名用户，需要 ${n.int(Number(needed))} 名`,
  'experiment.too-rare': ({ metrics }, n) => `${n.list(texts(metrics))} 的数据不足`,
  'experiment.matured': ({ windowMs }, n) => `所有用户都已满 ${n.duration(Number(windowMs))}`,
  'experiment.maturing': ({ waiting, of }, n) =>
    `${n.int(Number(of))} 名用户中有 ${n.int(Number(waiting))} 名的窗口尚未结束`,
  'experiment.balanced': () => '实验前：均衡',
  'experiment.unbalanced': () => '各分组在实验前就不同',
  'experiment.looks-early': () => '未到计划结束日期：只计划查看一次',
  'experiment.looks-once': () => '仅查看一次时有效',
  'experiment.looks-over': () => '已到计划结束日期',
  'experiment.looks-running': () => '运行中：区间允许查看',
  'experiment.looks-always': () => '区间允许随时查看',
  'experiment.look-planned': ({ number, of }) => `第 ${number} 次查看，共 ${of} 次`,
  'experiment.look-last': () => '计划的最后一次查看',
  'experiment.look-extra': () => '不是计划中的查看',
  'experiment.plan-kept': ({ at }, n) => `计划已于 ${day(at, n)} 冻结，未改动`,
  'experiment.plan-changed': () => '计划在冻结后有改动',
  'experiment.plan-late': ({ at }, n) => `计划于 ${day(at, n)} 冻结：见下文`,
  'experiment.without-variant': ({ users }, n) => `${n.int(Number(users))} 名用户没有变体，已排除`,
  'experiment.duplicates': ({ rows, repeated }, n) =>
    `${n.int(Number(rows) + Number(repeated))} 行与同一用户或之前的行重复`,

  'experiment.ship': (args, n) => `上线 ${args.arm}。${change(args, n)}`,
  'experiment.do-not-ship': (args, n) =>
    `不要上线${args.arm === null ? '' : ` ${args.arm}`}。${change(args, n)}`,
  'experiment.keep-running': (args, n) => `继续运行。${keepRunning(args, n)}`,
  'experiment.not-trusted': ({ rule }) => `该比较不可信：${DISTRUST[String(rule)]}。`,
  'experiment.no-effect': (args, n) =>
    `没有有意义的影响。${args.name} 保持在目标范围内（${range(args, n)}）。`,
  'experiment.inconclusive': (args, n) => {
    switch (args.rule) {
      case 'goals-disagree':
        return `结论不明确：一个目标变好，另一个变差。${change(args, n)}`;
      case 'goal-not-measured':
        return `结论不明确：${args.metric} 无法测量。`;
      case 'guardrail-not-measured':
        return `结论不明确：护栏指标 ${args.metric} 无法测量。${change(args, n)}`;
      default:
        return `结论不明确。${args.name} 没有明显差异（${range(args, n)}）。`;
    }
  },

  'experiment.change': (args, n) =>
    `${args.name}，${args.compared}：差异 ${difference(args, n)}，${n.pIs(Number(args.p))}。`,
  'experiment.rule': ({ rule }) => RULES[String(rule)] ?? '',
  'experiment.other-arm': ({ arm, decision, rule }) =>
    `${arm}：${DECISIONS[String(decision)]}。${RULES[String(rule)]}`,
  'experiment.split-explained': ({ expected, found, users, p, furthest, has, planned }, n) =>
    `分流与计划不符：计划 ${expected}，实际 ${found}（${texts(users)
      .map((count) => n.int(Number(count)))
      .join(
        ' 对 ',
      )}；${n.pIs(Number(p))}）。有某种原因不均匀地增加或减少了用户，因此下面的比较可能是错的。${furthest === null ? '' : `偏离计划最大的是 ${furthest}：实际 ${n.int(Number(has))} 名用户，计划 ${n.int(Number(planned))} 名。`}请检查重定向、延迟的曝光记录、机器人过滤，或某个分组崩溃。`,
  'experiment.split-off-within-explained': (args, n) => {
    const found = texts(args.arms).map(
      (arm, i) =>
        `${arm} ${n.int(Number(texts(args.users)[i]))}（计划 ${n.int(Number(texts(args.planned)[i]))}）`,
    );
    const where = args.of === null ? `${args.value} 当天` : `在 ${args.of}“${args.value}”中`;
    return `${where}，用户没有按计划分流：${n.list(found)}，对 ${n.int(Number(args.tests))} 个日期和分群校正后 ${n.pIs(Number(args.pAdjusted))}。请查明当时或该处有何不同；去掉它，比较结果可能不同。`;
  },
  'experiment.contamination-explained': ({ share }, n) =>
    `${n.pct(Number(share))} 的用户见过多个分组；各分组已不再是独立的人群。`,
  'experiment.leak-explained': ({ arm, users, inPlan }, n) =>
    `${n.int(Number(users))} 名用户被记录在${inPlan === true ? '没有计划流量的' : '计划分流中没有的'}分组 ${arm}，不参与比较。`,
  'experiment.activation-explained': ({ arms, users, p }, n) =>
    `各分组的激活不均匀：${n.list(texts(arms).map((arm, i) => `${arm} ${n.int(Number(texts(users)[i]))}`))}（按计划分流 ${n.pIs(Number(p))}）。谁被计入取决于分组，因此留下的用户并不相似。请选择在分组出现差别之前发生的激活事件。`,
  'experiment.left-out-explained': ({ reason, most, mostShare, least, leastShare, p }, n) =>
    `分组 ${most} 的用户更常被排除（${REASONS[String(reason)] ?? `“${reason}”`}：${n.pct(Number(mostShare), 1)}，${least} 为 ${n.pct(Number(leastShare), 1)}，${n.pIs(Number(p))}）：排除本身可能使结果有偏。`,
  'experiment.unbalanced-explained': ({ metric, p }, n) =>
    `各分组在实验前的 ${metric} 已经不同（${n.pIs(Number(p))}）：人群并不相似。`,
  'experiment.maturing-explained': ({ waiting, of, windowMs }, n) =>
    `${n.int(Number(of))} 名用户中有 ${n.int(Number(waiting))} 名未满所需的 ${n.duration(Number(windowMs))}，未计入。`,
  'experiment.duplicates-explained': ({ rows }, n) =>
    `事件中有 ${n.int(Number(rows))} 行与之前的行完全相同（用户、时间及其他各列都一样），每行仍各算一个事件：用户占比不受影响，金额、次数和比率可能偏高。如果是重复上报，请从文件中删除。`,
  'experiment.not-measured': (args, n) => {
    const { message, hint } = problems[String(args.code) as ProblemCode](args, n);
    return `${args.name}，${args.arm}：无法测量。${message}${hint ?? ''}`;
  },
  'experiment.missing-values': ({ name, arms, missing, isOfUsers, isLeftOut, p }, n) => {
    const found = texts(arms).map((arm, i) => {
      const much = Number(texts(missing)[i]);
      return isOfUsers === true ? `${arm} ${n.pct(much, 1)}` : `${arm} ${n.int(much)} 行`;
    });
    const uneven =
      p === null ? '' : `各分组的缺失程度不同（${n.pIs(Number(p))}），差异可能由此产生。`;
    return `${name}：有缺失值（${n.list(found)}），${isLeftOut === true ? '未计入' : '按 0 计'}。${uneven}`;
  },
  'experiment.no-conversions': ({ name, arm, users, others }, n) =>
    `${name}：分组 ${arm} 的 ${n.int(Number(users))} 名用户中没有转化（另一分组有 ${n.int(Number(others))} 个）。要么确有差异，要么 ${arm} 没有记录该事件。请先检查埋点。`,
  'experiment.heavy-tail': ({ name, arm, share, lift }, n) =>
    `${name}：分组 ${arm} 中一名用户占总量的 ${n.pct(Number(share), 0)}。${lift === null ? '' : `去掉最大的用户后，提升为 ${n.lift(Number(lift))}。`}`,
  'experiment.few-active': ({ name, arm, users }, n) =>
    `${name}：分组 ${arm} 中${users === 0 ? '没有用户' : `只有 ${n.int(Number(users))} 名用户`}有数值，区间可能过窄。`,
  'experiment.uneven-arms': ({ name, arm, users, times }, n) =>
    `${name}：分组 ${arm} 中有 ${n.int(Number(users))} 名用户有数值，而最大的分组是它的 ${n.num(Number(times), 1)} 倍。金额集中在少数人身上时，大小悬殊的分组之间的检验发现并不存在的差异的次数会多于 alpha 所示（模拟中为 8 % 至 13 %，而非 5 %）。请截断数值，或等到 300 名。`,
  'experiment.cap-refused': ({ name }) =>
    `${name}：该截断会使所有用户的值相同，因此被拒绝。请选择更高的界限。`,
  'experiment.capped': ({ name, users, removed, high, low, unit }, n) =>
    `${name}：${n.int(Number(users))} 名用户的值被截断${high === null ? '' : `到 ${amount(high, unit, n)}`}${low === null ? '' : `、从 ${amount(low, unit, n)} 起`}，总量减少 ${n.pct(Number(removed))}。`,
  'experiment.adjusted-before': ({ name, arm, varianceRemoved, lift, raw }, n) =>
    `${name}，${arm}：已按实验前的行为校正（${noiseRemoved(Number(varianceRemoved), n)}）。${lift === null || raw === null ? '' : `原始提升 ${n.lift(Number(raw))}，校正后 ${n.lift(Number(lift))}。`}`,
  'experiment.adjusted-turned': ({ name, arm }) =>
    `${name}，${arm}：原始差异与校正后的差异方向相反。`,
  'experiment.mixed-otherwise': ({ name, arm, rule, lift, instead }, n) =>
    `${name}，${arm}：如果把见过多个分组的用户${rule === 'first-exposure' ? '按首次曝光计入' : '排除'}，提升为 ${n.lift(Number(lift))}${instead === null ? '' : `，而不是 ${n.lift(Number(instead))}`}。`,
  'experiment.no-lift': ({ name, arm }) =>
    `${name}：对照组的值过于不确定，无法用百分比表示 ${arm} 的变化；绝对差异仍然有效。`,
  'experiment.can-see': ({ name, mde, users, target }, n) =>
    `${name}：每组 ${n.int(Number(users))} 名用户时，实验只能看到 ±${n.pct(Number(mde), 1)} 或更大的变化${target === null ? '' : `；您的目标是 ±${n.pct(Number(target), 1)}`}。`,
  'experiment.overstated': ({ name, lift }, n) =>
    `胜出的结果通常被高估；按所述先验，${name} 的提升为 ${n.lift(Number(lift))}。`,
  'experiment.look-explained': ({ number, of, passed, plan, single, isLast }, n) =>
    isLast
      ? `计划的最后一次查看（${SPENDING[String(plan)]}）：之前各次查看剩下的 alpha 全部用于本次，因此单次查看的 p 须低于 ${n.p(Number(single))}。之后再查看不作数。`
      : `第 ${number} 次查看，共 ${of} 次，计划进度 ${n.pct(Number(passed), 0)}（${SPENDING[String(plan)]}）：单次查看的 p 须低于 ${n.p(Number(single))}。这里的 p 和区间已计入所有查看。`,
  'experiment.look-extra-explained': ({ passed }, n) =>
    `本次查看（计划进度 ${n.pct(Number(passed), 0)}）不在计划之中，它使用计划在此进度允许的 alpha。如果据此决定，请把它加入计划的查看，让之后的查看知道它。`,
  'experiment.alpha-halved': ({ alpha, half, isOver }, n) =>
    `运行中随时查看与计划结束时的一次查看平分 alpha（${n.p(Number(alpha))}），各用一半。${isOver === true ? '现在由计划结束时的那一次检验作判断' : '计划结束之前由允许随时查看的检验作判断'}；p 低于 ${n.p(Number(half))} 才算有明确差异，未校正的区间为 ${n.pct(1 - Number(half), 1)} 区间。`,
  'experiment.delta-decides': ({ torn }, n) =>
    `按 delta 方法由提升作判断（与其他工具一致）：差异的区间本质上可能得出不同结论${texts(torn).length === 0 ? '' : `，这里是 ${n.list(texts(torn))}`}；买家较少时，超过 5 % 的实验会发现并不存在的差异。`,
  'experiment.hypothesis': ({ hypothesis }) => `假设：${hypothesis}`,
  'experiment.owned': ({ owner, ticket }) =>
    [owner === null ? [] : `负责人：${owner}`, ticket === null ? [] : `工单：${ticket}`]
      .flat()
      .join(' · '),
  'experiment.plan-deviation': ({ at, path, was, is }, n) =>
    was === null
      ? `与 ${day(at, n)} 的计划不符：${path} 原未设置，现为 ${is}。`
      : `与 ${day(at, n)} 的计划不符：${path} 原为 ${was}，${is === null ? '现已取消' : `现为 ${is}`}。`,
  'experiment.plan-unlike': ({ at }, n) =>
    `当前设置不是 ${day(at, n)} 冻结的设置；印记只保留了哈希值，无法说明改了哪里。`,
  'experiment.plan-forged': ({ at }, n) =>
    `${day(at, n)} 的印记被改动过：其中的计划与哈希值不符，因此不能证明什么。`,
  'experiment.plan-seen': ({ at }, n) =>
    `计划于 ${day(at, n)} 冻结，当时已有结果：这不是事先制定的计划。`,
  'experiment.plan-after-exposure': ({ at }, n) => `计划于 ${day(at, n)} 冻结，当时已有用户曝光。`,
  'experiment.late': ({ users }, n) => `${n.int(Number(users))} 名用户在计划结束之后进入，未计入。`,
  'experiment.end-without-times': ({ plannedEnd }) =>
    `计划结束日期（${plannedEnd}）在这里不起作用：表中没有时间，无法判断谁在此之前进入，因此表中所有用户都计入。`,
  'experiment.corrected': ({ comparisons, method }, n) =>
    `共 ${n.int(Number(comparisons))} 个比较：p 值已校正（${METHODS[String(method)]}）。每个区间采用与其 p 值对应的水平；合在一起的覆盖率更低。`,
  'experiment.split-not-given': () =>
    '没有给出计划分流，假定各组相等。如果实验采用其他比例，请设置。',
  'experiment.segments': ({ name, column, p, groups }, n) =>
    `${name} 按 ${column}：${n.int(Number(groups))} 个组之间的差异 ${n.pIs(Number(p))}${Number(p) < 0.05 ? '。' : '，与偶然一致。'}`,
};

const SPENDING: Readonly<Record<string, string>> = {
  'obrien-fleming': 'O’Brien–Fleming',
  pocock: 'Pocock',
  power: '幂函数族',
};

/** 校正去除了多少噪声；与实验前的行为无关时没有去除。 */
function noiseRemoved(share: number, n: Numbers): string {
  if (share < 0.005) return '没有去除噪声：实验前的行为与之无关';
  return `去除 ${n.pct(share, 0)} 的噪声，相当于多 ${n.pct(1 / (1 - share) - 1, 0)} 的用户`;
}

/** UTC 日期。 */
function day(at: FindingArgs[string] | undefined, n: Numbers): string {
  return n.date(Date.parse(String(at)), 'UTC');
}

const DECISIONS: Readonly<Record<string, string>> = {
  ship: '上线',
  'keep-running': '继续运行',
  'do-not-ship': '不要上线',
  'no-effect': '没有有意义的影响',
  inconclusive: '结论不明确',
};

const DISTRUST: Readonly<Record<string, string>> = {
  'split-does-not-match': '用户没有按计划分流',
  'too-many-in-two-arms': '太多用户见过多个分组',
  'activated-unevenly': '各分组的用户激活不一致',
  'unequal-before': '各分组在实验前就不同',
};

const REASONS: Readonly<Record<string, string>> = {
  'several-arms': '因见过多个分组',
};

const TWO_ARMS: Readonly<Record<string, string>> = {
  exclude: '已排除',
  first: '计入首次所见分组',
  last: '计入最后所见分组',
};

const METHODS: Readonly<Record<string, string>> = {
  holm: 'Holm',
  bh: 'Benjamini–Hochberg',
  bonferroni: 'Bonferroni',
  preferred: 'Bonferroni，首选指标占一半 alpha',
};

const RULES: Readonly<Record<string, string>> = {
  'split-does-not-match': '规则：用户没有按计划分流，其他结果均不作数。',
  'too-many-in-two-arms': '规则：10 % 或更多的用户见过多个分组，其他结果均不作数。',
  'activated-unevenly': '规则：已激活用户的分流与计划不符，其他结果均不作数。',
  'unequal-before': '规则：各分组在实验前就不同，其他结果均不作数。',
  'planned-end-not-reached': '规则：尚未到计划结束日期。',
  'guardrail-worse': '规则：有护栏指标变差。',
  'goal-worse': '规则：有目标变差，且没有目标变好。',
  'goals-disagree': '规则：各目标方向不一致，由负责人决定。',
  'goal-better-guardrails-safe': '规则：有目标变好，没有目标变差，也没有护栏指标变差。',
  'guardrail-not-shown-safe': '规则：有目标变好，但某个护栏指标尚未证明安全。',
  'guardrail-not-measured': '规则：有目标变好，但某个护栏指标无法测量，由负责人决定。',
  'goal-not-measured': '规则：某个目标无法测量，其他目标没有变好或变差。',
  'too-few-users': '规则：用户太少，无法下结论。',
  'too-few-days': '规则：有目标变好，但实验运行天数未达到最少天数。',
  'target-not-reached': '规则：实验还看不到目标那么小的变化。',
  'within-target': '规则：每个目标都保持在目标范围内。',
  'no-clear-difference': '规则：没有目标变好或变差，由负责人决定。',
};

function keepRunning(args: FindingArgs, n: Numbers): string {
  switch (args.rule) {
    case 'too-few-days':
      return `${change(args, n)}实验尚未达到最少运行天数。`;
    case 'planned-end-not-reached':
      return args.difference === null
        ? '尚未到计划结束日期。'
        : `尚未到计划结束日期；目前 ${args.name} 为 ${range(args, n)}。`;
    case 'too-few-users':
      return `用户太少，无法对 ${args.name} 下结论。`;
    case 'guardrail-not-shown-safe':
      return `${args.metric} 尚未证明安全。`;
    default:
      return args.mde === null
        ? `${args.name} 尚无明显差异。`
        : `${args.name} 尚无明显差异：以目前的用户数，实验只能看到 ±${n.pct(Number(args.mde), 1)} 或更大的变化。`;
  }
}

function change(args: FindingArgs, n: Numbers): string {
  const direction = Number(args.difference) < 0 ? '下降' : '上升';
  const size =
    args.lift === null
      ? difference(args, n)
      : `${n.pct(Math.abs(Number(args.lift)), 1)}（${range(args, n)}）`;
  return `${args.name} ${direction} ${size}。`;
}

function range(args: FindingArgs, n: Numbers): string {
  if (typeof args.lift !== 'number') return difference(args, n);
  return `${n.pct(Number(args.liftLow), 1)} 至 ${n.pct(Number(args.liftHigh), 1)}`;
}

function difference({ difference, low, high, kind, unit }: FindingArgs, n: Numbers): string {
  const [d, l, h] = [Number(difference), Number(low), Number(high)];
  if (typeof unit === 'string') {
    return `${n.moneyChange(d, unit)}（${n.money(l, unit)} 至 ${n.money(h, unit)}）`;
  }
  return kind === 'rate'
    ? `${n.pp(d, 3)}（${n.num(100 * l, 3)} 至 ${n.num(100 * h, 3)}）`
    : `${n.signed(d)}（${n.num(l)} 至 ${n.num(h)}）`;
}

function amount(
  value: FindingArgs[string] | undefined,
  unit: FindingArgs[string] | undefined,
  n: Numbers,
): string {
  return typeof unit === 'string' ? n.money(Number(value), unit) : n.num(Number(value));
}

function texts(value: FindingArgs[string] | undefined): readonly string[] {
  return Array.isArray(value) ? (value as readonly string[]) : [];
}
