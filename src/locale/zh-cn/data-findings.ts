import type { dataFindings as english } from '../en/data-findings';

export const dataFindings: typeof english = {
  'doubtful-rows': ({ rows, from, after }, n) =>
    `自 ${String(from)} 起有 ${n.int(Number(rows))} 行数据，而 ${String(after)} 之后一直没有任何数据：请检查日期，或设定数据的截止日`,
};
