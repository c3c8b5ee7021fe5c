import type { writtenCellWords as english } from '../en/written-cells';

export const writtenCellWords: typeof english = {
  chart: {
    description: (fields, rows) => `${fields || '数据'}的图表，共 ${rows} 行数据。`,
  },
  metric: {
    interval: (low, high) => `${low} 至 ${high}`,
  },
  transform: {
    edit: '编辑代码',
    editor: (id) => `${id} 的代码`,
    open: (id) => `编辑 ${id} 的代码`,
    placeholder: '使用 Arquero 的 JavaScript。最后一行即为结果：events.groupby(…).count()',
  },
  input: {
    from: (label) => `${label}，开始`,
    to: (label) => `${label}，结束`,
  },
  note: {
    on: (cell) => `针对“${cell}”`,
    resolve: '标为已解决',
    reopen: '重新打开',
    empty: '空批注。请在右侧的设置中填写。',
  },
  trust: {
    run: '运行此笔记本的代码',
    restricted: '代码未运行',
    detail: '此笔记本含有您尚未允许运行的代码。点击即可运行：代码无法访问网络、此页面或您的文件。',
  },
  /** Commands that insert a cell, by its kind. */
  insert: {
    text: '插入文本',
    data: '插入数据…',
    analysis: '插入分析',
    transform: '插入转换（代码）',
    chart: '插入图表',
    input: '插入输入',
    metric: '插入指标',
    segment: '插入人群',
    note: '为所选单元格添加批注',
  },
  trustCommand: '运行此笔记本的代码',
};
