import type { ProblemArgs } from '../../base/problem';
import type { keepingProblems as english } from '../en/keeping-problems';
import type { Numbers } from '../numbers';
import type { Sentence } from '../sentence';

/** 笔记本无法修改或保存的原因。 */
export const keepingProblems: Record<
  keyof typeof english,
  (args: ProblemArgs, n: Numbers) => Sentence
> = {
  'save-refused': ({ file }) => ({
    message: `浏览器已不能写入“${file}”。`,
    hint: '请再次保存并允许写入，或选择“另存为…”。修改保留在此处，不会丢失。',
  }),
  'save-failed': ({ file }) => ({
    message: `无法写入“${file}”，文件保持原样。`,
    hint: '请检查磁盘空间以及文件是否受保护，或选择“另存为…”。',
  }),
  'save-differs': ({ file }) => ({
    message: `“${file}”已写入，但读回的内容不同。`,
    hint: '请选择“另存为…”，换一个位置保存。',
  }),
  'open-elsewhere': ({ file }) => ({
    message: `“${file}”已在另一个标签页中打开，此处只能阅读。`,
    hint: '要在这里修改，请选择笔记本上方的“在此接管”。',
  }),
};
