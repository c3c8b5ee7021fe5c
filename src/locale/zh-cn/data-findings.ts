import type { dataFindings as english } from '../en/data-findings';

export const dataFindings: typeof english = {
  'doubtful-rows': ({ rows, from, after }, n) =>
    `自 ${String(from)} 起有 ${n.int(Number(rows))} 行数据，而 ${String(after)} 之后一直没有任何数据：请检查日期，或设定数据的截止日`,
  'unfinished-day': ({ rows, day }, n) =>
    `${String(day)} 的 ${n.int(Number(rows))} 行未计入：数据中这一天尚未结束。如需计入，请设定数据的截止日`,
};
