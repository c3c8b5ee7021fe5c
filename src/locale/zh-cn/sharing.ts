import type { sharingWords as english } from '../en/sharing';

/** What is said of figures, tables and notebooks that leave the app, in Simplified Chinese. */
export const sharingWords: typeof english = {
  commands: {
    'file.print': '打印或存为 PDF（A4）…',
    'file.printSlides': '打印幻灯片或存为 PDF（16:9）…',
    'file.exportJupyter': '导出为 Jupyter 笔记本…',
    'file.exportSlides': '导出为 PowerPoint…',
  },
  writing: '正在写入…',
  whichChart: '要哪个图表？',
  whichTable: '要哪个表格？',
  copied: '已复制。',
  notCopied: '浏览器不允许 Liftbook 使用剪贴板。',
};
