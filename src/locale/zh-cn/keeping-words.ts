import type { keepingWords as english } from '../en/keeping-words';

/** 关于笔记本的历史版本、被其他程序修改的文件，以及同一文件在多个标签页中打开的文字。 */
export const keepingWords: typeof english = {
  title: (name) => `${name} 的历史版本`,
  none: '此浏览器尚未保留该笔记本的任何版本。每次打开或保存时都会保留一个版本。',
  list: '历史版本，最新的在前',
  why: {
    opened: '打开时',
    saved: '保存时',
    left: '未保存即关闭',
    replaced: '被其他版本替换',
    'on-disk': '磁盘上的版本',
  },
  changes: (lines, count) => (lines === 0 ? '与当前相同' : `有 ${count} 行不同`),
  compared: '恢复后会改变的内容',
  removed: '移除',
  added: '加入',
  restore: '恢复到此版本',
  restored: (at) => `笔记本已恢复到 ${at} 的样子。可以撤销。`,
  close: '关闭',
  changedOnDisk: {
    question: (name) => `${name} 已被其他程序修改。`,
    detail: '文件内容与在此打开时不同，因此没有覆盖它。两个版本都已保留在此浏览器中。',
    copy: '将我的另存为副本',
    take: '采用磁盘上的版本',
    compare: '比较',
    cancel: '取消',
  },
  elsewhere: '已在另一个标签页中打开，此处只能阅读。',
  takeOver: '在此接管',
};
