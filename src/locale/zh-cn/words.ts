import type { words as english } from '../en/words';

export const words: typeof english = {
  users: '用户数',
};
