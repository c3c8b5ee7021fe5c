import type { privacyWords as english } from '../en/privacy-words';

/** 内容离开本机之前的说明。 */
export const privacyWords: typeof english = {
  question: (file) => `“${file}”将包含以下内容`,
  share: '写入文件',
  cancel: '取消',
  text: (cells) => `笔记本原文：${cells} 个单元格的文字、设置、代码和批注`,
  results: (count) => `${count} 个结果的结论、表格和图表`,
  charts: (rows) => `您自己的图表，由 ${rows} 行或分组绘制`,
  rows: (cell, rows, columns) => `“${cell}”的最多 ${rows} 行，包含 ${columns}`,
  files: (names) => `数据文件的名称和校验值：${names}`,
  withheld: (groups, least) => `未包含：${groups} 个少于 ${least} 名用户的分组`,
  unknown: (cells) => `未包含：${cells} 的行，因为没有说明涉及多少名用户`,
  keeping: {
    question: (file) => `要把结果保存在“${file}”中供审阅者查看吗？`,
    detail: '没有数据的人打开文件时，也能看到结果及其保存时间。文件将包含：',
    keep: '保存结果',
    results: (cells) => `${cells} 的结果（数值）`,
    sources: (names) => `${names} 的校验值和行数`,
    none: '还没有可保存的分析结果，请先运行笔记本。',
  },
  never: '不包含：数据行、用户 ID 以及标记为标识符的列',
};
