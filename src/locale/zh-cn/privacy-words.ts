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
  never: '不包含：数据行、用户 ID 以及标记为标识符的列',
};
