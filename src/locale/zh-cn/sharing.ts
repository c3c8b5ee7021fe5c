import type { sharingWords as english } from '../en/sharing';

/** What is said of figures, tables and notebooks that leave the app, in Simplified Chinese. */
export const sharingWords: typeof english = {
  commands: {
    'file.print': '打印或存为 PDF（A4）…',
    'file.printSlides': '打印幻灯片或存为 PDF（16:9）…',
    'file.exportJupyter': '导出为 Jupyter 笔记本…',
    'file.exportSlides': '导出为 PowerPoint…',
    'run.checkSlides': '检查幻灯片是否放得下',
    'file.recordDecision': '记录决定…',
  },
  log: {
    title: '实验',
    columns: ['日期', '实验', '负责人', '运行时间', '结果', '决定', '数据'],
    heading: (name, on) => `${name}，${on}`,
    fields: {
      question: '问题',
      hypothesis: '假设',
      owner: '负责人',
      ran: '运行时间',
      result: '结果',
      decision: '决定',
      why: '理由',
      notebook: '笔记本',
      data: '数据（sha256）',
    },
    which: '哪个实验？',
    name: '实验',
    record: '记录',
    recorded: (file) => `决定已写入 ${file}。`,
    unsaved: (file) => `决定已写入 ${file}，但该文件尚未保存。`,
    wins: (rate, wins, of) => `胜率：${rate}（已决定 ${of} 个，胜出 ${wins} 个）`,
  },
  slides: {
    fit: (slides) => `${slides} 张幻灯片都放得下。`,
  },
  printing: '正在排版…',
  since: {
    same: (date) => `与 ${date} 保存的结果一致。`,
    changed: (figures, date) => `自 ${date} 以来有 ${figures} 个数字变化`,
    otherData: '数据不同',
    otherSettings: '设置不同',
    verdict: '结论',
    figure: '数字',
    was: (date) => `${date} 保存`,
    is: '现在',
  },
  whichChart: '要哪个图表？',
  whichTable: '要哪个表格？',
  copied: '已复制。',
  notCopied: '浏览器不允许 Liftbook 使用剪贴板。',
};
